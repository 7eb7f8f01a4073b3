//! One side of a comparison (比较组): its counts and its curves, made once and used in every pair.

use crate::age_profile::AgeProfile;
use crate::survival::kaplan_meier::{SurvivalStep, kaplan_meier};
use crate::survival::leaving::{LeavingAt, of_start_only, risk_sets_at_ages};
use crate::survival::risk_sets::RiskSet;

/// A group of projects in one month.
#[derive(Debug, Clone)]
pub struct ComparedGroup {
    /// What it is called in the dataset.
    pub name: String,
    /// All projects, with or without a month of signing.
    pub n_all: i64,
    /// Of them started.
    pub n_all_started: i64,
    /// Projects with an age.
    pub n_dated: i64,
    /// Of them started.
    pub n_dated_started: i64,
    /// The share without start, by age; a termination ends the observation.
    pub curve: Vec<SurvivalStep>,
    /// How far the curve can be read, months: to its last age, or where it has come to 0 to the age of the oldest.
    pub follow_up: i32,
    starts: Vec<LeavingAt>,
    leaving: Vec<LeavingAt>,
}

impl ComparedGroup {
    /// From the profile of the group.
    pub fn of(name: &str, profile: &AgeProfile) -> ComparedGroup {
        let leaving = profile.leaving();
        let starts = of_start_only(&leaving);
        let ages: Vec<u32> = starts.iter().map(|at| at.age_months).collect();
        let curve = kaplan_meier(&risk_sets_at_ages(&starts, &ages));
        let oldest = profile.ages.len().saturating_sub(1) as i32;
        let is_open = curve.last().is_some_and(|step| step.survival > 0.0);
        let last = ages.last().map_or(0, |age| *age as i32);
        ComparedGroup {
            name: name.to_owned(),
            n_all: profile.n_all,
            n_all_started: profile.n_all_started,
            n_dated: profile.n_dated(),
            n_dated_started: profile.n_dated_started(),
            curve,
            follow_up: if is_open { last } else { oldest },
            starts,
            leaving,
        }
    }
}

/// Risk sets of two groups at each age at which somebody of either leaves: by age, then by group.
pub struct PairOfSets {
    /// The start alone; a termination ends the observation.
    pub starts: Vec<Vec<RiskSet>>,
    /// Start and termination compete.
    pub competing: Vec<Vec<RiskSet>>,
}

/// The risk sets of two groups.
pub fn pair_of_sets(first: &ComparedGroup, second: &ComparedGroup) -> PairOfSets {
    let both = first.leaving.iter().chain(&second.leaving);
    let mut ages: Vec<u32> = both.map(|at| at.age_months).collect();
    ages.sort_unstable();
    ages.dedup();
    let sets = |first: &[LeavingAt], second: &[LeavingAt]| -> Vec<Vec<RiskSet>> {
        let pairs = risk_sets_at_ages(first, &ages).into_iter().zip(risk_sets_at_ages(second, &ages));
        pairs.map(|(first, second)| vec![first, second]).collect()
    };
    PairOfSets {
        starts: sets(&first.starts, &second.starts),
        competing: sets(&first.leaving, &second.leaving),
    }
}
