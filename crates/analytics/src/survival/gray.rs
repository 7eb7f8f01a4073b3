//! Gray's test (格雷检验): whether groups have the same incidence of one cause while others compete, also within strata.
//! Gray 1988, Ann. Stat. 16: 1141–1154.

use crate::not_estimable::NotEstimable;
use crate::survival::chi_square::{ChiSquareTest, chi_square_test};
use crate::survival::gray_variance::{CauseTime, CauseTimes};
use crate::survival::groups::{Member, check_groups, strata};
use crate::survival::linear_system::SquareMatrix;
use crate::survival::risk_sets::RiskSet;

/// What is known of a group just before a time.
#[derive(Debug, Clone, Copy)]
struct GroupState {
    /// Share without any event.
    event_free: f64,
    /// Incidence of the cause.
    share: f64,
}

/// One stratum on its way through time.
struct Pass {
    states: Vec<GroupState>,
    /// Incidence of the cause if all groups go at one pace.
    pooled: f64,
    scores: Vec<f64>,
    times: CauseTimes,
}

/// Compares the incidence of `cause` between the groups 0 to `n_groups` − 1, by projects.
///
/// `rho` weighs events by (1 − F)^ρ of the pooled incidence; 0 is the usual one. Late entry is allowed: the formulas
/// hold, though no other program gives figures for it. Not estimable: an empty group, no event of the cause, or, with
/// late entry, a group that was exhausted before others of it entered.
pub fn gray_test(
    members: &[Member],
    n_groups: usize,
    cause: usize,
    rho: f64,
) -> Result<ChiSquareTest, NotEstimable> {
    let mut scores = vec![0.0; n_groups];
    let mut variance = SquareMatrix::zeros(n_groups);
    for stratum in strata(members, n_groups)? {
        let pass = Pass::through(&stratum.sets_by_age(cause), n_groups, cause, rho)?;
        scores.iter_mut().zip(&pass.scores).for_each(|(sum, score)| *sum += score);
        pass.times.add_variance(&mut variance);
    }
    chi_square_test(&scores, &variance)
}

/// The same from risk sets, by age and then by group. One stratum.
pub fn gray_test_of_sets(
    sets_by_age: &[Vec<RiskSet>],
    n_groups: usize,
    cause: usize,
    rho: f64,
) -> Result<ChiSquareTest, NotEstimable> {
    check_groups(sets_by_age, n_groups)?;
    let pass = Pass::through(sets_by_age, n_groups, cause, rho)?;
    let mut variance = SquareMatrix::zeros(n_groups);
    pass.times.add_variance(&mut variance);
    chi_square_test(&pass.scores, &variance)
}

impl Pass {
    fn through(
        sets_by_age: &[Vec<RiskSet>],
        n_groups: usize,
        cause: usize,
        rho: f64,
    ) -> Result<Self, NotEstimable> {
        let mut pass = Self {
            states: vec![GroupState { event_free: 1.0, share: 0.0 }; n_groups],
            pooled: 0.0,
            scores: vec![0.0; n_groups],
            times: CauseTimes::of_groups(n_groups),
        };
        for by_group in sets_by_age {
            pass.step(by_group, cause, rho)?;
        }
        Ok(pass)
    }

    fn step(&mut self, by_group: &[RiskSet], cause: usize, rho: f64) -> Result<(), NotEstimable> {
        let scaled = self.scaled_risks(by_group)?;
        let all: f64 = scaled.iter().sum();
        let n_own: f64 = by_group.iter().map(|set| set.events_of(cause).n as f64).sum();
        let before = (1.0 - self.pooled).max(0.0);
        let weight = before.powf(rho);
        if n_own > 0.0 {
            self.add_scores(by_group, cause, &scaled, n_own, weight);
            self.pooled += n_own / all;
        }
        self.step_groups(by_group, cause);
        let event_free = self.states.iter().map(|state| state.event_free).collect();
        let n_others = |set: &RiskSet| set.n_event - set.events_of(cause).n;
        self.times.push(CauseTime {
            weight,
            before,
            after: (1.0 - self.pooled).max(0.0),
            scaled,
            n_own,
            event_free,
            n_risk: by_group.iter().map(|set| set.n_risk as f64).collect(),
            n_others: by_group.iter().map(|set| n_others(set) as f64).collect(),
        });
        Ok(())
    }

    /// h = Y/S(t−): who would be at risk if only the cause took projects away, up to a factor.
    fn scaled_risks(&self, by_group: &[RiskSet]) -> Result<Vec<f64>, NotEstimable> {
        let scaled = |(set, state): (&RiskSet, &GroupState)| match set.n_risk {
            0 => Ok(0.0),
            _ if state.event_free <= 0.0 => Err(NotEstimable::Exhausted),
            n_risk => Ok(n_risk as f64 / state.event_free),
        };
        by_group.iter().zip(&self.states).map(scaled).collect()
    }

    /// The score of a group: its events, less its part of all events by R = h (1 − F(t−)).
    fn add_scores(&mut self, by_group: &[RiskSet], cause: usize, scaled: &[f64], n_own: f64, weight: f64) {
        let risks: Vec<f64> =
            scaled.iter().zip(&self.states).map(|(scaled, state)| scaled * (1.0 - state.share)).collect();
        let all: f64 = risks.iter().sum();
        for ((score, set), risk) in self.scores.iter_mut().zip(by_group).zip(risks) {
            *score += weight * (set.events_of(cause).n as f64 - n_own * risk / all);
        }
    }

    fn step_groups(&mut self, by_group: &[RiskSet], cause: usize) {
        for (state, set) in self.states.iter_mut().zip(by_group).filter(|(_, set)| set.n_risk > 0) {
            let n_risk = set.n_risk as f64;
            state.share += state.event_free * set.events_of(cause).n as f64 / n_risk;
            state.event_free *= (n_risk - set.n_event as f64) / n_risk;
        }
    }
}

#[cfg(test)]
mod tests;
