//! The ratio of two triangles at each age (两套数据之比), such as capital arrived to contract value recorded.

use crate::finite::{finite, ratio};
use crate::not_estimable::NotEstimable;
use crate::triangles::triangle::Triangle;

/// The ratio at one age, over all origins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgeRatio {
    /// Σ numerator / Σ denominator.
    pub mean: Result<f64, NotEstimable>,
    /// How much the ratios of the origins scatter around it: √(Σ denominator · (ratio − mean)² / (origins − 1)).
    /// Not estimable with fewer than two origins.
    pub spread: Result<f64, NotEstimable>,
}

/// The ratio at each age. Origins of which either cell is not observed are left out at that age.
pub fn age_ratios(numerator: &Triangle, denominator: &Triangle) -> Vec<AgeRatio> {
    (0..denominator.ages_months().len())
        .map(|age_index| age_ratio(&pairs(numerator, denominator, age_index)))
        .collect()
}

fn pairs(numerator: &Triangle, denominator: &Triangle, age_index: usize) -> Vec<(f64, f64)> {
    let pair = |origin_index| {
        let below = denominator.cumulative(origin_index, age_index)?;
        Some((numerator.cumulative(origin_index, age_index)?, below))
    };
    (0..denominator.origins().len()).filter_map(pair).collect()
}

fn age_ratio(pairs: &[(f64, f64)]) -> AgeRatio {
    let above: f64 = pairs.iter().map(|pair| pair.0).sum();
    let below: f64 = pairs.iter().map(|pair| pair.1).sum();
    let mean = if pairs.iter().all(|pair| pair.1 > 0.0) {
        ratio(above, below)
    } else {
        Err(NotEstimable::VolumeNotPositive)
    };
    AgeRatio { mean, spread: mean.and_then(|mean| spread(pairs, mean)) }
}

fn spread(pairs: &[(f64, f64)], mean: f64) -> Result<f64, NotEstimable> {
    if pairs.len() < 2 {
        return Err(NotEstimable::TooFewLinks);
    }
    let square = |(above, below): &(f64, f64)| (above - mean * below).powi(2) / below;
    finite((pairs.iter().map(square).sum::<f64>() / (pairs.len() - 1) as f64).sqrt())
}
