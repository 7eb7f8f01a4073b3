//! A group of projects by age (龄期分布): who left at which age and how, who stands at which age, and what was known at
//! it. Everything is a sum, so that the profile of all editions is the sum of theirs.

use std::ops::AddAssign;

use crate::known_by_age::Known;
use crate::panel::Panel;
use crate::standings::{FollowUp, Outcome, Standing};
use crate::survival::leaving::{Leaving, LeavingAt};

/// The projects of a group at one age.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct AtAge {
    /// Who left at that age, by outcome: each counts 1.
    pub leaving: Leaving,
    /// The same, weighed by contract value; without the projects that have none.
    pub leaving_value: Leaving,
    /// Projects that stand at that age.
    pub n_here: i64,
    /// Of them started.
    pub n_started_here: i64,
    /// Their contract value, yuan.
    pub contract_here: i128,
    /// Their capital, yuan.
    pub capital_here: i128,
    /// What was known at that age of those who have reached it.
    pub known: Known,
}

impl AddAssign for AtAge {
    fn add_assign(&mut self, other: AtAge) {
        self.leaving += other.leaving;
        self.leaving_value += other.leaving_value;
        self.n_here += other.n_here;
        self.n_started_here += other.n_started_here;
        self.contract_here += other.contract_here;
        self.capital_here += other.capital_here;
        self.known += other.known;
    }
}

/// A group of projects in one month.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AgeProfile {
    /// All projects of the group, with or without a month of signing.
    pub n_all: i64,
    /// Of them started.
    pub n_all_started: i64,
    /// Projects whose month of signing is not known or has not come: they are in no age.
    pub n_undated: i64,
    /// Age by age from 0 up to the oldest project.
    pub ages: Vec<AtAge>,
}

impl AgeProfile {
    /// The profile of the members, with what is known of them.
    pub fn of(panel: &Panel, members: &[Standing], known: &[Known]) -> AgeProfile {
        let mut profile = AgeProfile::default();
        for standing in members {
            profile.count(panel, standing);
        }
        for (at_age, known) in profile.ages.iter_mut().zip(known) {
            at_age.known = *known;
        }
        profile
    }

    /// Projects with an age.
    pub fn n_dated(&self) -> i64 {
        self.n_all - self.n_undated
    }

    /// Projects with an age that have started.
    pub fn n_dated_started(&self) -> i64 {
        self.ages.iter().map(|at_age| at_age.n_started_here).sum()
    }

    /// Contract value of the projects with an age, yuan.
    pub fn contract(&self) -> i128 {
        self.ages.iter().map(|at_age| at_age.contract_here).sum()
    }

    /// Who leaves at each age at which somebody does: each counts 1.
    pub fn leaving(&self) -> Vec<LeavingAt> {
        self.leaving_by(|at_age| at_age.leaving)
    }

    /// The same, weighed by contract value.
    pub fn leaving_value(&self) -> Vec<LeavingAt> {
        self.leaving_by(|at_age| at_age.leaving_value)
    }

    fn leaving_by(&self, part: fn(&AtAge) -> Leaving) -> Vec<LeavingAt> {
        let at = |(age, at_age): (usize, &AtAge)| LeavingAt { age_months: age as u32, leaving: part(at_age) };
        self.ages.iter().enumerate().map(at).filter(|at| at.leaving.n() > 0).collect()
    }

    fn count(&mut self, panel: &Panel, standing: &Standing) {
        let is_started = standing.outcome == Outcome::Started;
        self.n_all += 1;
        self.n_all_started += i64::from(is_started);
        let Some(followed) = standing.followed else {
            self.n_undated += 1;
            return;
        };
        let row = panel.months.get(standing.row as usize);
        let contract = row.and_then(|row| row.contract_yuan).unwrap_or(0);
        let cause = cause(standing.outcome);
        let here = self.at(followed.age);
        here.n_here += 1;
        here.n_started_here += i64::from(is_started);
        here.contract_here += i128::from(contract);
        here.capital_here += i128::from(row.and_then(|row| row.capital_yuan).unwrap_or(0));
        self.leave(followed, cause, contract);
    }

    fn leave(&mut self, followed: FollowUp, cause: usize, contract: i64) {
        let exit = self.at(followed.exit);
        exit.leaving.count(cause, 1.0);
        if contract > 0 {
            exit.leaving_value.count(cause, contract as f64);
        }
    }

    /// The place of an age, made where there is none yet.
    fn at(&mut self, age: u32) -> &mut AtAge {
        let place = age as usize;
        if self.ages.len() <= place {
            self.ages.resize(place + 1, AtAge::default());
        }
        &mut self.ages[place]
    }
}

impl AddAssign<&AgeProfile> for AgeProfile {
    fn add_assign(&mut self, other: &AgeProfile) {
        self.n_all += other.n_all;
        self.n_all_started += other.n_all_started;
        self.n_undated += other.n_undated;
        let longer = self.ages.len().max(other.ages.len());
        self.ages.resize(longer, AtAge::default());
        for (at_age, more) in self.ages.iter_mut().zip(&other.ages) {
            *at_age += *more;
        }
    }
}

/// The number of the cause: 0 still followed, 1 started, 2 terminated.
fn cause(outcome: Outcome) -> usize {
    match outcome {
        Outcome::Waiting => 0,
        Outcome::Started => 1,
        Outcome::Terminated => 2,
    }
}
