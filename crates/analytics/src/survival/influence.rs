//! How much each spell moves the curves (影响函数): the infinitesimal jackknife, from which the robust standard errors
//! of the Aalen–Johansen and the weighted Kaplan–Meier curves come. Jaeckel 1972; Efron 1982.
//!
//! The curves are functions of the weights; a derivative by each weight is carried along from time to time.

use std::collections::BTreeMap;

use crate::survival::risk_sets::RiskSet;
use crate::survival::spells::Spell;

/// The derivatives of all curves by the weights of the spells.
#[derive(Debug, Clone)]
pub struct Influence {
    /// Which number a spell's project has among those that occur.
    owners: Vec<usize>,
    n_owners: usize,
    /// Of the share without event, by spell.
    event_free: Vec<f64>,
    /// Of the incidence, by cause and spell.
    incidence: Vec<Vec<f64>>,
}

impl Influence {
    /// Before the first time no spell moves anything.
    pub fn at_the_beginning(spells: &[Spell], n_causes: usize) -> Self {
        let projects = spells.iter().map(|spell| (spell.project, ()));
        let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
        for (project, ()) in projects {
            let next = numbers.len();
            numbers.entry(project).or_insert(next);
        }
        let owners = spells.iter().filter_map(|spell| numbers.get(&spell.project).copied()).collect();
        Self {
            owners,
            n_owners: numbers.len(),
            event_free: vec![0.0; spells.len()],
            incidence: vec![vec![0.0; spells.len()]; n_causes],
        }
    }

    /// Takes the derivatives over the next time: `before` is the share without event just before it.
    ///
    /// With h_j the hazard of cause j, n the weight at risk and e_j = (dN_j − Y h_j)/n of a spell:
    /// U_j ← U_j + U₀ h_j + S(t−) e_j, then U₀ ← U₀ (1 − Σ h_j) − S(t−) Σ e_j.
    pub fn pass(&mut self, spells: &[Spell], set: &RiskSet, before: f64) {
        let hazards: Vec<f64> = (1..=self.incidence.len()).map(|cause| set.weighted_hazard(cause)).collect();
        let all: f64 = hazards.iter().sum();
        for (index, (spell, event_free)) in spells.iter().zip(&mut self.event_free).enumerate() {
            let at_risk = spell.at_risk(set.age_months) && set.weight_at_risk > 0.0;
            let scale = if at_risk { before / set.weight_at_risk } else { 0.0 };
            let leaves = spell.exit <= set.age_months;
            let mut moved = 0.0;
            for (cause, (hazard, incidence)) in hazards.iter().zip(&mut self.incidence).enumerate() {
                let happens = leaves && spell.status == cause + 1;
                let own = scale * (f64::from(u8::from(happens)) - hazard);
                moved += own;
                if let Some(of_spell) = incidence.get_mut(index) {
                    *of_spell += *event_free * hazard + own;
                }
            }
            *event_free = *event_free * (1.0 - all).max(0.0) - moved;
        }
    }

    /// The standard error of the share without event.
    pub fn error_of_event_free(&self, spells: &[Spell]) -> f64 {
        self.error_of(spells, &self.event_free)
    }

    /// The standard errors of the incidences, by cause.
    pub fn errors_of_incidence(&self, spells: &[Spell]) -> Vec<f64> {
        self.incidence.iter().map(|by_spell| self.error_of(spells, by_spell)).collect()
    }

    /// √Σ over projects of (Σ over its spells of weight × derivative)².
    fn error_of(&self, spells: &[Spell], by_spell: &[f64]) -> f64 {
        let mut of_project = vec![0.0; self.n_owners];
        for ((spell, derivative), owner) in spells.iter().zip(by_spell).zip(&self.owners) {
            if let Some(sum) = of_project.get_mut(*owner) {
                *sum += spell.weight * derivative;
            }
        }
        of_project.iter().map(|sum| sum * sum).sum::<f64>().sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::risk_sets::risk_sets_of_spells;

    #[test]
    fn the_first_error_is_that_of_a_share() {
        let spell = |project, exit, status| Spell { project, entry: None, exit, status, weight: 1.0 };
        let spells = [spell(0, 1.0, 1), spell(1, 2.0, 0), spell(2, 2.0, 0), spell(3, 2.0, 0)];
        let sets = risk_sets_of_spells(&spells, 1);
        let mut influence = Influence::at_the_beginning(&spells, 1);
        influence.pass(&spells, &sets[0], 1.0);
        let error = (0.25 * 0.75 / 4.0_f64).sqrt();
        assert!((influence.error_of_event_free(&spells) - error).abs() < 1e-15);
        assert!((influence.errors_of_incidence(&spells)[0] - error).abs() < 1e-15);
    }
}
