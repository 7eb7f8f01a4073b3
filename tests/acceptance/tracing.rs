//! From figures to cells and back, on the sample: what projects add is the figure, cells stand in the workbooks, and
//! what a cell moves is what really happens without it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::sandbox::{Outcome, Sandbox};
use crate::workbook_cells::{cell_text, set_cell};

const PIPELINE: &str = "pipelines/smart-expo.toml";

/// Metrics of one kind each that are asked for every cut.
const EVERY_CUT: [&str; 2] = ["n_started", "capital_rate"];

/// Parts of the figures.
const CUTS: [&[&str]; 5] = [
    &[],
    &["--cohort", "2021"],
    &["--where", "unit=万州区"],
    &["--where", "industry=A2", "--cohort", "2020"],
    &["--where", "size_band=50-100"],
];

fn published() -> Sandbox {
    let sandbox = Sandbox::with_months(&["202306", "202307"]);
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    sandbox
}

fn json(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    let outcome = sandbox.luodi(&[arguments, &["--format", "json"]].concat());
    assert_eq!(outcome.code, 0, "{arguments:?}: {}", outcome.stderr);
    serde_json::from_str(&outcome.stdout).unwrap()
}

fn trace(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    json(sandbox, &[&["trace", PIPELINE], arguments].concat())
}

/// Every figure of the release, by month, edition, dimension and value.
fn figures(sandbox: &Sandbox) -> BTreeMap<String, Value> {
    let rows = json(sandbox, &["query", "SELECT * FROM cohort_metrics", "--limit", "0"]);
    let key = |row: &Value| {
        ["as_of", "cohort", "dimension", "value"].map(|name| row[name].as_str().unwrap().to_owned()).join("|")
    };
    rows.as_array().unwrap().iter().map(|row| (key(row), row.clone())).collect()
}

/// The trace of a metric adds up to what the release says.
fn check_figure(sandbox: &Sandbox, figures: &BTreeMap<String, Value>, metric: &str, cut: &[&str]) {
    let traced = trace(sandbox, &[&[metric], cut].concat());
    let key = ["as_of", "cohort", "dimension", "value"].map(|name| traced[name].as_str().unwrap()).join("|");
    let figure = &figures[&key][metric];
    assert_eq!(&traced["figure"], figure, "{metric} {key}");
    let balance = &traced["balance"];
    assert_eq!(balance["closes"], true, "{metric} {key}: {balance}");
    let projects = traced["projects"].as_array().unwrap();
    let sum = |name: &str| projects.iter().map(|project| project[name].as_i64().unwrap_or(0)).sum::<i64>();
    assert_eq!(balance["sum"].as_i64(), Some(sum("adds")), "{metric} {key}");
    let is_limit = metric.ends_with("_low") || metric.ends_with("_high");
    match (balance["base"].as_i64(), figure.as_f64()) {
        (None, _) => assert_eq!(Some(sum("adds")), figure.as_i64(), "{metric} {key}"),
        (Some(base), Some(rate)) if metric.contains("rate") && !is_limit => {
            assert_eq!(base, sum("base"), "{metric} {key}");
            assert!((rate - sum("adds") as f64 / base as f64).abs() < 1e-12, "{metric} {key}");
        }
        _ => {}
    }
    let is_proven = |project: &&Value| project["proven"] != true;
    let unproven: Vec<&Value> = projects.iter().filter(is_proven).collect();
    assert!(unproven.is_empty(), "{metric} {key}: {unproven:#?}");
}

#[test]
fn what_the_projects_add_is_the_figure() {
    let sandbox = published();
    let figures = figures(&sandbox);
    let any = figures.values().next().unwrap().as_object().unwrap();
    let key = ["as_of", "event", "cohort", "dimension", "value"];
    let metrics: Vec<&String> = any.keys().filter(|name| !key.contains(&name.as_str())).collect();
    assert_eq!(metrics.len(), 19);
    for (index, metric) in metrics.into_iter().enumerate() {
        let every = EVERY_CUT.contains(&metric.as_str());
        let chosen = (0..CUTS.len()).filter(|cut| every || *cut == index % CUTS.len());
        for (cut, month) in chosen.flat_map(|cut| [(cut, "2023-06"), (cut, "2023-07")]) {
            check_figure(&sandbox, &figures, metric, &[CUTS[cut], &["--as-of", month]].concat());
        }
    }
}

/// Every cell in a document that has a file, a sheet, an address and a text.
fn cells(document: &Value, found: &mut Vec<Value>) {
    match document {
        Value::Array(members) => members.iter().for_each(|member| cells(member, found)),
        Value::Object(members) => {
            if members.contains_key("header_address") {
                found.push(document.clone());
            }
            members.values().for_each(|member| cells(member, found));
        }
        _ => {}
    }
}

#[test]
fn every_cell_stands_in_its_workbook_with_its_text() {
    let sandbox = published();
    let mut found = Vec::new();
    for arguments in [&["contract_started_yuan"][..], &["capital_yuan"], &["median_months_to_start"]] {
        cells(&trace(&sandbox, arguments), &mut found);
    }
    cells(&trace(&sandbox, &["--project", "ZB2020-004"]), &mut found);
    let mut n_checked = 0;
    for cell in found {
        let text = |name: &str| cell[name].as_str().unwrap_or_default();
        let folder = if text("file").contains('/') { "data/received" } else { "data/ledger" };
        let workbook = sandbox.path(folder).join(text("file"));
        assert!(workbook.is_file(), "{cell}");
        if text("address").starts_with('(') {
            // the name of the file or of the sheet says it
            assert!(format!("{} {}", text("file"), text("sheet")).contains(text("text")), "{cell}");
            continue;
        }
        let is_date = text("text").starts_with("20") && text("text").contains('-');
        if workbook.extension().is_some_and(|ending| ending == "xlsx") && !is_date {
            let stands = cell_text(&workbook, text("sheet"), text("address")).unwrap_or_default();
            let same = stands.trim() == text("text").trim() || stands.parse::<f64>() == text("text").parse();
            assert!(same, "`{stands}` stands there: {cell}");
            n_checked += 1;
        }
    }
    assert!(n_checked > 200, "{n_checked}");
}

#[test]
fn what_a_cell_moves_is_what_happens_without_it() {
    let sandbox = published();
    let file = "202307/江津-智博会项目台账202307.xlsx";
    let typed = format!("{file}!J6");
    let told = trace(&sandbox, &["--cell", &typed]);
    assert_eq!((told["field"].as_str(), told["text"].as_str()), (Some("arrived_total"), Some("0.93")));
    assert_eq!(told["readings"][0]["value"]["value"], "93000000");
    let moves = told["moves"].as_array().unwrap();
    assert!(!moves.is_empty() && told["inputs_have_changed"] == false);
    let releases = fs_err::read_dir(sandbox.path("data/store/releases")).unwrap().count();
    assert_eq!(releases, 1, "nothing was published");

    set_cell(&sandbox.path("data/received").join(file), "J6", "", "");
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    let happened = json(&sandbox, &["diff", PIPELINE]);
    assert_eq!(&happened["figures"], &told["moves"], "all moves are of the last month");
}

fn refused(sandbox: &Sandbox, arguments: &[&str], expected: &[&str]) {
    let all = [&["trace", PIPELINE, "--lang", "en"], arguments].concat();
    let Outcome { code, stdout, stderr } = sandbox.luodi(&all);
    assert_eq!((code, stdout.as_str()), (2, ""), "{arguments:?}: {stderr}");
    assert!(expected.iter().all(|text| stderr.contains(text)), "{arguments:?}: {stderr}");
}

#[test]
fn what_is_not_there_is_told_with_its_like() {
    let sandbox = Sandbox::with_months(&["202307"]);
    refused(&sandbox, &["start_rate"], &["no store in"]);
    assert!(!sandbox.path("data/store").exists(), "looking makes no store");
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    refused(&sandbox, &[], &["nothing was named", "--project"]);
    refused(&sandbox, &["strat_rate"], &["no metric `strat_rate`", "`start_rate`"]);
    refused(&sandbox, &["start_rate", "--as-of", "2024-01"], &["no month with figures `2024-01`", "2023-07"]);
    refused(&sandbox, &["start_rate", "--where", "unit=万洲区"], &["no value `万洲区`", "`万州区`"]);
    refused(&sandbox, &["start_rate", "--where", "colour=red"], &["no dimension `colour`"]);
    refused(&sandbox, &["start_rate", "--release", "zz"], &["no release `zz`"]);
    refused(&sandbox, &["--project", "ZB2020-0001"], &["no project", "`ZB2020-001`"]);
    refused(&sandbox, &["--project", "\u{202e}';--"], &["no project"]);
    refused(&sandbox, &["--cell", "沙坪坝8月报.xlsx!A1"], &["no file", "沙坪坝7月报.xlsx"]);
    refused(&sandbox, &["--cell", "月报!A1"], &["fits several files"]);
    refused(&sandbox, &["--cell", "沙坪坝7月报.xlsx!ZZ9999"], &["nothing stands in"]);
    refused(&sandbox, &["--cell", "沙坪坝7月报.xlsx", "没有", "A1"], &["no sheet `没有`"]);
    refused(&sandbox, &["--cell", "nonsense"], &["does not name a cell"]);
}
