//! Groups to compare, within strata (分组与分层).

use std::collections::BTreeMap;

use crate::not_estimable::NotEstimable;
use crate::survival::risk_sets::{RiskSet, exits, risk_sets_at};
use crate::survival::spells::Spell;

/// A spell of a project that belongs to a group, such as an edition, and to a stratum, such as a district.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Member {
    /// How long it was watched.
    pub spell: Spell,
    /// The group, numbered from 0.
    pub group: usize,
    /// The stratum, any number; 0 for all where there is none.
    pub stratum: usize,
}

/// The spells of one stratum, by group.
#[derive(Debug, Clone, PartialEq)]
pub struct Stratum {
    /// One list for each group; it may be empty here, though not in all strata.
    pub groups: Vec<Vec<Spell>>,
}

impl Stratum {
    /// The risk sets of each group at every exit of the stratum: by age, then by group.
    pub fn sets_by_age(&self, n_causes: usize) -> Vec<Vec<RiskSet>> {
        let ages = exits(&self.groups.concat());
        let by_group: Vec<Vec<RiskSet>> =
            self.groups.iter().map(|spells| risk_sets_at(spells, &ages, n_causes)).collect();
        let at = |index: usize| by_group.iter().filter_map(|sets| sets.get(index).cloned()).collect();
        (0..ages.len()).map(at).collect()
    }
}

/// The members by stratum and group, less those not observed.
///
/// Not estimable: one group only, a group number of `n_groups` or more, a group in which nobody was observed.
pub fn strata(members: &[Member], n_groups: usize) -> Result<Vec<Stratum>, NotEstimable> {
    if n_groups < 2 {
        return Err(NotEstimable::OneGroup);
    }
    let mut by_number: BTreeMap<usize, Stratum> = BTreeMap::new();
    let mut n_of_group = vec![0_u64; n_groups];
    for member in members.iter().filter(|member| member.spell.is_observed()) {
        *n_of_group.get_mut(member.group).ok_or(NotEstimable::InputsDisagree)? += 1;
        let empty = || Stratum { groups: vec![Vec::new(); n_groups] };
        let stratum = by_number.entry(member.stratum).or_insert_with(empty);
        stratum.groups.get_mut(member.group).ok_or(NotEstimable::InputsDisagree)?.push(member.spell);
    }
    if n_of_group.contains(&0) {
        return Err(NotEstimable::EmptyGroup);
    }
    Ok(by_number.into_values().collect())
}

/// Whether risk sets, by age and then by group, can be compared: two groups, and in each somebody at risk.
pub fn check_groups(sets_by_age: &[Vec<RiskSet>], n_groups: usize) -> Result<(), NotEstimable> {
    if n_groups < 2 {
        return Err(NotEstimable::OneGroup);
    }
    if sets_by_age.iter().any(|by_group| by_group.len() != n_groups) {
        return Err(NotEstimable::InputsDisagree);
    }
    let is_peopled = |group: usize| {
        let mut of_group = sets_by_age.iter().filter_map(|by_group| by_group.get(group));
        of_group.any(|set| set.n_risk > 0)
    };
    if (0..n_groups).all(is_peopled) { Ok(()) } else { Err(NotEstimable::EmptyGroup) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(group: usize, stratum: usize, exit: f64) -> Member {
        Member { spell: Spell { project: 0, entry: None, exit, status: 1, weight: 1.0 }, group, stratum }
    }

    #[test]
    fn an_empty_group_is_no_group() {
        assert_eq!(strata(&[member(0, 0, 1.0)], 2), Err(NotEstimable::EmptyGroup));
        assert_eq!(strata(&[member(0, 0, 1.0), member(1, 0, f64::NAN)], 2), strata(&[member(0, 0, 1.0)], 2));
        assert_eq!(strata(&[member(0, 0, 1.0)], 1), Err(NotEstimable::OneGroup));
        assert_eq!(strata(&[member(2, 0, 1.0)], 2), Err(NotEstimable::InputsDisagree));
        assert_eq!(strata(&[], 2), Err(NotEstimable::EmptyGroup));
    }

    #[test]
    fn a_group_is_looked_at_when_another_one_leaves() {
        let strata = strata(&[member(0, 5, 1.0), member(1, 5, 2.0)], 2).unwrap();
        let at_risk: Vec<Vec<u64>> = strata[0]
            .sets_by_age(1)
            .iter()
            .map(|by_group| by_group.iter().map(|set| set.n_risk).collect())
            .collect();
        assert_eq!(at_risk, [[1, 1], [0, 1]]);
    }
}
