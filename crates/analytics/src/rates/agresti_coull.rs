//! The Agresti–Coull interval of a share (阿格雷斯蒂－库尔区间). Agresti & Coull 1998, Am. Stat. 52: 119–126.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::rates::share::Share;

/// Wald's interval after z²/2 projects with and z²/2 without are added, kept within 0 and 1.
pub fn agresti_coull(share: Share, confidence: Confidence) -> Interval {
    let z = confidence.z();
    let n = share.n() + z * z;
    let rate = (share.k() + z * z / 2.0) / n;
    Interval::around(rate, z * (rate * (1.0 - rate) / n).sqrt()).kept_within(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rates::wilson::wilson;

    #[test]
    fn it_is_never_shorter_than_wilson() {
        for k in 0..=40 {
            let share = Share::new(k, 40).unwrap();
            let (ours, theirs) = (agresti_coull(share, Confidence::P95), wilson(share, Confidence::P95));
            assert!(ours.low <= theirs.low + 1e-15 && theirs.high <= ours.high + 1e-15);
        }
    }
}
