//! How each project of the population stands in each month (项目状态): how old it is, and how its time to the start
//! ended, as far as known by then.

use std::ops::Range;

use crate::names::{Name, Names};
use crate::panel::{Panel, PanelMonth};

/// Ages above this are not listed: 50 years.
pub const MOST_AGE_MONTHS: i32 = 600;

/// How the time from signing to start ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// With neither; it is still followed.
    Waiting,
    /// With the start.
    Started,
    /// With a termination before any start. Where both fall into one month, it started.
    Terminated,
}

/// Age of a project, and how its time to the start ended. Ages are months since signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUp {
    /// Its age in that month.
    pub age: u32,
    /// The age at the start, else at the termination, else in that month. Never above `age`.
    pub exit: u32,
}

/// One project of the population in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Place in [`Panel::months`].
    pub row: u32,
    /// Which project: its place among the histories.
    pub history: u32,
    /// Month.
    pub month: i32,
    /// Event.
    pub event: Name,
    /// Edition.
    pub cohort: Name,
    /// How it ended.
    pub outcome: Outcome,
    /// Nothing when the month of signing is not known or has not come: no age can be told.
    pub followed: Option<FollowUp>,
}

/// The population, month by month, within a month by event and edition.
#[derive(Debug, Clone, Default)]
pub struct Standings {
    /// The texts of the panel in order.
    pub names: Names,
    standings: Vec<Standing>,
    months: Vec<(i32, Range<usize>)>,
    n_histories: usize,
}

impl Standings {
    /// Of all months that are counted. One pass over the panel, one sort.
    pub fn of(panel: &Panel) -> Standings {
        Standings::since(panel, i32::MIN)
    }

    /// Of the newest `n_months` months of the panel alone. Their figures are the same as with all months: figures by age
    /// take the whole history of a project. For panels of many years, whose tables would grow with months × ages.
    pub fn of_newest_months(panel: &Panel, n_months: i32) -> Standings {
        let last = panel.months.iter().map(|row| row.month).max();
        Standings::since(panel, last.map_or(i32::MIN, |last| last.saturating_sub(n_months.max(1) - 1)))
    }

    fn since(panel: &Panel, first_month: i32) -> Standings {
        let names = Names::of(&panel.words);
        let mut standings = Vec::new();
        let (mut n_histories, mut first_row) = (0, 0);
        for history in panel.histories() {
            let of_history = standings_of(history, first_row, n_histories, &names);
            standings.extend(of_history.filter(|standing| standing.month >= first_month));
            first_row += history.len();
            n_histories += 1;
        }
        standings.sort_unstable_by_key(|one| (one.month, one.event, one.cohort, one.row));
        let months = ranges_of_months(&standings);
        Standings { names, standings, months, n_histories }
    }

    /// The months in order, each with its population.
    pub fn months(&self) -> impl DoubleEndedIterator<Item = (i32, &[Standing])> {
        self.months
            .iter()
            .map(|(month, range)| (*month, self.standings.get(range.clone()).unwrap_or_default()))
    }

    /// The last month; nothing when nobody is counted.
    pub fn last_month(&self) -> Option<(i32, &[Standing])> {
        self.months().next_back()
    }

    /// How many projects the panel has, counted or not.
    pub fn n_histories(&self) -> usize {
        self.n_histories
    }
}

fn ranges_of_months(standings: &[Standing]) -> Vec<(i32, Range<usize>)> {
    let mut end = 0;
    let range = |month: &[Standing]| {
        let start = end;
        end += month.len();
        Some((month.first()?.month, start..end))
    };
    standings.chunk_by(|left, right| left.month == right.month).filter_map(range).collect()
}

/// The counted months of one project.
fn standings_of<'a>(
    history: &'a [PanelMonth],
    first_row: usize,
    history_index: usize,
    names: &'a Names,
) -> impl Iterator<Item = Standing> + 'a {
    let mut milestones = Milestones::default();
    history.iter().enumerate().filter_map(move |(place, row)| {
        milestones.pass(row);
        let (outcome, followed) = milestones.ended(row);
        row.counted.then(|| Standing {
            row: (first_row + place) as u32,
            history: history_index as u32,
            month: row.month,
            event: names.name(row.event),
            cohort: names.name(row.cohort),
            outcome,
            followed,
        })
    })
}

/// What has been seen of a project up to a month.
#[derive(Default)]
struct Milestones {
    first_started: Option<i32>,
    first_terminated: Option<i32>,
}

impl Milestones {
    fn pass(&mut self, row: &PanelMonth) {
        if row.started {
            self.first_started.get_or_insert(row.month);
        }
        if row.terminated {
            self.first_terminated.get_or_insert(row.month);
        }
    }

    /// The stated month of the start counts where it has come; else the first month that shows it.
    fn ended(&self, row: &PanelMonth) -> (Outcome, Option<FollowUp>) {
        let stated = row.start_month.filter(|month| *month <= row.month);
        let (outcome, month) = if row.started {
            (Outcome::Started, stated.or(self.first_started))
        } else if row.terminated {
            (Outcome::Terminated, self.first_terminated)
        } else {
            (Outcome::Waiting, None)
        };
        let age = row.age.filter(|age| *age >= 0).map(|age| age.min(MOST_AGE_MONTHS));
        let months_since = month.map_or(0, |month| row.month.saturating_sub(month));
        let followed = age.map(|age| {
            let exit = row.age.unwrap_or(age).saturating_sub(months_since);
            FollowUp { age: age.unsigned_abs(), exit: exit.clamp(0, age).unsigned_abs() }
        });
        (outcome, followed)
    }
}

#[cfg(test)]
mod tests;
