//! The bridges between all months of one panel that follow each other (逐月分解), in one sweep.

use std::collections::BTreeSet;

use crate::datasets::changes::cells::{Cutting, Dimension};
use crate::datasets::changes::parts::{Collected, Part};
use crate::datasets::changes::steps::Turn;
use crate::datasets::spelling::Spelling;
use crate::panel::{Panel, PanelMonth, Word};

/// The parts of every bridge from a month of the panel to the next that it has, and those months.
pub fn month_pairs(panel: &Panel, spelling: &Spelling, re_signed: &BTreeSet<Word>) -> (Vec<Part>, Vec<i32>) {
    let months = months_of(panel);
    let cutting = Cutting::new(spelling, 0, Dimension::All);
    let mut sweep = Sweep { months: &months, cutting, re_signed, collected: Collected::default() };
    panel.histories().for_each(|history| sweep.take(history));
    let n_states = months.len() as u32;
    (sweep.collected.finish(n_states, spelling.all()), months)
}

/// The months of a panel, each once.
fn months_of(panel: &Panel) -> Vec<i32> {
    let mut months: Vec<i32> = panel.months.iter().map(|month| month.month).collect();
    months.sort_unstable();
    months.dedup();
    months
}

struct Sweep<'a> {
    months: &'a [i32],
    cutting: Cutting<'a>,
    re_signed: &'a BTreeSet<Word>,
    collected: Collected,
}

impl Sweep<'_> {
    /// Takes one project. A month that is missing between others counts as if the project had left and come back.
    fn take(&mut self, history: &[PanelMonth]) {
        let mut before: Option<(usize, &PanelMonth)> = None;
        for month in history.chunk_by(|left, right| left.month == right.month).filter_map(<[_]>::last) {
            let Ok(state) = self.months.binary_search(&month.month) else { continue };
            self.collected.count(state as u32, month, &self.cutting);
            match before {
                Some((last, old)) if last + 1 == state => self.turn(last, Some(old), Some(month)),
                _ => {
                    before.iter().for_each(|(last, old)| self.turn(*last, Some(old), None));
                    state.checked_sub(1).iter().for_each(|from| self.turn(*from, None, Some(month)));
                }
            }
            before = Some((state, month));
        }
        before.iter().for_each(|(last, old)| self.turn(*last, Some(old), None));
    }

    fn turn(&mut self, from: usize, before: Option<&PanelMonth>, after: Option<&PanelMonth>) {
        if from + 1 >= self.months.len() {
            return;
        }
        let project = before.or(after).map(|month| self.cutting.project(month));
        let is_re_signed = project.is_some_and(|project| self.re_signed.contains(&project));
        let turn = Turn { before, after, from_month: self.months[from], is_re_signed };
        self.collected.turn(from as u32, &turn, (&self.cutting, &self.cutting));
    }
}
