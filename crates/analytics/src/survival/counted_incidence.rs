//! The Aalen–Johansen curves from counts (计数版累积发生率), with the standard errors of the infinitesimal jackknife.
//!
//! The same figures as [`crate::survival::aalen_johansen`], which takes one spell after the other. Where everybody is
//! followed from signing on, all at risk have moved the curves alike: their derivatives are one vector, and those who
//! have left enter by their second moments only. The work grows with the number of ages, not of projects.
//!
//! A step takes a vector (u₀, u₁, u₂) of a spell to u_j + u₀h_j and u₀(1 − Σh); who is at risk also gets e_j and
//! −Σe, where e_j = (S(t−)/Y)(1{event j} − h_j).

use crate::survival::aalen_johansen::Incidence;
use crate::survival::leaving::{Leaving, LeavingAt, Weighed, at_risk};

/// One step of the curves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CountedStep {
    /// Months since signing.
    pub age_months: u32,
    /// Under observation just before that age.
    pub at_risk: Weighed,
    /// Who leaves at that age.
    pub leaving: Leaving,
    /// Share without any event after that age, 0 to 1, with its standard error. Without causes but one it is the
    /// Kaplan–Meier curve, and its error Greenwood's.
    pub event_free: Incidence,
    /// Share that has started.
    pub started: Incidence,
    /// Share terminated before a start.
    pub terminated: Incidence,
}

/// A variance below this is what rounding leaves of terms that cancel: the share is certain.
const LEAST_VARIANCE: f64 = 1e-16;

/// Derivatives of (event-free, started, terminated) by the weight of a spell.
type Vector = [f64; 3];

/// The curves at each age at which somebody leaves.
pub fn counted_incidence(leaving: &[LeavingAt]) -> Vec<CountedStep> {
    let mut curves = Curves { shares: [1.0, 0.0, 0.0], at_risk: [0.0; 3], moments: [[0.0; 3]; 3] };
    let mut steps = Vec::with_capacity(leaving.len());
    for (at, at_risk) in leaving.iter().zip(at_risk(leaving)) {
        curves.pass(&at.leaving, at_risk);
        steps.push(curves.step(at, at_risk));
    }
    steps
}

struct Curves {
    /// Event-free, started, terminated.
    shares: Vector,
    /// The derivatives of whoever is still at risk.
    at_risk: Vector,
    /// Σ weight² u uᵀ of those who have left.
    moments: [Vector; 3],
}

impl Curves {
    fn pass(&mut self, leaving: &Leaving, at_risk: Weighed) {
        let [_, started, terminated] = leaving.by_cause;
        let weight = if self.all_have_events(leaving, at_risk) {
            started.weight + terminated.weight
        } else {
            at_risk.weight
        };
        let (scale, hazards) = if weight > 0.0 {
            (self.shares[0] / weight, [started.weight / weight, terminated.weight / weight])
        } else {
            (0.0, [0.0; 2])
        };
        let all = hazards[0] + hazards[1];
        let map = |vector: Vector| {
            let kept = vector[0] * (1.0 - all).max(0.0);
            [kept, vector[1] + vector[0] * hazards[0], vector[2] + vector[0] * hazards[1]]
        };
        self.moments = mapped(self.moments, map);
        let moved = map(self.at_risk);
        self.at_risk = [moved[0] + scale * all, moved[1] - scale * hazards[0], moved[2] - scale * hazards[1]];
        self.take_out(leaving, scale);
        let free = self.shares[0];
        self.shares[1] += free * hazards[0];
        self.shares[2] += free * hazards[1];
        self.shares[0] = if self.all_have_events(leaving, at_risk) { 0.0 } else { free * (1.0 - all) };
    }

    fn all_have_events(&self, leaving: &Leaving, at_risk: Weighed) -> bool {
        let [_, started, terminated] = leaving.by_cause;
        started.n + terminated.n == at_risk.n
    }

    /// Who leaves takes the derivatives of those at risk along, and those of its own event.
    fn take_out(&mut self, leaving: &Leaving, scale: f64) {
        for (cause, part) in leaving.by_cause.iter().enumerate() {
            let mut own = self.at_risk;
            if cause > 0 {
                own[0] -= scale;
                own[cause] += scale;
            }
            for (row, left) in self.moments.iter_mut().zip(own) {
                for (cell, right) in row.iter_mut().zip(own) {
                    *cell += part.weight_squared * left * right;
                }
            }
        }
    }

    fn step(&self, at: &LeavingAt, at_risk: Weighed) -> CountedStep {
        let still = at_risk.weight_squared - at.leaving.all().weight_squared;
        let with_error = |place: usize| {
            let own = self.at_risk[place];
            let variance = self.moments[place][place] + still.max(0.0) * own * own;
            let standard_error = if variance > LEAST_VARIANCE { variance.sqrt() } else { 0.0 };
            Incidence { share: self.shares[place].clamp(0.0, 1.0), standard_error }
        };
        CountedStep {
            age_months: at.age_months,
            at_risk,
            leaving: at.leaving,
            event_free: with_error(0),
            started: with_error(1),
            terminated: with_error(2),
        }
    }
}

/// M Q Mᵀ for the linear map M of a step: first the rows, then the columns.
fn mapped(moments: [Vector; 3], map: impl Fn(Vector) -> Vector) -> [Vector; 3] {
    let rows = moments.map(&map);
    transposed(transposed(rows).map(&map))
}

fn transposed(matrix: [Vector; 3]) -> [Vector; 3] {
    let [[a, b, c], [d, e, f], [g, h, i]] = matrix;
    [[a, d, g], [b, e, h], [c, f, i]]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::survival::aalen_johansen::aalen_johansen;
    use crate::survival::spells::Spell;

    fn leaving_of(rows: &[(u32, usize, f64)]) -> Vec<LeavingAt> {
        let mut by_age = std::collections::BTreeMap::<u32, Leaving>::new();
        for (exit, cause, weight) in rows {
            by_age.entry(*exit).or_default().count(*cause, *weight);
        }
        by_age.into_iter().map(|(age_months, leaving)| LeavingAt { age_months, leaving }).collect()
    }

    fn spell((project, &(exit, status, weight)): (usize, &(u32, usize, f64))) -> Spell {
        Spell { project, entry: None, exit: f64::from(exit), status, weight }
    }

    proptest! {
        #[test]
        fn counts_give_the_curves_of_single_spells(
            rows in prop::collection::vec((0..9_u32, 0..3_usize, prop_oneof![Just(1.0), 0.1..9.0_f64]), 0..40),
        ) {
            let theirs = aalen_johansen(&rows.iter().enumerate().map(spell).collect::<Vec<_>>(), 2).steps;
            let ours = counted_incidence(&leaving_of(&rows));
            prop_assert_eq!(ours.len(), theirs.len());
            for (ours, theirs) in ours.iter().zip(&theirs) {
                prop_assert_eq!(ours.at_risk.n, theirs.set.n_risk);
                let near = |left: f64, right: f64| (left - right).abs() < 1e-12;
                let alike = |left: f64, right: f64| (left * left - right * right).abs() < 1e-15;
                prop_assert!(near(ours.event_free.share, theirs.event_free));
                prop_assert!(alike(ours.event_free.standard_error, theirs.event_free_standard_error));
                for (ours, theirs) in [ours.started, ours.terminated].iter().zip(&theirs.incidence) {
                    prop_assert!(near(ours.share, theirs.share));
                    prop_assert!(alike(ours.standard_error, theirs.standard_error), "{:?} {:?}", ours, theirs);
                }
            }
        }
    }
}
