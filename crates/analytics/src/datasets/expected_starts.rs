//! The dataset `expected_starts` (预期开工): how many of those that wait will start within 12 months, by group.
//!
//! Whole editions and all editions together in every month, the other dimensions in the last month. The chance of each
//! project is `expected_start_12` of `supervision`, from the pooled curve of that month, whether rules of supervision
//! are given or not. The limits are those of the number of starts when each project starts or not by itself; that the
//! curve is an estimate too is not in them. Who has no chance is in no figure, and is counted beside.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

use model::datasets::expected_starts::ExpectedStarts;
use model::month::Month;

use crate::confidence::Confidence;
use crate::cut_groups::{DIMENSIONS, EditionGroup, editions, editions_by};
use crate::cut_key::{ALL, CutKey};
use crate::datasets::supervision::chances::{Chance, Chances, Leaving};
use crate::panel::{Panel, PanelMonth};
use crate::rates::poisson_binomial::event_limits;
use crate::standings::{Standing, Standings};

/// The rows, sorted by key.
pub fn expected_starts(panel: &Panel, standings: &Standings) -> Vec<ExpectedStarts> {
    let terminations = ages_at_termination(panel);
    let last = standings.last_month().map(|(month, _)| month);
    let mut chances = Chances::new();
    let mut rows = Vec::new();
    for (month, members) in standings.months() {
        let mut leaving = Leaving::default();
        for (standing, row) in members.iter().filter_map(|standing| row_of(panel, standing)) {
            leaving.count(row, terminations.get(standing.history as usize).copied().flatten());
        }
        chances.turn_to(&leaving);
        let mut groups = editions(members, &standings.names);
        if Some(month) == last {
            let by = |dimension| editions_by(dimension, members, panel, &standings.names);
            groups.extend(DIMENSIONS.iter().flat_map(by));
        }
        let as_of = Month::from_index(month);
        let waiting = with_sums(panel, &groups, &mut chances);
        rows.extend(waiting.iter().map(|(key, waiting)| waiting.row(as_of, key)));
    }
    rows
}

fn row_of<'a>(panel: &'a Panel, standing: &'a Standing) -> Option<(&'a Standing, &'a PanelMonth)> {
    Some((standing, panel.months.get(standing.row as usize)?))
}

/// The age of each project in the first month that shows it terminated with a known age.
fn ages_at_termination(panel: &Panel) -> Vec<Option<i32>> {
    let age =
        |history: &[PanelMonth]| history.iter().filter(|month| month.terminated).find_map(|month| month.age);
    panel.histories().map(age).collect()
}

/// The projects of a group that wait for their start.
#[derive(Debug, Default, Clone, PartialEq)]
struct Waiting {
    chances: Vec<f64>,
    n_not_estimable: i64,
    reasons: BTreeSet<String>,
}

impl AddAssign<&Waiting> for Waiting {
    fn add_assign(&mut self, other: &Waiting) {
        self.chances.extend_from_slice(&other.chances);
        self.n_not_estimable += other.n_not_estimable;
        self.reasons.extend(other.reasons.iter().cloned());
    }
}

/// The groups and their sums over editions, sorted by key. An edition that is called `all` is in the sum alone.
fn with_sums(panel: &Panel, groups: &[EditionGroup], chances: &mut Chances) -> BTreeMap<CutKey, Waiting> {
    let mut summed: BTreeMap<CutKey, Waiting> = BTreeMap::new();
    for group in groups {
        let waiting = Waiting::of(panel, group, chances);
        let whole = CutKey { cohort: ALL.to_owned(), ..group.key.clone() };
        *summed.entry(whole).or_default() += &waiting;
        if !group.key.is_all_editions() {
            summed.insert(group.key.clone(), waiting);
        }
    }
    summed
}

impl Waiting {
    fn of(panel: &Panel, group: &EditionGroup, chances: &mut Chances) -> Waiting {
        let mut waiting = Waiting::default();
        let rows = group.members.iter().filter_map(|standing| row_of(panel, standing));
        for (_, month) in rows.filter(|(_, month)| is_waiting(month)) {
            let place = chances.place(month.age);
            if let Some(chance) = chances.at(place) {
                waiting.take(chance);
            }
        }
        waiting
    }

    fn take(&mut self, chance: &Chance) {
        match chance {
            Ok(chance) => self.chances.push(*chance),
            Err(reason) => {
                self.n_not_estimable += 1;
                if !self.reasons.contains(reason) {
                    self.reasons.insert(reason.clone());
                }
            }
        }
    }

    fn row(&self, month: Month, key: &CutKey) -> ExpectedStarts {
        let n_estimated = self.chances.len() as i64;
        let has_figure = n_estimated > 0 || self.n_not_estimable == 0;
        let limits = has_figure.then(|| event_limits(&self.chances, Confidence::P95));
        let reasons: Vec<&str> = self.reasons.iter().map(String::as_str).collect();
        ExpectedStarts {
            as_of: month.last_day(),
            event: key.event.clone(),
            cohort: key.cohort.clone(),
            dimension: key.dimension.to_owned(),
            value: key.value.clone(),
            n_waiting: n_estimated + self.n_not_estimable,
            n_estimated,
            n_not_estimable: self.n_not_estimable,
            // from 0.0 on: the empty sum of floating point numbers is -0.0
            expected: has_figure.then(|| self.chances.iter().fold(0.0, |sum, chance| sum + chance)),
            low: limits.map(|limits| limits.low as i64),
            high: limits.map(|limits| limits.high as i64),
            note: (!reasons.is_empty()).then(|| reasons.join(",")),
        }
    }
}

/// The same projects for which `supervision` asks for a chance.
fn is_waiting(month: &PanelMonth) -> bool {
    !month.started && !month.terminated && !month.in_production
}

#[cfg(test)]
mod tests;
