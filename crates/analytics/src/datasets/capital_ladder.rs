//! The triangle behind the forecasts of one group of cohorts (预测用三角形): the cells that all projects have reached.

use crate::age_cells::{AgeCell, CellKind, age_cells};
use crate::not_estimable::NotEstimable;
use crate::profiles::CutProfile;
use crate::triangles::triangle::{Triangle, TriangleCell};

/// One cohort of the ladder.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The edition.
    pub cohort: String,
    /// The contract value of its projects, yuan: the exposure.
    pub contract: f64,
    /// Its complete cells with a known capital.
    cells: Vec<AgeCell>,
}

/// Cohorts whose capital is forecast together.
#[derive(Debug, Clone)]
pub struct CapitalLadder {
    /// The cohorts that have a cell, in the order of the triangle; then those that have none.
    pub origins: Vec<Origin>,
    /// Their cells.
    pub triangle: Triangle,
}

impl CapitalLadder {
    /// From the profiles of single editions. Refused when one edition comes twice.
    pub fn of(cohorts: &[&CutProfile]) -> Result<CapitalLadder, NotEstimable> {
        let mut origins: Vec<Origin> = cohorts.iter().map(|cut| origin_of(cut)).collect();
        origins.sort_by_key(|origin| origin.cells.is_empty());
        let cells: Vec<TriangleCell> = origins.iter().flat_map(triangle_cells).collect();
        Ok(CapitalLadder { origins, triangle: Triangle::from_cumulative(&cells)? })
    }

    /// Whether fewer projects had a known capital at the first cell of a cohort than at its newest.
    pub fn has_growing_coverage(&self) -> bool {
        self.origins.iter().any(|origin| match (origin.cells.first(), origin.cells.last()) {
            (Some(first), Some(last)) => first.n_capital < last.n_capital,
            _ => false,
        })
    }

    /// The age of the oldest complete cell.
    pub fn last_age(&self) -> Option<i32> {
        self.triangle.ages_months().last().and_then(|age| i32::try_from(*age).ok())
    }

    /// What has arrived of the contract value of the cohorts that stand at the last age: the expectation for the others.
    pub fn rate_at_last_age(&self) -> Option<f64> {
        let last = self.triangle.ages_months().len().checked_sub(1)?;
        let at_last = |(place, origin): (usize, &Origin)| {
            Some((self.triangle.cumulative(place, last)?, origin.contract))
        };
        let sums = self.origins.iter().enumerate().filter_map(at_last);
        let (capital, contract) = sums.fold((0.0, 0.0), |sums, one| (sums.0 + one.0, sums.1 + one.1));
        (contract > 0.0).then(|| capital / contract)
    }
}

fn origin_of(cut: &CutProfile) -> Origin {
    let is_used = |cell: &AgeCell| cell.kind_of_capital() == CellKind::Complete;
    Origin {
        cohort: cut.key.cohort.clone(),
        contract: cut.profile.contract() as f64,
        cells: age_cells(&cut.profile, cut.profile.ages.len()).into_iter().filter(is_used).collect(),
    }
}

fn triangle_cells(origin: &Origin) -> impl Iterator<Item = TriangleCell> {
    origin.cells.iter().map(|cell| TriangleCell {
        origin: origin.cohort.clone(),
        age_months: cell.age_months as u32,
        value: cell.capital as f64,
    })
}
