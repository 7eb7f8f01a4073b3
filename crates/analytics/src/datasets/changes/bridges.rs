//! Bridges as rows of `changes` (变动分解表): kept small until a row is asked for.

use std::collections::BTreeSet;

use model::datasets::changes::Change;
use model::month::Month;

use crate::datasets::changes::cells::{Cutting, Dimension};
use crate::datasets::changes::month_pairs::month_pairs;
use crate::datasets::changes::parts::Part;
use crate::datasets::changes::states::{BridgeTerms, bridge};
use crate::datasets::spelling::Spelling;
use crate::panel::{Panel, PanelMonth, Word};

/// What a figure is about, and what was known when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// The month.
    pub as_of: Month,
    /// Returns received up to then; nothing when all bridges lie within one vintage.
    pub known_at: Option<String>,
}

/// Bridges between stands that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bridges {
    /// The stands.
    pub stands: Vec<Stand>,
    /// Every part, in order.
    pub parts: Vec<Part>,
    spelling: Spelling,
}

impl Bridges {
    /// From each month of a panel to the next. `re_signed` names the projects that were signed again, and those that
    /// they were signed again as.
    pub fn between_months(panel: &Panel, re_signed: &BTreeSet<String>) -> Bridges {
        let spelling = Spelling::of(&[panel]);
        let (parts, months) = month_pairs(panel, &spelling, &ranks_of(re_signed, &spelling));
        let stand = |month| Stand { as_of: Month::from_index(month), known_at: None };
        Bridges { stands: months.into_iter().map(stand).collect(), parts, spelling }
    }

    /// From one stand to another, each in its own panel.
    pub fn between_vintages(
        before: (&Panel, Stand),
        after: (&Panel, Stand),
        re_signed: &BTreeSet<String>,
    ) -> Bridges {
        let spelling = Spelling::of(&[before.0, after.0]);
        let terms = BridgeTerms {
            before: Cutting::new(&spelling, 0, Dimension::All),
            after: Cutting::new(&spelling, 1, Dimension::All),
            from_month: before.1.as_of.index(),
            all: spelling.all(),
            re_signed: &ranks_of(re_signed, &spelling),
        };
        let parts = bridge(&state(before.0, &before.1), &state(after.0, &after.1), &terms);
        Bridges { stands: vec![before.1, after.1], parts, spelling }
    }

    /// The rows, sorted by key. Bridges of several vintages of one month do not belong into one file: the key names no
    /// vintage, as a key has no missing value.
    pub fn rows(&self) -> impl Iterator<Item = Change> {
        let of_measure = |left: &Part, right: &Part| {
            (left.from_state, left.cell, left.measure) == (right.from_state, right.cell, right.measure)
        };
        let numbered = self.parts.chunk_by(of_measure).flat_map(|parts| (0..).zip(parts));
        numbered.filter_map(|(step, part)| self.row(step, part))
    }

    fn row(&self, step: i32, part: &Part) -> Option<Change> {
        let from = self.stands.get(part.from_state as usize)?;
        let to = self.stands.get(part.from_state as usize + 1)?;
        let text = |rank: Word| self.spelling.text(rank).to_owned();
        Some(Change {
            from_as_of: from.as_of.last_day(),
            to_as_of: to.as_of.last_day(),
            from_known_at: from.known_at.clone(),
            to_known_at: to.known_at.clone(),
            event: text(part.cell.event),
            cohort: text(part.cell.cohort),
            measure: part.measure.as_str().to_owned(),
            step,
            component: part.component.as_str().to_owned(),
            amount: part.amount,
            project_id: part.project.map(text),
        })
    }
}

/// The dataset `changes`: the bridges between all months of a panel that follow each other.
pub fn changes(panel: &Panel, re_signed: &BTreeSet<String>) -> Vec<Change> {
    Bridges::between_months(panel, re_signed).rows().collect()
}

/// The months of a panel that a stand is about.
fn state(panel: &Panel, stand: &Stand) -> Vec<PanelMonth> {
    panel.months.iter().filter(|month| month.month == stand.as_of.index()).copied().collect()
}

fn ranks_of(projects: &BTreeSet<String>, spelling: &Spelling) -> BTreeSet<Word> {
    projects.iter().filter_map(|project| spelling.rank_of(project)).collect()
}
