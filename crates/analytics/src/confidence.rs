//! The confidence of an interval (置信水平): how much it is meant to hold, checked once.

use statrs::distribution::{ContinuousCDF, Normal};

use crate::not_estimable::NotEstimable;

/// A confidence strictly between 0 and 1. Kept as α, the share that the interval may miss, so that 0.05 stays 0.05.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Confidence {
    alpha: f64,
}

impl Confidence {
    /// 80 %.
    pub const P80: Confidence = Confidence { alpha: 0.20 };
    /// 95 %, the usual one.
    pub const P95: Confidence = Confidence { alpha: 0.05 };
    /// 99.8 %, the outer limit of a funnel.
    pub const P998: Confidence = Confidence { alpha: 0.002 };

    /// From the share that the interval holds, such as 0.95. Refused when it is not between 0 and 1.
    pub fn of(share: f64) -> Result<Confidence, NotEstimable> {
        Confidence::from_alpha(1.0 - share)
    }

    /// From α, the share that the interval may miss, such as 0.05. Refused when it is not between 0 and 1.
    pub fn from_alpha(alpha: f64) -> Result<Confidence, NotEstimable> {
        if alpha > 0.0 && alpha < 1.0 { Ok(Confidence { alpha }) } else { Err(NotEstimable::NotAShare) }
    }

    /// α, the share that the interval may miss.
    pub fn alpha(self) -> f64 {
        self.alpha
    }

    /// What may be missed at one end: α / 2, 0.025 for 95 %.
    pub fn tail(self) -> f64 {
        self.alpha / 2.0
    }

    /// The 1 − α/2 quantile of the normal distribution: 1.96 for 95 %.
    pub fn z(self) -> f64 {
        -Normal::standard().inverse_cdf(self.tail())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confidence_lies_between_0_and_1() {
        assert!((Confidence::P95.z() - 1.959_963_984_540_054).abs() < 1e-15 * 4.0);
        assert_eq!(Confidence::P998.tail(), 0.001);
        assert_eq!(Confidence::from_alpha(0.05), Ok(Confidence::P95));
        assert!((Confidence::of(0.8).unwrap().alpha() - Confidence::P80.alpha()).abs() < 1e-15);
        for share in [0.0, 1.0, -0.5, f64::NAN, f64::INFINITY] {
            assert_eq!(Confidence::of(share), Err(NotEstimable::NotAShare));
            assert_eq!(Confidence::from_alpha(share), Err(NotEstimable::NotAShare));
        }
    }
}
