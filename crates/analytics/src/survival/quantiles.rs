//! Quantiles of a survival curve (分位数), by the midpoint rule, with limits. Brookmeyer & Crowley 1982, Biometrics 38:
//! 29–41.

use crate::confidence::Confidence;
use crate::survival::aalen_johansen::Incidence;
use crate::survival::kaplan_meier::SurvivalStep;
use crate::survival::limits::{LimitScale, limits_of_share};

/// Closer than this, a curve stands exactly at the quantile (the square root of the machine precision).
const TOLERANCE: f64 = 1.490_116_119_384_765_6e-8;

/// A quantile of the months to the event. Each of the three may be missing by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// Months. Missing: the curve ends above, and never is it the last time instead.
    pub age_months: Option<f64>,
    /// Lower limit: where the lower limit of the curve crosses.
    pub low: Option<f64>,
    /// Upper limit: where the upper limit of the curve crosses.
    pub high: Option<f64>,
}

/// The age at which a share of `reached` has had the event.
///
/// The first age at which the curve falls below `1 − reached`. Where the curve stands exactly there for a while, the
/// middle of that while; it ends with the curve where nothing comes after. Missing: the curve ends above.
pub fn age_reached(curve: &[SurvivalStep], reached: f64) -> Option<f64> {
    first_age_below(curve.iter().map(|step| (step.age_months, step.survival)), 1.0 - reached)
}

/// The same with limits, from the limits of the curve on a scale.
pub fn quantile_with_limits(
    curve: &[SurvivalStep],
    reached: f64,
    scale: LimitScale,
    confidence: Confidence,
) -> Quantile {
    let limits = |step: &SurvivalStep| {
        let limits = limits_of_share(step.survival, step.standard_error, scale, confidence)?;
        Some((step.age_months, limits))
    };
    let limited: Vec<_> = curve.iter().filter_map(limits).collect();
    let level = 1.0 - reached;
    Quantile {
        age_months: age_reached(curve, reached),
        low: first_age_below(limited.iter().map(|(age, limits)| (*age, limits.low)), level),
        high: first_age_below(limited.iter().map(|(age, limits)| (*age, limits.high)), level),
    }
}

/// The age at which an incidence has come to a share of `reached`, by the same rule, with limits from its own on the
/// scale log-log. `steps`: age and incidence, in order.
pub fn incidence_quantile_with_limits(
    steps: &[(f64, Incidence)],
    reached: f64,
    confidence: Confidence,
) -> Quantile {
    let limits = |(age, share): &(f64, Incidence)| Some((*age, share.limits(confidence)?));
    let limited: Vec<_> = steps.iter().filter_map(limits).collect();
    let level = 1.0 - reached;
    Quantile {
        age_months: first_age_below(steps.iter().map(|(age, share)| (*age, 1.0 - share.share)), level),
        low: first_age_below(limited.iter().map(|(age, limits)| (*age, 1.0 - limits.high)), level),
        high: first_age_below(limited.iter().map(|(age, limits)| (*age, 1.0 - limits.low)), level),
    }
}

fn first_age_below(curve: impl Iterator<Item = (f64, f64)> + Clone, level: f64) -> Option<f64> {
    let (first_age, first) = curve.clone().find(|(_, share)| *share <= level + TOLERANCE)?;
    if first < level - TOLERANCE {
        return Some(first_age);
    }
    let below = curve.clone().find(|(_, share)| *share < level - TOLERANCE);
    let (next_age, _) = below.or_else(|| curve.last())?;
    Some(f64::midpoint(first_age, next_age))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::kaplan_meier::kaplan_meier;
    use crate::survival::risk_sets::{Followed, risk_sets};

    #[track_caller]
    fn check(projects: &[(f64, bool)], expected: Option<f64>) {
        let followed: Vec<Followed> =
            projects.iter().map(|&(exit, happened)| Followed { entry: None, exit, happened }).collect();
        assert_eq!(age_reached(&kaplan_meier(&risk_sets(&followed)), 0.5), expected);
    }

    #[test]
    fn the_median_is_where_the_curve_crosses_one_half() {
        check(&[(1.0, true), (2.0, true), (3.0, true)], Some(2.0));
        check(&[(0.0, true)], Some(0.0));
        check(&[(4.0, true), (9.0, false), (9.0, false)], None);
        check(&[(9.0, false)], None);
        check(&[], None);
    }

    #[test]
    fn a_curve_that_stands_at_one_half_gives_the_middle_of_the_while() {
        check(&[(1.0, true), (2.0, true), (5.0, true), (9.0, true)], Some(3.5));
        check(&[(1.0, true), (2.0, true), (3.0, false), (4.0, false)], Some(3.0));
        // 1 − 1/6 − … ends next to one half, not at it, in floating point
        let six: Vec<(f64, bool)> = (1..=6).map(|age| (f64::from(age), true)).collect();
        check(&six, Some(3.5));
    }

    #[test]
    fn the_medians_of_the_remission_trial_are_the_published_ones() {
        // Both arms of Freireich et al. 1963; a minus sign marks who was last seen in remission.
        let treated =
            [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
        let placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        let arm = |weeks: &[i32]| -> Vec<(f64, bool)> {
            weeks.iter().map(|week| (f64::from(week.abs()), *week > 0)).collect()
        };
        check(&arm(&treated), Some(23.0));
        check(&arm(&placebo), Some(8.0));
        check(&[arm(&treated), arm(&placebo)].concat(), Some(12.0));
    }
}
