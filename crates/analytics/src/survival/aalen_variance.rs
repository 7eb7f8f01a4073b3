//! Aalen's variance of an incidence (阿伦方差), the second standard error in use: that of cmprsk. Aalen 1978, Ann. Stat. 6:
//! 534–545.
//!
//! Curves of the product carry the other one, from the infinitesimal jackknife: [`crate::survival::influence`].

use crate::survival::risk_sets::RiskSet;

/// One step of the incidence of a cause.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AalenStep {
    /// Months since signing.
    pub age_months: f64,
    /// Share that has had the event, 0 to 1.
    pub share: f64,
    /// Aalen's variance of it, from 0 on.
    pub variance: f64,
}

/// What the events of one time leave for the variance of all later ones.
#[derive(Debug, Clone, Copy)]
struct Trace {
    /// F just after.
    share: f64,
    /// S just after, of any event.
    event_free: f64,
    /// (S(t−)/n)² times the variance of the events of the cause.
    of_own: f64,
    /// The same of the other causes together.
    of_others: f64,
}

/// The incidence of a cause from 1 on at each risk set, by projects, with Aalen's variance.
///
/// An event at u moves F(t) by (S(u−)/n)(1 − x) when it is of the cause and by −(S(u−)/n) x when it is of another one,
/// where x = (F(t) − F(u))/S(u). The events of a cause vary by d(1 − (d − 1)/(n − 1)), causes independently.
pub fn incidence_with_aalen_variance(sets: &[RiskSet], cause: usize) -> Vec<AalenStep> {
    let (mut event_free, mut share) = (1.0, 0.0);
    let mut traces: Vec<Trace> = Vec::with_capacity(sets.len());
    let mut steps = Vec::with_capacity(sets.len());
    for set in sets {
        let (n_risk, own) = (set.n_risk.max(1) as f64, set.events_of(cause).n as f64);
        let all = set.n_event as f64;
        let scale = event_free / n_risk;
        share += scale * own;
        event_free *= 1.0 - all / n_risk;
        traces.push(Trace {
            share,
            event_free,
            of_own: scale * scale * variance_of_events(own, n_risk),
            of_others: scale * scale * variance_of_events(all - own, n_risk),
        });
        let variance = traces.iter().map(|trace| trace.variance_at(share)).sum();
        steps.push(AalenStep { age_months: set.age_months, share, variance });
    }
    steps
}

impl Trace {
    fn variance_at(&self, share: f64) -> f64 {
        // where nobody is left, F does not move any more
        let moved = if self.event_free > 0.0 { (share - self.share) / self.event_free } else { 0.0 };
        self.of_own * (1.0 - moved).powi(2) + self.of_others * moved * moved
    }
}

/// d(1 − (d − 1)/(n − 1)): tied events vary less than single ones.
fn variance_of_events(n_event: f64, n_risk: f64) -> f64 {
    if n_event > 1.0 { n_event * (n_risk - n_event) / (n_risk - 1.0) } else { n_event }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::risk_sets::risk_sets_of_spells;
    use crate::survival::spells::Spell;

    #[test]
    fn start_and_termination_of_one_month_vary_by_themselves() {
        let spell = |project, exit, status| Spell { project, entry: None, exit, status, weight: 1.0 };
        let spells = [spell(0, 0.0, 1), spell(1, 0.0, 2), spell(2, 1.0, 1), spell(3, 2.0, 0)];
        let steps = incidence_with_aalen_variance(&risk_sets_of_spells(&spells, 2), 1);
        assert_eq!(steps[0].variance, 1.0 / 16.0);
        // x = (1/4)/(1/2) for the first month
        let expected = 0.25 / 16.0 + 0.25 / 16.0 + 1.0 / 16.0;
        assert!((steps[1].variance - expected).abs() < 1e-15);
        assert_eq!(steps[2].share, 0.5);
        assert!(incidence_with_aalen_variance(&[], 1).is_empty());
    }
}
