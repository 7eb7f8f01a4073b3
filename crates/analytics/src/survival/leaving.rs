//! Who leaves at each age, counted (各龄离开数): all that a curve needs where everybody is followed from signing on.

use std::ops::AddAssign;

use crate::survival::risk_sets::{Events, RiskSet};

/// Some projects with their weights.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Weighed {
    /// How many.
    pub n: u64,
    /// Σ weight.
    pub weight: f64,
    /// Σ weight².
    pub weight_squared: f64,
}

impl AddAssign for Weighed {
    fn add_assign(&mut self, other: Weighed) {
        self.n += other.n;
        self.weight += other.weight;
        self.weight_squared += other.weight_squared;
    }
}

/// Who leaves, by cause: 0 without event, 1 started, 2 terminated.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Leaving {
    /// By cause.
    pub by_cause: [Weighed; 3],
}

impl Leaving {
    /// Adds one project; a cause that there is not counts as none.
    pub fn count(&mut self, cause: usize, weight: f64) {
        let place = if cause < self.by_cause.len() { cause } else { 0 };
        self.by_cause[place] += Weighed { n: 1, weight, weight_squared: weight * weight };
    }

    /// All together.
    pub fn all(&self) -> Weighed {
        self.by_cause.iter().fold(Weighed::default(), |mut sum, part| {
            sum += *part;
            sum
        })
    }

    /// How many leave.
    pub fn n(&self) -> u64 {
        self.by_cause.iter().map(|part| part.n).sum()
    }

    /// How many start.
    pub fn n_started(&self) -> i64 {
        i64::try_from(self.by_cause[1].n).unwrap_or(i64::MAX)
    }

    /// The same when a termination ends the observation like a last sighting.
    fn of_start_only(self) -> Leaving {
        let [mut censored, started, terminated] = self.by_cause;
        censored += terminated;
        Leaving { by_cause: [censored, started, Weighed::default()] }
    }
}

impl AddAssign for Leaving {
    fn add_assign(&mut self, other: Leaving) {
        for (part, more) in self.by_cause.iter_mut().zip(other.by_cause) {
            *part += more;
        }
    }
}

/// Who leaves at one age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeavingAt {
    /// Months since signing.
    pub age_months: u32,
    /// Who leaves.
    pub leaving: Leaving,
}

/// The same when a termination ends the observation like a last sighting.
pub fn of_start_only(leaving: &[LeavingAt]) -> Vec<LeavingAt> {
    leaving.iter().map(|at| LeavingAt { leaving: at.leaving.of_start_only(), ..*at }).collect()
}

/// Who is at risk at each age: everybody who leaves then or later. Summed from the end, so that the last are exact.
pub fn at_risk(leaving: &[LeavingAt]) -> Vec<Weighed> {
    let mut at_risk = Weighed::default();
    let mut sums: Vec<Weighed> = leaving
        .iter()
        .rev()
        .map(|at| {
            at_risk += at.leaving.all();
            at_risk
        })
        .collect();
    sums.reverse();
    sums
}

/// The risk sets of both causes at ages in order: also where nobody leaves, so that groups can be compared.
pub fn risk_sets_at_ages(leaving: &[LeavingAt], ages_months: &[u32]) -> Vec<RiskSet> {
    let sums = at_risk(leaving);
    let set_at = |age_months: &u32| {
        let place = leaving.partition_point(|at| at.age_months < *age_months);
        let leaving_now = leaving.get(place).filter(|at| at.age_months == *age_months);
        set_of(*age_months, sums.get(place).copied().unwrap_or_default(), leaving_now.map(|at| at.leaving))
    };
    ages_months.iter().map(set_at).collect()
}

fn set_of(age_months: u32, at_risk: Weighed, leaving: Option<Leaving>) -> RiskSet {
    let [censored, started, terminated] = leaving.unwrap_or_default().by_cause;
    let events = [started, terminated].map(|part| Events { n: part.n, weight: part.weight });
    RiskSet {
        age_months: f64::from(age_months),
        n_risk: at_risk.n,
        n_event: started.n + terminated.n,
        n_censored: censored.n,
        weight_at_risk: at_risk.weight,
        events: events.to_vec(),
    }
}
