//! Curves of the time to start (开工曲线测试).

use proptest::prelude::*;

use super::*;
use crate::profiles::profiles;
use crate::survival::kaplan_meier::kaplan_meier;
use crate::survival::risk_sets::{Followed, risk_sets};
use crate::test_panels::{TestProject, degenerate_panels, is_a_number, panel_until};

fn curves(projects: &[TestProject], last: i32) -> Vec<StartCurve> {
    let panel = panel_until(projects, last);
    let standings = Standings::of(&panel);
    start_curves(&panel, &standings, &profiles(&panel, &standings))
}

/// The rows of all editions as a whole in the last month.
fn last_month<'a>(rows: &'a [StartCurve], method: &str) -> Vec<&'a StartCurve> {
    let as_of = rows.iter().map(|row| row.as_of).max().unwrap();
    let is_wanted = |row: &&StartCurve| row.as_of == as_of && row.dimension == "all" && row.cohort == "all";
    rows.iter().filter(|row| row.method == method).filter(is_wanted).collect()
}

fn four_lives() -> Vec<TestProject> {
    let new = |id: &str| TestProject::new(id);
    vec![
        TestProject { started_at: Some(1), contract: Some(300), ..new("P1") },
        TestProject { terminated_at: Some(2), ..new("P2") },
        TestProject { started_at: Some(3), ..new("P3") },
        TestProject { contract: None, ..new("P4") },
        TestProject { is_dated: false, ..new("P5") },
    ]
}

#[test]
fn kaplan_meier_takes_a_termination_for_the_end_of_the_observation() {
    let rows = curves(&four_lives(), 5);
    let ours = last_month(&rows, "km");
    let followed = [(1.0, true), (2.0, false), (3.0, true), (5.0, false)].map(|(exit, happened)| Followed {
        entry: None,
        exit,
        happened,
    });
    for (ours, theirs) in ours.iter().zip(kaplan_meier(&risk_sets(&followed))) {
        assert!((ours.survival.unwrap() - theirs.survival).abs() < 1e-15);
        assert!((ours.se.unwrap() - theirs.standard_error.unwrap()).abs() < 1e-15);
    }
    let terminated: Vec<_> = ours.iter().map(|row| (row.n_terminated, row.n_censored)).collect();
    assert_eq!(terminated[1], (Some(1), Some(0)));
    assert_eq!(terminated[3], (Some(0), Some(1)));
    assert!(ours.iter().all(|row| row.n_left_out == 1 && row.note.is_none()));
}

#[test]
fn incidences_and_the_rest_add_up_to_1() {
    let rows = curves(&four_lives(), 5);
    for method in ["aj", "weighted"] {
        for row in last_month(&rows, method) {
            let sum = row.survival.unwrap() + row.cif_start.unwrap() + row.cif_terminated.unwrap();
            assert!((sum - 1.0).abs() < 1e-15, "{row:?}");
        }
    }
    let last = |method| *last_month(&rows, method).last().unwrap();
    assert_eq!((last("aj").cif_start, last("aj").n_left_out), (Some(0.5), 1));
    assert_eq!((last("weighted").cif_start, last("weighted").n_left_out), (Some(0.8), 2));
}

#[test]
fn monthly_returns_give_turnbull_the_kaplan_meier_curve() {
    let rows = curves(&four_lives(), 5);
    let turnbull = last_month(&rows, "turnbull");
    assert_eq!(turnbull.iter().map(|row| row.age_months).collect::<Vec<_>>(), [1, 3]);
    for (ours, age) in turnbull.iter().zip([1, 3]) {
        let km = last_month(&rows, "km").into_iter().find(|row| row.age_months == age).unwrap();
        assert!((ours.survival.unwrap() - km.survival.unwrap()).abs() < 1e-7, "{ours:?} {km:?}");
    }
    let months = rows.iter().filter(|row| row.method == "turnbull").map(|row| row.as_of);
    assert_eq!(months.collect::<std::collections::BTreeSet<_>>().len(), 1);
}

#[test]
fn a_curve_of_nobody_says_why() {
    let undated = TestProject { is_dated: false, ..TestProject::new("P1") };
    let rows = curves(&[undated], 2);
    let notes: Vec<_> = ["aj", "km", "turnbull", "weighted"]
        .into_iter()
        .map(|method| last_month(&rows, method)[0].note.as_deref().unwrap())
        .collect();
    assert_eq!(notes, ["nothing_observed", "nothing_observed", "nothing_observed", "no_exposure"]);
}

#[test]
fn nothing_panics_every_number_is_one_and_keys_are_unique() {
    for panel in degenerate_panels() {
        let standings = Standings::of(&panel);
        let rows = start_curves(&panel, &standings, &profiles(&panel, &standings));
        for row in &rows {
            let numbers = [row.survival, row.cif_start, row.cif_terminated, row.cumulative_hazard, row.se];
            assert!(numbers.into_iter().chain([row.low, row.high]).all(is_a_number), "{row:?}");
            assert!(row.note.is_some() != row.survival.is_some(), "{row:?}");
        }
        let key = |row: &StartCurve| {
            let cut = (row.cohort.clone(), row.dimension.clone(), row.value.clone());
            (row.as_of, row.event.clone(), cut, row.method.clone(), row.age_months)
        };
        assert!(rows.is_sorted_by(|left, right| key(left) < key(right)));
    }
}

fn signed_together() -> impl Strategy<Value = Vec<TestProject>> {
    let life = (prop::option::of(0..9_i32), prop::option::of(0..9_i32), 1..900_i64);
    prop::collection::vec(life, 1..14).prop_map(|lives| {
        let project = |(place, (started_at, terminated_at, contract))| TestProject {
            started_at,
            terminated_at,
            contract: Some(contract),
            ..TestProject::new(format!("P{place:02}"))
        };
        lives.into_iter().enumerate().map(project).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn where_nobody_is_censored_before_the_curves_are_the_plain_shares(projects in signed_together()) {
        let rows = curves(&projects, 8);
        let by = |age: i32| {
            let started = projects.iter().filter(|one| one.started_at.is_some_and(|at| at <= age));
            started.fold((0.0, 0.0), |sums, one| (sums.0 + 1.0, sums.1 + one.contract.unwrap() as f64))
        };
        let value: f64 = projects.iter().map(|one| one.contract.unwrap() as f64).sum();
        for row in last_month(&rows, "aj") {
            prop_assert!((row.cif_start.unwrap() - by(row.age_months).0 / projects.len() as f64).abs() < 1e-12);
        }
        for row in last_month(&rows, "weighted") {
            prop_assert!((row.cif_start.unwrap() - by(row.age_months).1 / value).abs() < 1e-12, "{row:?}");
        }
    }
}
