//! The Wald interval of a share (瓦尔德区间): for comparison only, it is too short for small or extreme shares.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::rates::share::Share;

/// p ± z · √(p(1 − p)/n), kept within 0 and 1. No width at 0 of n and n of n.
pub fn wald(share: Share, confidence: Confidence) -> Interval {
    let rate = share.rate();
    let standard_error = (rate * (1.0 - rate) / share.n()).sqrt();
    Interval::around(rate, confidence.z() * standard_error).kept_within(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_no_width_at_the_ends() {
        let none = wald(Share::new(0, 7).unwrap(), Confidence::P95);
        assert_eq!((none.low, none.high), (0.0, 0.0));
    }
}
