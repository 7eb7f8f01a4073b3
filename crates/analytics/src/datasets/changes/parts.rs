//! The parts of a bridge (分解各项): the figures at both ends, and every step between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::datasets::changes::cells::{Cell, Cutting};
use crate::datasets::changes::components::Component;
use crate::datasets::changes::measures::{Amounts, Measure, N_MEASURES, add, amounts};
use crate::datasets::changes::steps::{Step, Turn, steps};
use crate::panel::{PanelMonth, Word};

/// One row of a bridge, small. Parts sort as the rows of `changes` do, opening first and closing last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The place of the state from which the bridge leads to the next.
    pub from_state: u32,
    /// Where.
    pub cell: Cell,
    /// To which figure.
    pub measure: Measure,
    /// What happened, or opening or closing.
    pub component: Component,
    /// The rank of the project; nothing for opening and closing.
    pub project: Option<Word>,
    /// How much.
    pub amount: i64,
}

/// Collects the parts of bridges between states that follow each other.
#[derive(Debug, Default)]
pub struct Collected {
    parts: Vec<Part>,
    figures: BTreeMap<(u32, Cell), Amounts>,
}

impl Collected {
    /// Counts a project in a state.
    pub fn count(&mut self, state: u32, month: &PanelMonth, cutting: &Cutting<'_>) {
        if month.counted {
            let sum = self.figures.entry((state, cutting.cell(month))).or_insert([0; N_MEASURES]);
            add(sum, &amounts(month));
        }
    }

    /// Takes the steps of a project from a state to the next, in its cell and in that of all editions.
    pub fn turn(&mut self, from_state: u32, turn: &Turn<'_>, cuttings: (&Cutting<'_>, &Cutting<'_>)) {
        let project = turn.before.map(|month| cuttings.0.project(month));
        let project = project.or_else(|| turn.after.map(|month| cuttings.1.project(month)));
        let cell = |month: Option<&PanelMonth>, cutting: &Cutting<'_>| {
            month.map_or(Cell { event: 0, cohort: 0, value: 0 }, |month| cutting.cell(month))
        };
        let own = (cell(turn.before, cuttings.0), cell(turn.after, cuttings.1));
        let all = (cuttings.0.of_all_editions(own.0), cuttings.1.of_all_editions(own.1));
        let mut take = |Step { cell, measure, component, amount }| {
            self.parts.push(Part { from_state, cell, measure, component, project, amount });
        };
        steps(turn, own, &mut take);
        steps(turn, all, &mut take);
    }

    /// All parts in order, with opening and closing of every cell that one of the two states knows.
    pub fn finish(mut self, n_states: u32, all: Word) -> Vec<Part> {
        self.add_all_editions(all);
        let cells: BTreeSet<(u32, Cell)> = self
            .figures
            .keys()
            .flat_map(|(state, cell)| [Some(*state), state.checked_sub(1)].map(|from| (from, *cell)))
            .filter_map(|(from, cell)| from.map(|from| (from, cell)))
            .filter(|(from, _)| from + 1 < n_states)
            .collect();
        for (from_state, cell) in cells {
            let figure = |state: u32| self.figures.get(&(state, cell)).copied().unwrap_or([0; N_MEASURES]);
            let ends =
                [(Component::Opening, figure(from_state)), (Component::Closing, figure(from_state + 1))];
            for (component, amounts) in ends {
                let part =
                    |(measure, amount)| Part { from_state, cell, measure, component, project: None, amount };
                self.parts.extend(Measure::ALL.into_iter().zip(amounts).map(part));
            }
        }
        self.parts.sort_unstable();
        self.parts
    }

    fn add_all_editions(&mut self, all: Word) {
        let mut together: BTreeMap<(u32, Cell), Amounts> = BTreeMap::new();
        for ((state, cell), amounts) in &self.figures {
            let key = (*state, Cell { cohort: all, ..*cell });
            add(together.entry(key).or_insert([0; N_MEASURES]), amounts);
        }
        self.figures.extend(together);
    }
}
