//! The Wald interval of a difference of two shares (差的瓦尔德区间): for comparison only.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::rates::share::Share;

/// p₁ − p₂ ± z · √(p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂). Not cut at ±1; no width when both shares are 0 or 1.
pub fn wald_difference(first: Share, second: Share, confidence: Confidence) -> Interval {
    let variance = |share: Share| share.rate() * (1.0 - share.rate()) / share.n();
    let margin = confidence.z() * (variance(first) + variance(second)).sqrt();
    Interval::around(first.rate() - second.rate(), margin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_no_width_where_nothing_varies() {
        let (none, all) = (Share::new(0, 5).unwrap(), Share::new(5, 5).unwrap());
        assert_eq!(wald_difference(all, none, Confidence::P95), Interval { low: 1.0, high: 1.0 });
    }
}
