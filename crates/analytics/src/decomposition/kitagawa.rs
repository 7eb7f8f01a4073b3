//! A difference of rates, parted into rate and composition (基塔加瓦分解). Source: Kitagawa 1955.
//!
//! Two parts: the change of each rate at the mean weight, the change of each weight at the mean rate; the same as
//! the two-fold Oaxaca–Blinder decomposition with weight one half. Three parts: both at the weights and rates of the
//! first side, and an interaction. An empty cell has no rate: it takes that of the other side, so that its effect is
//! one of composition only.

use crate::decomposition::cells::RatedCell;
use crate::finite::finite;
use crate::not_estimable::NotEstimable;

/// What one cell adds to the difference. Unit: that of the rate.
#[derive(Debug, Clone, PartialEq)]
pub struct CellEffect {
    /// The industry, unit or band.
    pub cell: String,
    /// Projects on the first side.
    pub n_from: u64,
    /// Projects on the second side.
    pub n_to: u64,
    /// By the change of its rate.
    pub rate: f64,
    /// By the change of its weight.
    pub composition: f64,
}

/// The difference in two parts.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoParts {
    /// The rate of the first side.
    pub from_rate: f64,
    /// The rate of the second side.
    pub to_rate: f64,
    /// Σ over cells of the rate effects.
    pub rate: f64,
    /// Σ over cells of the composition effects.
    pub composition: f64,
    /// Cell by cell.
    pub cells: Vec<CellEffect>,
}

impl TwoParts {
    /// The second rate less the first: the sum of both parts.
    pub fn difference(&self) -> f64 {
        self.to_rate - self.from_rate
    }
}

/// The difference in three parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThreeParts {
    /// The change of the rates at the weights of the first side.
    pub rate: f64,
    /// The change of the weights at the rates of the first side.
    pub composition: f64,
    /// Both changes together.
    pub interaction: f64,
}

/// Rate and composition. Refused when there are no cells, or a weight or rate is no number.
pub fn kitagawa_two_parts(cells: &[RatedCell]) -> Result<TwoParts, NotEstimable> {
    let changes = changes(cells)?;
    let effect = |(cell, change): (&RatedCell, &Change)| CellEffect {
        cell: cell.cell.clone(),
        n_from: cell.from.n_projects,
        n_to: cell.to.n_projects,
        rate: (change.to_weight + change.from_weight) / 2.0 * (change.to_rate - change.from_rate),
        composition: (change.to_rate + change.from_rate) / 2.0 * (change.to_weight - change.from_weight),
    };
    let effects: Vec<CellEffect> = cells.iter().zip(&changes).map(effect).collect();
    Ok(TwoParts {
        from_rate: changes.iter().map(|change| change.from_weight * change.from_rate).sum(),
        to_rate: changes.iter().map(|change| change.to_weight * change.to_rate).sum(),
        rate: effects.iter().map(|effect| effect.rate).sum(),
        composition: effects.iter().map(|effect| effect.composition).sum(),
        cells: effects,
    })
}

/// Rate, composition and interaction, seen from the first side. Refused as [`kitagawa_two_parts`] is.
pub fn kitagawa_three_parts(cells: &[RatedCell]) -> Result<ThreeParts, NotEstimable> {
    let changes = changes(cells)?;
    let sum = |part: fn(&Change) -> f64| changes.iter().map(part).sum();
    Ok(ThreeParts {
        rate: sum(|change| change.from_weight * (change.to_rate - change.from_rate)),
        composition: sum(|change| (change.to_weight - change.from_weight) * change.from_rate),
        interaction: sum(|change| {
            (change.to_weight - change.from_weight) * (change.to_rate - change.from_rate)
        }),
    })
}

/// One cell with a rate on both sides.
struct Change {
    from_weight: f64,
    to_weight: f64,
    from_rate: f64,
    to_rate: f64,
}

fn changes(cells: &[RatedCell]) -> Result<Vec<Change>, NotEstimable> {
    if cells.is_empty() {
        return Err(NotEstimable::NothingObserved);
    }
    cells.iter().map(change).collect()
}

fn change(cell: &RatedCell) -> Result<Change, NotEstimable> {
    // A cell that is empty on both sides weighs nothing, whatever its rate.
    let from_rate = cell.from.rate.or(cell.to.rate).unwrap_or(0.0);
    let to_rate = cell.to.rate.or(cell.from.rate).unwrap_or(0.0);
    Ok(Change {
        from_weight: finite(cell.from.weight)?,
        to_weight: finite(cell.to.weight)?,
        from_rate: finite(from_rate)?,
        to_rate: finite(to_rate)?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::decomposition::cells::{CellTotals, SideTotals, rated_cells};

    fn totals(counts: &[[u64; 4]]) -> Vec<CellTotals> {
        let side = |n: u64, k: u64| SideTotals { n_projects: n, base: n as f64, hits: k.min(n) as f64 };
        let cell = |&[n0, k0, n1, k1]: &[u64; 4]| CellTotals {
            cell: String::new(),
            from: side(n0, k0),
            to: side(n1, k1),
        };
        counts.iter().map(cell).collect()
    }

    #[test]
    fn an_empty_cell_is_composition_only() {
        let cells = rated_cells(&totals(&[[10, 5, 10, 8], [10, 2, 0, 0]])).unwrap();
        let parts = kitagawa_two_parts(&cells).unwrap();
        assert_eq!(parts.cells[1].rate, 0.0);
        assert!((parts.cells[1].composition + 0.1).abs() < 1e-15);
        assert!((parts.rate + parts.composition - parts.difference()).abs() < 1e-15);
        assert_eq!(rated_cells(&totals(&[[0, 0, 4, 1]])), Err(NotEstimable::NoDenominator));
        assert_eq!(kitagawa_two_parts(&[]), Err(NotEstimable::NothingObserved));
    }

    fn counts() -> impl Strategy<Value = Vec<[u64; 4]>> {
        let cell = [0_u64..40, 0_u64..40, 0_u64..40, 0_u64..40];
        proptest::collection::vec(cell, 1..8).prop_filter("both sides have projects", |cells| {
            cells.iter().any(|cell| cell[0] > 0) && cells.iter().any(|cell| cell[2] > 0)
        })
    }

    proptest! {
        #[test]
        fn exchanging_the_sides_exchanges_the_signs(counts in counts()) {
            let back: Vec<[u64; 4]> = counts.iter().map(|&[n0, k0, n1, k1]| [n1, k1, n0, k0]).collect();
            let there = kitagawa_two_parts(&rated_cells(&totals(&counts)).unwrap()).unwrap();
            let back = kitagawa_two_parts(&rated_cells(&totals(&back)).unwrap()).unwrap();
            prop_assert!((there.rate + back.rate).abs() < 1e-12);
            prop_assert!((there.composition + back.composition).abs() < 1e-12);
        }

        #[test]
        fn the_parts_sum_to_the_difference(counts in counts()) {
            let cells = rated_cells(&totals(&counts)).unwrap();
            let two = kitagawa_two_parts(&cells).unwrap();
            let three = kitagawa_three_parts(&cells).unwrap();
            prop_assert!((two.rate + two.composition - two.difference()).abs() < 1e-12);
            let sum = three.rate + three.composition + three.interaction;
            prop_assert!((sum - two.difference()).abs() < 1e-12);
        }
    }
}
