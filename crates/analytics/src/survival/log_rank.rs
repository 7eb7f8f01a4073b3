//! Tests whether groups start at the same pace (时序检验): log-rank and its weighted kin, also within strata and with
//! late entry. Mantel 1966; Peto & Peto 1972; Harrington & Fleming 1982, Biometrika 69: 553–566.

use crate::not_estimable::NotEstimable;
use crate::survival::chi_square::{ChiSquareTest, chi_square_test};
use crate::survival::groups::{Member, check_groups, strata};
use crate::survival::linear_system::SquareMatrix;
use crate::survival::risk_sets::RiskSet;

/// What an event counts for, by the time at which it happens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AgeWeight {
    /// 1: the log-rank test (时序检验).
    One,
    /// S(t−)^ρ of all groups of the stratum: Fleming–Harrington (ρ, 0). With ρ = 1 it is R's `rho = 1`; what some
    /// programs call Peto's is another one.
    SurvivalPower(f64),
    /// The number at risk: Gehan–Wilcoxon, also called Breslow's.
    AtRisk,
    /// Its root: Tarone–Ware.
    RootAtRisk,
}

/// How several events at one time enter the variance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TiedVariance {
    /// With the factor (n − d)/(n − 1): the usual one.
    Hypergeometric,
    /// Without it: the score test of a Cox model with Breslow's rule for ties.
    Breslow,
}

/// What a comparison of groups says.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveTest {
    /// The statistic with its p-value.
    pub test: ChiSquareTest,
    /// Weighted events of each group.
    pub observed: Vec<f64>,
    /// Weighted events that each group would have if all went at one pace.
    pub expected: Vec<f64>,
}

/// Sums over times and strata.
struct Sums {
    observed: Vec<f64>,
    expected: Vec<f64>,
    variance: SquareMatrix,
}

/// Compares the groups 0 to `n_groups` − 1 in the events of one cause; other events end a spell like a last sighting.
///
/// By projects: weights of spells play no part. Not estimable: an empty group, or no time at which two groups were at
/// risk and one project of them had the event.
pub fn compare_curves(
    members: &[Member],
    n_groups: usize,
    cause: usize,
    weight: AgeWeight,
    ties: TiedVariance,
) -> Result<CurveTest, NotEstimable> {
    let of_cause = |member: &Member| Member { spell: member.spell.of_cause(cause), ..*member };
    let members: Vec<Member> = members.iter().map(of_cause).collect();
    let mut sums = Sums::of_groups(n_groups);
    for stratum in strata(&members, n_groups)? {
        sums.add_stratum(&stratum.sets_by_age(1), weight, ties);
    }
    sums.test()
}

/// The same from risk sets, by age and then by group, whose events are all of the one cause. One stratum.
///
/// Not estimable: one group only, a group in which nobody is ever at risk, or no variance as above.
pub fn compare_sets(
    sets_by_age: &[Vec<RiskSet>],
    n_groups: usize,
    weight: AgeWeight,
    ties: TiedVariance,
) -> Result<CurveTest, NotEstimable> {
    check_groups(sets_by_age, n_groups)?;
    let mut sums = Sums::of_groups(n_groups);
    sums.add_stratum(sets_by_age, weight, ties);
    sums.test()
}

impl Sums {
    fn of_groups(n_groups: usize) -> Sums {
        let (observed, expected) = (vec![0.0; n_groups], vec![0.0; n_groups]);
        Sums { observed, expected, variance: SquareMatrix::zeros(n_groups) }
    }

    fn test(self) -> Result<CurveTest, NotEstimable> {
        let pairs = self.observed.iter().zip(&self.expected);
        let scores: Vec<f64> = pairs.map(|(observed, expected)| observed - expected).collect();
        let test = chi_square_test(&scores, &self.variance)?;
        Ok(CurveTest { test, observed: self.observed, expected: self.expected })
    }

    fn add_stratum(&mut self, sets_by_age: &[Vec<RiskSet>], weight: AgeWeight, ties: TiedVariance) {
        let mut survival = 1.0;
        for by_group in sets_by_age {
            let n_risk: f64 = by_group.iter().map(|set| set.n_risk as f64).sum();
            let n_event: f64 = by_group.iter().map(|set| set.n_event as f64).sum();
            if n_event == 0.0 {
                continue;
            }
            let weight = match weight {
                AgeWeight::One => 1.0,
                AgeWeight::SurvivalPower(rho) => f64::powf(survival, rho),
                AgeWeight::AtRisk => n_risk,
                AgeWeight::RootAtRisk => n_risk.sqrt(),
            };
            self.add_events(by_group, weight, n_risk, n_event, ties);
            survival *= 1.0 - n_event / n_risk;
        }
    }

    fn add_events(
        &mut self,
        by_group: &[RiskSet],
        weight: f64,
        n_risk: f64,
        n_event: f64,
        ties: TiedVariance,
    ) {
        let factor = match ties {
            TiedVariance::Hypergeometric if n_risk > 1.0 => (n_risk - n_event) / (n_risk - 1.0),
            TiedVariance::Hypergeometric => 0.0,
            TiedVariance::Breslow => 1.0,
        };
        let spread = weight * weight * n_event * factor;
        let share = |set: &RiskSet| set.n_risk as f64 / n_risk;
        for (row, set) in by_group.iter().enumerate() {
            if let Some(observed) = self.observed.get_mut(row) {
                *observed += weight * set.n_event as f64;
            }
            if let Some(expected) = self.expected.get_mut(row) {
                *expected += weight * n_event * share(set);
            }
            self.variance.add(row, row, spread * share(set));
            for (column, other) in by_group.iter().enumerate() {
                self.variance.add(row, column, -spread * share(set) * share(other));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::survival::spells::Spell;

    fn member(group: usize, stratum: usize, exit: f64, status: usize) -> Member {
        Member { spell: Spell { project: 0, entry: None, exit, status, weight: 1.0 }, group, stratum }
    }

    fn log_rank(members: &[Member], n_groups: usize) -> Result<CurveTest, NotEstimable> {
        compare_curves(members, n_groups, 1, AgeWeight::One, TiedVariance::Hypergeometric)
    }

    #[test]
    fn a_comparison_that_says_nothing_is_not_made() {
        let censored = [member(0, 0, 3.0, 0), member(1, 0, 4.0, 0)];
        assert_eq!(log_rank(&censored, 2), Err(NotEstimable::NoVariation));
        // the only event comes when the other group has gone
        let alone = [member(0, 0, 3.0, 0), member(1, 0, 4.0, 1)];
        assert_eq!(log_rank(&alone, 2), Err(NotEstimable::NoVariation));
        let one_group = [member(0, 0, 3.0, 1), member(0, 0, 4.0, 1)];
        assert_eq!(log_rank(&one_group, 2), Err(NotEstimable::EmptyGroup));
        assert_eq!(log_rank(&[], 0), Err(NotEstimable::OneGroup));
        // in strata of one group each nothing can be compared
        let apart = [member(0, 0, 3.0, 1), member(0, 0, 4.0, 1), member(1, 1, 3.0, 1), member(1, 1, 4.0, 1)];
        assert_eq!(log_rank(&apart, 2), Err(NotEstimable::NoVariation));
    }

    #[test]
    fn a_group_that_leaves_before_the_first_event_costs_a_degree_of_freedom() {
        let members = [
            member(0, 0, 3.0, 1),
            member(0, 0, 5.0, 1),
            member(1, 0, 4.0, 1),
            member(1, 0, 6.0, 0),
            member(2, 0, 1.0, 0),
        ];
        let (three, two) = (log_rank(&members, 3).unwrap(), log_rank(&members[..4], 2).unwrap());
        assert_eq!(three.test, two.test);
        assert_eq!(three.test.degrees_of_freedom, 1);
    }

    proptest! {
        #[test]
        fn observed_and_expected_add_up_and_names_of_groups_do_not_matter(
            rows in prop::collection::vec((0..3_usize, 0..2_usize, 0..9_u8, 0..3_usize), 3..40),
        ) {
            let of_row = |&(group, stratum, exit, status): &(usize, usize, u8, usize)| {
                member(group, stratum, f64::from(exit), status)
            };
            let members: Vec<Member> = rows.iter().map(of_row).collect();
            let renamed: Vec<Member> =
                members.iter().map(|member| Member { group: 2 - member.group, ..*member }).collect();
            if let (Ok(ours), Ok(theirs)) = (log_rank(&members, 3), log_rank(&renamed, 3)) {
                let observed: f64 = ours.observed.iter().sum();
                prop_assert!((observed - ours.expected.iter().sum::<f64>()).abs() < 1e-9);
                prop_assert!((0.0..=1.0).contains(&ours.test.p_value));
                let (ours, theirs) = (ours.test.statistic, theirs.test.statistic);
                prop_assert!((ours - theirs).abs() < 1e-7 * (1.0 + ours));
            }
        }
    }
}
