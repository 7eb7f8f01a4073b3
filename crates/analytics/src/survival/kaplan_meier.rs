//! The Kaplan–Meier curve (卡普兰－迈耶曲线): the share that has not had the event yet.

use crate::survival::risk_sets::RiskSet;

/// One step of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    /// Months since signing.
    pub age_months: f64,
    /// Share without the event after that time, 0 to 1.
    pub survival: f64,
}

/// The curve at each distinct time of exit: S(t) is the product of 1 − events / at risk.
pub fn kaplan_meier(sets: &[RiskSet]) -> Vec<SurvivalStep> {
    let step = |survival: &mut f64, set: &RiskSet| {
        *survival *= 1.0 - set.n_event as f64 / set.n_risk.max(1) as f64;
        Some(SurvivalStep { age_months: set.age_months, survival: *survival })
    };
    sets.iter().scan(1.0, step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::risk_sets::{Followed, risk_sets};

    #[test]
    fn the_curve_of_the_remission_trial_is_the_published_one() {
        // The placebo arm of Freireich et al. 1963: every one had the event.
        let months = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        let followed = months.map(|exit| Followed { entry: None, exit: f64::from(exit), happened: true });
        let curve = kaplan_meier(&risk_sets(&followed));
        let at = |age: f64| curve.iter().find(|step| step.age_months == age).unwrap().survival;
        assert!((at(17.0) - 0.0952380952380952).abs() < 1e-15 * 10.0);
        assert!((at(22.0) - 0.0476190476190476).abs() < 1e-15 * 10.0);
        assert_eq!(at(23.0), 0.0);
    }
}
