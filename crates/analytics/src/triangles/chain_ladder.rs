//! The chain ladder (链梯法): the newest figure times the growth that is left.

use crate::not_estimable::NotEstimable;
use crate::triangles::forecast::{Forecast, forecasts};
use crate::triangles::link_factors::LinkFactor;
use crate::triangles::triangle::{CellState, Triangle};

/// The forecast of each origin, by the remaining factors of [`remaining_factors`].
///
/// [`remaining_factors`]: crate::triangles::development::remaining_factors
pub fn chain_ladder(triangle: &Triangle, remaining: &[Result<f64, NotEstimable>]) -> Vec<Forecast> {
    forecasts(triangle, |_, latest| {
        let factor = remaining.get(latest.age_index).copied();
        Ok(latest.cumulative * factor.unwrap_or(Err(NotEstimable::InputsDisagree))?)
    })
}

/// The triangle with its future filled in, step by step. Shape: origins × ages.
///
/// Observed cells stay. Missing: a cell that was never reported, or whose factor is not estimable.
pub fn completed_square(triangle: &Triangle, factors: &[LinkFactor]) -> Vec<Vec<Option<f64>>> {
    (0..triangle.origins().len()).map(|origin_index| completed_row(triangle, factors, origin_index)).collect()
}

fn completed_row(triangle: &Triangle, factors: &[LinkFactor], origin_index: usize) -> Vec<Option<f64>> {
    let mut before = None;
    let mut row = Vec::new();
    for age_index in 0..triangle.ages_months().len() {
        let grown = |before: Option<f64>| {
            let link = age_index.checked_sub(1).and_then(|step| factors.get(step));
            Some(before? * link?.factor.ok()?)
        };
        before = match triangle.cell(origin_index, age_index) {
            CellState::Observed(value) => Some(value),
            CellState::Missing => None,
            CellState::Future => grown(before),
        };
        row.push(before);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::triangles::development::remaining_factors;
    use crate::triangles::link_factors::{Averaging, link_factors};
    use crate::triangles::triangle::TriangleCell;

    #[test]
    fn a_cohort_younger_than_the_ladder_has_no_forecast() {
        let values =
            [("a", 0, 0.0), ("a", 1, 2.0), ("a", 2, 3.0), ("b", 0, 0.0), ("b", 1, 4.0), ("c", 0, 0.0)];
        let cells = values.map(|(origin, age_months, value)| TriangleCell {
            origin: origin.to_owned(),
            age_months,
            value,
        });
        let triangle = Triangle::from_cumulative(&cells).unwrap();
        let factors = link_factors(&triangle, Averaging::CHAIN_LADDER);
        let forecasts = chain_ladder(&triangle, &remaining_factors(&factors));
        let ultimates: Vec<_> = forecasts.iter().map(|forecast| forecast.ultimate).collect();
        assert_eq!(ultimates, [Ok(3.0), Ok(6.0), Err(NotEstimable::EmptyColumn)]);
        let square = completed_square(&triangle, &factors);
        assert_eq!(square[1], [Some(0.0), Some(4.0), Some(6.0)]);
        assert_eq!(square[2], [Some(0.0), None, None]);
    }
}
