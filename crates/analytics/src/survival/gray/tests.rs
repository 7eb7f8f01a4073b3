//! Laws of Gray's test, and a simulation for late entry, for which no other program gives figures (格雷检验的性质).

use proptest::prelude::*;

use super::*;
use crate::survival::spells::Spell;

fn member(group: usize, exit: f64, status: usize) -> Member {
    Member { spell: Spell { project: 0, entry: None, exit, status, weight: 1.0 }, group, stratum: 0 }
}

#[test]
fn a_comparison_that_says_nothing_is_not_made() {
    let terminated = [member(0, 1.0, 2), member(1, 2.0, 2)];
    assert_eq!(gray_test(&terminated, 2, 1, 0.0), Err(NotEstimable::NoVariation));
    assert_eq!(gray_test(&terminated[..1], 2, 1, 0.0), Err(NotEstimable::EmptyGroup));
    assert_eq!(gray_test(&[], 1, 1, 0.0), Err(NotEstimable::OneGroup));
}

#[test]
fn groups_that_are_alike_do_not_differ() {
    let one = [(1.0, 1), (2.0, 2), (2.0, 1), (3.0, 0), (5.0, 1)];
    let members: Vec<Member> =
        [0, 1].iter().flat_map(|group| one.map(|(exit, status)| member(*group, exit, status))).collect();
    let test = gray_test(&members, 2, 1, 0.0).unwrap();
    assert!(test.statistic < 1e-20 && (test.p_value - 1.0).abs() < 1e-9);
}

#[test]
fn a_group_that_enters_after_its_own_exhaustion_is_refused() {
    let mut members = vec![member(0, 1.0, 1), member(1, 1.0, 1), member(1, 4.0, 0)];
    members.push(Member { spell: Spell { entry: Some(2.0), ..member(0, 3.0, 1).spell }, ..members[0] });
    assert_eq!(gray_test(&members, 2, 1, 0.0), Err(NotEstimable::Exhausted));
}

proptest! {
    #[test]
    fn the_names_of_groups_do_not_matter(
        rows in prop::collection::vec((0..3_usize, 0..9_u8, 0..3_usize), 3..40), rho in 0.0..2.0_f64,
    ) {
        let members: Vec<Member> =
            rows.iter().map(|&(group, exit, status)| member(group, f64::from(exit), status)).collect();
        let renamed: Vec<Member> =
            members.iter().map(|member| Member { group: 2 - member.group, ..*member }).collect();
        if let (Ok(ours), Ok(theirs)) = (gray_test(&members, 3, 1, rho), gray_test(&renamed, 3, 1, rho)) {
            prop_assert!((0.0..=1.0).contains(&ours.p_value));
            prop_assert!((ours.statistic - theirs.statistic).abs() < 1e-6 * (1.0 + ours.statistic));
        }
    }
}

/// Numbers from 0 to 1 that are the same in every run: a linear congruential generator (Knuth's MMIX).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A member whose start, termination and loss do not depend on its group; it may come in late.
    fn member(&mut self, group: usize) -> Option<Member> {
        let exit = (1.0 - 14.0 * self.next().ln()).floor();
        let cause = if self.next() < 0.6 { 1 } else { 2 };
        let lost = (6.0 + 20.0 * self.next()).floor();
        let entry = (self.next() < 0.5).then(|| (4.0 * self.next()).floor());
        let status = if exit <= lost { cause } else { 0 };
        let spell = Spell { project: 0, entry, exit: exit.min(lost), status, weight: 1.0 };
        spell.is_observed().then_some(Member { spell, group, stratum: 0 })
    }
}

#[test]
fn with_late_entry_it_refuses_equal_groups_about_as_often_as_it_says() {
    let mut numbers = Numbers(20_230_731);
    let (n_runs, mut n_refused) = (1_000, 0);
    for _ in 0..n_runs {
        let members: Vec<Member> = (0..120).filter_map(|index| numbers.member(index % 2)).collect();
        n_refused += usize::from(gray_test(&members, 2, 1, 0.0).unwrap().p_value < 0.05);
    }
    // 5 % of 1000 with a standard deviation of 7
    assert!((25..=80).contains(&n_refused), "{n_refused} of {n_runs}");
}
