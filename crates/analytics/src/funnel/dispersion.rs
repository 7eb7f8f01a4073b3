//! Whether units differ more than chance allows (过度离散 φ). Source: Spiegelhalter 2005.
//!
//! φ is the mean of z² over the units. Where it is clearly above 1, nearly every unit would be out of the ordinary;
//! the limits are then widened by √φ.

use crate::confidence::Confidence;
use crate::finite::finite;
use crate::hits::{Hits, LEAST_PROJECTS};
use crate::not_estimable::NotEstimable;
use crate::percentiles::Ordered;

/// How much the units differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dispersion {
    /// φ: 1 when chance alone is at work.
    pub phi: f64,
    /// Units that it rests on: those with at least five projects.
    pub n_units: usize,
    /// φ is above 1 by more than two standard errors of its own.
    pub is_clear: bool,
}

/// φ around a common rate. `winsorised` is the share of units at each end whose z is drawn in to that of their
/// neighbours, such as 0.1, so that a few outliers do not widen the limits for all; 0 leaves them.
///
/// Refused with fewer than two units, or when the rate is 0 or 1.
pub fn dispersion(units: &[Hits], rate: f64, winsorised: f64) -> Result<Dispersion, NotEstimable> {
    let variance = rate * (1.0 - rate);
    if variance.is_nan() || variance <= 0.0 {
        return Err(NotEstimable::NoSpread);
    }
    let judged = units.iter().filter(|unit| unit.n_projects >= LEAST_PROJECTS);
    let z = |unit: &Hits| {
        let n = unit.n_projects as f64;
        (unit.n_hits as f64 / n - rate) / (variance / n).sqrt()
    };
    let ordered = Ordered::from(judged.map(z).collect())?;
    let n_units = ordered.figures().len();
    if n_units < 2 {
        return Err(NotEstimable::TooFewProjects);
    }
    let (low, high) = (ordered.percentile(winsorised), ordered.percentile(1.0 - winsorised));
    let drawn_in = ordered.figures().iter().map(|z| z.max(low).min(high));
    let phi = drawn_in.map(|z| z * z).sum::<f64>() / n_units as f64;
    let is_clear = phi > 1.0 + 2.0 * (2.0 / n_units as f64).sqrt();
    Ok(Dispersion { phi, n_units, is_clear })
}

/// The limits of a rate widened by √φ, by the normal distribution, kept inside 0 to 1. A φ below 1 widens nothing.
pub fn widened_limits(
    n_projects: u64,
    rate: f64,
    confidence: Confidence,
    phi: f64,
) -> Result<(f64, f64), NotEstimable> {
    if n_projects == 0 {
        return Err(NotEstimable::NoDenominator);
    }
    let reach = confidence.z() * (phi.max(1.0) * rate * (1.0 - rate) / n_projects as f64).sqrt();
    Ok((finite(rate - reach)?.max(0.0), finite(rate + reach)?.min(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(counts: &[(u64, u64)]) -> Vec<Hits> {
        counts.iter().map(|&(n_hits, n_projects)| Hits { n_hits, n_projects }).collect()
    }

    #[test]
    fn units_that_differ_wildly_have_a_large_phi() {
        let wild = units(&[(1, 50), (49, 50), (2, 50), (48, 50), (3, 4)]);
        let found = dispersion(&wild, 0.5, 0.0).unwrap();
        assert!(found.is_clear && found.phi > 30.0 && found.n_units == 4, "{found:?}");
        let calm = dispersion(&units(&[(25, 50), (26, 50), (24, 50)]), 0.5, 0.0).unwrap();
        assert!(!calm.is_clear && calm.phi < 0.1);
        assert_eq!(dispersion(&wild[4..], 0.5, 0.0), Err(NotEstimable::NothingObserved));
        assert_eq!(dispersion(&wild[..1], 0.5, 0.0), Err(NotEstimable::TooFewProjects));
        assert_eq!(dispersion(&wild, 1.0, 0.0), Err(NotEstimable::NoSpread));
    }

    #[test]
    fn one_outlier_counts_less_when_drawn_in() {
        let mut counts = vec![(25, 50), (26, 50), (24, 50), (27, 50), (23, 50), (25, 50), (26, 50), (24, 50)];
        counts.extend([(25, 50), (26, 50), (50, 50)]);
        let plain = dispersion(&units(&counts), 0.5, 0.0).unwrap();
        let drawn_in = dispersion(&units(&counts), 0.5, 0.1).unwrap();
        assert!(plain.is_clear && !drawn_in.is_clear);
        let (low, high) = widened_limits(50, 0.5, Confidence::P95, plain.phi).unwrap();
        let (narrow_low, narrow_high) = widened_limits(50, 0.5, Confidence::P95, 0.2).unwrap();
        assert!(low < narrow_low && narrow_high < high && low >= 0.0 && high <= 1.0);
    }
}
