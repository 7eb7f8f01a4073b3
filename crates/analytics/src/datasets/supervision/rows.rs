//! The lights as rows of `supervision` (督办清单): kept small until a row is asked for.

use model::datasets::supervision::Supervision;
use model::month::Month;

use crate::datasets::supervision::chances::Chances;
use crate::datasets::supervision::plans::Plans;
use crate::datasets::supervision::rules::RuleSet;
use crate::datasets::supervision::sweep::{Sweep, Watched};
use crate::panel::{Panel, Word};

/// Every project of the population in every month, lit.
pub struct Lit<'a> {
    panel: &'a Panel,
    rules: &'a RuleSet,
    chances: Chances,
    watched: Vec<Watched>,
}

impl<'a> Lit<'a> {
    /// Lights the whole panel.
    pub fn of(panel: &'a Panel, rules: &'a RuleSet, plans: &'a Plans) -> Lit<'a> {
        let sweep = Sweep::through(panel, rules, plans);
        Lit { panel, rules, chances: sweep.chances, watched: sweep.watched }
    }

    /// The rows, sorted by key.
    pub fn rows(&self) -> impl Iterator<Item = Supervision> {
        self.watched.iter().filter_map(|watched| self.row(watched))
    }

    fn row(&self, watched: &Watched) -> Option<Supervision> {
        let month = self.panel.months.get(watched.row as usize)?;
        let text = |word: Word| self.panel.words.text(word).to_owned();
        let chance = watched.chance.and_then(|place| self.chances.at(place));
        Some(Supervision {
            as_of: Month::from_index(month.month).last_day(),
            project_id: text(month.project),
            unit_code: (month.unit != 0).then(|| text(month.unit)),
            light: watched.light.as_str().to_owned(),
            rules: self.rules.ids(watched.fired),
            actions: self.rules.actions(watched.fired),
            months_since_signing: month.age,
            months_overdue: watched.months_overdue,
            months_unchanged: watched.months_unchanged,
            streak: watched.streak,
            yellow_streak: watched.yellow_streak,
            expected_start_12: chance.and_then(|chance| chance.as_ref().ok().copied()),
            expected_start_note: chance.and_then(|chance| chance.as_ref().err().cloned()),
        })
    }
}

/// The dataset `supervision`: every month of the panel.
pub fn supervision(panel: &Panel, rules: &RuleSet, plans: &Plans) -> Vec<Supervision> {
    Lit::of(panel, rules, plans).rows().collect()
}
