//! The interval-censored curve (特恩布尔区间删失曲线): when only two returns are known, one without and one with the start.
//! Turnbull 1976, J. R. Stat. Soc. B 38: 290–295.

use crate::not_estimable::NotEstimable;
use crate::survival::innermost_intervals::{EventInterval, InnermostInterval, innermost_intervals};
use crate::survival::interior_point::{Places, likeliest_masses};

/// The largest excess of the gradient with which a curve is given out.
const MOST_EXCESS: f64 = 1e-9;

/// A fall of the curve, somewhere in a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IntervalMass {
    /// Where. Within it the curve is not determined.
    pub place: InnermostInterval,
    /// By how much, above 1e-9. All falls add up to 1, but for what is smaller.
    pub mass: f64,
}

/// The curve with its certificate.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalCurve {
    /// The falls, ascending. Places in which the curve does not fall are left out.
    pub falls: Vec<IntervalMass>,
    /// Σ weight · ln of the chance of each observation.
    pub log_likelihood: f64,
    /// How far the gradient exceeds what the optimum allows: at most 1e-9.
    pub excess: f64,
    /// Steps taken.
    pub n_steps: usize,
    /// Observations without order or weight.
    pub n_left_out: u64,
}

/// The share without the event at a time, as far as it is determined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalBounds {
    /// If all falls that may have happened by then have happened.
    pub least: f64,
    /// If only those that must have happened by then have.
    pub most: f64,
}

/// The likeliest curve of the intervals. Every result is certified; it may not be the only one with its likelihood.
///
/// Meant for months: the work grows with the third power of the number of distinct places, some hundreds at most.
///
/// Not estimable: no usable interval, or an optimum that was not certified.
pub fn interval_curve(observed: &[EventInterval]) -> Result<IntervalCurve, NotEstimable> {
    let places = innermost_intervals(observed);
    if places.is_empty() {
        return Err(NotEstimable::NothingObserved);
    }
    let usable: Vec<&EventInterval> = observed.iter().filter(|interval| interval.is_usable()).collect();
    let best = likeliest_masses(&together(&usable, &places), places.len());
    if best.excess.is_nan() || best.excess > MOST_EXCESS {
        return Err(NotEstimable::NotConverged);
    }
    let falls = places.into_iter().zip(best.masses).map(|(place, mass)| IntervalMass { place, mass });
    Ok(IntervalCurve {
        falls: falls.filter(|fall| fall.mass > MOST_EXCESS).collect(),
        log_likelihood: best.log_likelihood,
        excess: best.excess,
        n_steps: best.n_steps,
        n_left_out: (observed.len() - usable.len()) as u64,
    })
}

impl IntervalCurve {
    /// The share without the event at a time: two bounds, equal where the curve is determined.
    pub fn survival_at(&self, age_months: f64) -> SurvivalBounds {
        let fallen = |when: fn(&InnermostInterval, f64) -> bool| -> f64 {
            let by_then = self.falls.iter().filter(|fall| when(&fall.place, age_months));
            (1.0 - by_then.map(|fall| fall.mass).sum::<f64>()).clamp(0.0, 1.0)
        };
        SurvivalBounds {
            least: fallen(|place, age| place.by <= age || place.after < age),
            most: fallen(|place, age| place.by <= age),
        }
    }
}

/// Observations with the same places are one, with their weights added.
fn together(usable: &[&EventInterval], places: &[InnermostInterval]) -> Vec<(Places, f64)> {
    let places_of = |interval: &&EventInterval| {
        let first = places.iter().position(|place| interval.may_hold(place)).unwrap_or(0);
        let n_places = places.iter().filter(|place| interval.may_hold(place)).count();
        (Places { first, end: first + n_places }, interval.weight)
    };
    let mut rows: Vec<(Places, f64)> = usable.iter().map(places_of).collect();
    rows.sort_by_key(|(places, _)| *places);
    rows.chunk_by(|left, right| left.0 == right.0)
        .filter_map(|same| Some((same.first()?.0, same.iter().map(|(_, weight)| weight).sum())))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::survival::kaplan_meier::{kaplan_meier, survival_at};
    use crate::survival::risk_sets::{Followed, risk_sets};

    fn interval(after: Option<f64>, by: Option<f64>) -> EventInterval {
        EventInterval { after, by, weight: 1.0 }
    }

    #[test]
    fn nothing_is_known_of_nobody() {
        assert_eq!(interval_curve(&[]), Err(NotEstimable::NothingObserved));
        assert_eq!(interval_curve(&[interval(Some(3.0), Some(2.0))]), Err(NotEstimable::NothingObserved));
    }

    #[test]
    fn a_curve_that_never_fell_falls_some_time_later() {
        let curve = interval_curve(&[interval(Some(3.0), None), interval(Some(5.0), None)]).unwrap();
        let [fall] = &curve.falls[..] else { panic!("one place: {curve:?}") };
        assert_eq!((fall.place.after, fall.place.by), (5.0, f64::INFINITY));
        assert_eq!(curve.survival_at(5.0), SurvivalBounds { least: 1.0, most: 1.0 });
        let later = curve.survival_at(6.0);
        assert!(later.least < 1e-12 && later.most == 1.0);
    }

    #[test]
    fn a_start_known_only_from_the_first_return_may_lie_at_signing() {
        let curve = interval_curve(&[interval(None, Some(2.0))]).unwrap();
        assert_eq!(curve.survival_at(-1.0).most, 1.0);
        assert!(curve.survival_at(2.0).most < 1e-12);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_curve_is_certified(
            rows in prop::collection::vec((0..20_u8, prop::option::of(0..9_u8), 1..4_u8), 1..60),
        ) {
            let observed: Vec<EventInterval> = rows.iter().map(|&(after, length, weight)| EventInterval {
                after: Some(f64::from(after)),
                by: length.map(|length| f64::from(after + length)),
                weight: f64::from(weight),
            }).collect();
            let curve = interval_curve(&observed).unwrap();
            prop_assert!(curve.excess <= 1e-9);
            let whole: f64 = curve.falls.iter().map(|fall| fall.mass).sum();
            prop_assert!((whole - 1.0).abs() < 1e-6);
        }

        #[test]
        fn exact_months_give_the_kaplan_meier_curve(
            rows in prop::collection::vec((0..9_u8, any::<bool>()), 1..40),
        ) {
            let month = |exit: u8| f64::from(exit);
            let followed: Vec<Followed> = rows.iter()
                .map(|&(exit, happened)| Followed { entry: None, exit: month(exit), happened }).collect();
            let observed: Vec<EventInterval> = rows.iter()
                .map(|&(exit, happened)| interval(Some(month(exit)), happened.then(|| month(exit)))).collect();
            let (theirs, ours) = (kaplan_meier(&risk_sets(&followed)), interval_curve(&observed).unwrap());
            for step in &theirs {
                let (ours, theirs) = (ours.survival_at(step.age_months).most, survival_at(&theirs, step.age_months));
                prop_assert!((ours - theirs).abs() < 1e-7);
            }
        }
    }
}
