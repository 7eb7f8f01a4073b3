//! Cape Cod (开普科德法): the expected arrival rate is learnt from all cohorts together.
//!
//! Rate = Σ arrived / Σ contract value that has had its time. With a decay, near cohorts count more; with a trend,
//! older cohorts are first lifted to the level of the newest. Source: Bühlmann 1983; Gluck 1997.

use crate::finite::ratio;
use crate::not_estimable::NotEstimable;
use crate::triangles::benktander::bornhuetter_ferguson;
use crate::triangles::development::share_of;
use crate::triangles::forecast::Forecast;
use crate::triangles::triangle::Triangle;

/// What Cape Cod knows of an origin besides its capital.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OriginExposure {
    /// The contract value, in the unit of the triangle.
    pub contract_value: f64,
    /// Years from the origin to the newest one, for the trend; 0 for the newest.
    pub years_before_newest: f64,
}

/// How far cohorts resemble each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resemblance {
    /// What the weight of a cohort is multiplied by for each cohort between, 0 to 1; 1 when all count the same.
    pub decay: f64,
    /// Growth of the arrival rate a year, such as 0.03; 0 when there is none.
    pub trend_per_year: f64,
}

impl Resemblance {
    /// Plain Cape Cod: all cohorts count the same, without a trend.
    pub const ALIKE: Resemblance = Resemblance { decay: 1.0, trend_per_year: 0.0 };
}

/// The rates and what follows from them.
#[derive(Debug, Clone, PartialEq)]
pub struct CapeCod {
    /// The expected arrival rate of each origin at the last age: a share of its contract value.
    pub expected_rates: Vec<Result<f64, NotEstimable>>,
    /// Bornhuetter–Ferguson with those rates.
    pub forecasts: Vec<Forecast>,
}

/// Cape Cod. An origin without capital, exposure or factor lends nothing to the rates.
pub fn cape_cod(
    triangle: &Triangle,
    remaining: &[Result<f64, NotEstimable>],
    exposures: &[OriginExposure],
    resemblance: Resemblance,
) -> CapeCod {
    let evidence: Vec<Option<Evidence>> = (0..triangle.origins().len())
        .map(|origin_index| evidence_of(triangle, remaining, exposures, origin_index, resemblance))
        .collect();
    let expected_rates: Vec<Result<f64, NotEstimable>> = (0..evidence.len())
        .map(|origin_index| rate_near(&evidence, origin_index, resemblance.decay))
        .collect();
    let value_at = |origin_index: usize| exposures.get(origin_index).map_or(0.0, |one| one.contract_value);
    let expected_of = |(origin_index, rate): (usize, &Result<f64, NotEstimable>)| {
        rate.map_or(0.0, |rate| rate * value_at(origin_index))
    };
    let expected: Vec<f64> = expected_rates.iter().enumerate().map(expected_of).collect();
    CapeCod { forecasts: bornhuetter_ferguson(triangle, remaining, &expected), expected_rates }
}

/// What one origin says of the rate.
struct Evidence {
    /// Its capital, lifted to the level of the newest origin.
    lifted_capital: f64,
    /// Its contract value that has had its time.
    used_value: f64,
    /// By what its level lies below the newest.
    lift: f64,
}

fn evidence_of(
    triangle: &Triangle,
    remaining: &[Result<f64, NotEstimable>],
    exposures: &[OriginExposure],
    origin_index: usize,
    resemblance: Resemblance,
) -> Option<Evidence> {
    let latest = triangle.latest(origin_index)?;
    let exposure = exposures.get(origin_index)?;
    let share = share_of(*remaining.get(latest.age_index)?).ok()?;
    let lift = (1.0 + resemblance.trend_per_year).powf(exposure.years_before_newest);
    let used_value = exposure.contract_value * share;
    let usable = exposure.contract_value > 0.0 && used_value.is_finite() && lift.is_finite() && lift > 0.0;
    usable.then_some(Evidence { lifted_capital: latest.cumulative * lift, used_value, lift })
}

fn rate_near(evidence: &[Option<Evidence>], origin_index: usize, decay: f64) -> Result<f64, NotEstimable> {
    let lift = evidence.get(origin_index).and_then(Option::as_ref).ok_or(NotEstimable::NoExposure)?.lift;
    let mut capital = 0.0;
    let mut value = 0.0;
    for (other_index, other) in evidence.iter().enumerate() {
        let Some(other) = other else { continue };
        let weight = decay.powf(other_index.abs_diff(origin_index) as f64);
        capital += weight * other.lifted_capital;
        value += weight * other.used_value;
    }
    Ok(ratio(capital, value)? / lift)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::triangles::triangle::TriangleCell;

    #[test]
    fn a_cohort_without_contract_value_lends_nothing() {
        let cell = |origin: &str, value| TriangleCell { origin: origin.to_owned(), age_months: 1, value };
        let triangle = Triangle::from_cumulative(&[cell("a", 30.0), cell("b", 20.0)]).unwrap();
        let exposure = |contract_value| OriginExposure { contract_value, years_before_newest: 0.0 };
        let found = cape_cod(&triangle, &[Ok(2.0)], &[exposure(100.0), exposure(0.0)], Resemblance::ALIKE);
        assert_eq!(found.expected_rates, [Ok(0.6), Err(NotEstimable::NoExposure)]);
        assert_eq!(found.forecasts[0].ultimate, Ok(60.0));
        assert_eq!(found.forecasts[1].ultimate, Err(NotEstimable::NoExposure));
    }
}
