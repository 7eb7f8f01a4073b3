//! Laws of the Aalen–Johansen curves, and the traps of monthly data (累积发生率的性质).

use proptest::prelude::*;

use super::*;
use crate::survival::kaplan_meier::{kaplan_meier, survival_at};

fn spell(project: usize, exit: f64, status: usize, weight: f64) -> Spell {
    Spell { project, entry: None, exit, status, weight }
}

fn any_spells() -> impl Strategy<Value = Vec<Spell>> {
    let one = (prop::option::of(0..12_u8), 0..24_u8, 0..3_usize, prop_oneof![Just(0.0), 0.5..90.0_f64]);
    prop::collection::vec(one, 0..40).prop_map(|all| {
        let spell_of = |(project, (entry, exit, status, weight)): (usize, (Option<u8>, u8, usize, f64))| {
            Spell { project, entry: entry.map(f64::from), exit: f64::from(exit), status, weight }
        };
        all.into_iter().enumerate().map(spell_of).collect()
    })
}

#[test]
fn start_and_termination_of_one_month_are_both_taken_at_that_month() {
    let spells = [spell(0, 0.0, 1, 1.0), spell(1, 0.0, 2, 1.0), spell(2, 1.0, 1, 1.0), spell(3, 1.0, 0, 1.0)];
    let steps = aalen_johansen(&spells, 2).steps;
    let shares: Vec<Vec<f64>> =
        steps.iter().map(|step| step.incidence.iter().map(|incidence| incidence.share).collect()).collect();
    assert_eq!(shares, [[0.25, 0.25], [0.5, 0.25]]);
    assert_eq!(steps[1].event_free, 0.25);
}

#[test]
fn nobody_gives_no_step_and_one_alone_a_whole_share() {
    assert!(aalen_johansen(&[], 2).steps.is_empty());
    let alone = aalen_johansen(&[spell(0, 3.0, 2, 8.0)], 2).steps;
    assert_eq!(
        (alone[0].event_free, alone[0].incidence[0].share, alone[0].incidence[1].share),
        (0.0, 0.0, 1.0)
    );
    assert_eq!(alone[0].incidence[1].limits(Confidence::P95), None);
    let censored = aalen_johansen(&[spell(0, 3.0, 0, 8.0), spell(1, 3.0, 7, 8.0)], 2).steps;
    assert_eq!((censored[0].event_free, censored[0].event_free_standard_error), (1.0, 0.0));
}

#[test]
fn two_spells_of_one_project_count_as_one_in_the_standard_error() {
    let whole = [spell(0, 2.0, 1, 1.0), spell(1, 4.0, 2, 1.0), spell(2, 5.0, 0, 1.0)];
    let mut parts = whole.to_vec();
    parts[1] = Spell { entry: Some(3.0), ..whole[1] };
    parts.push(Spell { exit: 3.0, status: 0, ..whole[1] });
    let (whole, parts) = (aalen_johansen(&whole, 2).steps, aalen_johansen(&parts, 2).steps);
    assert_eq!(parts.last().unwrap().incidence, whole.last().unwrap().incidence);
}

#[test]
fn weights_of_zero_are_left_out_with_a_note() {
    let spells = [spell(0, 1.0, 1, 0.0), spell(1, 2.0, 1, 3.0), spell(2, 4.0, 0, 3.0)];
    let curves = aalen_johansen(&spells, 1);
    assert_eq!(curves.left_out.n_of_no_weight, 1);
    assert_eq!(curves.steps[0].incidence[0].share, 0.5);
    assert!(aalen_johansen(&spells[..1], 1).steps.is_empty());
}

proptest! {
    #[test]
    fn shares_add_up_to_one(spells in any_spells()) {
        for step in aalen_johansen(&spells, 2).steps {
            let shares: f64 = step.incidence.iter().map(|incidence| incidence.share).sum();
            prop_assert!((shares + step.event_free - 1.0).abs() < 1e-12);
            prop_assert!(step.incidence.iter().all(|incidence| incidence.standard_error.is_finite()));
        }
    }

    #[test]
    fn an_incidence_is_at_most_one_minus_kaplan_meier(spells in any_spells()) {
        let whole: Vec<Spell> = spells.iter().map(|spell| Spell { weight: 1.0, ..*spell }).collect();
        let started: Vec<Spell> = whole.iter().map(|spell| spell.of_cause(1)).collect();
        let curve = kaplan_meier(&risk_sets_of_spells(&started, 1));
        for step in aalen_johansen(&whole, 2).steps {
            prop_assert!(step.incidence[0].share <= 1.0 - survival_at(&curve, step.age_months) + 1e-12);
        }
    }

    #[test]
    fn before_the_first_loss_of_follow_up_it_is_the_share_of_projects_and_of_value(
        events in prop::collection::vec((0..20_u8, 1..3_usize, 0.5..90.0_f64), 1..40), n_open in 0..9_usize,
    ) {
        // followed to 24 months or until an event
        let of_event = |(project, &(exit, status, weight)): (usize, &(u8, usize, f64))| {
            spell(project, f64::from(exit), status, weight)
        };
        let mut spells: Vec<Spell> = events.iter().enumerate().map(of_event).collect();
        spells.extend((0..n_open).map(|open| spell(events.len() + open, 24.0, 0, 7.0)));
        let by_project: Vec<Spell> = spells.iter().map(|spell| Spell { weight: 1.0, ..*spell }).collect();
        for of_unit in [spells, by_project] {
            let whole: f64 = of_unit.iter().map(|spell| spell.weight).sum();
            for step in aalen_johansen(&of_unit, 2).steps {
                let started = of_unit.iter().filter(|spell| spell.status == 1);
                let by_now = started.filter(|spell| spell.exit <= step.age_months);
                let share = by_now.map(|spell| spell.weight).sum::<f64>() / whole;
                prop_assert!((step.incidence[0].share - share).abs() < 1e-12);
            }
        }
    }
}
