//! The Wilson interval of a share (威尔逊区间), the usual one. Wilson 1927, J. Am. Stat. Assoc. 22: 209–212.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::rates::share::Share;

/// (2k + z² ± z · √(z² + 4k(n − k)/n)) / (2(n + z²)): the shares that a score test would not refuse.
///
/// It begins at 0 for 0 of n and ends at 1 for n of n, both exactly.
pub fn wilson(share: Share, confidence: Confidence) -> Interval {
    let z = confidence.z();
    let (k, n) = (share.k(), share.n());
    let centre = 2.0 * k + z * z;
    let margin = z * (z * z + 4.0 * k * (n - k) / n).sqrt();
    let width = 2.0 * (n + z * z);
    let limits = Interval { low: (centre - margin) / width, high: (centre + margin) / width };
    with_exact_ends(share, limits.kept_within(0.0, 1.0))
}

/// 0 of n begins at 0 and n of n ends at 1: rounding would leave 1e-17.
fn with_exact_ends(share: Share, limits: Interval) -> Interval {
    let low = if share.is_none() { 0.0 } else { limits.low };
    let high = if share.is_all() { 1.0 } else { limits.high };
    Interval { low, high }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_holds_the_rate_and_lies_within_0_and_1(n in 1_u64..2_000_000, part in 0.0..=1.0_f64) {
            let share = Share::new((part * n as f64) as u64, n).unwrap();
            let limits = wilson(share, Confidence::P95);
            prop_assert!(0.0 <= limits.low && limits.high <= 1.0);
            prop_assert!(limits.holds(share.rate()), "{limits:?} of {share:?}");
        }

        #[test]
        fn exchange_of_with_and_without_turns_it_round(k in 0_u64..500, more in 0_u64..500) {
            let n = (k + more).max(1);
            let with = wilson(Share::new(k, n).unwrap(), Confidence::P95);
            let without = wilson(Share::new(n - k, n).unwrap(), Confidence::P95);
            prop_assert!((with.low - (1.0 - without.high)).abs() < 1e-14);
        }
    }
}
