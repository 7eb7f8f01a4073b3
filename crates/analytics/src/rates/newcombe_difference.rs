//! The Newcombe interval of a difference of two shares (差的纽科姆区间), the usual one. Newcombe 1998, Stat. Med. 17:
//! 873–890, method 10.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::rates::share::Share;
use crate::rates::wilson::wilson;

/// From the Wilson limits l, u of both sides: d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²).
///
/// It lies within −1 and 1 by itself.
pub fn newcombe_difference(first: Share, second: Share, confidence: Confidence) -> Interval {
    let (of_first, of_second) = (wilson(first, confidence), wilson(second, confidence));
    let difference = first.rate() - second.rate();
    let below = (first.rate() - of_first.low).hypot(of_second.high - second.rate());
    let above = (of_first.high - first.rate()).hypot(second.rate() - of_second.low);
    Interval { low: difference - below, high: difference + above }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_lies_within_minus_1_and_1(k in 0_u64..40, l in 0_u64..40, n in 40_u64..80, m in 40_u64..80) {
            let (first, second) = (Share::new(k, n).unwrap(), Share::new(l, m).unwrap());
            let limits = newcombe_difference(first, second, Confidence::P95);
            prop_assert!(-1.0 <= limits.low && limits.high <= 1.0);
            prop_assert!(limits.holds(first.rate() - second.rate()));
        }
    }
}
