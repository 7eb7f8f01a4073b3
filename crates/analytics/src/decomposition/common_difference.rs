//! The common difference of two rates over strata (曼特尔－亨塞尔合并率差). Source: Mantel and Haenszel 1959 for the
//! weights; the variance by Sato 1989, which holds for few large strata and for many small ones.

use crate::confidence::Confidence;
use crate::decomposition::two_by_two::{FourCounts, TwoGroups, four_counts};
use crate::finite::ratio;
use crate::not_estimable::NotEstimable;
use crate::rates::interval::Interval;

/// A difference of two rates with its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateDifference {
    /// The rate of the first group less that of the second.
    pub difference: f64,
    /// Its standard error; 0 where nothing varies in any stratum.
    pub standard_error: f64,
}

impl RateDifference {
    /// Its limits, kept within −1 and 1. Missing when nothing varies.
    pub fn limits(&self, confidence: Confidence) -> Option<Interval> {
        let margin = confidence.z() * self.standard_error;
        (self.standard_error > 0.0).then(|| Interval::around(self.difference, margin).kept_within(-1.0, 1.0))
    }

    /// The difference over its standard error. Missing when nothing varies.
    pub fn z(&self) -> Option<f64> {
        (self.standard_error > 0.0).then(|| self.difference / self.standard_error)
    }
}

/// Σ w (p₁ − p₂) / Σ w, w = n₁ n₂ / n. Not estimable when no stratum has projects of both groups.
pub fn common_difference(strata: &[TwoGroups]) -> Result<RateDifference, NotEstimable> {
    let counts = four_counts(strata)?;
    let sum = |part: fn(&FourCounts) -> f64| -> f64 { counts.iter().map(part).sum() };
    let weight = sum(|counts| counts.first_n() * second_n(counts) / counts.n());
    let difference = ratio(sum(weighted_difference), weight)?;
    let variance = (difference * sum(skewed) + sum(mixed)) / (weight * weight);
    // Terms that cancel leave a rounding error of either sign where nothing varies.
    let variance = if variance > 1e-16 { variance } else { 0.0 };
    Ok(RateDifference { difference, standard_error: variance.sqrt() })
}

fn second_n(counts: &FourCounts) -> f64 {
    counts.second_hits + counts.second_misses
}

fn weighted_difference(counts: &FourCounts) -> f64 {
    (counts.first_hits * second_n(counts) - counts.second_hits * counts.first_n()) / counts.n()
}

/// Sato's P.
fn skewed(counts: &FourCounts) -> f64 {
    let (first_n, second_n) = (counts.first_n(), second_n(counts));
    let hits = first_n * first_n * counts.second_hits - second_n * second_n * counts.first_hits;
    (hits + first_n * second_n * (second_n - first_n) / 2.0) / (counts.n() * counts.n())
}

/// Sato's Q.
fn mixed(counts: &FourCounts) -> f64 {
    let crossed = counts.first_hits * counts.second_misses + counts.second_hits * counts.first_misses;
    crossed / (2.0 * counts.n())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hits::Hits;

    fn stratum([first, first_n, second, second_n]: [u64; 4]) -> TwoGroups {
        TwoGroups {
            first: Hits { n_hits: first.min(first_n), n_projects: first_n },
            second: Hits { n_hits: second.min(second_n), n_projects: second_n },
        }
    }

    #[test]
    fn strata_of_one_side_say_nothing() {
        assert_eq!(common_difference(&[]), Err(NotEstimable::NothingObserved));
        assert_eq!(common_difference(&[stratum([3, 5, 0, 0])]), Err(NotEstimable::NoDenominator));
        let both = [stratum([3, 5, 0, 0]), stratum([2, 4, 1, 4])];
        assert_eq!(common_difference(&both).unwrap().difference, 0.25);
        let certain = common_difference(&[stratum([5, 5, 0, 7])]).unwrap();
        assert_eq!((certain.difference, certain.limits(Confidence::P95), certain.z()), (1.0, None, None));
    }

    #[test]
    fn kidney_stones_are_weighed_by_size() {
        // Charig et al. 1986: 81/87 and 192/263 of open surgery, 234/270 and 55/80 of the other, by size of stone.
        let sizes = [stratum([81, 87, 234, 270]), stratum([192, 263, 55, 80])];
        let weights = [87.0 * 270.0 / 357.0, 263.0 * 80.0 / 343.0];
        let differences = [81.0 / 87.0 - 234.0 / 270.0, 192.0 / 263.0 - 55.0 / 80.0];
        let expected =
            (weights[0] * differences[0] + weights[1] * differences[1]) / (weights[0] + weights[1]);
        let found = common_difference(&sizes).unwrap();
        assert!((found.difference - expected).abs() < 1e-15);
        // The variances of the single rates give 0.03334: in large strata the two come near each other.
        let plain = |[first, first_n, second, second_n]: [f64; 4]| {
            let part = |hits: f64, n: f64| hits / n * (1.0 - hits / n) / n;
            part(first, first_n) + part(second, second_n)
        };
        let plain = [plain([81.0, 87.0, 234.0, 270.0]), plain([192.0, 263.0, 55.0, 80.0])];
        let squares: f64 =
            weights.iter().zip(plain).map(|(weight, variance)| weight * weight * variance).sum();
        let plain = squares.sqrt() / (weights[0] + weights[1]);
        assert!((found.standard_error / plain - 1.0).abs() < 0.01, "{found:?} {plain}");
    }

    proptest! {
        #[test]
        fn one_stratum_is_the_plain_difference_with_its_plain_error(
            counts in [0..40_u64, 1..40_u64, 0..40_u64, 1..40_u64],
        ) {
            let stratum = stratum(counts);
            let found = common_difference(&[stratum]).unwrap();
            let (first, second) = (stratum.first.rate().unwrap(), stratum.second.rate().unwrap());
            let part = |rate: f64, n: u64| rate * (1.0 - rate) / n as f64;
            let variance = part(first, counts[1]) + part(second, counts[3]);
            prop_assert!((found.difference - (first - second)).abs() < 1e-12);
            prop_assert!((found.standard_error.powi(2) - variance).abs() < 1e-12, "{found:?} {variance}");
        }

        #[test]
        fn exchanging_the_groups_turns_the_sign(
            strata in prop::collection::vec([0..20_u64, 0..20_u64, 0..20_u64, 0..20_u64], 1..6),
        ) {
            let there = common_difference(&strata.iter().map(|one| stratum(*one)).collect::<Vec<_>>());
            let turned = strata.iter().map(|[a, b, c, d]| stratum([*c, *d, *a, *b])).collect::<Vec<_>>();
            match (there, common_difference(&turned)) {
                (Ok(there), Ok(back)) => {
                    prop_assert!((there.difference + back.difference).abs() < 1e-12);
                    prop_assert!((there.standard_error - back.standard_error).abs() < 1e-7);
                }
                (there, back) => prop_assert_eq!(there.err(), back.err()),
            }
        }
    }
}
