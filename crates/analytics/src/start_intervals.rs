//! Between which returns each start fell (开工区间): what the interval-censored curve is made from.
//!
//! A start shown by the return of age a fell after the last return that says not started, and by a; with returns every
//! month that is (a − 1, a]. A start that is stated for a month before the return that shows it fell in that month. A
//! project whose first return shows it started may have started at any time up to then. Ages are months since signing.

use crate::panel::{Panel, PanelMonth};
use crate::standings::{FollowUp, Outcome, Standing};
use crate::survival::innermost_intervals::EventInterval;

/// One interval for each member with an age; who was never reported waiting nor started says nothing and has none.
pub fn start_intervals(panel: &Panel, members: &[Standing]) -> Vec<EventInterval> {
    members.iter().filter_map(|standing| start_interval(panel, standing)).collect()
}

fn start_interval(panel: &Panel, standing: &Standing) -> Option<EventInterval> {
    let followed = standing.followed?;
    let until = panel.months.get(..=standing.row as usize)?;
    let project = until.last()?.project;
    let newest_first = || until.iter().rev().take_while(|row| row.project == project);
    let last_waiting = newest_first().find(|row| says_waiting(row)).and_then(|row| row.age);
    let last_waiting = last_waiting.filter(|age| *age >= 0).map(f64::from);
    match standing.outcome {
        Outcome::Started => {
            let shown =
                newest_first().filter(|row| row.reported && row.started).filter_map(|row| row.age).min();
            Some(started(followed, shown, last_waiting))
        }
        Outcome::Waiting | Outcome::Terminated => {
            let until = f64::from(followed.exit);
            last_waiting.map(|age| EventInterval { after: Some(age.min(until)), by: None, weight: 1.0 })
        }
    }
}

fn says_waiting(row: &PanelMonth) -> bool {
    row.reported && row.start_known && !row.started
}

/// `shown` is the age of the first return that shows the start.
fn started(followed: FollowUp, shown: Option<i32>, last_waiting: Option<f64>) -> EventInterval {
    let start = f64::from(followed.exit);
    let is_stated = shown.is_none_or(|shown| start < f64::from(shown));
    let month_before = (start > 0.0).then_some(start - 1.0);
    let after = if is_stated { month_before } else { last_waiting.filter(|waiting| *waiting < start) };
    EventInterval { after, by: Some(start), weight: 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standings::Standings;
    use crate::test_panels::{TestProject, panel_of, rows_until};

    #[track_caller]
    fn check(project: &TestProject, reported: &[i32], expected: Option<(Option<f64>, Option<f64>)>) {
        let mut rows = rows_until(std::slice::from_ref(project), 6);
        for row in &mut rows {
            row.reported = row.months_since_signing.is_some_and(|age| reported.contains(&age));
        }
        let panel = panel_of(&rows);
        let (_, month) = Standings::of(&panel).last_month().map(|(at, month)| (at, month.to_vec())).unwrap();
        let interval = start_intervals(&panel, &month).first().map(|interval| (interval.after, interval.by));
        assert_eq!(interval, expected);
    }

    #[test]
    fn a_start_fell_between_the_returns_around_it() {
        let started = TestProject { started_at: Some(4), ..TestProject::new("P") };
        check(&started, &[0, 1, 2, 3, 4, 5], Some((Some(3.0), Some(4.0))));
        check(&started, &[0, 1, 4, 5], Some((Some(1.0), Some(4.0))));
        check(&started, &[4], Some((None, Some(4.0))));
        check(&started, &[1, 6], Some((Some(3.0), Some(4.0)))); // stated for a month without a return
        check(&TestProject { started_at: Some(0), ..started }, &[2], Some((None, Some(0.0))));
    }

    #[test]
    fn who_waits_has_not_started_by_the_last_return() {
        let waiting = TestProject::new("P");
        check(&waiting, &[0, 3], Some((Some(3.0), None)));
        check(&waiting, &[], None);
        check(&TestProject { terminated_at: Some(2), ..waiting.clone() }, &[1], Some((Some(1.0), None)));
        check(&TestProject { is_dated: false, ..waiting }, &[1], None);
    }
}
