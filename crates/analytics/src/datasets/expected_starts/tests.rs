//! Expected starts (预期开工测试): the sums of what supervision says, and nothing that it does not.

use model::datasets::supervision::Supervision;
use model::supervision_rule::SupervisionRule;

use super::*;
use crate::datasets::supervision::plans::Plans;
use crate::datasets::supervision::rows::supervision;
use crate::datasets::supervision::rules::RuleSet;
use crate::test_panels::{TestProject, degenerate_panels, panel_until};

fn expected(projects: &[TestProject], last: i32) -> Vec<ExpectedStarts> {
    let panel = panel_until(projects, last);
    expected_starts(&panel, &Standings::of(&panel))
}

/// Projects of three units and two editions that start, are terminated or wait.
fn forty_lives() -> Vec<TestProject> {
    let project = |place: i32| TestProject {
        cohort: if place % 4 == 0 { "2021" } else { "2020" },
        unit: ["U1", "U2", "U3"][place as usize % 3],
        signed: if place % 4 == 0 { 14 } else { 0 },
        is_dated: place != 7,
        started_at: (place % 5 < 2).then_some(place % 23),
        terminated_at: (place % 9 == 8).then_some(4),
        ..TestProject::new(format!("P{place:02}"))
    };
    (0..40).map(project).collect()
}

fn one_rule() -> RuleSet {
    let rule = SupervisionRule {
        id: "old".to_owned(),
        set: "tests".to_owned(),
        light: "red".to_owned(),
        measure: "months_unstarted".to_owned(),
        op: ">=".to_owned(),
        value: "12".to_owned(),
        ..SupervisionRule::default()
    };
    RuleSet::of(&[rule], "tests").unwrap()
}

#[test]
fn the_sums_are_those_of_supervision() {
    let panel = panel_until(&forty_lives(), 30);
    let rows = expected_starts(&panel, &Standings::of(&panel));
    let lights = supervision(&panel, &one_rule(), &Plans::default());
    let mut n_figures = 0;
    for row in rows.iter().filter(|row| row.cohort == "all" && ["all", "unit"].contains(&&*row.dimension)) {
        let is_of_row = |light: &&Supervision| {
            light.as_of == row.as_of
                && (row.dimension == "all" || light.unit_code.as_deref() == Some(&row.value))
        };
        let lights: Vec<&Supervision> = lights.iter().filter(is_of_row).collect();
        let sum: f64 = lights.iter().filter_map(|light| light.expected_start_12).sum();
        let n_without = lights.iter().filter(|light| light.expected_start_note.is_some()).count() as i64;
        let n_with = lights.iter().filter(|light| light.expected_start_12.is_some()).count() as i64;
        assert_eq!((row.n_estimated, row.n_not_estimable), (n_with, n_without), "{row:?}");
        assert!((row.expected.unwrap_or_default() - sum).abs() < 1e-12, "{row:?} {sum}");
        n_figures += i32::from(sum > 0.0);
    }
    assert!(n_figures > 5, "only {n_figures} sums are above 0");
}

#[test]
fn limits_hold_the_sum_and_editions_add_up() {
    let rows = expected(&forty_lives(), 30);
    let is_told = |row: &&ExpectedStarts| row.expected.is_some_and(|expected| expected > 0.0);
    for row in rows.iter().filter(is_told) {
        let expected = row.expected.unwrap();
        assert!(row.low.unwrap() as f64 <= expected && expected <= row.high.unwrap() as f64, "{row:?}");
        assert!(row.high.unwrap() <= row.n_estimated);
    }
    let as_of = rows.last().unwrap().as_of;
    let of = |dimension: &str, cohort: &str| -> i64 {
        let rows = rows.iter().filter(|row| row.as_of == as_of && row.dimension == dimension);
        rows.filter(|row| row.cohort == cohort).map(|row| row.n_waiting).sum()
    };
    assert_eq!(of("all", "2020") + of("all", "2021"), of("all", "all"));
    for dimension in ["unit", "unit_group", "industry", "size_band"] {
        assert_eq!(of(dimension, "all"), of("all", "all"), "{dimension}");
    }
}

#[test]
fn nobody_waiting_is_none_expected_and_an_unknown_age_says_so() {
    let started = TestProject { started_at: Some(0), ..TestProject::new("P1") };
    let row = expected(&[started], 3).pop().unwrap();
    assert_eq!(
        (row.n_waiting, row.expected, row.low, row.high, row.note),
        (0, Some(0.0), Some(0), Some(0), None)
    );
    let undated = TestProject { is_dated: false, ..TestProject::new("P1") };
    let row = expected(&[undated], 3).pop().unwrap();
    assert_eq!((row.n_waiting, row.expected, row.low), (1, None, None));
    assert_eq!(row.note.as_deref(), Some("signing_unknown"));
}

#[test]
fn nothing_panics_and_keys_are_in_order() {
    for panel in degenerate_panels() {
        let rows = expected_starts(&panel, &Standings::of(&panel));
        let key = |row: &ExpectedStarts| {
            let cut = (row.event.clone(), row.cohort.clone(), row.dimension.clone(), row.value.clone());
            (row.as_of, cut)
        };
        assert!(rows.is_sorted_by(|left, right| key(left) < key(right)));
        assert!(rows.iter().all(|row| row.expected.is_some() || row.note.is_some()));
    }
}
