//! The error of the chain ladder (马克误差), without any distribution. Source: Mack 1993, 1999.
//!
//! From one age to the next, for each origin: process ← factor²·process + capital·σ²;
//! parameter ← factor²·parameter + capital²·σ²/volume. Processes add over origins; the parameter error of the total
//! takes the capital of all origins together, because they share the factors.

use crate::not_estimable::NotEstimable;
use crate::triangles::chain_ladder::chain_ladder;
use crate::triangles::development::remaining_factors;
use crate::triangles::forecast::Forecast;
use crate::triangles::link_factors::{Averaging, LinkFactor, link_factors};
use crate::triangles::spreads::{LastSpread, spreads};
use crate::triangles::triangle::Triangle;

/// Standard errors in money, in the unit of the triangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PredictionError {
    /// The scatter of what is still to come, were the factors known.
    pub process: f64,
    /// The scatter of the factors, learnt from few origins.
    pub parameter: f64,
}

impl PredictionError {
    /// Both together: the root of the sum of their squares.
    pub fn total(&self) -> f64 {
        self.process.hypot(self.parameter)
    }
}

/// The ladder with its errors.
#[derive(Debug, Clone, PartialEq)]
pub struct Mack {
    /// The factors by volume, over all origins.
    pub factors: Vec<LinkFactor>,
    /// Their spreads.
    pub spreads: Vec<Result<f64, NotEstimable>>,
    /// The standard errors of the factors: spread / √volume.
    pub factor_errors: Vec<Result<f64, NotEstimable>>,
    /// The chain ladder.
    pub forecasts: Vec<Forecast>,
    /// The error of each forecast; 0 for an origin that has reached the last age.
    pub errors: Vec<Result<PredictionError, NotEstimable>>,
    /// The error of the sum of all forecasts. Not estimable when one of them is not.
    pub total: Result<PredictionError, NotEstimable>,
}

/// Somewhere the ladder must have this many links, or nothing is said of its spread.
const LEAST_LINKS: usize = 3;

/// Chain ladder and Mack's errors. No error is estimable where no step has three links.
pub fn mack(triangle: &Triangle, last: LastSpread) -> Mack {
    let factors = link_factors(triangle, Averaging::CHAIN_LADDER);
    let spreads = if factors.iter().any(|link| link.n_links >= LEAST_LINKS) {
        spreads(triangle, &factors, last)
    } else {
        vec![Err(NotEstimable::TooFewLinks); factors.len()]
    };
    mack_with(triangle, factors, spreads)
}

/// The same with factors and spreads that were chosen elsewhere.
pub fn mack_with(
    triangle: &Triangle,
    factors: Vec<LinkFactor>,
    spreads: Vec<Result<f64, NotEstimable>>,
) -> Mack {
    let forecasts = chain_ladder(triangle, &remaining_factors(&factors));
    let steps: Vec<Result<Step, NotEstimable>> =
        factors.iter().zip(&spreads).map(|(link, spread)| step(link, *spread)).collect();
    let factor_errors = steps.iter().map(|step| step.map(|step| (step.variance / step.volume).sqrt()));
    let factor_errors = factor_errors.collect();
    let errors = forecasts.iter().map(|forecast| error_of(forecast, &steps)).collect();
    let total = error_of_total(&forecasts, &errors, &steps);
    Mack { factors, spreads, factor_errors, forecasts, errors, total }
}

/// What the errors need of one step.
#[derive(Debug, Clone, Copy)]
struct Step {
    factor: f64,
    variance: f64,
    volume: f64,
}

fn step(link: &LinkFactor, spread: Result<f64, NotEstimable>) -> Result<Step, NotEstimable> {
    let spread = spread?;
    if link.volume <= 0.0 {
        return Err(NotEstimable::VolumeNotPositive);
    }
    Ok(Step { factor: link.factor?, variance: spread * spread, volume: link.volume })
}

fn error_of(
    forecast: &Forecast,
    steps: &[Result<Step, NotEstimable>],
) -> Result<PredictionError, NotEstimable> {
    let latest = forecast.latest?;
    let mut capital = latest.cumulative;
    let (mut process, mut parameter) = (0.0, 0.0);
    for step in steps.get(latest.age_index..).unwrap_or_default() {
        let step = (*step)?;
        let growth = step.factor * step.factor;
        process = growth * process + capital * step.variance;
        parameter = growth * parameter + capital * capital * step.variance / step.volume;
        capital *= step.factor;
    }
    if process < 0.0 {
        return Err(NotEstimable::NegativeValue);
    }
    Ok(PredictionError { process: process.sqrt(), parameter: parameter.sqrt() })
}

fn error_of_total(
    forecasts: &[Forecast],
    errors: &Vec<Result<PredictionError, NotEstimable>>,
    steps: &[Result<Step, NotEstimable>],
) -> Result<PredictionError, NotEstimable> {
    let mut process = 0.0;
    for error in errors {
        process += (*error)?.process.powi(2);
    }
    let (mut parameter, mut capital) = (0.0, 0.0);
    let mut is_growing = false;
    for (age_index, step) in steps.iter().enumerate() {
        let joining = forecasts.iter().filter_map(|forecast| forecast.latest.ok());
        let joining: Vec<f64> =
            joining.filter(|latest| latest.age_index == age_index).map(|latest| latest.cumulative).collect();
        is_growing |= !joining.is_empty();
        if !is_growing {
            continue;
        }
        let step = (*step)?;
        capital += joining.iter().sum::<f64>();
        parameter = step.factor * step.factor * parameter + capital * capital * step.variance / step.volume;
        capital *= step.factor;
    }
    Ok(PredictionError { process: process.sqrt(), parameter: parameter.sqrt() })
}
