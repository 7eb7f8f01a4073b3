//! The Jeffreys interval with the rule for its ends (端点修正的杰弗里斯区间). Brown, Cai & DasGupta 2001, Stat. Sci. 16:
//! 101–133, section 4.1.2.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::rates::jeffreys::jeffreys;
use crate::rates::share::Share;

/// Jeffreys' interval that begins at 0 for 0 of n and ends at 1 for n of n. Some programs lack this rule.
pub fn jeffreys_with_ends(share: Share, confidence: Confidence) -> Interval {
    let limits = jeffreys(share, confidence);
    Interval {
        low: if share.is_none() { 0.0 } else { limits.low },
        high: if share.is_all() { 1.0 } else { limits.high },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reaches_the_ends_and_nothing_else_is_changed() {
        let limits = |k| jeffreys_with_ends(Share::new(k, 10).unwrap(), Confidence::P95);
        assert_eq!((limits(0).low, limits(10).high), (0.0, 1.0));
        assert_eq!(limits(3), jeffreys(Share::new(3, 10).unwrap(), Confidence::P95));
    }
}
