//! Curves on the day clock (按日曲线测试).

use super::*;
use crate::profiles::profiles;
use crate::test_panels::{EXPO, TestProject, degenerate_panels, is_a_number, panel_until};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The rows of all editions together; the expo was held on 1 September 2020, the last month is December.
fn whole(projects: &[TestProject], days: &DaysOfProjects) -> Vec<StartCurve> {
    let panel = panel_until(projects, 3);
    let standings = Standings::of(&panel);
    let rows = day_curves(&panel, &standings, &profiles(&panel, &standings), days);
    rows.into_iter().filter(|row| row.cohort == ALL).collect()
}

fn three() -> ([TestProject; 3], DaysOfProjects) {
    let started = |id: &str, at: i32| TestProject { started_at: Some(at), ..TestProject::new(id) };
    let signed = ["P1", "P2", "P3"].map(|id| (id.to_owned(), day("2020-09-01")));
    let starts = [("P1".to_owned(), day("2020-10-01")), ("P2".to_owned(), day("2020-10-02"))];
    let days = DaysOfProjects { signed: signed.into(), started: starts.into() };
    ([started("P1", 1), started("P2", 1), TestProject::new("P3")], days)
}

#[test]
fn a_start_on_the_thirtieth_day_counts_and_one_on_the_next_does_not_yet() {
    let (projects, days) = three();
    let rows = whole(&projects, &days);
    assert_eq!(EXPO, Month::of(day("2020-09-01")).index());
    let shares: Vec<f64> = rows.iter().map(|row| (row.survival.unwrap() * 3.0).round()).collect();
    assert_eq!(shares, [3.0, 2.0, 1.0, 1.0, 1.0, 1.0]);
    let counts: Vec<_> = rows.iter().map(|row| (row.n_risk.unwrap(), row.n_start.unwrap())).collect();
    assert_eq!(counts, [(3, 0), (3, 1), (2, 1), (1, 0), (1, 0), (1, 0)]);
    assert!(rows.iter().all(|row| row.method == METHOD && row.n_left_out == 0));
}

#[test]
fn a_start_without_a_day_gives_the_reason_and_no_curve() {
    let (projects, mut days) = three();
    days.started.remove("P2");
    let rows = whole(&projects, &days);
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].note.as_deref(), rows[0].survival), (Some("days_unknown"), None));
}

#[test]
fn who_waits_without_a_day_of_signing_is_left_out_and_said_so() {
    let (projects, mut days) = three();
    days.signed.remove("P3");
    let rows = whole(&projects, &days);
    assert!(rows.iter().all(|row| row.n_left_out == 1));
    assert_eq!(rows.last().unwrap().survival, Some(0.0));
}

#[test]
fn a_termination_ends_the_observation_at_the_end_of_its_month() {
    let (mut projects, days) = three();
    projects[2].terminated_at = Some(1);
    let rows = whole(&projects, &days);
    let terminated: Vec<_> = rows.iter().map(|row| row.n_terminated.unwrap()).collect();
    assert_eq!(terminated, [0, 0, 1]);
}

#[test]
fn nothing_panics_and_every_number_is_one() {
    for panel in degenerate_panels() {
        let standings = Standings::of(&panel);
        let cuts = profiles(&panel, &standings);
        for row in day_curves(&panel, &standings, &cuts, &DaysOfProjects::default()) {
            assert!([row.survival, row.se, row.low, row.high].into_iter().all(is_a_number), "{row:?}");
            assert!(row.note.is_some() != row.survival.is_some(), "{row:?}");
        }
    }
}
