//! The Kaplan–Meier curve (卡普兰－迈耶曲线): the share that has not had the event yet. Kaplan & Meier 1958, J. Am. Stat.
//! Assoc. 53: 457–481.

use crate::survival::risk_sets::RiskSet;

/// One step of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    /// Months since signing.
    pub age_months: f64,
    /// Under observation just before that time.
    pub n_risk: u64,
    /// Events at that time.
    pub n_event: u64,
    /// Share without the event after that time, 0 to 1.
    pub survival: f64,
    /// Greenwood's standard error of that share. Missing once the share is 0.
    pub standard_error: Option<f64>,
}

/// The curve at each distinct time of exit: S(t) is the product of 1 − events / at risk.
///
/// By projects: weights play no part, see [`crate::survival::weighted_kaplan_meier`]. Events of all causes count.
/// Standard error: S √Σ d/(n(n − d)), Greenwood 1926. With late entry, a first set whose projects all start brings the
/// curve to 0 for good: look at `n_risk` before reading it.
pub fn kaplan_meier(sets: &[RiskSet]) -> Vec<SurvivalStep> {
    let step = |(survival, spread): &mut (f64, f64), set: &RiskSet| {
        let (n_risk, n_event) = (set.n_risk.max(1) as f64, set.n_event as f64);
        *survival *= 1.0 - n_event / n_risk;
        if set.n_event > 0 {
            *spread += n_event / (n_risk * (n_risk - n_event));
        }
        Some(SurvivalStep {
            age_months: set.age_months,
            n_risk: set.n_risk,
            n_event: set.n_event,
            survival: *survival,
            standard_error: (*survival > 0.0).then(|| *survival * spread.sqrt()),
        })
    };
    sets.iter().scan((1.0, 0.0), step).collect()
}

/// The share without the event at a time: 1 before the first step; after the last one what it was there.
pub fn survival_at(curve: &[SurvivalStep], age_months: f64) -> f64 {
    let passed = curve.partition_point(|step| step.age_months <= age_months);
    passed.checked_sub(1).and_then(|index| curve.get(index)).map_or(1.0, |step| step.survival)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
        assert_eq!(curve.last().unwrap().standard_error, None);
    }

    #[test]
    fn nobody_and_nobody_with_an_event_give_no_step_and_no_fall() {
        assert!(kaplan_meier(&[]).is_empty());
        let one = kaplan_meier(&risk_sets(&[Followed { entry: None, exit: 4.0, happened: false }]));
        assert_eq!((one[0].survival, one[0].standard_error), (1.0, Some(0.0)));
        assert_eq!(survival_at(&one, 9.0), 1.0);
    }

    fn any_followed() -> impl Strategy<Value = Vec<Followed>> {
        let one =
            (prop::option::of(0..12_u8), 0..24_u8, any::<bool>()).prop_map(|(entry, exit, happened)| {
                Followed { entry: entry.map(f64::from), exit: f64::from(exit), happened }
            });
        prop::collection::vec(one, 0..40)
    }

    /// Each spell in two at a time within it: the first half without the event.
    fn split(followed: &[Followed]) -> Vec<Followed> {
        let halves = |whole: &Followed| {
            let middle = f64::midpoint(whole.entry.unwrap_or(-1.0), whole.exit);
            let first = Followed { exit: middle, happened: false, ..*whole };
            [first, Followed { entry: Some(middle), ..*whole }]
        };
        followed
            .iter()
            .filter(|whole| whole.entry.is_none_or(|entry| entry < whole.exit))
            .flat_map(halves)
            .collect()
    }

    proptest! {
        #[test]
        fn the_order_of_rows_changes_nothing(
            (followed, shuffled) in
                any_followed().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        ) {
            prop_assert_eq!(kaplan_meier(&risk_sets(&followed)), kaplan_meier(&risk_sets(&shuffled)));
        }

        #[test]
        fn splitting_a_spell_changes_nothing(followed in any_followed()) {
            let whole = kaplan_meier(&risk_sets(&followed));
            let halves = kaplan_meier(&risk_sets(&split(&followed)));
            for step in whole {
                prop_assert_eq!(step.survival, survival_at(&halves, step.age_months));
            }
        }

        #[test]
        fn the_curve_only_falls_and_stays_within_0_and_1(followed in any_followed()) {
            let curve = kaplan_meier(&risk_sets(&followed));
            prop_assert!(curve.iter().all(|step| (0.0..=1.0).contains(&step.survival)));
            prop_assert!(curve.windows(2).all(|pair| pair[0].survival >= pair[1].survival));
            prop_assert!(curve.iter().all(|step| step.standard_error.is_none_or(f64::is_finite)));
        }
    }
}
