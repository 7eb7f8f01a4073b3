//! The Agresti–Caffo interval of a difference of two shares (差的阿格雷斯蒂－卡福区间). Agresti & Caffo 2000, Am. Stat. 54:
//! 280–288.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::rates::share::Share;

/// Wald's interval after one project with and one without are added to each side. Not cut at ±1.
pub fn agresti_caffo_difference(first: Share, second: Share, confidence: Confidence) -> Interval {
    let rate = |share: Share| (share.k() + 1.0) / (share.n() + 2.0);
    let variance = |share: Share| rate(share) * (1.0 - rate(share)) / (share.n() + 2.0);
    let margin = confidence.z() * (variance(first) + variance(second)).sqrt();
    Interval::around(rate(first) - rate(second), margin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchange_of_the_sides_turns_it_round() {
        let (first, second) = (Share::new(3, 10).unwrap(), Share::new(8, 11).unwrap());
        let there = agresti_caffo_difference(first, second, Confidence::P95);
        let back = agresti_caffo_difference(second, first, Confidence::P95);
        assert!((there.low + back.high).abs() < 1e-15);
    }
}
