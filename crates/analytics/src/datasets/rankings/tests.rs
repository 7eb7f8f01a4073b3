//! Tests of rankings (排名检验): small groups, units that are not ranked, and panels that have nothing.

use model::datasets::project_months::ProjectMonth;
use model::datasets::rankings::Ranking;
use proptest::prelude::*;

use crate::datasets::hand_made::{month, panel};
use crate::datasets::rankings::rows::rankings;
use crate::datasets::rankings::settings::{Drawing, RankedMonths, RankingSettings};
use crate::panel::Panel;

/// So many projects of a unit, the first of them started, each with capital of a tenth of its contract value.
fn unit(code: &str, group: &str, n_projects: usize, n_started: usize, as_of: &str) -> Vec<ProjectMonth> {
    let project = |number: usize| ProjectMonth {
        unit_code: Some(code.to_owned()),
        unit_group: Some(group.to_owned()),
        started: Some(number < n_started),
        capital_cumulative_yuan: Some(10 * (number as i64 % 3)),
        ..month(&format!("{code}-{number:03}"), as_of)
    };
    (0..n_projects).map(project).collect()
}

fn settings(unranked: &[&str]) -> RankingSettings {
    let unranked = unranked.iter().map(|code| (*code).to_owned()).collect();
    RankingSettings {
        unranked,
        drawing: Drawing { seed: 3, n_rounds: 200, n_drawn: 100_000 },
        ..RankingSettings::default()
    }
}

fn three_units() -> Vec<ProjectMonth> {
    let mut rows = unit("U1", "G1", 20, 18, "2023-07");
    rows.extend(unit("U2", "G1", 20, 2, "2023-07"));
    rows.extend(unit("U3", "G2", 1, 1, "2023-07"));
    rows
}

fn find<'a>(rows: &'a [Ranking], group: &str, unit: &str, metric: &str) -> &'a Ranking {
    rows.iter().find(|row| row.group == group && row.unit_code == unit && row.metric == metric).unwrap()
}

#[test]
fn units_are_ranked_within_their_group_and_among_all() {
    let rows = rankings(&panel(&three_units()), &settings(&[]));
    let start = |group, unit| {
        let row = find(&rows, group, unit, "start_rate");
        (row.rank.unwrap(), row.verdict.clone().unwrap_or_default(), row.note.clone().unwrap_or_default())
    };
    let said = |verdict: &str, note: &str| (verdict.to_owned(), note.to_owned());
    let (above, over) = said("far_above", "overdispersed");
    assert_eq!(start("G1", "U1"), (1, above.clone(), over.clone()));
    assert_eq!(start("all", "U1"), (2, above, over));
    assert_eq!(start("all", "U3"), (1, String::new(), "one_project,overdispersed".to_owned()));
    assert_eq!(start("G2", "U3"), (1, String::new(), "one_project,one_unit".to_owned()));
    let first = find(&rows, "G1", "U1", "start_rate");
    assert_eq!((first.value, first.rank_low, first.rank_high, first.n), (Some(0.9), Some(1), Some(1), 20));
    let limits = [first.low_998, first.low_95, first.high_95, first.high_998].map(Option::unwrap);
    assert!(limits.windows(2).all(|pair| pair[0] <= pair[1]), "{limits:?}");
}

#[test]
fn only_what_varies_among_five_projects_or_more_has_an_interval() {
    let mut rows = unit("U1", "G1", 20, 10, "2023-07");
    rows.extend(unit("U2", "G1", 20, 20, "2023-07"));
    rows.extend(unit("U3", "G1", 4, 2, "2023-07"));
    rows.iter_mut()
        .filter(|row| row.unit_code.as_deref() == Some("U1"))
        .for_each(|row| row.contract_yuan = Some(1));
    rows[0].contract_yuan = Some(100);
    let rows = rankings(&panel(&rows), &settings(&[]));
    let said = |unit: &str, metric: &str| {
        let row = find(&rows, "G1", unit, metric);
        (row.rank_low.is_some(), row.rank_high.is_some(), row.note.clone().unwrap_or_default())
    };
    let words = |row: (bool, bool, String), expected: (bool, &str)| {
        assert_eq!((row.0, row.1, row.2.as_str()), (expected.0, expected.0, expected.1));
    };
    words(said("U1", "start_rate"), (true, "overdispersed"));
    words(said("U1", "start_rate_by_value"), (true, "dominated"));
    words(said("U1", "capital_rate"), (true, "dominated"));
    words(said("U2", "start_rate"), (false, "alike,overdispersed"));
    words(said("U2", "capital_rate"), (true, ""));
    words(said("U3", "start_rate_by_value"), (false, "small_n"));
}

#[test]
fn a_score_needs_units_that_differ() {
    let rows = rankings(&panel(&three_units()), &settings(&[]));
    // U1 and U2 have the same capital rate, so that it cannot be scored.
    let score = find(&rows, "G1", "U1", "score");
    assert_eq!((score.value, score.rank, score.note.as_deref()), (None, None, Some("no_spread")));
    let mut differing = three_units();
    differing[0].capital_cumulative_yuan = Some(90);
    let rows = rankings(&panel(&differing), &settings(&[]));
    let score = |unit| find(&rows, "G1", unit, "score");
    assert_eq!((score("U1").value, score("U1").rank), (Some(100.0), Some(1)));
    assert_eq!((score("U2").value, score("U2").rank), (Some(60.0), Some(2)));
}

#[test]
fn who_is_not_ranked_is_shown_and_leaves_no_gap() {
    let rows = rankings(&panel(&three_units()), &settings(&["U3"]));
    let shown = find(&rows, "all", "U3", "start_rate");
    assert_eq!((shown.value, shown.rank, shown.rank_low), (Some(1.0), None, None));
    assert!(shown.note.as_deref().unwrap().starts_with("excluded,one_project"));
    assert_eq!(find(&rows, "all", "U1", "start_rate").rank, Some(1));
    assert_eq!(find(&rows, "all", "U3", "score").note.as_deref(), Some("excluded,one_project"));
}

#[test]
fn june_december_and_the_newest_month_are_ranked() {
    let months = ["2022-11", "2022-12", "2023-05", "2023-06", "2023-07"];
    let rows: Vec<ProjectMonth> = months.iter().flat_map(|as_of| unit("U1", "G1", 2, 1, as_of)).collect();
    let ranked = |months| {
        let found = rankings(&panel(&rows), &RankingSettings { months, ..settings(&[]) });
        let mut days: Vec<String> = found.iter().map(|row| row.as_of.to_string()).collect();
        days.dedup();
        days
    };
    assert_eq!(ranked(RankedMonths::HalfYears), ["2022-12-31", "2023-06-30", "2023-07-31"]);
    assert_eq!(ranked(RankedMonths::Newest), ["2023-07-31"]);
    assert_eq!(ranked(RankedMonths::Every).len(), 5);
}

#[test]
fn panels_with_nothing_have_no_rank_and_no_panic() {
    assert!(rankings(&Panel::default(), &settings(&[])).is_empty());
    let bare = ProjectMonth {
        unit_code: None,
        unit_group: None,
        contract_yuan: Some(0),
        terminated: true,
        ..month("A", "2023-01")
    };
    let rows = rankings(&panel(&[bare]), &settings(&[]));
    let capital = find(&rows, "unknown", "unknown", "capital_rate");
    assert_eq!(capital.note.as_deref(), Some("excluded,one_project,one_unit,no_denominator"));
    assert!(rows.iter().all(|row| row.rank.is_none()));
    let without_draws =
        RankingSettings { drawing: Drawing { n_rounds: 0, ..settings(&[]).drawing }, ..settings(&[]) };
    let rows = rankings(&panel(&three_units()), &without_draws);
    let first = find(&rows, "G1", "U1", "start_rate");
    assert_eq!((first.rank, first.rank_low), (Some(1), None));
}

fn any_units() -> impl Strategy<Value = Vec<ProjectMonth>> {
    let one = (0..8_u8, 0..3_u8, 0..9_usize, 0..9_usize, prop::option::of(-3..9_i64));
    prop::collection::vec(one, 0..10).prop_map(|units| {
        let mut rows = Vec::new();
        for (number, (code, group, n_projects, n_started, contract)) in units.into_iter().enumerate() {
            let mut projects =
                unit(&format!("U{code}"), &format!("G{group}"), n_projects, n_started, "2023-07");
            for project in &mut projects {
                project.project_id = format!("{number}-{}", project.project_id);
                project.contract_yuan = contract;
            }
            rows.extend(projects);
        }
        rows
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn ranks_are_sorted_finite_and_within_their_intervals(rows in any_units()) {
        let found = rankings(&panel(&rows), &settings(&["U7"]));
        let key = |row: &Ranking| (row.as_of, row.group.clone(), row.metric.clone(), row.unit_code.clone());
        prop_assert!(found.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
        for row in &found {
            let numbers = [row.value, row.shrunk, row.low_95, row.high_95, row.low_998, row.high_998];
            prop_assert!(numbers.iter().flatten().all(|number| number.is_finite()));
            prop_assert!(row.rank_low <= row.rank_high && row.rank.is_none_or(|rank| rank >= 1));
            prop_assert!(row.unit_code != "U7" || row.rank.is_none());
        }
        prop_assert_eq!(&found, &rankings(&panel(&rows), &settings(&["U7"])));
    }
}
