//! Which unit has sent which month (报送情况): one line a unit, one cell a month.

use std::collections::BTreeSet;

use model::datasets::returns::ReturnRow;
use model::month::Month;

use crate::status::due::Due;

/// How it stands with one unit and one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Received, in time or nobody knows when.
    Received,
    /// Received after the due day.
    Late,
    /// Received, and replaced by a return that speaks of another unit or month.
    Superseded,
    /// Received, and nothing in it could be used.
    Rejected,
    /// Expected, and not received.
    Missing,
    /// Neither expected nor received.
    NotExpected,
}

/// One unit in one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitMonth {
    /// The month.
    pub month: Month,
    /// How it stands.
    pub state: State,
    /// The calendar of the pipeline expects a return.
    pub is_expected: bool,
    /// The file that counts.
    pub file: Option<String>,
    /// When the first one was received, RFC 3339.
    pub received_at: Option<String>,
    /// How many versions were received.
    pub revisions: usize,
}

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLine {
    /// Its code.
    pub unit_code: String,
    /// Its short name; its code where it has none.
    pub name: String,
    /// Its months, in order.
    pub months: Vec<UnitMonth>,
}

impl State {
    /// For programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Received => "received",
            State::Late => "late",
            State::Superseded => "superseded",
            State::Rejected => "rejected",
            State::Missing => "missing",
            State::NotExpected => "not_expected",
        }
    }

    /// Whether the unit has reported.
    pub const fn is_reported(self) -> bool {
        matches!(self, State::Received | State::Late | State::Superseded)
    }
}

impl UnitMonth {
    /// One unit in one month, from the files of both.
    pub fn of(month: Month, files: &[&ReturnRow], is_expected: bool, due: Due) -> UnitMonth {
        let with_status = |wanted: &[&str]| -> Vec<&ReturnRow> {
            files.iter().copied().filter(|row| wanted.contains(&row.status.as_str())).collect()
        };
        let reported = with_status(&["accepted", "superseded", "duplicate"]);
        let accepted = with_status(&["accepted"]);
        let rejected = with_status(&["rejected"]);
        let newest = |rows: &[&ReturnRow]| {
            rows.iter().max_by_key(|row| (row.revision, row.received_at.clone())).map(|row| row.file.clone())
        };
        let first = reported.iter().chain(&rejected).filter_map(|row| row.received_at.as_deref()).min();
        let in_time = reported.iter().filter_map(|row| due.is_late(month, row.received_at.as_deref())).min();
        let state = match (reported.as_slice(), rejected.as_slice()) {
            ([], []) if is_expected => State::Missing,
            ([], []) => State::NotExpected,
            ([], _) => State::Rejected,
            _ if in_time == Some(true) => State::Late,
            _ if accepted.is_empty() && reported.iter().all(|row| row.status == "superseded") => {
                State::Superseded
            }
            _ => State::Received,
        };
        let versions: BTreeSet<&str> = reported.iter().map(|row| row.return_id.as_str()).collect();
        UnitMonth {
            month,
            state,
            is_expected,
            file: newest(&accepted).or_else(|| newest(&reported)).or_else(|| newest(&rejected)),
            received_at: first.map(str::to_owned),
            revisions: versions.len(),
        }
    }
}

impl UnitLine {
    /// Expected months that were reported, and expected months.
    pub fn coverage(&self) -> (usize, usize) {
        let expected = || self.months.iter().filter(|month| month.is_expected);
        (expected().filter(|month| month.state.is_reported()).count(), expected().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time_zone::TimeZone;

    fn file(name: &str, status: &str, revision: i32, day: &str) -> ReturnRow {
        ReturnRow {
            return_id: name.to_owned(),
            file: name.to_owned(),
            status: status.to_owned(),
            revision: Some(revision),
            received_at: Some(format!("{day}T09:00:00+08:00")).filter(|_| !day.is_empty()),
            ..ReturnRow::default()
        }
    }

    fn check(files: &[ReturnRow], is_expected: bool, expected: (State, Option<&str>, usize)) {
        let due = Due { due_day: 10, zone: TimeZone::default() };
        let files: Vec<&ReturnRow> = files.iter().collect();
        let found = UnitMonth::of("2023-07".parse().unwrap(), &files, is_expected, due);
        assert_eq!((found.state, found.file.as_deref(), found.revisions), expected);
    }

    #[test]
    fn the_state_follows_from_the_files() {
        let [in_time, late] = ["2023-08-05", "2023-08-12"];
        check(&[], true, (State::Missing, None, 0));
        check(&[], false, (State::NotExpected, None, 0));
        check(&[file("a", "accepted", 1, in_time)], true, (State::Received, Some("a"), 1));
        check(&[file("a", "accepted", 1, late)], true, (State::Late, Some("a"), 1));
        check(&[file("a", "accepted", 1, "")], true, (State::Received, Some("a"), 1));
        check(&[file("a", "rejected", 1, in_time)], true, (State::Rejected, Some("a"), 0));
        check(&[file("a", "superseded", 1, in_time)], true, (State::Superseded, Some("a"), 1));
        check(&[file("a", "duplicate", 1, in_time)], true, (State::Received, Some("a"), 1));
    }

    #[test]
    fn a_later_version_counts_and_the_first_one_says_whether_it_was_in_time() {
        let files = [file("a", "superseded", 1, "2023-08-05"), file("b", "accepted", 2, "2023-08-20")];
        check(&files, true, (State::Received, Some("b"), 2));
        let files = [file("a", "rejected", 1, "2023-08-05"), file("b", "accepted", 1, "2023-08-20")];
        check(&files, true, (State::Late, Some("b"), 1));
    }

    #[test]
    fn only_expected_months_are_covered_or_not() {
        let month = |state, is_expected| UnitMonth {
            month: "2023-07".parse().unwrap(),
            state,
            is_expected,
            file: None,
            received_at: None,
            revisions: 0,
        };
        let months = vec![
            month(State::Late, true),
            month(State::Missing, true),
            month(State::Rejected, true),
            month(State::Received, false),
        ];
        let line = UnitLine { unit_code: "A".to_owned(), name: "A".to_owned(), months };
        assert_eq!(line.coverage(), (1, 3));
    }
}
