//! Limits of what is still to come (预测区间): lognormal, so that they never fall below what has arrived. Mack 1993.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;

/// 95 % limits of what is to come, from its estimate and its error. Missing when nothing is to come.
///
/// σ² = ln(1 + (error/estimate)²), limits = exp(ln estimate − σ²/2 ± zσ).
pub fn limits_of_ultimate(to_come: f64, error: f64) -> Option<Interval> {
    if !(to_come > 0.0 && to_come.is_finite() && error.is_finite()) {
        return None;
    }
    let variance = (error / to_come).powi(2).ln_1p();
    let reach = Confidence::P95.z() * variance.sqrt();
    let centre = to_come.ln() - variance / 2.0;
    let limits = Interval { low: (centre - reach).exp(), high: (centre + reach).exp() };
    limits.high.is_finite().then_some(limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_hold_the_estimate_and_nothing_has_none() {
        let limits = limits_of_ultimate(100.0, 30.0).unwrap();
        assert!(0.0 < limits.low && limits.holds(100.0) && limits.high < 200.0);
        assert!((limits_of_ultimate(100.0, 0.0).unwrap().low - 100.0).abs() < 1e-9);
        assert_eq!(limits_of_ultimate(0.0, 1.0), None);
        assert_eq!(limits_of_ultimate(-5.0, 1.0), None);
    }
}
