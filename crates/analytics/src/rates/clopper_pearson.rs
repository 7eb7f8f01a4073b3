//! The exact interval of a share (克洛珀－皮尔逊精确区间). Clopper & Pearson 1934, Biometrika 26: 404–413.

use crate::confidence::Confidence;
use crate::rates::beta_quantile::beta_quantile;
use crate::rates::interval::Interval;
use crate::rates::share::Share;

/// Quantiles α/2 of Beta(k, n − k + 1) and 1 − α/2 of Beta(k + 1, n − k): it covers at least 1 − α, whatever the share.
///
/// It begins at 0 for 0 of n and ends at 1 for n of n.
pub fn clopper_pearson(share: Share, confidence: Confidence) -> Interval {
    let tail = confidence.tail();
    let (with, without) = (share.k(), share.n_without() as f64);
    let low = if share.is_none() { 0.0 } else { beta_quantile(with, without + 1.0, tail) };
    // the upper quantile, from the other end: no digits are lost near 1
    let high = if share.is_all() { 1.0 } else { 1.0 - beta_quantile(without, with + 1.0, tail) };
    Interval { low, high }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The chance that the interval of a random k of n holds `rate`: the exact sum over k.
    fn coverage(n: u64, rate: f64, confidence: Confidence) -> f64 {
        let mut chance = (1.0 - rate).powf(n as f64);
        let mut covered = 0.0;
        for k in 0..=n {
            if clopper_pearson(Share::new(k, n).unwrap(), confidence).holds(rate) {
                covered += chance;
            }
            chance *= (n - k) as f64 / (k + 1) as f64 * rate / (1.0 - rate);
        }
        covered
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn it_covers_at_least_what_it_says(
            n in 1_u64..=50, rate in 0.001..0.999_f64, alpha in 0.01..0.5_f64,
        ) {
            let confidence = Confidence::from_alpha(alpha).unwrap();
            prop_assert!(coverage(n, rate, confidence) >= 1.0 - alpha - 1e-12);
        }
    }

    #[test]
    fn its_ends_are_exact() {
        let none = clopper_pearson(Share::new(0, 10).unwrap(), Confidence::P95);
        assert_eq!(none.low, 0.0);
        assert!((none.high - (1.0 - 0.025_f64.powf(0.1))).abs() < 1e-15);
        assert_eq!(clopper_pearson(Share::new(10, 10).unwrap(), Confidence::P95).high, 1.0);
    }
}
