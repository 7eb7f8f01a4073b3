//! The Nelson–Aalen hazard (尼尔森－阿伦累积风险). Nelson 1972; Aalen 1978, Ann. Stat. 6: 701–726.

use crate::survival::risk_sets::RiskSet;

/// One step of a cumulative hazard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HazardStep {
    /// Months since signing.
    pub age_months: f64,
    /// Cumulative hazard by that time, from 0 on.
    pub hazard: f64,
    /// Its standard error; 0 before the first event.
    pub standard_error: f64,
}

/// H(t) = Σ d/n at each distinct exit, with the standard error √Σ d/n². Ties count at once; by projects, not by value.
pub fn nelson_aalen(sets: &[RiskSet]) -> Vec<HazardStep> {
    let step = |(hazard, variance): &mut (f64, f64), set: &RiskSet| {
        let (n_risk, n_event) = (set.n_risk.max(1) as f64, set.n_event as f64);
        *hazard += n_event / n_risk;
        *variance += n_event / (n_risk * n_risk);
        Some(HazardStep { age_months: set.age_months, hazard: *hazard, standard_error: variance.sqrt() })
    };
    sets.iter().scan((0.0, 0.0), step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::risk_sets::{Followed, risk_sets};

    #[test]
    fn the_hazard_adds_up_shares() {
        let followed = [(1.0, true), (1.0, true), (2.0, false), (3.0, true)];
        let followed = followed.map(|(exit, happened)| Followed { entry: None, exit, happened });
        let hazards: Vec<f64> = nelson_aalen(&risk_sets(&followed)).iter().map(|step| step.hazard).collect();
        assert_eq!(hazards, [0.5, 0.5, 1.5]);
        assert!(nelson_aalen(&[]).is_empty());
    }
}
