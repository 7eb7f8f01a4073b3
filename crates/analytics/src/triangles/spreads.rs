//! How much the link ratios of one age scatter (σ，发展因子的离散度). Source: Mack 1993.
//!
//! σ² = Σ (next − factor · here)² / here / (links − 1). The last age usually has one link and no spread of its own;
//! two rules put one there. Where more than one is missing there is no agreed rule, and none is used.

use crate::finite::finite;
use crate::not_estimable::NotEstimable;
use crate::triangles::link_factors::{Link, LinkFactor, links};
use crate::triangles::triangle::Triangle;

/// What stands in for the one spread that cannot be estimated, at the last age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastSpread {
    /// Mack's rule: the least of σ⁴ / σ² (one and two ages before), and of those two σ².
    Mack,
    /// A straight line through ln σ of the ages before.
    LogLinear,
}

/// The spread of each step. Shape: ages − 1. Unit: the root of the unit of money.
///
/// Not estimable: fewer than two links (unless it is the one missing at the end), or a link that starts from no
/// capital.
pub fn spreads(
    triangle: &Triangle,
    factors: &[LinkFactor],
    last: LastSpread,
) -> Vec<Result<f64, NotEstimable>> {
    let own = |(age_index, link): (usize, &LinkFactor)| spread(&links(triangle, age_index), link.factor);
    with_last(factors.iter().enumerate().map(own).collect(), last)
}

fn spread(links: &[Link], factor: Result<f64, NotEstimable>) -> Result<f64, NotEstimable> {
    let factor = factor?;
    if links.len() < 2 {
        return Err(NotEstimable::TooFewLinks);
    }
    if links.iter().any(|link| link.here <= 0.0) {
        return Err(NotEstimable::VolumeNotPositive);
    }
    let square = |link: &Link| (link.next - factor * link.here).powi(2) / link.here;
    finite((links.iter().map(square).sum::<f64>() / (links.len() - 1) as f64).sqrt())
}

/// The spreads with the last one filled in, when it is the only one without links.
pub fn with_last(
    mut spreads: Vec<Result<f64, NotEstimable>>,
    last: LastSpread,
) -> Vec<Result<f64, NotEstimable>> {
    let is_short = |spread: &&mut Result<f64, NotEstimable>| **spread == Err(NotEstimable::TooFewLinks);
    let n_short = spreads.iter_mut().filter(is_short).count();
    if n_short > 1 {
        for spread in spreads.iter_mut().filter(is_short) {
            *spread = Err(NotEstimable::SeveralSpreadsMissing);
        }
    } else if let Some((end, before)) = spreads.split_last_mut()
        && *end == Err(NotEstimable::TooFewLinks)
    {
        *end = match last {
            LastSpread::Mack => by_macks_rule(before),
            LastSpread::LogLinear => by_a_line(before),
        };
    }
    spreads
}

fn by_macks_rule(before: &[Result<f64, NotEstimable>]) -> Result<f64, NotEstimable> {
    let [.., two_before, one_before] = before else { return Err(NotEstimable::TooFewLinks) };
    let (two_before, one_before) = (two_before.map(|spread| spread * spread)?, one_before.map(|s| s * s)?);
    let least = two_before.min(one_before);
    if least == 0.0 {
        return Ok(0.0);
    }
    finite(least.min(one_before * one_before / two_before).sqrt())
}

/// A line through ln σ by the number of the age. Ages without any scatter have no logarithm and are left out.
fn by_a_line(before: &[Result<f64, NotEstimable>]) -> Result<f64, NotEstimable> {
    let logarithm = |(age_index, spread): (usize, &Result<f64, NotEstimable>)| {
        let spread = spread.ok().filter(|spread| *spread > 0.0)?;
        Some((age_index as f64, spread.ln()))
    };
    let points: Vec<(f64, f64)> = before.iter().enumerate().filter_map(logarithm).collect();
    if points.len() < 2 {
        return Err(NotEstimable::TooFewLinks);
    }
    let n_points = points.len() as f64;
    let mean_age = points.iter().map(|point| point.0).sum::<f64>() / n_points;
    let mean_log = points.iter().map(|point| point.1).sum::<f64>() / n_points;
    let together: f64 = points.iter().map(|point| (point.0 - mean_age) * (point.1 - mean_log)).sum();
    let alone: f64 = points.iter().map(|point| (point.0 - mean_age).powi(2)).sum();
    finite((mean_log + together / alone * (before.len() as f64 - mean_age)).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Result<f64, NotEstimable> = Err(NotEstimable::TooFewLinks);

    #[test]
    fn only_one_missing_spread_is_filled_in() {
        assert_eq!(with_last(vec![Ok(4.0), Ok(2.0), SHORT], LastSpread::Mack), [Ok(4.0), Ok(2.0), Ok(1.0)]);
        let by_line = with_last(vec![Ok(4.0), Ok(2.0), SHORT], LastSpread::LogLinear)[2].unwrap();
        assert!((by_line - 1.0).abs() < 1e-12);
        let several = Err(NotEstimable::SeveralSpreadsMissing);
        assert_eq!(with_last(vec![Ok(4.0), SHORT, SHORT], LastSpread::Mack), [Ok(4.0), several, several]);
        assert_eq!(with_last(vec![SHORT, Ok(4.0)], LastSpread::Mack), [SHORT, Ok(4.0)]);
    }

    #[test]
    fn a_ladder_without_scatter_stays_without() {
        assert_eq!(with_last(vec![Ok(4.0), Ok(0.0), SHORT], LastSpread::Mack)[2], Ok(0.0));
        assert_eq!(with_last(vec![Ok(0.0), Ok(4.0), SHORT], LastSpread::Mack)[2], Ok(0.0));
        assert_eq!(with_last(vec![Ok(0.0), Ok(4.0), SHORT], LastSpread::LogLinear)[2], SHORT);
        assert_eq!(with_last(vec![Ok(4.0), SHORT], LastSpread::Mack)[1], SHORT);
    }
}
