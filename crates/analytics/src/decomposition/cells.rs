//! Two sides of a comparison, cell by cell (两侧各格): such as the editions of 2020 and 2022 by industry.

use crate::finite::ratio;
use crate::not_estimable::NotEstimable;

/// One cell on both sides, as counted.
#[derive(Debug, Clone, PartialEq)]
pub struct CellTotals {
    /// The industry, unit or band.
    pub cell: String,
    /// The first side.
    pub from: SideTotals,
    /// The second side.
    pub to: SideTotals,
}

/// What was counted of one cell on one side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SideTotals {
    /// Projects, to be shown beside the effect.
    pub n_projects: u64,
    /// What the rate is of: projects, or contract value.
    pub base: f64,
    /// What the rate counts: started projects, or capital.
    pub hits: f64,
}

/// One cell on both sides, as weights and rates.
#[derive(Debug, Clone, PartialEq)]
pub struct RatedCell {
    /// The industry, unit or band.
    pub cell: String,
    /// The first side.
    pub from: SideRate,
    /// The second side.
    pub to: SideRate,
}

/// Weight and rate of one cell on one side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SideRate {
    /// Projects, to be shown beside the effect.
    pub n_projects: u64,
    /// The share of the cell in its side.
    pub weight: f64,
    /// The rate of the cell. Missing when the cell is empty.
    pub rate: Option<f64>,
}

/// Weights and rates from counts: the weight is the base of the cell over that of its side. Refused when a side has
/// no base, or a count is negative or no number.
pub fn rated_cells(totals: &[CellTotals]) -> Result<Vec<RatedCell>, NotEstimable> {
    let from_base = side_base(totals.iter().map(|cell| cell.from))?;
    let to_base = side_base(totals.iter().map(|cell| cell.to))?;
    let rated = |cell: &CellTotals| RatedCell {
        cell: cell.cell.clone(),
        from: side_rate(cell.from, from_base),
        to: side_rate(cell.to, to_base),
    };
    Ok(totals.iter().map(rated).collect())
}

fn side_base(sides: impl Iterator<Item = SideTotals>) -> Result<f64, NotEstimable> {
    let mut sum = 0.0;
    for side in sides {
        if !side.base.is_finite() || !side.hits.is_finite() {
            return Err(NotEstimable::NotANumber);
        }
        if side.base < 0.0 {
            return Err(NotEstimable::NegativeValue);
        }
        sum += side.base;
    }
    if sum > 0.0 { Ok(sum) } else { Err(NotEstimable::NoDenominator) }
}

fn side_rate(side: SideTotals, base: f64) -> SideRate {
    let rate = ratio(side.hits, side.base).ok();
    SideRate { n_projects: side.n_projects, weight: side.base / base, rate }
}
