//! Cohorts at equal age (同龄比较测试).

use proptest::prelude::*;

use super::*;
use crate::profiles::profiles;
use crate::standings::Standings;
use crate::test_panels::{TestProject, degenerate_panels, is_a_number, panel_until};

fn ages(projects: &[TestProject], last: i32) -> Vec<CohortAge> {
    let panel = panel_until(projects, last);
    cohort_ages(&profiles(&panel, &Standings::of(&panel)))
}

/// The rows of a cohort as a whole in the last month.
fn last_month<'a>(rows: &'a [CohortAge], cohort: &str) -> Vec<&'a CohortAge> {
    let as_of = rows.iter().map(|row| row.as_of).max().unwrap();
    let is_wanted = |row: &&CohortAge| row.as_of == as_of && row.dimension == "all" && row.cohort == cohort;
    rows.iter().filter(is_wanted).collect()
}

fn two_cohorts() -> Vec<TestProject> {
    let old = TestProject { capital_a_month: 10, ..TestProject::new("P1") };
    let young = TestProject { cohort: "2021", signed: 2, ..old.clone() };
    vec![
        TestProject { started_at: Some(1), ..old.clone() },
        TestProject { id: "P2".into(), started_at: Some(3), ..old.clone() },
        TestProject { id: "P3".into(), first_seen_at: 1, ..young.clone() },
        TestProject { id: "P4".into(), signed: 3, started_at: Some(1), ..young },
    ]
}

#[test]
fn a_cohort_is_complete_then_partial_then_in_the_future() {
    let rows = ages(&two_cohorts(), 4);
    let cells =
        |cohort| -> Vec<String> { last_month(&rows, cohort).iter().map(|row| row.cell.clone()).collect() };
    assert_eq!(cells("2020"), ["complete"; 5]);
    assert_eq!(cells("2021"), ["complete", "complete", "partial", "future", "future"]);
    assert_eq!(cells("all"), ["complete", "complete", "partial", "partial", "partial"]);
}

#[test]
fn the_rates_at_an_age_are_those_of_all_and_of_who_has_reached_it() {
    let rows = ages(&two_cohorts(), 4);
    let two = last_month(&rows, "2021")[2];
    assert_eq!((two.n_projects, two.n_matured, two.n_started, two.n_started_matured), (2, 1, 1, 0));
    assert_eq!((two.start_rate, two.start_rate_matured), (Some(0.5), Some(0.0)));
    assert_eq!((two.capital_yuan, two.capital_matured_yuan), (Some(20 + 20), Some(20)));
    assert_eq!((two.capital_rate, two.capital_rate_matured), (Some(0.2), Some(0.2)));
    let future = last_month(&rows, "2021")[3];
    assert_eq!((future.start_rate, future.start_rate_aj, future.capital_yuan), (None, None, None));
    let all = last_month(&rows, "all")[1];
    assert_eq!((all.n_started, all.start_rate), (2, Some(0.5)));
}

#[test]
fn an_age_that_no_return_saw_is_unobserved_and_undated_projects_are_counted_beside() {
    let late = TestProject { first_seen_at: 2, started_at: Some(1), ..TestProject::new("P1") };
    let undated = TestProject { is_dated: false, ..TestProject::new("P2") };
    let rows = ages(&[late, undated], 3);
    let cohort = last_month(&rows, "2020");
    let cells: Vec<&str> = cohort.iter().map(|row| row.cell.as_str()).collect();
    assert_eq!(cells, ["unobserved", "unobserved", "complete", "complete"]);
    assert_eq!((cohort[1].start_rate, cohort[1].capital_yuan), (Some(1.0), None), "the date is stated");
    assert!(cohort.iter().all(|row| row.n_undated == 1 && row.n_projects == 1));
}

#[test]
fn every_month_has_its_own_table_and_the_last_one_the_dimensions_too() {
    let rows = ages(&two_cohorts(), 4);
    let months: std::collections::BTreeSet<_> = rows.iter().map(|row| row.as_of).collect();
    assert_eq!(months.len(), 5);
    let last = months.last().unwrap();
    assert!(rows.iter().all(|row| row.dimension == "all" || row.as_of == *last));
    let dimensions: std::collections::BTreeSet<_> = rows.iter().map(|row| row.dimension.as_str()).collect();
    assert_eq!(dimensions.len(), 5);
}

#[test]
fn nothing_panics_and_every_number_is_one() {
    for panel in degenerate_panels() {
        for row in cohort_ages(&profiles(&panel, &Standings::of(&panel))) {
            let rates = [row.start_rate, row.start_rate_matured, row.start_rate_aj, row.capital_rate];
            assert!(rates.into_iter().all(is_a_number), "{row:?}");
            assert!(row.n_matured <= row.n_projects && row.n_started_matured <= row.n_started, "{row:?}");
        }
    }
}

fn projects() -> impl Strategy<Value = Vec<TestProject>> {
    let life = (0..6_i32, prop::option::of(0..9_i32), prop::option::of(0..9_i32), 0..3_usize);
    prop::collection::vec(life, 1..12).prop_map(|lives| {
        let project = |(place, (signed, started_at, terminated_at, cohort))| TestProject {
            signed,
            started_at,
            terminated_at,
            cohort: ["2020", "2021", "2022"][cohort],
            ..TestProject::new(format!("P{place:02}"))
        };
        lives.into_iter().enumerate().map(project).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_incidence_is_the_plain_share_where_nobody_is_censored_before(projects in projects()) {
        let rows = ages(&projects, 8);
        let complete = rows.iter().filter(|row| row.cell == "complete");
        for row in complete {
            let (share, incidence) = (row.start_rate.unwrap(), row.start_rate_aj.unwrap());
            prop_assert!((share - incidence).abs() < 1e-12, "{row:?}");
            prop_assert_eq!(row.start_rate, row.start_rate_matured);
        }
    }

    #[test]
    fn rows_stand_in_the_order_of_their_keys(projects in projects()) {
        let rows = ages(&projects, 6);
        let key = |row: &CohortAge| (
            row.as_of, row.event.clone(), row.cohort.clone(), row.dimension.clone(), row.value.clone(), row.age_months,
        );
        prop_assert!(rows.is_sorted_by(|left, right| key(left) < key(right)));
    }
}
