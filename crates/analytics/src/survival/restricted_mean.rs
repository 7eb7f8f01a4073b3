//! The restricted mean time to the event (限制平均时间): the area under the curve up to τ. Irwin 1949; Royston & Parmar
//! 2013, BMC Med. Res. Methodol. 13: 152.

use crate::confidence::Confidence;
use crate::not_estimable::NotEstimable;
use crate::rates::interval::Interval;
use crate::survival::kaplan_meier::SurvivalStep;

/// Mean months to the event, where all that comes after τ counts as τ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestrictedMean {
    /// τ, months.
    pub tau: f64,
    /// Months, 0 to τ.
    pub months: f64,
    /// Standard error of the estimate, not the spread of the times.
    pub standard_error: f64,
}

/// A difference of two restricted means, first less second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestrictedMeanDifference {
    /// τ, months.
    pub tau: f64,
    /// Months.
    pub months: f64,
    /// Standard error, both sides taken as independent.
    pub standard_error: f64,
    /// Plain limits.
    pub limits: Interval,
}

/// ∫ S from 0 to τ, with the variance Σ (∫ S from t to τ)² d/(n(n − d)) over the events up to τ.
///
/// Not estimable: an empty curve, τ not above 0, or τ beyond the last exit while the curve is not 0.
pub fn restricted_mean(curve: &[SurvivalStep], tau: f64) -> Result<RestrictedMean, NotEstimable> {
    check_horizon(curve, tau)?;
    let within = curve.partition_point(|step| step.age_months < tau);
    let (mut area, mut variance, mut end) = (0.0, 0.0, tau);
    for step in curve.iter().take(within).rev() {
        area += step.survival * (end - step.age_months);
        variance += area * area * greenwood_term(step);
        end = step.age_months;
    }
    Ok(RestrictedMean { tau, months: area + end, standard_error: variance.sqrt() })
}

/// The difference at one τ, with limits.
pub fn restricted_mean_difference(
    first: &[SurvivalStep],
    second: &[SurvivalStep],
    tau: f64,
    confidence: Confidence,
) -> Result<RestrictedMeanDifference, NotEstimable> {
    let (first, second) = (restricted_mean(first, tau)?, restricted_mean(second, tau)?);
    let months = first.months - second.months;
    let standard_error = first.standard_error.hypot(second.standard_error);
    let limits = Interval::around(months, confidence.z() * standard_error);
    Ok(RestrictedMeanDifference { tau, months, standard_error, limits })
}

/// The τ at which several cohorts can be compared: the earliest of their last exits. Missing: a cohort without curve.
pub fn common_horizon(curves: &[&[SurvivalStep]]) -> Option<f64> {
    let last_exits = curves.iter().map(|curve| curve.last().map(|step| step.age_months));
    last_exits.reduce(|left, right| Some(left?.min(right?)))?
}

fn check_horizon(curve: &[SurvivalStep], tau: f64) -> Result<(), NotEstimable> {
    let last = curve.last().ok_or(NotEstimable::NothingObserved)?;
    if !(tau.is_finite() && tau > 0.0) {
        return Err(NotEstimable::NoTime);
    }
    if tau > last.age_months && last.survival > 0.0 {
        return Err(NotEstimable::BeyondFollowUp);
    }
    Ok(())
}

/// d/(n(n − d)); 0 where all at risk have the event, since no area comes after.
fn greenwood_term(step: &SurvivalStep) -> f64 {
    let (n_risk, n_event) = (step.n_risk as f64, step.n_event as f64);
    if n_event < n_risk { n_event / (n_risk * (n_risk - n_event)) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_curves::curve;

    #[test]
    fn without_censoring_it_is_the_mean_and_its_error() {
        let all = curve(&[(1.0, true), (2.0, true), (4.0, true), (5.0, true)]);
        let mean = restricted_mean(&all, 5.0).unwrap();
        assert!((mean.months - 3.0).abs() < 1e-15 * 10.0);
        // the variance of the times by n, over n: (4 + 1 + 1 + 4) / 16
        assert!((mean.standard_error - (10.0_f64 / 16.0).sqrt()).abs() < 1e-14);
        assert_eq!(restricted_mean(&all, 50.0).unwrap().months, mean.months);
        assert_eq!(restricted_mean(&all, 0.5).unwrap().months, 0.5);
    }

    #[test]
    fn a_horizon_beyond_the_follow_up_is_refused() {
        let open = curve(&[(1.0, true), (2.0, false)]);
        let refused = NotEstimable::BeyondFollowUp;
        assert_eq!(restricted_mean(&open, 2.5), Err(refused));
        assert_eq!(restricted_mean(&open, 2.0).unwrap().months, 1.5);
        assert_eq!(restricted_mean(&[], 1.0), Err(NotEstimable::NothingObserved));
        for tau in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(restricted_mean(&open, tau), Err(NotEstimable::NoTime));
        }
    }

    #[test]
    fn cohorts_are_compared_up_to_the_earliest_of_their_last_exits() {
        let (first, second) = (curve(&[(1.0, true), (7.0, false)]), curve(&[(2.0, true), (9.0, false)]));
        assert_eq!(common_horizon(&[&first, &second]), Some(7.0));
        assert_eq!(common_horizon(&[&first, &[]]), None);
        assert_eq!(common_horizon(&[]), None);
        let there = restricted_mean_difference(&first, &second, 7.0, Confidence::P95).unwrap();
        assert!((there.months - (4.0 - 4.5)).abs() < 1e-15 * 10.0 && there.limits.holds(there.months));
    }

    #[test]
    fn an_event_at_signing_counts_with_no_time() {
        let curve = curve(&[(0.0, true), (2.0, true)]);
        assert_eq!(restricted_mean(&curve, 2.0).unwrap().months, 1.0);
    }
}
