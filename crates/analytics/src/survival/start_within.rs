//! What is still to be expected of a project that has not started (条件开工概率): from the pooled curve.

use crate::not_estimable::NotEstimable;
use crate::survival::kaplan_meier::{SurvivalStep, survival_at};

/// The starts expected in the coming months.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExpectedStarts {
    /// Σ of the chances of the projects that have one. A real number, not a count.
    pub expected: f64,
    /// Projects whose chance is in it.
    pub n_estimated: u64,
    /// Projects whose chance cannot be estimated: they are in neither, and are to be shown beside the figure.
    pub n_not_estimable: u64,
}

/// P(start within `months` | not started at `age_months`) = 1 − S(a + d)/S(a), 0 to 1.
///
/// Not estimable: all have started by `age_months`; the curve ends before a + d and is not 0; fewer than `fewest` are
/// under observation at a + d, where the tail is too thin to say anything. With `fewest` 0 or 1 every tail will do.
pub fn start_within(
    curve: &[SurvivalStep],
    age_months: f64,
    months: f64,
    fewest: u64,
) -> Result<f64, NotEstimable> {
    let last = curve.last().ok_or(NotEstimable::NothingObserved)?;
    if !(age_months >= 0.0 && months >= 0.0 && (age_months + months).is_finite()) {
        return Err(NotEstimable::NoTime);
    }
    let unstarted = survival_at(curve, age_months);
    if unstarted <= 0.0 {
        return Err(NotEstimable::NobodyLeft);
    }
    let asked = age_months + months;
    if asked > last.age_months && last.survival > 0.0 {
        return Err(NotEstimable::BeyondFollowUp);
    }
    let n_risk = n_risk_at(curve, asked);
    if n_risk < fewest {
        return Err(NotEstimable::TooFewAtRisk);
    }
    Ok(1.0 - survival_at(curve, asked) / unstarted)
}

/// The starts expected within `months` of projects of these ages that have not started: Σ (1 − S(a + d)/S(a)).
///
/// Not estimable when no project has a chance that can be estimated: the reason of the first one.
pub fn expected_starts(
    curve: &[SurvivalStep],
    ages_months: &[f64],
    months: f64,
    fewest: u64,
) -> Result<ExpectedStarts, NotEstimable> {
    let chances: Vec<_> =
        ages_months.iter().map(|age_months| start_within(curve, *age_months, months, fewest)).collect();
    let estimated: Vec<f64> = chances.iter().filter_map(|chance| chance.ok()).collect();
    if estimated.is_empty() {
        return Err(chances.iter().find_map(|chance| chance.err()).unwrap_or(NotEstimable::NothingObserved));
    }
    Ok(ExpectedStarts {
        expected: estimated.iter().sum(),
        n_estimated: estimated.len() as u64,
        n_not_estimable: (chances.len() - estimated.len()) as u64,
    })
}

/// Who stands behind the value of the curve at a time: the set of the last step up to it.
fn n_risk_at(curve: &[SurvivalStep], age_months: f64) -> u64 {
    let passed = curve.partition_point(|step| step.age_months <= age_months);
    let step = passed.checked_sub(1).and_then(|index| curve.get(index)).or(curve.first());
    step.map_or(0, |step| step.n_risk)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_curves::curve;

    #[test]
    fn a_chance_follows_from_two_points_of_the_curve() {
        let curve = curve(&[(1.0, true), (2.0, true), (3.0, true), (4.0, false)]);
        assert!((start_within(&curve, 1.0, 1.0, 1).unwrap() - 1.0 / 3.0).abs() < 1e-15);
        assert_eq!(start_within(&curve, 0.0, 0.0, 1), Ok(0.0));
    }

    #[test]
    fn what_the_tail_does_not_say_is_not_estimated() {
        let open = curve(&[(1.0, true), (2.0, true), (3.0, true), (4.0, false)]);
        let beyond = NotEstimable::BeyondFollowUp;
        assert_eq!(start_within(&open, 3.0, 2.0, 1), Err(beyond));
        let few = NotEstimable::TooFewAtRisk;
        assert_eq!(start_within(&open, 3.0, 1.0, 2), Err(few));
        assert_eq!(start_within(&[], 3.0, 1.0, 2), Err(NotEstimable::NothingObserved));
        assert_eq!(start_within(&open, f64::NAN, 1.0, 2), Err(NotEstimable::NoTime));
        let closed = curve(&[(1.0, true), (2.0, true)]);
        assert_eq!(start_within(&closed, 2.0, 1.0, 1), Err(NotEstimable::NobodyLeft));
        assert_eq!(start_within(&closed, 1.0, 50.0, 1), Ok(1.0));
    }

    #[test]
    fn expected_starts_name_whom_they_leave_out() {
        let open = curve(&[(1.0, true), (2.0, true), (3.0, true), (4.0, false)]);
        let expected = expected_starts(&open, &[1.0, 2.0, 4.0], 1.0, 1).unwrap();
        assert!((expected.expected - (1.0 / 3.0 + 0.5)).abs() < 1e-15);
        assert_eq!((expected.n_estimated, expected.n_not_estimable), (2, 1));
        assert!(expected_starts(&open, &[4.0], 1.0, 1).is_err());
        assert_eq!(expected_starts(&open, &[], 1.0, 1), Err(NotEstimable::NothingObserved));
    }
}
