//! The standard error of a rate of money by linearisation (线性化标准误). Source: Cochran 1977, the ratio estimator.
//!
//! √(n / (n − 1) · Σ (numerator − rate · denominator)²) / Σ denominator, by project.

use crate::confidence::Confidence;
use crate::finite::finite;
use crate::hits::LEAST_PROJECTS;
use crate::money_parts::{MoneyPart, money_rate, sums};
use crate::money_rates::dominance::is_dominated_by_one;
use crate::not_estimable::NotEstimable;

/// A rate with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MoneyRate {
    /// Σ numerator / Σ denominator.
    pub rate: f64,
    /// The lower limit.
    pub low: f64,
    /// The upper limit. A rate of capital may lie above 1.
    pub high: f64,
    /// One project holds more than half of the denominator: the interval is shown with a warning.
    pub is_dominated_by_one: bool,
}

/// The standard error. Refused with fewer than five projects.
pub fn linearised_error(parts: &[MoneyPart]) -> Result<f64, NotEstimable> {
    if (parts.len() as u64) < LEAST_PROJECTS {
        return Err(NotEstimable::TooFewProjects);
    }
    let rate = money_rate(parts)?;
    let n = parts.len() as f64;
    let squares: f64 = parts.iter().map(|part| (part.numerator - rate * part.denominator).powi(2)).sum();
    finite((n / (n - 1.0) * squares).sqrt() / sums(parts).denominator.abs())
}

/// The rate ± normal quantile · standard error, never below 0 where no numerator is negative.
pub fn linearised_interval(parts: &[MoneyPart], confidence: Confidence) -> Result<MoneyRate, NotEstimable> {
    let (rate, error) = (money_rate(parts)?, linearised_error(parts)?);
    let reach = confidence.z() * error;
    let is_never_negative = parts.iter().all(|part| part.numerator >= 0.0);
    let low = if is_never_negative { (rate - reach).max(0.0) } else { rate - reach };
    Ok(MoneyRate { rate, low, high: rate + reach, is_dominated_by_one: is_dominated_by_one(parts) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_projects_have_no_interval() {
        let parts = [MoneyPart { numerator: 1.0, denominator: 2.0 }; 5];
        assert_eq!(linearised_error(&parts[..4]), Err(NotEstimable::TooFewProjects));
        assert_eq!(linearised_error(&parts), Ok(0.0));
        let empty = [MoneyPart { numerator: 0.0, denominator: 0.0 }; 5];
        assert_eq!(linearised_interval(&empty, Confidence::P95), Err(NotEstimable::NoDenominator));
    }

    #[test]
    fn one_large_project_is_marked() {
        let mut parts = [MoneyPart { numerator: 1.0, denominator: 2.0 }; 6];
        assert!(!linearised_interval(&parts, Confidence::P95).unwrap().is_dominated_by_one);
        parts[0] = MoneyPart { numerator: 3.0, denominator: 11.0 };
        let interval = linearised_interval(&parts, Confidence::P95).unwrap();
        assert!(
            interval.is_dominated_by_one && interval.low < interval.rate && interval.rate < interval.high
        );
    }
}
