//! The Wilson interval with continuity correction (带连续性校正的威尔逊区间). Newcombe 1998, Stat. Med. 17: 857–872,
//! method 4.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::rates::share::Share;

/// Wilson's limits for k ∓ ½: wider, and nearer to the exact ones. It begins at 0 for 0 of n and ends at 1 for n of n.
pub fn wilson_corrected(share: Share, confidence: Confidence) -> Interval {
    let low = if share.is_none() { 0.0 } else { lower_limit(share, confidence.z()) };
    let without = Share::new(share.n_without(), share.n_with() + share.n_without());
    let high = match without {
        Ok(without) if !share.is_all() => 1.0 - lower_limit(without, confidence.z()),
        _ => 1.0,
    };
    Interval { low, high }.kept_within(0.0, 1.0)
}

/// (2k + z² − 1 − z · √(z² − 2 − 1/n + 4p(n − k + 1))) / (2(n + z²))
fn lower_limit(share: Share, z: f64) -> f64 {
    let n = share.n();
    let spread = z * z - 2.0 - 1.0 / n + 4.0 * share.rate() * (n - share.k() + 1.0);
    (2.0 * share.k() + z * z - 1.0 - z * spread.max(0.0).sqrt()) / (2.0 * (n + z * z))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rates::wilson::wilson;

    #[test]
    fn it_holds_the_interval_without_correction() {
        for n in 1..60 {
            for k in 0..=n {
                let share = Share::new(k, n).unwrap();
                let (wide, narrow) =
                    (wilson_corrected(share, Confidence::P95), wilson(share, Confidence::P95));
                assert!(wide.low <= narrow.low && narrow.high <= wide.high, "{k} of {n}");
            }
        }
    }
}
