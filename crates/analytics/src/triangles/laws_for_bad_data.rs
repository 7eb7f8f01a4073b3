//! Whatever a return holds (异常数据检验), a triangle gives finite numbers or reasons: no panic, no NaN.

use proptest::prelude::*;

use crate::not_estimable::NotEstimable;
use crate::triangles::benktander::benktander;
use crate::triangles::cape_cod::{OriginExposure, Resemblance, cape_cod};
use crate::triangles::development::remaining_factors;
use crate::triangles::forecast::Forecast;
use crate::triangles::link_factors::{Average, Averaging, link_factors};
use crate::triangles::mack::mack;
use crate::triangles::munich::munich;
use crate::triangles::next_step_error::next_step_error;
use crate::triangles::poisson::poisson_fit;
use crate::triangles::poisson_bootstrap::{Rounds, poisson_bootstrap};
use crate::triangles::poisson_error::poisson_errors;
use crate::triangles::spreads::LastSpread;
use crate::triangles::triangle::{Triangle, TriangleCell};

/// Up to five origins at up to six ages: zeros, falls, gaps and values that are no numbers.
fn triangle() -> impl Strategy<Value = Triangle> {
    let value = prop_oneof![
        4 => 0.0..1000.0_f64,
        2 => Just(0.0),
        1 => -50.0..0.0_f64,
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
    ];
    proptest::collection::vec(proptest::collection::vec(value, 0..7), 0..6).prop_map(|rows| {
        let cells = rows.iter().enumerate().flat_map(|(origin, row)| {
            let cell = move |(age, value): (usize, &f64)| TriangleCell {
                origin: origin.to_string(),
                age_months: age as u32,
                value: *value,
            };
            row.iter().enumerate().map(cell)
        });
        Triangle::from_cumulative(&cells.collect::<Vec<_>>()).unwrap()
    })
}

fn is_clean(result: Result<f64, NotEstimable>) -> bool {
    result.is_err() || result.is_ok_and(f64::is_finite)
}

fn are_clean(forecasts: &[Forecast]) -> bool {
    forecasts.iter().all(|forecast| is_clean(forecast.ultimate) && is_clean(forecast.to_come()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn ladders_give_numbers_or_reasons(triangle in triangle(), newest in 0_usize..4) {
        for average in [Average::Volume, Average::Simple, Average::Regression] {
            let factors = link_factors(&triangle, Averaging { average, newest: Some(newest) });
            prop_assert!(factors.iter().all(|link| is_clean(link.factor)));
            let remaining = remaining_factors(&factors);
            let n_origins = triangle.origins().len();
            prop_assert!(are_clean(&benktander(&triangle, &remaining, &vec![100.0; n_origins], 3)));
            let exposure = OriginExposure { contract_value: 100.0, years_before_newest: 1.0 };
            let resemblance = Resemblance { decay: 0.5, trend_per_year: 0.02 };
            let found = cape_cod(&triangle, &remaining, &vec![exposure; n_origins], resemblance);
            prop_assert!(are_clean(&found.forecasts));
            prop_assert!(found.expected_rates.into_iter().all(is_clean));
        }
    }

    #[test]
    fn errors_give_numbers_or_reasons(triangle in triangle()) {
        for last in [LastSpread::Mack, LastSpread::LogLinear] {
            let found = mack(&triangle, last);
            prop_assert!(are_clean(&found.forecasts));
            prop_assert!(found.errors.iter().all(|error| is_clean(error.map(|error| error.total()))));
            prop_assert!(is_clean(found.total.map(|error| error.total())));
            let next = next_step_error(&found);
            prop_assert!(next.origins.into_iter().all(is_clean) && is_clean(next.total));
        }
    }

    #[test]
    fn the_poisson_model_gives_numbers_or_reasons(triangle in triangle()) {
        if let Ok(fit) = poisson_fit(&triangle) {
            if let Ok(errors) = poisson_errors(&fit) {
                prop_assert!(errors.total.to_come.is_finite() && errors.total.error.is_finite());
            }
            if let Ok(drawn) = poisson_bootstrap(&fit, Rounds { n: 20, seed: 1 }) {
                prop_assert!(drawn.to_come.mean().is_finite());
            }
        }
    }

    #[test]
    fn the_munich_ladder_gives_numbers_or_reasons(paid in triangle(), incurred in triangle()) {
        for (left, right) in [(&paid, &incurred), (&paid, &paid)] {
            if let Ok(found) = munich(left, right, LastSpread::Mack) {
                prop_assert!(is_clean(found.paid.lambda) && is_clean(found.incurred.lambda));
                prop_assert!(found.paid.ultimates.into_iter().all(is_clean));
            }
        }
    }
}
