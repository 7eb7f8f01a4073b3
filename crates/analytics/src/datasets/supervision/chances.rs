//! The chance to start within the next 12 months (12个月内开工概率), from all projects of that month together.
//!
//! The curve of a month knows what the month knows: who started or was terminated by then, and who is still waiting.

use std::collections::BTreeMap;

use crate::hits::LEAST_PROJECTS;
use crate::panel::PanelMonth;
use crate::survival::kaplan_meier::{SurvivalStep, kaplan_meier};
use crate::survival::risk_sets::RiskSet;
use crate::survival::start_within::start_within;

/// How far the chance looks ahead.
pub const MONTHS_AHEAD: f64 = 12.0;

/// The note where the age is not known.
const NO_AGE: &str = "signing_unknown";

/// A chance, or why there is none.
pub type Chance = Result<f64, String>;

/// How many projects left the curve at each age.
#[derive(Debug, Clone, Default)]
pub struct Leaving(BTreeMap<i32, (u64, u64)>);

impl Leaving {
    /// Counts a project: to its start where that has been seen, else to its termination, else to this month. Who was
    /// started before it was signed, started at 0 months.
    pub fn count(&mut self, month: &PanelMonth, age_terminated: Option<i32>) {
        let Some(age) = month.age else { return };
        let start = month.start_month.filter(|start| *start <= month.month);
        let exit = match (start, age_terminated) {
            (Some(start), _) => age.saturating_sub(month.month.saturating_sub(start)),
            (None, Some(terminated)) if month.terminated => terminated,
            _ => age,
        };
        let (n_event, n_censored) = self.0.entry(exit.max(0)).or_default();
        *(if start.is_some() { n_event } else { n_censored }) += 1;
    }

    /// The Kaplan–Meier curve of all.
    pub fn curve(&self) -> Vec<SurvivalStep> {
        let mut n_risk: u64 = self.0.values().map(|(n_event, n_censored)| n_event + n_censored).sum();
        let set = |(age, (n_event, n_censored)): (&i32, &(u64, u64))| {
            let set = RiskSet {
                age_months: f64::from(*age),
                n_risk,
                n_event: *n_event,
                n_censored: *n_censored,
                weight_at_risk: n_risk as f64,
                events: Vec::new(),
            };
            n_risk -= n_event + n_censored;
            set
        };
        kaplan_meier(&self.0.iter().map(set).collect::<Vec<_>>())
    }
}

/// The chances of all months: each is worked out once for each age.
#[derive(Debug, Clone)]
pub struct Chances {
    chances: Vec<Chance>,
    of_month: BTreeMap<i32, u32>,
    curve: Vec<SurvivalStep>,
}

impl Chances {
    /// Before the first month.
    pub fn new() -> Chances {
        Chances { chances: vec![Err(NO_AGE.to_owned())], of_month: BTreeMap::new(), curve: Vec::new() }
    }

    /// Turns to another month.
    pub fn turn_to(&mut self, leaving: &Leaving) {
        self.curve = leaving.curve();
        self.of_month.clear();
    }

    /// The place of the chance of a project of that age which has not started.
    pub fn place(&mut self, age: Option<i32>) -> u32 {
        let Some(age) = age else { return 0 };
        if let Some(place) = self.of_month.get(&age) {
            return *place;
        }
        let chance = start_within(&self.curve, f64::from(age), MONTHS_AHEAD, LEAST_PROJECTS);
        let place = self.chances.len() as u32;
        self.chances.push(chance.map_err(|reason| reason.code().to_owned()));
        self.of_month.insert(age, place);
        place
    }

    /// The chance at a place.
    pub fn at(&self, place: u32) -> Option<&Chance> {
        self.chances.get(place as usize)
    }
}

impl Default for Chances {
    fn default() -> Chances {
        Chances::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::risk_sets::{Followed, risk_sets};

    #[test]
    fn counting_by_age_gives_the_curve_of_the_risk_sets() {
        let mut leaving = Leaving::default();
        let mut followed = Vec::new();
        for age in 0..30 {
            let start = (age % 3 == 0).then(|| 100 - age / 2);
            leaving.count(
                &PanelMonth { month: 100, age: Some(age), start_month: start, ..PanelMonth::default() },
                None,
            );
            let exit = f64::from(start.map_or(age, |start| age - (100 - start)));
            followed.push(Followed { entry: None, exit, happened: start.is_some() });
        }
        leaving.count(&PanelMonth::default(), None);
        assert_eq!(leaving.curve(), kaplan_meier(&risk_sets(&followed)));
    }

    #[test]
    fn a_chance_says_why_it_is_missing() {
        let mut chances = Chances::default();
        chances.turn_to(&Leaving::default());
        let (unknown, nobody) = (chances.place(None), chances.place(Some(3)));
        assert_eq!(chances.at(unknown), Some(&Err(NO_AGE.to_owned())));
        assert_eq!(chances.at(nobody), Some(&Err("nothing_observed".to_owned())));
        assert_eq!(chances.place(Some(3)), nobody);
        assert_eq!(chances.at(99), None);
    }
}
