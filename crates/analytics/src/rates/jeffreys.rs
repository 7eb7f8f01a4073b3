//! The Jeffreys interval of a share (杰弗里斯区间), equal tails. Brown, Cai & DasGupta 2001, Stat. Sci. 16: 101–133.

use crate::confidence::Confidence;
use crate::rates::beta_quantile::beta_quantile;
use crate::rates::interval::Interval;
use crate::rates::share::Share;

/// Quantiles α/2 and 1 − α/2 of Beta(k + ½, n − k + ½). For 0 of n it begins above 0: see
/// [`crate::rates::jeffreys_ends`] for the rule that mends this.
pub fn jeffreys(share: Share, confidence: Confidence) -> Interval {
    let (with, without) = (share.k() + 0.5, share.n_without() as f64 + 0.5);
    Interval {
        low: beta_quantile(with, without, confidence.tail()),
        high: 1.0 - beta_quantile(without, with, confidence.tail()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_does_not_reach_the_ends() {
        let none = jeffreys(Share::new(0, 10).unwrap(), Confidence::P95);
        assert!(none.low > 0.0);
        assert!(jeffreys(Share::new(10, 10).unwrap(), Confidence::P95).high < 1.0);
    }
}
