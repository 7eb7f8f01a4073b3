//! A statistic of several groups against the χ² distribution (卡方检验).

use crate::not_estimable::NotEstimable;
use crate::p_values::chi_square_p_value;
use crate::survival::linear_system::{SquareMatrix, quadratic_form};

/// A direction whose variance is this small a part of the largest one has none.
const RANK_TOLERANCE: f64 = 1e-10;

/// What a test says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquareTest {
    /// χ², from 0 on.
    pub statistic: f64,
    /// Groups that could differ, less 1.
    pub degrees_of_freedom: usize,
    /// 0 to 1.
    pub p_value: f64,
}

/// uᵀ V⁻ u, where V is the variance of u; its rank is the number of degrees of freedom.
///
/// Not estimable when V is 0.
pub fn chi_square_test(scores: &[f64], variance: &SquareMatrix) -> Result<ChiSquareTest, NotEstimable> {
    let (statistic, degrees_of_freedom) = quadratic_form(variance, scores, RANK_TOLERANCE);
    if degrees_of_freedom == 0 || !statistic.is_finite() {
        return Err(NotEstimable::NoVariation);
    }
    let p_value = chi_square_p_value(statistic, degrees_of_freedom);
    Ok(ChiSquareTest { statistic, degrees_of_freedom, p_value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_variance_is_no_test() {
        assert_eq!(chi_square_test(&[0.0, 0.0], &SquareMatrix::zeros(2)), Err(NotEstimable::NoVariation));
    }

    #[test]
    fn the_p_value_is_that_of_the_tables() {
        let mut variance = SquareMatrix::zeros(2);
        for (row, column, value) in [(0, 0, 1.0), (0, 1, -1.0), (1, 0, -1.0), (1, 1, 1.0)] {
            variance.add(row, column, value);
        }
        let test = chi_square_test(&[1.959_963_984_540_054, -1.959_963_984_540_054], &variance).unwrap();
        assert_eq!(test.degrees_of_freedom, 1);
        assert!((test.p_value - 0.05).abs() < 1e-14);
    }
}
