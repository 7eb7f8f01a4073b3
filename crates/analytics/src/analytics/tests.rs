//! Laws and a golden table of the figures, on small synthetic panels.

use model::datasets::project_months::ProjectMonth;
use polars::prelude::IntoLazy;
use proptest::prelude::*;
use store::frames::{frame_of, rows_of_frame};

use super::*;
use crate::checked_rows::problems;

fn figures(panel: &[ProjectMonth]) -> Vec<CohortMetric> {
    let panel = frame_of(panel).unwrap().lazy();
    let planned = cohort_metrics(panel, &Policy::default(), &Scope::default()).unwrap();
    rows_of_frame(&planned.collect().unwrap()).unwrap()
}

fn figure_of<'a>(figures: &'a [CohortMetric], key: (&str, &str, &str, &str)) -> &'a CohortMetric {
    let (as_of, cohort, dimension, value) = key;
    let found = figures.iter().find(|row| {
        row.as_of.to_string() == as_of
            && (row.cohort.as_str(), row.dimension.as_str(), row.value.as_str()) == (cohort, dimension, value)
    });
    found.unwrap_or_else(|| panic!("no figures for {key:?}"))
}

/// A project from its first month (of 2023) to July 2023, started from `start` on, 亿元.
fn project(
    id: &str,
    cohort: &str,
    unit: Option<&str>,
    age: i32,
    start: Option<u32>,
    contract: i64,
) -> Vec<ProjectMonth> {
    let month = |month: u32| model::month::Month::new(2023, month).unwrap();
    let at = |number: u32| ProjectMonth {
        project_id: id.to_owned(),
        as_of: month(number).last_day(),
        event: Some("智博会".to_owned()),
        cohort: Some(cohort.to_owned()),
        tracked: true,
        unit_code: unit.map(str::to_owned),
        months_since_signing: Some(age + number as i32 - 6),
        started: Some(start.is_some_and(|start| start <= number)),
        in_production: Some(false),
        start_month: start.filter(|start| *start <= number).map(|start| month(start).last_day()),
        contract_yuan: Some(contract * 100_000_000),
        capital_cumulative_yuan: (number > 6).then_some(30_000_000),
        reported: number > 6,
        ..ProjectMonth::default()
    };
    [6, 7].map(at).into()
}

fn panel() -> Vec<ProjectMonth> {
    let mut panel = [
        project("P1", "2020", Some("CQ500101"), 30, Some(6), 10),
        project("P2", "2020", Some("CQ500102"), 30, Some(7), 20),
        project("P3", "2021", Some("CQ500101"), 18, None, 0),
        project("P4", "2021", None, 18, None, 5),
    ]
    .concat();
    let last = panel.last_mut().unwrap();
    (last.terminated, last.contract_yuan) = (true, None);
    panel
}

#[test]
fn figures_of_a_small_panel_are_the_golden_ones() {
    let golden = include_str!("../../../../tests/golden/cohort_metrics.csv");
    let frame = frame_of(&panel()).unwrap().lazy();
    let planned = cohort_metrics(frame, &Policy::default(), &Scope::default()).unwrap();
    let figures = planned.collect().unwrap();
    let mut lines = golden.lines().filter(|line| !line.starts_with('#'));
    let header = lines.next().unwrap();
    assert_eq!(header, "as_of,event,cohort,dimension,value,metric,figure");
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let key: Vec<String> = cells[..5].iter().map(ToString::to_string).collect();
        let row = (0..figures.height()).find(|row| {
            let texts = figures.columns()[..5].iter().map(|column| column.get(*row).unwrap());
            texts.zip(&key).all(|(text, wanted)| text.to_string().trim_matches('"') == wanted)
        });
        let row = row.unwrap_or_else(|| panic!("no figures for `{line}`"));
        let figure = figures.column(cells[5]).unwrap().cast(&polars::prelude::DataType::Float64).unwrap();
        let printed = figure.f64().unwrap().get(row).map_or(String::new(), |figure| figure.to_string());
        assert_eq!(printed, cells[6], "{line}");
    }
}

#[test]
fn a_missing_dimension_is_unknown_and_keys_are_sorted() {
    let figures = figures(&panel());
    assert_eq!(figure_of(&figures, ("2023-07-31", "2021", "unit", "unknown")).n_projects, 1);
    let keys: Vec<_> =
        figures.iter().map(|row| (row.as_of, &row.event, &row.cohort, &row.dimension, &row.value)).collect();
    assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn an_empty_panel_gives_no_figures() {
    assert!(figures(&[]).is_empty());
}

#[test]
fn next_to_nothing_gives_no_number_that_is_none_and_no_key_twice() {
    let changed = |change: fn(&mut ProjectMonth)| {
        let mut rows = panel();
        rows.iter_mut().for_each(change);
        rows
    };
    let panels = [
        panel()[..1].to_vec(),
        changed(|row| row.terminated = true),
        changed(|row| row.contract_yuan = Some(0)),
        changed(|row| row.contract_yuan = None),
        changed(|row| (row.months_since_signing, row.start_month) = (None, None)),
        changed(|row| row.unit_code = None),
        changed(|row| row.capital_cumulative_yuan = Some(-1)),
    ];
    for rows in panels {
        assert_eq!(problems(&figures(&rows)), Vec::<String>::new());
    }
}

#[test]
fn a_project_that_enters_the_population_late_is_not_newly_started() {
    let mut panel = project("P1", "2020", None, 30, Some(1), 10);
    panel[0].tracked = false;
    let scope = Scope { tracked_only: true, ..Scope::default() };
    let planned = cohort_metrics(frame_of(&panel).unwrap().lazy(), &Policy::default(), &scope).unwrap();
    let figures: Vec<CohortMetric> = rows_of_frame(&planned.collect().unwrap()).unwrap();
    assert!(figures.iter().all(|row| row.n_started == 1 && row.new_started == 0));
}

prop_compose! {
    fn any_project(id: usize)(
        cohort in prop::option::of(prop::sample::select(vec!["2020", "2021"])),
        unit in prop::option::of(prop::sample::select(vec!["A", "B", "C"])),
        age in prop::option::of(-3..50_i32),
        start in prop::option::of(1..8_u32),
        contract in prop::option::of(0..1_000_i64),
        terminated in any::<bool>(),
    ) -> Vec<ProjectMonth> {
        let mut rows = project(&format!("P{id}"), "", unit, 0, start, 0);
        for row in &mut rows {
            row.cohort = cohort.map(str::to_owned);
            row.months_since_signing = age;
            row.contract_yuan = contract;
            row.terminated = terminated && row.as_of.month() == 7;
        }
        rows
    }
}

fn any_panel() -> impl Strategy<Value = Vec<ProjectMonth>> {
    let projects: Vec<_> = (0..12).map(any_project).collect();
    (projects, 0..12_usize).prop_map(|(projects, n_projects)| projects[..n_projects].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_add_up_to_the_whole(panel in any_panel()) {
        let figures = figures(&panel);
        for whole in figures.iter().filter(|row| row.cohort == "all" && row.dimension == "all") {
            let month = || figures.iter().filter(|row| row.as_of == whole.as_of);
            let editions = month().filter(|row| row.cohort != "all" && row.dimension == "all");
            let units = month().filter(|row| row.cohort == "all" && row.dimension == "unit");
            for parts in [editions.collect::<Vec<_>>(), units.collect()] {
                let sum = |figure: fn(&CohortMetric) -> i64| parts.iter().map(|row| figure(row)).sum::<i64>();
                prop_assert_eq!(sum(|row| row.n_projects), whole.n_projects);
                prop_assert_eq!(sum(|row| row.n_started), whole.n_started);
                prop_assert_eq!(sum(|row| row.new_started), whole.new_started);
                prop_assert_eq!(sum(|row| row.contract_yuan), whole.contract_yuan);
                prop_assert_eq!(sum(|row| row.capital_yuan), whole.capital_yuan);
            }
        }
    }

    #[test]
    fn shares_lie_between_0_and_1(panel in any_panel()) {
        for row in figures(&panel) {
            let shares = [row.start_rate, row.start_rate_low, row.start_rate_high, row.start_rate_by_value];
            for share in shares.into_iter().chain([row.production_rate, row.fulfilment_rate]).flatten() {
                prop_assert!((0.0..=1.0).contains(&share), "{:?}", row);
            }
            prop_assert!(row.median_months_to_start.is_none_or(|months| months >= 0.0));
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(
        (panel, shuffled) in any_panel().prop_flat_map(|panel| (Just(panel.clone()), Just(panel).prop_shuffle())),
    ) {
        prop_assert_eq!(figures(&panel), figures(&shuffled));
    }
}
