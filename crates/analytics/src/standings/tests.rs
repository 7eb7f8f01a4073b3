//! How projects stand, month by month (项目状态测试).

use super::*;
use crate::profiles::profiles;
use crate::test_panels::{EXPO, TestProject, panel_of, panel_until, rows_until};
use model::month::Month;

/// Outcome, age and exit of the only project in its last month.
fn last(project: &TestProject, last: i32) -> (Outcome, Option<(u32, u32)>) {
    let panel = panel_until(std::slice::from_ref(project), last);
    let standings = Standings::of(&panel);
    let (_, month) = standings.last_month().unwrap();
    (month[0].outcome, month[0].followed.map(|followed| (followed.age, followed.exit)))
}

#[test]
fn a_project_is_followed_to_its_start_or_termination_or_the_month() {
    let waiting = TestProject::new("P");
    assert_eq!(last(&waiting, 5), (Outcome::Waiting, Some((5, 5))));
    let started = TestProject { started_at: Some(2), ..waiting.clone() };
    assert_eq!(last(&started, 5), (Outcome::Started, Some((5, 2))));
    let terminated = TestProject { terminated_at: Some(3), ..waiting.clone() };
    assert_eq!(last(&terminated, 5), (Outcome::Terminated, Some((5, 3))));
    let both = TestProject { terminated_at: Some(2), ..started.clone() };
    assert_eq!(last(&both, 5), (Outcome::Started, Some((5, 2))));
    let undated = TestProject { is_dated: false, ..started };
    assert_eq!(last(&undated, 5), (Outcome::Started, None));
}

#[test]
fn what_comes_later_is_not_known_yet() {
    let project = TestProject { started_at: Some(2), ..TestProject::new("P") };
    let panel = panel_until(&[project], 3);
    let outcomes: Vec<_> = Standings::of(&panel).months().map(|(_, month)| month[0].outcome).collect();
    assert_eq!(outcomes, [Outcome::Waiting, Outcome::Waiting, Outcome::Started, Outcome::Started]);
}

#[test]
fn a_start_before_signing_or_without_a_month_is_taken_with_care() {
    let mut rows = rows_until(&[TestProject { started_at: Some(2), ..TestProject::new("P") }], 4);
    for row in &mut rows {
        row.start_month = row.start_month.map(|_| Month::from_index(EXPO - 9).last_day());
    }
    let exit = |rows: &[_]| Standings::of(&panel_of(rows)).last_month().unwrap().1[0].followed.unwrap().exit;
    assert_eq!(exit(&rows), 0);
    for row in &mut rows {
        row.start_month = None;
    }
    assert_eq!(exit(&rows), 2, "the first month that shows it");
}

#[test]
fn a_month_before_signing_has_no_age() {
    let mut rows = rows_until(&[TestProject::new("P")], 0);
    rows[0].months_since_signing = Some(-1);
    assert_eq!(Standings::of(&panel_of(&rows)).last_month().unwrap().1[0].followed, None);
    assert!(Standings::of(&panel_of(&[])).last_month().is_none());
}

#[test]
fn the_newest_months_alone_have_the_same_figures() {
    let lives = [
        TestProject { started_at: Some(2), capital_a_month: 3, ..TestProject::new("P1") },
        TestProject { terminated_at: Some(1), cohort: "2021", signed: 1, ..TestProject::new("P2") },
    ];
    let panel = panel_until(&lives, 6);
    let (all, newest) = (Standings::of(&panel), Standings::of_newest_months(&panel, 2));
    assert_eq!(newest.months().count(), 2);
    let of_all = profiles(&panel, &all);
    let of_newest = profiles(&panel, &newest);
    assert!(!of_newest.is_empty() && of_all.ends_with(&of_newest));
}
