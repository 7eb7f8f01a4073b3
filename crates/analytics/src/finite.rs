//! Numbers that are numbers (有限数): the one way to divide outside the engine.

use crate::not_estimable::NotEstimable;

/// The value when it is a finite number.
pub fn finite(value: f64) -> Result<f64, NotEstimable> {
    if value.is_finite() { Ok(value) } else { Err(NotEstimable::NotANumber) }
}

/// `numerator / denominator`. Missing when the denominator is 0, or the quotient is no finite number.
pub fn ratio(numerator: f64, denominator: f64) -> Result<f64, NotEstimable> {
    if denominator == 0.0 { Err(NotEstimable::NoDenominator) } else { finite(numerator / denominator) }
}

/// The sum when it is a finite number.
pub fn finite_sum(values: impl IntoIterator<Item = f64>) -> Result<f64, NotEstimable> {
    finite(values.into_iter().sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(ratio(1.0, 0.0), Err(NotEstimable::NoDenominator));
        assert_eq!(ratio(f64::MAX, 1e-300), Err(NotEstimable::NotANumber));
        assert_eq!(ratio(3.0, 4.0), Ok(0.75));
        assert_eq!(finite_sum([1.0, f64::NAN]), Err(NotEstimable::NotANumber));
    }
}
