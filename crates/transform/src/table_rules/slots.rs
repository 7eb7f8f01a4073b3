//! The months of every project and part in which it speaks (面板月份): the frame that the facts are laid on.

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::date::Date;
use model::field::Field;
use model::month::Month;
use polars::prelude::{DataFrame, PolarsResult, df};

use crate::judged_record::JudgedRecord;
use crate::projects::KnownProject;
use crate::table_rules::facts::Fact;
use crate::table_rules::panel_columns::{COUNTED, MONTH, SINCE, STARTED_BY_DATE};
use crate::table_rules::turns::{Turns, turns};

/// One month of the life of a project or part.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Project or part.
    pub project_id: String,
    /// The project under which it is counted.
    pub counted_project_id: String,
    /// Month.
    pub month: i32,
    /// From which month on what was said is carried forward. A whole that speaks again forgets what it said before its
    /// parts took over, for they have said more since; a part has nobody else who speaks for it, and keeps its own.
    pub since: i32,
    /// Before the first return that speaks of the project: what stated dates say of a start by then.
    pub started_by_date: Option<bool>,
}

/// Every month of every project and part, from its signing to `last`, sorted. A whole has none from the month in which
/// its parts are reported instead, and a part none from the month in which its whole is, until it is reported again.
pub fn slots(
    known: &BTreeMap<String, KnownProject>,
    counted: &[&JudgedRecord],
    facts: &[Fact],
    last: Month,
) -> Vec<Slot> {
    let starts = stated_starts(counted);
    let turns = turns(known, facts);
    let never = Turns::default();
    let mut slots = Vec::new();
    for (project_id, known_project) in known {
        let project = &known_project.project;
        let is_part = project.counted_project_id != *project_id;
        let turns = turns.get(project_id.as_str()).unwrap_or(&never);
        let first = turns.first();
        let signed = project.sign_date.map(|date| Month::of(date).index()).filter(|_| !is_part);
        let Some(begin) = signed.into_iter().chain(first).min() else { continue };
        let start = starts.get(project_id.as_str()).copied();
        let mut since = begin;
        for month in begin..=last.index() {
            if !turns.speaks_in(month) {
                since = if is_part { begin } else { month + 1 };
                continue;
            }
            slots.push(Slot {
                project_id: project_id.clone(),
                counted_project_id: project.counted_project_id.clone(),
                month,
                since,
                started_by_date: before_first(month, first, start),
            });
        }
    }
    slots
}

fn before_first(month: i32, first: Option<i32>, start: Option<Date>) -> Option<bool> {
    let before = first.is_none_or(|first| month < first);
    start.filter(|_| before).map(|start| Month::of(start).index() <= month)
}

/// The start that the latest record with one states, by project; a part speaks for its whole too.
fn stated_starts<'a>(counted: &[&'a JudgedRecord]) -> BTreeMap<&'a str, Date> {
    let mut latest: BTreeMap<&str, (Month, Date)> = BTreeMap::new();
    for JudgedRecord { record, linked, .. } in counted {
        let (Some(month), Some(start)) = (record.period, record.good_date(Field::StartDate)) else {
            continue;
        };
        for project in [&linked.link.project_id, &linked.counted_project_id] {
            let entry = latest.entry(project).or_insert((month, start.date));
            if month > entry.0 || (month == entry.0 && start.date < entry.1) {
                *entry = (month, start.date);
            }
        }
    }
    latest.into_iter().map(|(project, (_, start))| (project, start)).collect()
}

/// The slots as a frame, keyed by project and month.
pub fn slots_frame(slots: &[Slot]) -> PolarsResult<DataFrame> {
    df!(
        ProjectMonth::project_id().name => slots.iter().map(|slot| slot.project_id.as_str()).collect::<Vec<_>>(),
        MONTH.name => slots.iter().map(|slot| slot.month).collect::<Vec<_>>(),
        COUNTED.name => slots.iter().map(|slot| slot.counted_project_id.as_str()).collect::<Vec<_>>(),
        SINCE.name => slots.iter().map(|slot| slot.since).collect::<Vec<_>>(),
        STARTED_BY_DATE.name => slots.iter().map(|slot| slot.started_by_date).collect::<Vec<_>>(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::datasets::projects::Project;

    #[test]
    fn a_whole_that_speaks_again_forgets_and_a_part_does_not() {
        let known_project = |id: &str| {
            let project = Project {
                project_id: id.to_owned(),
                counted_project_id: "A".to_owned(),
                sign_date: "2023-01-15".parse().ok(),
                ..Project::default()
            };
            (id.to_owned(), KnownProject { project, ..KnownProject::default() })
        };
        let known = BTreeMap::from([known_project("A"), known_project("A-1")]);
        let january = Month::from_index(2023 * 12);
        let fact = |project_id: &str, month| Fact {
            project_id: project_id.to_owned(),
            month: january.plus(month - 1).index(),
            ..Fact::default()
        };
        let facts = [fact("A", 2), fact("A", 5), fact("A-1", 3), fact("A-1", 6)];
        let slots = slots(&known, &[], &facts, january.plus(6));
        let of_year = |month: i32| month - january.index() + 1;
        let found: Vec<(&str, i32, i32)> = slots
            .iter()
            .map(|slot| (slot.project_id.as_str(), of_year(slot.month), of_year(slot.since)))
            .collect();
        let whole = [("A", 1, 1), ("A", 2, 1), ("A", 5, 5)];
        let part = [("A-1", 3, 3), ("A-1", 4, 3), ("A-1", 6, 3), ("A-1", 7, 3)];
        assert_eq!(found, [whole.as_slice(), part.as_slice()].concat());
    }
}
