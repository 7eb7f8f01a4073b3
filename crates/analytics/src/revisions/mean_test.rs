//! Whether a mean revision is more than chance (修订均值检验), though neighbouring revisions resemble each other.
//!
//! The standard error is that of Newey and West 1987 with Bartlett weights and, unless told otherwise, the lag
//! ⌊4 (n / 100)^(2/9)⌋ of Newey and West 1994.

use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::finite::finite;
use crate::not_estimable::NotEstimable;

/// Fewer periods than this give no test.
pub const LEAST_PERIODS: usize = 8;

/// The test of a mean against 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanTest {
    /// The mean.
    pub mean: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// Mean over standard error, to be compared with Student's t of n − 1.
    pub t: f64,
    /// The probability of so much or more in either direction.
    pub p_value: f64,
    /// Up to how many periods apart resemblance was counted.
    pub lag: usize,
}

/// The test with the usual lag. Refused with fewer than eight periods, or when all values are the same.
pub fn mean_test(values: &[f64]) -> Result<MeanTest, NotEstimable> {
    mean_test_at(values, usual_lag(values.len()))
}

/// The test with a given lag; 0 is the plain t-test with n in place of n − 1.
pub fn mean_test_at(values: &[f64], lag: usize) -> Result<MeanTest, NotEstimable> {
    if values.len() < LEAST_PERIODS {
        return Err(NotEstimable::TooFewPeriods);
    }
    let n = values.len() as f64;
    let mean = finite(values.iter().sum::<f64>() / n)?;
    let deviations: Vec<f64> = values.iter().map(|value| value - mean).collect();
    let variance = long_run_variance(&deviations, lag);
    if variance <= 0.0 {
        return Err(NotEstimable::NoSpread);
    }
    let standard_error = (variance / n).sqrt();
    let student = StudentsT::new(0.0, 1.0, n - 1.0).map_err(|_| NotEstimable::TooFewPeriods)?;
    let t = finite(mean / standard_error)?;
    Ok(MeanTest { mean, standard_error, t, p_value: 2.0 * student.sf(t.abs()), lag })
}

/// ⌊4 (n / 100)^(2/9)⌋.
pub fn usual_lag(n_periods: usize) -> usize {
    (4.0 * (n_periods as f64 / 100.0).powf(2.0 / 9.0)).floor() as usize
}

/// γ₀ + 2 Σ (1 − l / (lag + 1)) γₗ.
fn long_run_variance(deviations: &[f64], lag: usize) -> f64 {
    let n = deviations.len() as f64;
    let covariance = |apart: usize| -> f64 {
        deviations.iter().zip(deviations.iter().skip(apart)).map(|(left, right)| left * right).sum::<f64>()
            / n
    };
    let weight = |apart: usize| 1.0 - apart as f64 / (lag as f64 + 1.0);
    covariance(0) + 2.0 * (1..=lag).map(|apart| weight(apart) * covariance(apart)).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resemblance_widens_the_error() {
        let values = [1.0, 2.0, 3.0, 4.0, 4.0, 3.0, 2.0, 1.0];
        let plain = mean_test_at(&values, 0).unwrap();
        // γ₀ = 1.25; the standard error is √(1.25 / 8)
        assert!((plain.standard_error - (1.25_f64 / 8.0).sqrt()).abs() < 1e-15);
        let robust = mean_test_at(&values, 1).unwrap();
        // Σ of neighbouring products = 0.75 + (−0.5·0.5) + 0.75 + 2.25 + 0.75 − 0.25 + 0.75 = 4.75; γ₁ = 4.75 / 8
        assert!((robust.standard_error - ((1.25 + 4.75 / 8.0) / 8.0_f64).sqrt()).abs() < 1e-15);
        assert!(robust.standard_error > plain.standard_error && robust.p_value > plain.p_value);
    }

    #[test]
    fn the_p_value_is_that_of_student() {
        // t = 2.364624… with 7 degrees of freedom cuts off 5 % on both sides together.
        let values = [1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0]
            .map(|one| one + 2.364_624_251_592_785 / 8.0_f64.sqrt());
        let found = mean_test_at(&values, 0).unwrap();
        assert!((found.p_value - 0.05).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn too_little_gives_no_test() {
        assert_eq!(mean_test(&[1.0; 7]), Err(NotEstimable::TooFewPeriods));
        assert_eq!(mean_test(&[1.0; 8]), Err(NotEstimable::NoSpread));
        assert_eq!(mean_test(&[f64::NAN; 8]), Err(NotEstimable::NotANumber));
        assert_eq!((usual_lag(8), usual_lag(100)), (2, 4));
    }
}
