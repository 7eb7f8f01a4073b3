//! Bornhuetter–Ferguson and Benktander (先验法): an expectation from outside, corrected by what has arrived.
//!
//! The expectation is the contract value times an expected arrival rate. With few cohorts it is steadier than the
//! chain ladder. Source: Bornhuetter and Ferguson 1972; Mack 2000, "Credible claims reserves".

use crate::not_estimable::NotEstimable;
use crate::triangles::development::share_of;
use crate::triangles::forecast::{Forecast, forecasts};
use crate::triangles::triangle::Triangle;

/// Bornhuetter–Ferguson: what has arrived, and of the expectation the share that has not had its time yet.
///
/// `expected` is money at the last age, one for each origin.
pub fn bornhuetter_ferguson(
    triangle: &Triangle,
    remaining: &[Result<f64, NotEstimable>],
    expected: &[f64],
) -> Vec<Forecast> {
    benktander(triangle, remaining, expected, 1)
}

/// Benktander: the same, again and again with its own result as the expectation. One round is
/// Bornhuetter–Ferguson; many rounds come near the chain ladder.
pub fn benktander(
    triangle: &Triangle,
    remaining: &[Result<f64, NotEstimable>],
    expected: &[f64],
    n_rounds: u32,
) -> Vec<Forecast> {
    forecasts(triangle, |origin_index, latest| {
        let expected = expected.get(origin_index).copied().filter(|expected| *expected > 0.0);
        let mut ultimate = expected.filter(|money| money.is_finite()).ok_or(NotEstimable::NoExposure)?;
        let factor = remaining.get(latest.age_index).copied();
        let to_come = 1.0 - share_of(factor.unwrap_or(Err(NotEstimable::InputsDisagree)))?;
        for _ in 0..n_rounds {
            ultimate = latest.cumulative + to_come * ultimate;
        }
        Ok(ultimate)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::triangles::triangle::TriangleCell;

    #[test]
    fn many_rounds_come_near_the_chain_ladder() {
        let cell = TriangleCell { origin: "2020".to_owned(), age_months: 1, value: 30.0 };
        let triangle = Triangle::from_cumulative(&[cell]).unwrap();
        let one = bornhuetter_ferguson(&triangle, &[Ok(2.0)], &[100.0]);
        assert_eq!(one[0].ultimate, Ok(80.0));
        let many = benktander(&triangle, &[Ok(2.0)], &[100.0], 60);
        assert!((many[0].ultimate.unwrap() - 60.0).abs() < 1e-12);
        let without = bornhuetter_ferguson(&triangle, &[Ok(2.0)], &[0.0]);
        assert_eq!(without[0].ultimate, Err(NotEstimable::NoExposure));
    }
}
