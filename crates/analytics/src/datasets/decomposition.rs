//! The dataset `decomposition` (差异分解): why each edition differs from the one before, and whether a total turns its
//! parts around.
//!
//! The last month only. From each edition to the next in the order of their names, by industry, unit group and size
//! band: rates parted by Kitagawa into rate and composition, capital by Das Gupta and LMDI into contract volume, mix and
//! arrival rate, start rates with a common mix. Reversals are searched over all pairs of units, unit groups, industries
//! and size bands, with the editions as strata; cells of fewer than five projects are kept out. Projects of which no
//! edition is known belong to no step.

use model::datasets::decomposition::Decomposition;
use model::date::Date;
use model::month::Month;

use crate::cut_groups::DIMENSIONS;
use crate::datasets::effects::{Effect, Step, effects};
use crate::datasets::reversal_rows::reversal_rows;
use crate::edition_totals::{EditionTable, edition_tables};
use crate::finite::finite;
use crate::not_estimable::NotEstimable;
use crate::panel::Panel;
use crate::standings::Standings;
use crate::whole_numbers::count;

/// The dimension in which reversals are searched, but by which no step is parted: too many cells with too few projects.
const UNIT: &str = "unit";

/// The rows, sorted by key.
pub fn decomposition(panel: &Panel, standings: &Standings) -> Vec<Decomposition> {
    let Some((month, members)) = standings.last_month() else { return Vec::new() };
    let as_of = Month::from_index(month).last_day();
    let tables = DIMENSIONS.iter().flat_map(|dimension| edition_tables(dimension, members, panel, standings));
    let mut rows: Vec<Decomposition> = tables.flat_map(|table| rows_of(as_of, &table)).collect();
    rows.sort_by(|left, right| key(left).cmp(&key(right)));
    rows
}

fn key(row: &Decomposition) -> (Date, &str, [&str; 7]) {
    let Decomposition { event, from_cohort, to_cohort, measure, dimension, value, method, effect, .. } = row;
    (row.as_of, event, [from_cohort, to_cohort, measure, dimension, value, method, effect])
}

fn rows_of(as_of: Date, table: &EditionTable) -> Vec<Decomposition> {
    let mut rows = reversal_rows(as_of, table);
    if table.dimension == UNIT {
        return rows;
    }
    let editions: Vec<_> = table.editions.iter().zip(&table.totals).collect();
    for step in editions.windows(2) {
        let [(from_cohort, from), (to_cohort, to)] = step else { continue };
        let step = Step { values: &table.values, from, to };
        let row = |effect: Effect| row_of(as_of, table, (from_cohort, to_cohort), effect);
        rows.extend(effects(&step).into_iter().map(row));
    }
    rows
}

fn row_of(as_of: Date, table: &EditionTable, (from, to): (&str, &str), effect: Effect) -> Decomposition {
    let amount = effect.amount.and_then(finite);
    Decomposition {
        as_of,
        event: table.event.clone(),
        from_cohort: from.to_owned(),
        to_cohort: to.to_owned(),
        measure: effect.measure.to_owned(),
        dimension: table.dimension.to_owned(),
        value: effect.value,
        method: effect.method.to_owned(),
        effect: effect.effect.to_owned(),
        amount: amount.ok(),
        n_from: count(effect.n.0),
        n_to: count(effect.n.1),
        note: amount.err().map(NotEstimable::code).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests;
