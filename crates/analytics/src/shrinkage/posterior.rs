//! What is believed of a unit after its counts (后验): its own rate and the rate of all, weighted by its size.

use statrs::distribution::{Beta, ContinuousCDF};

use crate::confidence::Confidence;
use crate::hits::Hits;
use crate::not_estimable::NotEstimable;
use crate::shrinkage::prior::RatePrior;

/// A rate drawn towards the mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShrunkenRate {
    /// (mean + ρ · hits) / (1 + ρ · projects): between the mean of all and the unit's own rate.
    pub rate: f64,
    /// How much of it is the unit's own: 0 without projects, near 1 with very many.
    pub own_weight: f64,
}

/// The rate of a unit, drawn in. A unit without projects has the mean.
pub fn shrunken_rate(unit: Hits, prior: RatePrior) -> Result<ShrunkenRate, NotEstimable> {
    let unit = unit.counted()?;
    let (n, hits) = (unit.n_projects as f64, unit.n_hits as f64);
    let whole = 1.0 + prior.scatter * n;
    Ok(ShrunkenRate {
        rate: (prior.mean + prior.scatter * hits) / whole,
        own_weight: prior.scatter * n / whole,
    })
}

/// The equal-tailed interval of the true rate. Not estimable when the units have no scatter: there is then one rate.
pub fn credible_interval(
    unit: Hits,
    prior: RatePrior,
    confidence: Confidence,
) -> Result<(f64, f64), NotEstimable> {
    if prior.scatter <= 0.0 {
        return Err(NotEstimable::NoSpread);
    }
    let alpha = prior.mean / prior.scatter + unit.n_hits as f64;
    let beta = (1.0 - prior.mean) / prior.scatter + unit.n_misses()? as f64;
    let posterior = Beta::new(alpha, beta).map_err(|_| NotEstimable::NoSpread)?;
    let tail = confidence.tail();
    Ok((posterior.inverse_cdf(tail), posterior.inverse_cdf(1.0 - tail)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_one_is_drawn_in() {
        let prior = RatePrior { mean: 0.6, scatter: 0.1 };
        let small = shrunken_rate(Hits { n_hits: 1, n_projects: 1 }, prior).unwrap();
        assert!((small.rate - 0.7 / 1.1).abs() < 1e-15 && small.own_weight < 0.1);
        let large = shrunken_rate(Hits { n_hits: 1000, n_projects: 1000 }, prior).unwrap();
        assert!(large.rate > 0.99 && large.own_weight > 0.99);
        let none = shrunken_rate(Hits { n_hits: 0, n_projects: 0 }, prior).unwrap();
        assert_eq!((none.rate, none.own_weight), (0.6, 0.0));
        let (low, high) =
            credible_interval(Hits { n_hits: 1, n_projects: 1 }, prior, Confidence::P95).unwrap();
        assert!(low < small.rate && small.rate < high && high < 1.0);
    }

    #[test]
    fn units_without_scatter_have_one_rate_and_no_interval() {
        let prior = RatePrior { mean: 0.6, scatter: 0.0 };
        let unit = Hits { n_hits: 1, n_projects: 1 };
        assert_eq!(shrunken_rate(unit, prior).unwrap().rate, 0.6);
        assert_eq!(credible_interval(unit, prior, Confidence::P95), Err(NotEstimable::NoSpread));
        let nearly_none = RatePrior { mean: 0.6, scatter: 1e-9 };
        let (low, high) = credible_interval(unit, nearly_none, Confidence::P95).unwrap();
        assert!(0.5999 < low && low < 0.6 && 0.6 < high && high < 0.6001, "{low} {high}");
        let wrong = Hits { n_hits: 2, n_projects: 1 };
        assert_eq!(shrunken_rate(wrong, prior), Err(NotEstimable::MoreHitsThanProjects));
    }
}
