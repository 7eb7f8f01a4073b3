//! The Aalen–Johansen curves (阿伦－约翰森累积发生率): the share with each of several events that exclude each other, such
//! as start and termination. Aalen & Johansen 1978, Scand. J. Stat. 5: 141–150.
//!
//! Events of several causes at one time are all taken at that time; nothing is parted by chance.

use crate::confidence::Confidence;
use crate::rates::interval::Interval;
use crate::survival::influence::Influence;
use crate::survival::limits::{LimitScale, limits_of_share};
use crate::survival::risk_sets::{RiskSet, risk_sets_of_spells};
use crate::survival::spells::{LeftOut, Spell, weighing};

/// The incidence of one cause by one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Incidence {
    /// Share that has had the event, 0 to 1.
    pub share: f64,
    /// Robust standard error, from the infinitesimal jackknife: that of a multi-state model. Aalen's, which cmprsk
    /// prints, is another one: [`crate::survival::aalen_variance`].
    pub standard_error: f64,
}

impl Incidence {
    /// The limits on the scale log-log. Missing: when the share is 0 or 1.
    pub fn limits(&self, confidence: Confidence) -> Option<Interval> {
        limits_of_share(self.share, Some(self.standard_error), LimitScale::LogLog, confidence)
    }
}

/// One step of the curves.
#[derive(Debug, Clone, PartialEq)]
pub struct IncidenceStep {
    /// Months since signing.
    pub age_months: f64,
    /// Who is at risk and who leaves, with the events by cause.
    pub set: RiskSet,
    /// Share without any event after that time, 0 to 1.
    pub event_free: f64,
    /// Its robust standard error.
    pub event_free_standard_error: f64,
    /// The incidences, by cause: that of cause 1 first. With `event_free` they add up to 1.
    pub incidence: Vec<Incidence>,
}

/// The curves at each distinct exit, and what was left out of them.
#[derive(Debug, Clone, PartialEq)]
pub struct IncidenceCurves {
    /// By age. Empty when nothing is observed.
    pub steps: Vec<IncidenceStep>,
    /// The note beside the curves.
    pub left_out: LeftOut,
}

/// The curves of causes 1 to `n_causes`: F_j(t) = Σ S(t−) d_j/n, by weight where spells have weights other than 1.
///
/// A cause above `n_causes` ends a spell like a last sighting. Spells that weigh nothing are left out and counted.
pub fn aalen_johansen(spells: &[Spell], n_causes: usize) -> IncidenceCurves {
    let (kept, left_out) = weighing(spells);
    let known = |spell: Spell| if spell.status > n_causes { spell.of_cause(0) } else { spell };
    let kept: Vec<Spell> = kept.into_iter().map(known).collect();
    let mut influence = Influence::at_the_beginning(&kept, n_causes);
    let mut shares = vec![0.0; n_causes];
    let mut event_free = 1.0;
    let mut steps = Vec::new();
    for set in risk_sets_of_spells(&kept, n_causes) {
        influence.pass(&kept, &set, event_free);
        let mut all = 0.0;
        for (index, share) in shares.iter_mut().enumerate() {
            let hazard = set.weighted_hazard(index + 1);
            *share += event_free * hazard;
            all += hazard;
        }
        event_free = if set.n_event == set.n_risk { 0.0 } else { event_free * (1.0 - all) };
        steps.push(step_of(set, event_free, &shares, &influence, &kept));
    }
    IncidenceCurves { steps, left_out }
}

fn step_of(
    set: RiskSet,
    event_free: f64,
    shares: &[f64],
    influence: &Influence,
    kept: &[Spell],
) -> IncidenceStep {
    let errors = influence.errors_of_incidence(kept);
    let with_error = |(share, standard_error): (&f64, f64)| Incidence { share: *share, standard_error };
    IncidenceStep {
        age_months: set.age_months,
        set,
        event_free,
        event_free_standard_error: influence.error_of_event_free(kept),
        incidence: shares.iter().zip(errors).map(with_error).collect(),
    }
}

#[cfg(test)]
mod tests;
