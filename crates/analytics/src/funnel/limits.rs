//! Exact binomial limits of a unit (精确二项界限): the counts that are no surprise when the unit is like all others.
//!
//! They are the inversion of Clopper–Pearson: a count lies within just when the common rate lies inside the exact
//! interval of that count.

use statrs::distribution::{Binomial, DiscreteCDF};

use crate::confidence::Confidence;
use crate::not_estimable::NotEstimable;

/// The counts from `least` to `most` are within the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountLimits {
    /// The smallest count that is no surprise.
    pub least: u64,
    /// The largest.
    pub most: u64,
}

impl CountLimits {
    /// Whether a count is no surprise.
    pub fn contains(&self, n_hits: u64) -> bool {
        self.least <= n_hits && n_hits <= self.most
    }
}

/// The limits for so many projects at a common rate. A funnel shows them at 95 % and at 99.8 %.
///
/// Refused without projects, or when the rate is no share.
pub fn count_limits(n_projects: u64, rate: f64, confidence: Confidence) -> Result<CountLimits, NotEstimable> {
    if n_projects == 0 {
        return Err(NotEstimable::NoDenominator);
    }
    if rate <= 0.0 || rate >= 1.0 {
        return certain(n_projects, rate);
    }
    let binomial = Binomial::new(rate, n_projects).map_err(|_| NotEstimable::NotANumber)?;
    let tail = confidence.tail();
    // Up to a count and from a count on: both grow towards the middle.
    let least = first_count(n_projects, |count| binomial.cdf(count) > tail);
    let too_many = first_count(n_projects + 1, |count| count > 0 && binomial.sf(count - 1) <= tail);
    Ok(CountLimits { least, most: too_many.saturating_sub(1) })
}

fn certain(n_projects: u64, rate: f64) -> Result<CountLimits, NotEstimable> {
    if rate == 0.0 {
        Ok(CountLimits { least: 0, most: 0 })
    } else if rate == 1.0 {
        Ok(CountLimits { least: n_projects, most: n_projects })
    } else {
        Err(NotEstimable::NotANumber)
    }
}

/// The first count up to `last` from which on something holds; `last` when it never does.
fn first_count(last: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, last);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use statrs::distribution::{Beta, ContinuousCDF};

    use super::*;

    #[test]
    fn a_single_project_is_never_a_surprise_at_one_half() {
        assert_eq!(count_limits(1, 0.5, Confidence::P95), Ok(CountLimits { least: 0, most: 1 }));
        assert_eq!(count_limits(0, 0.5, Confidence::P95), Err(NotEstimable::NoDenominator));
        assert_eq!(count_limits(9, 0.0, Confidence::P95), Ok(CountLimits { least: 0, most: 0 }));
        assert_eq!(count_limits(9, 1.0, Confidence::P95), Ok(CountLimits { least: 9, most: 9 }));
        let large = count_limits(1_000_000, 0.5, Confidence::P95).unwrap();
        // 500 000 ± 1.96 · 500
        assert_eq!(large, CountLimits { least: 499_020, most: 500_980 });
        assert_eq!(count_limits(9, f64::NAN, Confidence::P95), Err(NotEstimable::NotANumber));
    }

    /// Whether the exact interval of a count holds the rate.
    fn interval_holds(n_hits: u64, n: u64, rate: f64, tail: f64) -> bool {
        let beta = |left: u64, right: u64| Beta::new(left as f64, right as f64).unwrap();
        let low = if n_hits == 0 { 0.0 } else { beta(n_hits, n - n_hits + 1).inverse_cdf(tail) };
        let high = if n_hits == n { 1.0 } else { beta(n_hits + 1, n - n_hits).inverse_cdf(1.0 - tail) };
        low < rate && rate < high
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn the_limits_invert_clopper_pearson(n in 1_u64..80, rate in 0.01..0.99_f64, is_wide in any::<bool>()) {
            let confidence = if is_wide { Confidence::P998 } else { Confidence::P95 };
            let limits = count_limits(n, rate, confidence).unwrap();
            for n_hits in 0..=n {
                let holds = interval_holds(n_hits, n, rate, confidence.tail());
                prop_assert_eq!(limits.contains(n_hits), holds, "{} of {}", n_hits, n);
            }
        }
    }
}
