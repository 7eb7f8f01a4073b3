//! The common odds ratio of two groups over strata (曼特尔－亨塞尔合并比值比). Sources: Mantel and Haenszel 1959;
//! its variance by Robins, Breslow and Greenland 1986.

use statrs::distribution::{ChiSquared, ContinuousCDF};

use crate::confidence::Confidence;
use crate::decomposition::two_by_two::{FourCounts, TwoGroups, four_counts};
use crate::finite::ratio;
use crate::not_estimable::NotEstimable;

/// The ratio with its limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CommonOddsRatio {
    /// The odds of the first group over those of the second; 1 when they are alike.
    pub odds_ratio: f64,
    /// The lower limit.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
}

/// A test statistic with its probability under no difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TestResult {
    /// χ² with one degree of freedom, unless said otherwise.
    pub statistic: f64,
    /// The probability of so much or more.
    pub p_value: f64,
}

/// Σ a·d / n over Σ b·c / n, with limits of the given confidence. Not estimable when either sum is 0.
pub fn common_odds_ratio(
    strata: &[TwoGroups],
    confidence: Confidence,
) -> Result<CommonOddsRatio, NotEstimable> {
    let counts = four_counts(strata)?;
    let odds_ratio = odds_ratio_of(&counts)?;
    if odds_ratio <= 0.0 {
        return Err(NotEstimable::ZeroTotal);
    }
    let reach = (confidence.z() * log_variance(&counts).sqrt()).exp();
    Ok(CommonOddsRatio { odds_ratio, low: ratio(odds_ratio, reach)?, high: odds_ratio * reach })
}

/// The ratio alone.
pub fn odds_ratio_of(counts: &[FourCounts]) -> Result<f64, NotEstimable> {
    ratio(counts.iter().map(for_it).sum(), counts.iter().map(against_it).sum())
}

fn for_it(counts: &FourCounts) -> f64 {
    counts.first_hits * counts.second_misses / counts.n()
}

fn against_it(counts: &FourCounts) -> f64 {
    counts.first_misses * counts.second_hits / counts.n()
}

/// The variance of the logarithm of the ratio.
fn log_variance(counts: &[FourCounts]) -> f64 {
    let sum = |part: &dyn Fn(&FourCounts) -> f64| -> f64 { counts.iter().map(part).sum() };
    let agreeing = |counts: &FourCounts| (counts.first_hits + counts.second_misses) / counts.n();
    let opposing = |counts: &FourCounts| (counts.first_misses + counts.second_hits) / counts.n();
    let (all_for, all_against) = (sum(&for_it), sum(&against_it));
    let crossed = sum(&|counts| agreeing(counts) * against_it(counts) + opposing(counts) * for_it(counts));
    sum(&|counts| agreeing(counts) * for_it(counts)) / (2.0 * all_for * all_for)
        + crossed / (2.0 * all_for * all_against)
        + sum(&|counts| opposing(counts) * against_it(counts)) / (2.0 * all_against * all_against)
}

/// The test of no difference in any stratum, with or without the correction for continuity (one half). Not
/// estimable when the strata leave nothing to chance.
pub fn no_difference_test(strata: &[TwoGroups], is_corrected: bool) -> Result<TestResult, NotEstimable> {
    let counts = four_counts(strata)?;
    let (mut excess, mut variance) = (0.0, 0.0);
    for stratum in counts.iter().filter(|stratum| stratum.n() > 1.0) {
        let (n, first_n, hits) = (stratum.n(), stratum.first_n(), stratum.hits());
        excess += stratum.first_hits - first_n * hits / n;
        variance += first_n * (n - first_n) * hits * (n - hits) / (n * n * (n - 1.0));
    }
    let distance = if is_corrected { (excess.abs() - 0.5).max(0.0) } else { excess };
    chi_squared(ratio(distance * distance, variance)?, 1)
}

/// A χ² statistic with its probability.
pub fn chi_squared(statistic: f64, degrees_of_freedom: u32) -> Result<TestResult, NotEstimable> {
    let chi_squared =
        ChiSquared::new(f64::from(degrees_of_freedom)).map_err(|_| NotEstimable::TooFewProjects)?;
    Ok(TestResult { statistic, p_value: chi_squared.sf(statistic) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hits::Hits;

    #[test]
    fn without_misses_there_is_no_ratio() {
        let all = Hits { n_hits: 5, n_projects: 5 };
        let strata = [TwoGroups { first: all, second: all }];
        assert_eq!(common_odds_ratio(&strata, Confidence::P95), Err(NotEstimable::NoDenominator));
        assert_eq!(no_difference_test(&strata, true), Err(NotEstimable::NoDenominator));
        assert_eq!(common_odds_ratio(&[], Confidence::P95), Err(NotEstimable::NothingObserved));
    }
}
