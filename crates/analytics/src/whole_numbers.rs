//! Sums as the whole numbers of a dataset (整数): nothing wraps, nothing is made up.

use crate::not_estimable::NotEstimable;

/// The first whole number that is too large to be told exactly in floating point, near the end of 64 bits.
const TOO_LARGE: f64 = 9.2e18;

/// A sum of money. What does not fit stands at the end of the range.
pub fn yuan(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })
}

/// An estimate of money to the nearest yuan. Refused when it is no number or does not fit.
pub fn nearest_yuan(estimate: f64) -> Result<i64, NotEstimable> {
    if !estimate.is_finite() {
        return Err(NotEstimable::NotANumber);
    }
    if estimate.abs() >= TOO_LARGE { Err(NotEstimable::TooLarge) } else { Ok(estimate.round() as i64) }
}

/// A count of the mathematics as one of a dataset.
pub fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The quotient of two whole numbers. Missing when the denominator is 0.
pub fn quotient(numerator: i64, denominator: i64) -> Option<f64> {
    (denominator != 0).then(|| numerator as f64 / denominator as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_not_made_up() {
        assert_eq!(yuan(i128::MAX), i64::MAX);
        assert_eq!(yuan(-5), -5);
        assert_eq!(nearest_yuan(2.5), Ok(3));
        assert_eq!(nearest_yuan(f64::NAN), Err(NotEstimable::NotANumber));
        assert_eq!(nearest_yuan(1e19), Err(NotEstimable::TooLarge));
        assert_eq!(quotient(1, 0), None);
        assert_eq!(quotient(3, 4), Some(0.75));
    }
}
