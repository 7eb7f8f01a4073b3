//! Why a figure was revised (修订原因): the bridge from one vintage to the next, for all months and dimensions at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::datasets::changes::cells::{Cell, Cutting, Dimension};
use crate::datasets::changes::components::Component;
use crate::datasets::changes::measures::{Measure, N_MEASURES};
use crate::datasets::changes::steps::{Turn, steps};
use crate::datasets::spelling::Spelling;
use crate::panel::{Panel, PanelMonth, Word};

/// The causes, in the order in which they are named when two weigh the same.
const CAUSES: [&str; 6] = ["late", "removed", "revised", "retracted", "reclassified", "re_signed"];

/// What each cause adds to one figure.
type ByCause = [i64; CAUSES.len()];

/// What each cause adds to each sum, by month, dimension and cell.
#[derive(Debug, Default)]
pub struct Causes(BTreeMap<(i32, Dimension, Cell), [ByCause; N_MEASURES]>);

/// Two vintages, as they stand among the panels of a spelling.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The earlier panel, and its place.
    pub before: (&'a Panel, usize),
    /// The later panel, and its place.
    pub after: (&'a Panel, usize),
}

impl Causes {
    /// From one vintage to the next. Months that only one of the two knows are not bridged.
    pub fn between(pair: Pair<'_>, spelling: &Spelling, re_signed: &BTreeSet<Word>) -> Causes {
        let mut causes = Causes::default();
        let months =
            |panel: &Panel| -> BTreeSet<i32> { panel.months.iter().map(|month| month.month).collect() };
        let shared: BTreeSet<i32> =
            months(pair.before.0).intersection(&months(pair.after.0)).copied().collect();
        let cutting = |(_, panel): (&Panel, usize), dimension| Cutting::new(spelling, panel, dimension);
        let cuttings = Dimension::ALL.map(|one| (one, cutting(pair.before, one), cutting(pair.after, one)));
        for turn in turns(pair, spelling, re_signed).filter(|turn| shared.contains(&turn.from_month)) {
            for (dimension, before, after) in &cuttings {
                causes.take(&turn, *dimension, before, after);
            }
        }
        causes
    }

    fn take(&mut self, turn: &Turn<'_>, dimension: Dimension, before: &Cutting<'_>, after: &Cutting<'_>) {
        let nowhere = Cell { event: 0, cohort: 0, value: 0 };
        let old = turn.before.map_or(nowhere, |month| before.cell(month));
        let new = turn.after.map_or(nowhere, |month| after.cell(month));
        let all = (before.of_all_editions(old), after.of_all_editions(new));
        for cells in [(old, new), all] {
            steps(turn, cells, &mut |step| {
                let key = (turn.from_month, dimension, step.cell);
                let sums = self.0.entry(key).or_insert([[0; CAUSES.len()]; N_MEASURES]);
                let sum = &mut sums[step.measure.place()][cause(step.component)];
                *sum = sum.saturating_add(step.amount);
            });
        }
    }

    /// The cause that weighs most in a figure made of these sums, each measured against its level.
    pub fn largest(
        &self,
        key: (i32, Dimension, Cell),
        sums: impl Iterator<Item = (Measure, i64)>,
    ) -> Option<&'static str> {
        let found = self.0.get(&key)?;
        let mut weights = [0.0; CAUSES.len()];
        for (measure, level) in sums {
            let level = level.unsigned_abs().max(1) as f64;
            let amounts = found[measure.place()];
            weights
                .iter_mut()
                .zip(amounts)
                .for_each(|(sum, amount)| *sum += amount.unsigned_abs() as f64 / level);
        }
        let largest = weights.iter().copied().fold(0.0, f64::max);
        let place = weights.iter().position(|weight| *weight == largest && largest > 0.0)?;
        CAUSES.get(place).copied()
    }
}

/// The place of the cause of a component.
fn cause(component: Component) -> usize {
    match component {
        Component::Arrived
        | Component::ListedLate
        | Component::New
        | Component::Produced
        | Component::Reinstated
        | Component::Started
        | Component::Opening
        | Component::Closing => 0,
        Component::Removed | Component::Suspended | Component::Terminated => 1,
        Component::Revised => 2,
        Component::Retracted | Component::Corrected => 3,
        Component::Reclassified => 4,
        Component::ReSigned => 5,
    }
}

/// Every project in every month, in both panels, in one pass: both are sorted by project and month.
fn turns<'a>(
    pair: Pair<'a>,
    spelling: &'a Spelling,
    re_signed: &'a BTreeSet<Word>,
) -> impl Iterator<Item = Turn<'a>> {
    let ranks = (spelling.ranks(pair.before.1), spelling.ranks(pair.after.1));
    let mut before = pair.before.0.months.iter().peekable();
    let mut after = pair.after.0.months.iter().peekable();
    std::iter::from_fn(move || {
        let old = before.peek().map(|month| (ranks.0.of(month.project), month.month));
        let new = after.peek().map(|month| (ranks.1.of(month.project), month.month));
        let next = old.into_iter().chain(new).min()?;
        let take = |is_next: bool, months: &mut std::iter::Peekable<std::slice::Iter<'a, PanelMonth>>| {
            if is_next { months.next() } else { None }
        };
        Some(Turn {
            before: take(old == Some(next), &mut before),
            after: take(new == Some(next), &mut after),
            from_month: next.1,
            is_re_signed: re_signed.contains(&next.0),
        })
    })
}
