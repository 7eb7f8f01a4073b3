//! The Kaplan–Meier curve by value (加权卡普兰－迈耶曲线): the share of the contract value that has not started yet, with a
//! robust standard error.

use crate::survival::aalen_johansen::aalen_johansen;
use crate::survival::spells::{LeftOut, Spell};

/// One step of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedStep {
    /// Months since signing.
    pub age_months: f64,
    /// Weight under observation just before that time.
    pub weight_at_risk: f64,
    /// Weight of the events at that time.
    pub weight_of_events: f64,
    /// Share of the weight without the event after that time, 0 to 1.
    pub survival: f64,
    /// Standard error from the infinitesimal jackknife, by project; 0 once the share is 0.
    pub standard_error: f64,
}

/// The curve and what was left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightedCurve {
    /// By age. Empty when nothing is observed.
    pub steps: Vec<WeightedStep>,
    /// The note beside the curve.
    pub left_out: LeftOut,
}

/// The curve of one cause; other events end a spell like a last sighting. Unit of the weight: any.
pub fn weighted_kaplan_meier(spells: &[Spell], cause: usize) -> WeightedCurve {
    let of_cause: Vec<Spell> = spells.iter().map(|spell| spell.of_cause(cause)).collect();
    let curves = aalen_johansen(&of_cause, 1);
    let steps = curves.steps.iter().map(|step| WeightedStep {
        age_months: step.age_months,
        weight_at_risk: step.set.weight_at_risk,
        weight_of_events: step.set.events_of(1).weight,
        survival: step.event_free,
        standard_error: step.event_free_standard_error,
    });
    WeightedCurve { steps: steps.collect(), left_out: curves.left_out }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::survival::kaplan_meier::kaplan_meier;
    use crate::survival::risk_sets::risk_sets_of_spells;

    proptest! {
        #[test]
        fn with_equal_weights_it_is_the_curve_of_projects(
            exits in prop::collection::vec((0..9_u8, 0..2_usize), 1..30), weight in 0.5..9.0_f64,
        ) {
            let spell = |(project, &(exit, status)): (usize, &(u8, usize))| {
                Spell { project, entry: None, exit: f64::from(exit), status, weight }
            };
            let spells: Vec<Spell> = exits.iter().enumerate().map(spell).collect();
            let by_project = kaplan_meier(&risk_sets_of_spells(&spells, 1));
            for (ours, theirs) in weighted_kaplan_meier(&spells, 1).steps.iter().zip(by_project) {
                prop_assert!((ours.survival - theirs.survival).abs() < 1e-12);
                // without weights the jackknife is Greenwood's formula
                let error = theirs.standard_error.unwrap_or(0.0);
                prop_assert!((ours.standard_error - error).abs() < 1e-12);
            }
        }
    }
}
