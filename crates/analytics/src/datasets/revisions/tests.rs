//! Tests of revisions (修订检验): two and three vintages of small panels.

use std::collections::BTreeSet;

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::datasets::revisions::Revision;
use model::month::Month;

use crate::datasets::hand_made::{month, panel};
use crate::datasets::revisions::rows::revisions;
use crate::datasets::revisions::summary::revision_summary;
use crate::datasets::revisions::vintages::Vintage;

/// The cohort of 2020 in a month.
fn figures(as_of: &str, n_projects: i64, n_started: i64) -> CohortMetric {
    CohortMetric {
        as_of: as_of.parse::<Month>().unwrap().last_day(),
        event: "智博会".to_owned(),
        cohort: "2020".to_owned(),
        dimension: "all".to_owned(),
        value: "all".to_owned(),
        n_projects,
        n_started,
        start_rate: (n_projects > 0).then(|| n_started as f64 / n_projects as f64),
        ..CohortMetric::default()
    }
}

fn vintage<'a>(known_at: &'a str, figures: &'a [CohortMetric]) -> Vintage<'a> {
    Vintage { known_at, figures, panel: None }
}

/// `known_at lag this revision cause` of one measure.
fn told(rows: &[Revision], measure: &str) -> Vec<String> {
    let tell = |row: &Revision| {
        let number = |value: Option<f64>| value.map_or("-".to_owned(), |value| value.to_string());
        let (lag, cause) = (row.lag_months.unwrap_or(-1), row.cause.as_deref().unwrap_or("-"));
        format!("{} {lag} {} {} {cause}", row.known_at, number(row.this), number(row.revision))
    };
    rows.iter().filter(|row| row.measure == measure).map(tell).collect()
}

#[test]
fn only_the_first_vintage_and_changes_are_rows() {
    let [first, same, changed] =
        [[figures("2023-01", 4, 1)], [figures("2023-01", 4, 1)], [figures("2023-01", 4, 3)]];
    let vintages =
        [vintage("2023-04-10", &changed), vintage("2023-02-10", &first), vintage("2023-03-10", &same)];
    let rows = revisions(&vintages, &BTreeSet::new());
    assert_eq!(told(&rows, "n_started"), ["2023-02-10 1 1 0 -", "2023-04-10 3 3 2 -"]);
    assert_eq!(told(&rows, "start_rate"), ["2023-02-10 1 0.25 0 -", "2023-04-10 3 0.75 0.5 -"]);
    assert!(rows.iter().all(|row| row.measure != "n_started" || row.latest == Some(3.0)));
}

#[test]
fn a_cohort_that_vanishes_has_no_projects_and_no_rate() {
    let other = CohortMetric { cohort: "2021".to_owned(), ..figures("2023-01", 1, 0) };
    let (first, second) = ([figures("2023-01", 4, 1), other.clone()], [other]);
    let vintages = [vintage("2023-02", &first), vintage("2023-03", &second), vintage("unknown", &[])];
    let rows: Vec<Revision> =
        revisions(&vintages, &BTreeSet::new()).into_iter().filter(|row| row.cohort == "2020").collect();
    assert_eq!(told(&rows, "n_projects"), ["2023-02 1 4 0 -", "2023-03 2 0 -4 -"]);
    assert_eq!(told(&rows, "start_rate"), ["2023-02 1 0.25 0 -", "2023-03 2 - - -"]);
}

#[test]
fn the_bridge_names_the_cause() {
    let started = |project: &str| ProjectMonth { started: Some(true), ..month(project, "2023-01") };
    let panels = [
        panel(&[month("A", "2023-01"), month("B", "2023-01"), started("C")]),
        panel(&[started("A"), started("B"), started("C")]),
        panel(&[started("A"), started("B"), month("C", "2023-01")]),
        panel(&[started("A"), started("B")]),
    ];
    let counts = [(3, 1), (3, 3), (3, 2), (2, 2)];
    let published = counts.map(|(n_projects, n_started)| [figures("2023-01", n_projects, n_started)]);
    let known = ["2023-02", "2023-03", "2023-04", "2023-05"];
    let vintages: Vec<Vintage<'_>> = (0..4)
        .map(|place| Vintage { panel: Some(&panels[place]), ..vintage(known[place], &published[place]) })
        .collect();
    let rows = revisions(&vintages, &BTreeSet::new());
    let expected = ["2023-02 1 1 0 -", "2023-03 2 3 2 late", "2023-04 3 2 1 retracted"];
    assert_eq!(told(&rows, "n_started"), expected);
    assert_eq!(told(&rows, "n_projects"), ["2023-02 1 3 0 -", "2023-05 4 2 -1 removed"]);
    let rate = told(&rows, "start_rate");
    assert!(rate[3].ends_with("removed"), "{rate:?}");
}

#[test]
fn a_summary_needs_eight_months_for_a_test() {
    let months: Vec<String> = (1..=9).map(|month| format!("2023-{month:02}")).collect();
    let all: Vec<Vec<CohortMetric>> = (0..9)
        .map(|newest| {
            (0..=newest)
                .map(|period: usize| {
                    figures(&months[period], 10, 3 + i64::from(newest > period) * (1 + period as i64 % 2))
                })
                .collect()
        })
        .collect();
    let vintages: Vec<Vintage<'_>> =
        months.iter().zip(&all).map(|(known_at, figures)| vintage(known_at, figures)).collect();
    let rows = revision_summary(&vintages);
    let find =
        |lag: i32| rows.iter().find(|row| row.measure == "n_started" && row.lag_months == lag).unwrap();
    let one = find(1);
    assert_eq!((one.n_periods, one.mean, one.mean_absolute), (8, 1.5, 1.5));
    assert!(one.p.is_some_and(|p| p < 0.05) && one.note.is_none());
    assert_eq!((find(3).n_periods, find(3).note.as_deref()), (6, Some("too_few_periods")));
    assert!(!rows.iter().any(|row| row.lag_months == 12));
    assert!(revision_summary(&[]).is_empty() && revisions(&[], &BTreeSet::new()).is_empty());
    let unchanged = rows.iter().find(|row| row.measure == "n_production").unwrap();
    assert_eq!((unchanged.mean, unchanged.relative_mean_absolute), (0.0, None));
}
