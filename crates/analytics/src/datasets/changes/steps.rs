//! The steps of one project from one state to another (单个项目的变动).

use crate::datasets::changes::cells::Cell;
use crate::datasets::changes::components::Component;
use crate::datasets::changes::measures::{Amounts, Measure, amounts};
use crate::panel::PanelMonth;

/// One project in both states; nothing where a state does not know it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Turn<'a> {
    /// Before.
    pub before: Option<&'a PanelMonth>,
    /// After.
    pub after: Option<&'a PanelMonth>,
    /// The month of the first state.
    pub from_month: i32,
    /// The project was signed again, or is what another was signed again as.
    pub is_re_signed: bool,
}

/// What one step adds to the figure of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Where.
    pub cell: Cell,
    /// To which figure.
    pub measure: Measure,
    /// What happened.
    pub component: Component,
    /// How much.
    pub amount: i64,
}

/// Gives every step of a project that is counted in one cell before and in one after. Steps of 0 are left out.
pub fn steps(turn: &Turn<'_>, cells: (Cell, Cell), give: &mut impl FnMut(Step)) {
    let (old, new) = (turn.before.map_or([0; 6], amounts), turn.after.map_or([0; 6], amounts));
    match (counted(turn.before), counted(turn.after)) {
        (None, None) => {}
        (None, Some(after)) => all_of(cells.1, entry(turn, after), new, give),
        (Some(before), None) => all_of(cells.0, exit(turn, before), taken(old), give),
        (Some(before), Some(after)) => {
            if cells.0 != cells.1 {
                all_of(cells.0, Component::Reclassified, taken(old), give);
                all_of(cells.1, Component::Reclassified, old, give);
            }
            if old != new {
                inside(cells.1, before, after, give);
            }
        }
    }
}

fn counted(month: Option<&PanelMonth>) -> Option<&PanelMonth> {
    month.filter(|month| month.counted)
}

/// Everything that a project counts for, as one component.
fn all_of(cell: Cell, component: Component, all: Amounts, give: &mut impl FnMut(Step)) {
    for (measure, amount) in Measure::ALL.into_iter().zip(all) {
        give_some(Step { cell, measure, component, amount }, give);
    }
}

fn taken(amounts: Amounts) -> Amounts {
    amounts.map(i64::saturating_neg)
}

fn give_some(step: Step, give: &mut impl FnMut(Step)) {
    if step.amount != 0 {
        give(step);
    }
}

/// Why a project came into the population.
fn entry(turn: &Turn<'_>, after: &PanelMonth) -> Component {
    let was_stopped = turn.before.is_some_and(|before| {
        before.tracked == after.tracked
            && (before.terminated && !after.terminated || before.suspended && !after.suspended)
    });
    let is_signed_since =
        after.age.is_some_and(|age| i64::from(after.month) - i64::from(age) > i64::from(turn.from_month));
    match () {
        () if turn.is_re_signed => Component::ReSigned,
        () if was_stopped => Component::Reinstated,
        () if is_signed_since => Component::New,
        () => Component::ListedLate,
    }
}

/// Why a project left the population. One that is no longer tracked was removed, whatever else happened to it.
fn exit(turn: &Turn<'_>, before: &PanelMonth) -> Component {
    let stays_tracked = turn.after.filter(|after| after.tracked == before.tracked);
    match stays_tracked {
        _ if turn.is_re_signed => Component::ReSigned,
        Some(after) if after.terminated && !before.terminated => Component::Terminated,
        Some(after) if after.suspended && !before.suspended => Component::Suspended,
        _ => Component::Removed,
    }
}

/// What changed of a project that is counted in both states.
fn inside(cell: Cell, before: &PanelMonth, after: &PanelMonth, give: &mut impl FnMut(Step)) {
    let mut step =
        |measure, component, amount| give_some(Step { cell, measure, component, amount }, &mut *give);
    let (old_contract, contract) =
        (before.contract_yuan.unwrap_or_default(), after.contract_yuan.unwrap_or_default());
    let revised = contract.saturating_sub(old_contract);
    step(Measure::ContractYuan, Component::Revised, revised);
    if before.started != after.started {
        let (component, sign) = start_turn(before, after);
        step(Measure::NStarted, component, sign);
        step(Measure::ContractStartedYuan, component, sign.saturating_mul(old_contract));
    }
    if after.started {
        step(Measure::ContractStartedYuan, Component::Revised, revised);
    }
    let (old_capital, capital) =
        (before.capital_yuan.unwrap_or_default(), after.capital_yuan.unwrap_or_default());
    let component = if capital > old_capital { Component::Arrived } else { Component::Corrected };
    step(Measure::CapitalYuan, component, capital.saturating_sub(old_capital));
    match (before.in_production, after.in_production) {
        (false, true) => step(Measure::NProduction, Component::Produced, 1),
        (true, false) => step(Measure::NProduction, Component::Retracted, -1),
        _ => {}
    }
}

/// Under the policy `current` a start ends with the project, and counts again when the project is taken up again.
fn start_turn(before: &PanelMonth, after: &PanelMonth) -> (Component, i64) {
    match (after.started, before.terminated, after.terminated) {
        (true, true, false) => (Component::Reinstated, 1),
        (true, ..) => (Component::Started, 1),
        (false, false, true) => (Component::Terminated, -1),
        (false, ..) => (Component::Retracted, -1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Cell = Cell { event: 1, cohort: 2, value: 0 };
    const THERE: Cell = Cell { event: 1, cohort: 3, value: 0 };

    fn signed(age: i32) -> PanelMonth {
        PanelMonth {
            month: 100,
            counted: true,
            tracked: true,
            age: Some(age),
            contract_yuan: Some(50),
            ..PanelMonth::default()
        }
    }

    #[track_caller]
    fn check(before: Option<PanelMonth>, after: Option<PanelMonth>, expected: &[(Measure, Component, i64)]) {
        let turn =
            Turn { before: before.as_ref(), after: after.as_ref(), from_month: 99, is_re_signed: false };
        let mut found = Vec::new();
        steps(&turn, (HERE, HERE), &mut |step| found.push((step.measure, step.component, step.amount)));
        assert_eq!(found, expected);
    }

    #[test]
    fn who_comes_and_goes_takes_all_along() {
        use Component::{ListedLate, New, Removed, Terminated};
        use Measure::{ContractYuan, NProjects};
        check(None, Some(signed(0)), &[(ContractYuan, New, 50), (NProjects, New, 1)]);
        check(None, Some(signed(1)), &[(ContractYuan, ListedLate, 50), (NProjects, ListedLate, 1)]);
        check(Some(signed(1)), None, &[(ContractYuan, Removed, -50), (NProjects, Removed, -1)]);
        let dropped = PanelMonth { counted: false, terminated: true, ..signed(2) };
        check(
            Some(signed(1)),
            Some(dropped),
            &[(ContractYuan, Terminated, -50), (NProjects, Terminated, -1)],
        );
        let untracked = PanelMonth { tracked: false, ..dropped };
        check(Some(signed(1)), Some(untracked), &[(ContractYuan, Removed, -50), (NProjects, Removed, -1)]);
    }

    #[test]
    fn a_start_with_another_contract_value_is_two_steps() {
        use Component::{Arrived, Corrected, Retracted, Revised, Started};
        use Measure::{CapitalYuan, ContractStartedYuan, ContractYuan, NStarted};
        let started =
            PanelMonth { started: true, contract_yuan: Some(80), capital_yuan: Some(9), ..signed(1) };
        let steps = [
            (ContractYuan, Revised, 30),
            (NStarted, Started, 1),
            (ContractStartedYuan, Started, 50),
            (ContractStartedYuan, Revised, 30),
            (CapitalYuan, Arrived, 9),
        ];
        check(Some(signed(0)), Some(started), &steps);
        let back = [
            (ContractYuan, Revised, -30),
            (NStarted, Retracted, -1),
            (ContractStartedYuan, Retracted, -80),
            (CapitalYuan, Corrected, -9),
        ];
        check(Some(started), Some(signed(0)), &back);
        check(Some(started), Some(started), &[]);
        check(None, None, &[]);
    }

    #[test]
    fn a_move_takes_the_old_amount_and_changes_in_the_new_place() {
        let (before, after) = (signed(0), PanelMonth { contract_yuan: Some(60), ..signed(1) });
        let turn = Turn { before: Some(&before), after: Some(&after), ..Turn::default() };
        let mut found = Vec::new();
        steps(&turn, (HERE, THERE), &mut |step| found.push((step.cell, step.component, step.amount)));
        let moved = Component::Reclassified;
        let expected = [
            (HERE, moved, -50),
            (HERE, moved, -1),
            (THERE, moved, 50),
            (THERE, moved, 1),
            (THERE, Component::Revised, 10),
        ];
        assert_eq!(found, expected);
    }
}
