//! Risk sets (风险集): who could still have an event, at each time, in one sweep.
//!
//! Who leaves at `t` is at risk at `t`; who enters at `t` is not: entry < t ≤ exit. Ties of any kind fall into one set.

use crate::survival::spells::Spell;

/// One project, followed from signing (or from a later entry) to its exit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Followed {
    /// Months at which it came under observation; nothing when it was followed from signing on.
    pub entry: Option<f64>,
    /// Months at which it had the event or was last seen without it.
    pub exit: f64,
    /// It had the event.
    pub happened: bool,
}

/// The events of one cause at one time.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Events {
    /// Projects that had it.
    pub n: u64,
    /// What they weigh.
    pub weight: f64,
}

/// Who is at risk and who leaves at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct RiskSet {
    /// Months since signing.
    pub age_months: f64,
    /// Under observation just before: entry < age ≤ exit.
    pub n_risk: u64,
    /// Had an event of any cause at that time.
    pub n_event: u64,
    /// Last seen at that time without an event.
    pub n_censored: u64,
    /// What those under observation weigh.
    pub weight_at_risk: f64,
    /// The events, by cause: that of cause 1 first.
    pub events: Vec<Events>,
}

impl RiskSet {
    /// The events of a cause from 1 on; none of a cause that there is not.
    pub fn events_of(&self, cause: usize) -> Events {
        let index = cause.checked_sub(1);
        index.and_then(|index| self.events.get(index)).copied().unwrap_or_default()
    }

    /// The share of the weight at risk that has the event of a cause now; 0 where nothing is at risk.
    pub fn weighted_hazard(&self, cause: usize) -> f64 {
        if self.weight_at_risk > 0.0 { self.events_of(cause).weight / self.weight_at_risk } else { 0.0 }
    }
}

/// The risk sets of one cause, by age. Who is not a number is left out, as is who leaves no later than it enters.
pub fn risk_sets(followed: &[Followed]) -> Vec<RiskSet> {
    let spell = |(project, followed): (usize, &Followed)| Spell {
        project,
        entry: followed.entry,
        exit: followed.exit,
        status: usize::from(followed.happened),
        weight: 1.0,
    };
    risk_sets_of_spells(&followed.iter().enumerate().map(spell).collect::<Vec<_>>(), 1)
}

/// The risk sets at each distinct exit, by age, with at least `n_causes` causes.
///
/// Left out: spells that are not observed ([`Spell::is_observed`]).
pub fn risk_sets_of_spells(spells: &[Spell], n_causes: usize) -> Vec<RiskSet> {
    risk_sets_at(spells, &exits(spells), n_causes)
}

/// The distinct exits of what is observed, ascending.
pub fn exits(spells: &[Spell]) -> Vec<f64> {
    let observed = spells.iter().filter(|spell| spell.is_observed());
    // −0 and 0 are one time
    let mut exits: Vec<f64> = observed.map(|spell| spell.exit + 0.0).collect();
    exits.sort_by(f64::total_cmp);
    exits.dedup();
    exits
}

/// The risk sets at the ages given, in their order: also where nobody leaves, so that groups can be compared.
pub fn risk_sets_at(spells: &[Spell], ages: &[f64], n_causes: usize) -> Vec<RiskSet> {
    let mut leaving: Vec<Spell> = spells.iter().copied().filter(Spell::is_observed).collect();
    leaving.sort_by(|left, right| (left.exit + 0.0).total_cmp(&(right.exit + 0.0)));
    let mut entries: Vec<(f64, f64)> =
        leaving.iter().filter_map(|spell| Some((spell.entry?, spell.weight))).collect();
    entries.sort_by(|left, right| left.0.total_cmp(&right.0));
    let weight_leaving = weights_from(leaving.iter().map(|spell| spell.weight));
    let weight_entering = weights_from(entries.iter().map(|(_, weight)| *weight));
    let n_causes = leaving.iter().map(|spell| spell.status).fold(n_causes, usize::max);
    let set_at = |age_months: &f64| {
        let first = leaving.partition_point(|spell| spell.exit < *age_months);
        let after = leaving.partition_point(|spell| spell.exit <= *age_months);
        let entered = entries.partition_point(|(entry, _)| *entry < *age_months);
        let weight_at_risk = weight_from(&weight_leaving, first) - weight_from(&weight_entering, entered);
        let n_risk = (leaving.len() - first) - (entries.len() - entered);
        let leaving_now = leaving.get(first..after).unwrap_or_default();
        set_of(*age_months, n_risk, weight_at_risk, events_among(leaving_now, n_causes), leaving_now.len())
    };
    ages.iter().map(set_at).collect()
}

/// What is left from each place on, the whole first and 0 last. Summed from the end, so that the last sets are exact.
fn weights_from(weights: impl DoubleEndedIterator<Item = f64>) -> Vec<f64> {
    let mut sums = vec![0.0];
    let mut sum = 0.0;
    for weight in weights.rev() {
        sum += weight;
        sums.push(sum);
    }
    sums.reverse();
    sums
}

fn weight_from(sums: &[f64], place: usize) -> f64 {
    sums.get(place).copied().unwrap_or(0.0)
}

fn events_among(leaving_now: &[Spell], n_causes: usize) -> Vec<Events> {
    let mut events = vec![Events::default(); n_causes];
    // from the end, as in `weights_from`
    for spell in leaving_now.iter().rev() {
        if let Some(of_cause) = spell.status.checked_sub(1).and_then(|index| events.get_mut(index)) {
            of_cause.n += 1;
            of_cause.weight += spell.weight;
        }
    }
    events
}

/// Where all at risk have an event, their weight is that of the events, without a remainder of rounding.
fn set_of(age_months: f64, n_risk: usize, weight: f64, events: Vec<Events>, n_leaving: usize) -> RiskSet {
    let (n_risk, n_leaving) = (n_risk as u64, n_leaving as u64);
    let n_event = events.iter().map(|events| events.n).sum();
    let all_leave = n_event == n_risk;
    let weight_at_risk = if all_leave { events.iter().map(|events| events.weight).sum() } else { weight };
    RiskSet { age_months, n_risk, n_event, n_censored: n_leaving - n_event, weight_at_risk, events }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(entry: Option<f64>, exit: f64, happened: bool) -> Followed {
        Followed { entry, exit, happened }
    }

    #[test]
    fn everyone_is_at_risk_until_they_leave() {
        let followed = [
            project(None, 3.0, true),
            project(None, 0.0, true),
            project(None, 3.0, false),
            project(Some(2.0), 5.0, false),
            project(Some(3.0), 4.0, true),
            project(None, f64::NAN, true),
            project(Some(6.0), 6.0, true),
        ];
        let sets = risk_sets(&followed)
            .into_iter()
            .map(|set| (set.age_months, set.n_risk, set.n_event, set.n_censored));
        let expected = [(0.0, 3, 1, 0), (3.0, 3, 1, 1), (4.0, 2, 1, 0), (5.0, 1, 0, 1)];
        assert_eq!(sets.collect::<Vec<_>>(), expected);
        assert!(risk_sets(&[]).is_empty());
    }

    #[test]
    fn start_and_termination_of_one_month_stand_in_one_set() {
        let spell = |status, weight| Spell { project: 0, entry: None, exit: 2.0, status, weight };
        let sets = risk_sets_of_spells(&[spell(1, 5.0), spell(2, 7.0), spell(2, 0.0), spell(0, 1.5)], 3);
        let [set] = &sets[..] else { panic!("one time, so one set: {sets:?}") };
        assert_eq!((set.n_risk, set.n_event, set.n_censored, set.weight_at_risk), (4, 3, 1, 13.5));
        assert_eq!(set.events_of(1), Events { n: 1, weight: 5.0 });
        assert_eq!(set.events_of(2), Events { n: 2, weight: 7.0 });
        assert_eq!((set.events_of(0), set.events_of(3), set.events_of(9)), Default::default());
    }

    #[test]
    fn entries_of_one_month_count_only_from_the_next_time_on() {
        let spell = |entry, exit, weight| Spell { project: 0, entry, exit, status: 1, weight };
        let spells = [spell(None, 1.0, 1.0), spell(Some(1.0), 2.0, 10.0), spell(Some(1.0), 3.0, 100.0)];
        let sets = risk_sets_at(&spells, &[0.5, 1.0, 1.5, 2.0, 3.0, 4.0], 1);
        let at_risk: Vec<_> = sets.iter().map(|set| (set.n_risk, set.weight_at_risk)).collect();
        assert_eq!(at_risk, [(1, 1.0), (1, 1.0), (2, 110.0), (2, 110.0), (1, 100.0), (0, 0.0)]);
    }

    #[test]
    fn a_risk_set_that_all_leave_weighs_what_its_events_weigh() {
        let spell = |entry, exit, weight| Spell { project: 0, entry, exit, status: 1, weight };
        let spells = [spell(None, 1.0, 0.1), spell(None, 1.0, 0.2), spell(Some(1.0), 2.0, 0.7)];
        let sets = risk_sets_of_spells(&spells, 1);
        assert!(sets.iter().all(|set| set.weighted_hazard(1) == 1.0), "{sets:?}");
    }
}
