//! The interval of a rate of money by drawing projects again (按项目自助法), seeded. Source: Efron 1987 for BCa.

use statrs::distribution::{ContinuousCDF, Normal};

use crate::confidence::Confidence;
use crate::finite::{finite, ratio};
use crate::hits::LEAST_PROJECTS;
use crate::money_parts::{MoneyPart, money_rate, sums};
use crate::money_rates::dominance::is_dominated_by_one;
use crate::money_rates::linearised::MoneyRate;
use crate::not_estimable::NotEstimable;
use crate::percentiles::Ordered;
use crate::random_draws::stream::RandomStream;

/// Which two places among the drawn rates are the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limits {
    /// The same share is cut off at both ends.
    Percentile,
    /// Bias-corrected and accelerated: the ends move for bias and skewness.
    BiasCorrected,
}

/// How the interval is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drawing {
    /// How many times all projects are drawn again.
    pub n_rounds: usize,
    /// The same seed gives the same interval.
    pub seed: u64,
    /// Such as 95 %.
    pub confidence: Confidence,
    /// The kind of limits.
    pub limits: Limits,
}

/// The interval. Refused with fewer than five projects, or when all drawn rates are the same and BCa is asked for.
pub fn bootstrap_interval(parts: &[MoneyPart], drawing: Drawing) -> Result<MoneyRate, NotEstimable> {
    if (parts.len() as u64) < LEAST_PROJECTS {
        return Err(NotEstimable::TooFewProjects);
    }
    let rate = money_rate(parts)?;
    let drawn = drawn_rates(parts, drawing)?;
    let tail = drawing.confidence.tail();
    let (low_share, high_share) = match drawing.limits {
        Limits::Percentile => (tail, 1.0 - tail),
        Limits::BiasCorrected => corrected_shares(parts, rate, &drawn, tail)?,
    };
    Ok(MoneyRate {
        rate,
        low: drawn.percentile(low_share),
        high: drawn.percentile(high_share),
        is_dominated_by_one: is_dominated_by_one(parts),
    })
}

/// The rates of the drawn sets of projects. A set without any contract value has none and is left out.
fn drawn_rates(parts: &[MoneyPart], drawing: Drawing) -> Result<Ordered, NotEstimable> {
    let mut stream = RandomStream::from_seed(drawing.seed);
    let draw = |_| {
        let drawn: Vec<MoneyPart> = (0..parts.len()).map(|_| parts[stream.place(parts.len())]).collect();
        money_rate(&drawn).ok()
    };
    Ordered::from((0..drawing.n_rounds).filter_map(draw).collect())
}

fn corrected_shares(
    parts: &[MoneyPart],
    rate: f64,
    drawn: &Ordered,
    tail: f64,
) -> Result<(f64, f64), NotEstimable> {
    let figures = drawn.figures();
    let n_below = figures.partition_point(|figure| *figure < rate);
    let n_not_above = figures.partition_point(|figure| *figure <= rate);
    // Draws that equal the rate count half on each side.
    let below = (n_below + n_not_above) as f64 / (2 * figures.len()) as f64;
    if below <= 0.0 || below >= 1.0 {
        return Err(NotEstimable::NoSpread);
    }
    let normal = Normal::standard();
    let bias = normal.inverse_cdf(below);
    let acceleration = acceleration(parts)?;
    let moved = |share: f64| {
        let distance = bias + normal.inverse_cdf(share);
        finite(normal.cdf(bias + distance / (1.0 - acceleration * distance)))
    };
    Ok((moved(tail)?, moved(1.0 - tail)?))
}

/// The skewness of the rates with one project left out, over six.
fn acceleration(parts: &[MoneyPart]) -> Result<f64, NotEstimable> {
    let MoneyPart { numerator, denominator } = sums(parts);
    let without = |part: &MoneyPart| ratio(numerator - part.numerator, denominator - part.denominator);
    let rates: Result<Vec<f64>, NotEstimable> = parts.iter().map(without).collect();
    let rates = rates?;
    let mean = rates.iter().sum::<f64>() / rates.len() as f64;
    let squares: f64 = rates.iter().map(|rate| (mean - rate).powi(2)).sum();
    let cubes: f64 = rates.iter().map(|rate| (mean - rate).powi(3)).sum();
    if squares == 0.0 { Err(NotEstimable::NoSpread) } else { finite(cubes / (6.0 * squares.powf(1.5))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money_rates::linearised::linearised_interval;

    const DRAWING: Drawing =
        Drawing { n_rounds: 4000, seed: 7, confidence: Confidence::P95, limits: Limits::Percentile };

    fn parts(n: usize) -> Vec<MoneyPart> {
        let mut stream = RandomStream::from_seed(11);
        let part = |_| {
            let denominator = 1.0 + 9.0 * stream.share();
            MoneyPart { numerator: denominator * stream.share(), denominator }
        };
        (0..n).map(part).collect()
    }

    #[test]
    fn many_projects_give_the_linearised_interval() {
        let parts = parts(400);
        let linear = linearised_interval(&parts, Confidence::P95).unwrap();
        for limits in [Limits::Percentile, Limits::BiasCorrected] {
            let drawn = bootstrap_interval(&parts, Drawing { limits, ..DRAWING }).unwrap();
            assert!(
                (drawn.low - linear.low).abs() < 0.1 * (linear.high - linear.low),
                "{drawn:?} {linear:?}"
            );
            assert!(
                (drawn.high - linear.high).abs() < 0.1 * (linear.high - linear.low),
                "{drawn:?} {linear:?}"
            );
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_interval() {
        let parts = parts(20);
        assert_eq!(bootstrap_interval(&parts, DRAWING), bootstrap_interval(&parts, DRAWING));
        let other = Drawing { seed: 8, ..DRAWING };
        assert_ne!(bootstrap_interval(&parts, DRAWING), bootstrap_interval(&parts, other));
        assert_eq!(bootstrap_interval(&parts[..4], DRAWING), Err(NotEstimable::TooFewProjects));
        let alike = vec![MoneyPart { numerator: 1.0, denominator: 2.0 }; 6];
        let corrected = Drawing { limits: Limits::BiasCorrected, ..DRAWING };
        assert_eq!(bootstrap_interval(&alike, corrected), Err(NotEstimable::NoSpread));
        assert_eq!(
            bootstrap_interval(&parts, Drawing { n_rounds: 0, ..DRAWING }),
            Err(NotEstimable::NothingObserved)
        );
    }
}
