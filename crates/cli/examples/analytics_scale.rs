//! How long the whole of analytics takes on a panel of so many project-months (分析规模测量).
//!
//! ```text
//! cargo run --release -p cli --example analytics_scale -- 100000 1000000
//! ```
//!
//! Made up: 40 units, 5 industries, one event with an edition a year, 40 months, one start in three by the twelfth month.
//! Each size is measured in a process of its own, so that the peak of memory is its own.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement that cannot go on has failed")]

use std::env::args;
use std::fs::read_to_string;
use std::process::Command;
use std::time::Instant;

use model::datasets::project_months::ProjectMonth;
use model::month::Month;
use model::reference::Reference;
use pipeline::plan_file::parse_plan;
use pipeline::stages::analytics::{Followed, analyze};
use pipeline::stages::vintage::Vintages;

const N_MONTHS: i32 = 40;

fn main() {
    let sizes: Vec<String> = args().skip(1).collect();
    match sizes.as_slice() {
        [] => println!("sizes in project-months, such as 100000 1000000"),
        [size] => measure(size.parse().unwrap()),
        several => {
            for size in several {
                Command::new(std::env::current_exe().unwrap()).arg(size).status().unwrap();
            }
        }
    }
}

fn measure(n_project_months: i32) {
    let rows: Vec<ProjectMonth> = (0..n_project_months / N_MONTHS).flat_map(months_of).collect();
    let plan = parse_plan("name = \"scale\"\n[inputs]\nreceived = [\"x\"]\n", "scale.toml".as_ref()).unwrap();
    let before = peak_megabytes();
    let start = Instant::now();
    let followed = Followed {
        project_months: &rows,
        doubts: &[],
        observations: &[],
        relations: &[],
        projects: &[],
        milestones: &[],
    };
    let figures = analyze(followed, &Vintages::default(), &Reference::default(), &plan).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{} project-months, {} figures: {seconds:.2} s, peak {} MB of which {before} MB are the rows read",
        rows.len(),
        figures.metrics.len(),
        peak_megabytes()
    );
}

/// One project: signed in one of the first 28 months, seen to the end.
fn months_of(project: i32) -> Vec<ProjectMonth> {
    let first = Month::from_index(12 * 2020);
    let start_age = (project % 3 == 0).then_some(project % 12);
    (0..N_MONTHS)
        .map(|age| {
            let month = first.plus(project % 28 + age);
            let started = start_age.is_some_and(|start| start <= age);
            ProjectMonth {
                project_id: format!("P{project:06}"),
                as_of: month.last_day(),
                event: Some("智博会".to_owned()),
                cohort: Some(first.plus(project % 28).year().to_string()),
                tracked: true,
                unit_code: Some(format!("U{:02}", project % 40)),
                unit_group: Some(format!("G{}", project % 4)),
                industry_code: Some(format!("I{}", project % 5)),
                size_band: Some("10-30".to_owned()),
                months_since_signing: Some(age),
                stage: Some(if started { "started" } else { "signed" }.to_owned()),
                started: Some(started),
                in_production: Some(false),
                start_month: start_age
                    .filter(|_| started)
                    .map(|start| first.plus(project % 28 + start).last_day()),
                contract_yuan: Some(100_000_000 * i64::from(1 + project % 50)),
                capital_cumulative_yuan: Some(1_000_000 * i64::from(age) * i64::from(started)),
                capital_month_yuan: Some(1_000_000 * i64::from(started)),
                reported: true,
                months_unreported: Some(0),
                ..ProjectMonth::default()
            }
        })
        .collect()
}

/// Peak resident memory of this process; 0 where the system does not tell.
fn peak_megabytes() -> u64 {
    let status = read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}
