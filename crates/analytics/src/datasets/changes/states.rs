//! The bridge between two states of any kind (任意两个状态): two months, two vintages, or both.

use std::collections::{BTreeMap, BTreeSet};

use crate::datasets::changes::cells::Cutting;
use crate::datasets::changes::parts::{Collected, Part};
use crate::datasets::changes::steps::Turn;
use crate::panel::{PanelMonth, Word};

/// What a bridge has to know besides the two states.
#[derive(Debug, Clone)]
pub struct BridgeTerms<'a> {
    /// How the months of the first state fall into cells.
    pub before: Cutting<'a>,
    /// How those of the second do.
    pub after: Cutting<'a>,
    /// The month of the first state: who was signed after it is new.
    pub from_month: i32,
    /// The rank of the word for all editions.
    pub all: Word,
    /// Ranks of the projects that were signed again, and of those that they were signed again as.
    pub re_signed: &'a BTreeSet<Word>,
}

/// Every part of the bridge, in order: opening + steps = closing for each cell and measure.
///
/// Each state has one month of each project that it knows, in any order; of several the last one is taken.
pub fn bridge(before: &[PanelMonth], after: &[PanelMonth], terms: &BridgeTerms<'_>) -> Vec<Part> {
    let mut turns: BTreeMap<Word, Turn<'_>> = BTreeMap::new();
    let turn = |project: Word| Turn {
        from_month: terms.from_month,
        is_re_signed: terms.re_signed.contains(&project),
        ..Turn::default()
    };
    for month in before {
        let project = terms.before.project(month);
        turns.entry(project).or_insert_with(|| turn(project)).before = Some(month);
    }
    for month in after {
        let project = terms.after.project(month);
        turns.entry(project).or_insert_with(|| turn(project)).after = Some(month);
    }
    let mut collected = Collected::default();
    for turn in turns.values() {
        turn.before.iter().for_each(|month| collected.count(0, month, &terms.before));
        turn.after.iter().for_each(|month| collected.count(1, month, &terms.after));
        collected.turn(0, turn, (&terms.before, &terms.after));
    }
    collected.finish(2, terms.all)
}
