//! The error of the next step (下一期误差): how far the forecast may move when one more diagonal arrives.
//! Source: Merz and Wüthrich 2008, the claims development result.
//!
//! One step is one column of the triangle: a year where the ages are years, a month where they are months. With
//! weight = newest / (newest + volume) of the origin that stands at an age, and variance = σ² / factor²: an origin
//! has variance · (1 / newest + 1 / volume) at its own age, and variance · weight / volume at each later one.

use crate::not_estimable::NotEstimable;
use crate::triangles::forecast::Forecast;
use crate::triangles::link_factors::LinkFactor;
use crate::triangles::mack::Mack;

/// Standard errors in money, in the unit of the triangle.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStepError {
    /// Of each origin; 0 for one that has reached the last age.
    pub origins: Vec<Result<f64, NotEstimable>>,
    /// Of the sum of all origins. Not estimable when it is not for one of them.
    pub total: Result<f64, NotEstimable>,
}

/// The error of the next step. Refused when two origins stand at one age: their new links are then not one diagonal.
pub fn next_step_error(mack: &Mack) -> NextStepError {
    let standing: Vec<Result<Standing, NotEstimable>> = mack.forecasts.iter().map(standing_of).collect();
    let n_steps = mack.factors.len();
    let growing: Vec<Standing> =
        standing.iter().flatten().filter(|one| one.age_index < n_steps).copied().collect();
    if share_an_age(&growing) {
        let refused = Err(NotEstimable::OriginsShareAnAge);
        return NextStepError { origins: vec![refused; standing.len()], total: refused };
    }
    let steps = steps_of(mack, &growing);
    let square = |standing: &Result<Standing, NotEstimable>| own_square((*standing)?, &steps);
    let squares: Vec<Result<f64, NotEstimable>> = standing.iter().map(square).collect();
    let total = total_square(&squares, &growing, &steps).map(f64::sqrt);
    NextStepError { origins: squares.into_iter().map(|square| square.map(f64::sqrt)).collect(), total }
}

/// One origin on its way.
#[derive(Debug, Clone, Copy)]
struct Standing {
    age_index: usize,
    newest: f64,
    ultimate: f64,
}

fn standing_of(forecast: &Forecast) -> Result<Standing, NotEstimable> {
    let latest = forecast.latest?;
    Ok(Standing { age_index: latest.age_index, newest: latest.cumulative, ultimate: forecast.ultimate? })
}

fn share_an_age(growing: &[Standing]) -> bool {
    let mut ages: Vec<usize> = growing.iter().map(|one| one.age_index).collect();
    ages.sort_unstable();
    ages.windows(2).any(|pair| pair[0] == pair[1])
}

/// What one step adds.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// σ² / factor².
    variance: f64,
    /// The money that the factor rests on.
    volume: f64,
    /// The sum over all later steps of variance · weight / volume.
    later: f64,
}

fn steps_of(mack: &Mack, growing: &[Standing]) -> Vec<Result<Step, NotEstimable>> {
    let mut later = Ok(0.0);
    let mut steps = Vec::new();
    for (age_index, (link, spread)) in mack.factors.iter().zip(&mack.spreads).enumerate().rev() {
        let step = variance_of(link, *spread)
            .and_then(|variance| Ok(Step { variance, volume: link.volume, later: later? }));
        let newest = growing.iter().find(|one| one.age_index == age_index).map_or(0.0, |one| one.newest);
        later = step.map(|step| step.later + step.variance * newest / (newest + step.volume) / step.volume);
        steps.push(step);
    }
    steps.reverse();
    steps
}

fn variance_of(link: &LinkFactor, spread: Result<f64, NotEstimable>) -> Result<f64, NotEstimable> {
    let (factor, spread) = (link.factor?, spread?);
    if factor > 0.0 && link.volume > 0.0 {
        Ok((spread / factor).powi(2))
    } else {
        Err(NotEstimable::VolumeNotPositive)
    }
}

fn own_square(standing: Standing, steps: &[Result<Step, NotEstimable>]) -> Result<f64, NotEstimable> {
    let Some(step) = steps.get(standing.age_index) else { return Ok(0.0) };
    let step = (*step)?;
    if standing.newest <= 0.0 {
        return Err(NotEstimable::VolumeNotPositive);
    }
    let own = step.variance * (1.0 / standing.newest + 1.0 / step.volume);
    Ok(standing.ultimate.powi(2) * (own + step.later))
}

/// The variance of the sum: that of each origin, and twice that of each pair at the age of the older one.
fn total_square(
    squares: &[Result<f64, NotEstimable>],
    growing: &[Standing],
    steps: &[Result<Step, NotEstimable>],
) -> Result<f64, NotEstimable> {
    let mut total = 0.0;
    for square in squares {
        total += (*square)?;
    }
    for older in growing {
        let step = steps.get(older.age_index).copied().unwrap_or(Err(NotEstimable::InputsDisagree))?;
        let younger = growing.iter().filter(|one| one.age_index < older.age_index);
        let younger: f64 = younger.map(|one| one.ultimate).sum();
        total += 2.0 * older.ultimate * younger * (step.variance / step.volume + step.later);
    }
    Ok(total)
}
