//! The Fleming–Harrington hazard (弗莱明－哈林顿累积风险): ties as if they came one after the other. Fleming & Harrington
//! 1984, Commun. Stat. 13: 2469–2486.

use crate::survival::nelson_aalen::HazardStep;
use crate::survival::risk_sets::RiskSet;

/// H(t) = Σ (1/n + 1/(n − 1) + … over the d tied events), with the standard error from the squares of the same terms.
///
/// Some programs call this Nelson–Aalen; without ties the two agree.
pub fn fleming_harrington(sets: &[RiskSet]) -> Vec<HazardStep> {
    let step = |(hazard, variance): &mut (f64, f64), set: &RiskSet| {
        for n_before in 0..set.n_event {
            let term = 1.0 / (set.n_risk - n_before) as f64;
            *hazard += term;
            *variance += term * term;
        }
        Some(HazardStep { age_months: set.age_months, hazard: *hazard, standard_error: variance.sqrt() })
    };
    sets.iter().scan((0.0, 0.0), step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::nelson_aalen::nelson_aalen;
    use crate::survival::risk_sets::{Followed, risk_sets};

    fn sets(exits: &[f64]) -> Vec<RiskSet> {
        let followed: Vec<Followed> =
            exits.iter().map(|exit| Followed { entry: None, exit: *exit, happened: true }).collect();
        risk_sets(&followed)
    }

    #[test]
    fn only_ties_part_it_from_nelson_and_aalen() {
        assert_eq!(fleming_harrington(&sets(&[1.0, 2.0, 3.0])), nelson_aalen(&sets(&[1.0, 2.0, 3.0])));
        let tied = fleming_harrington(&sets(&[2.0, 2.0]));
        assert_eq!(tied[0].hazard, 1.5);
    }
}
