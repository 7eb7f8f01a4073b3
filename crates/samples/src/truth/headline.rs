//! The headline (核心指标) by month and edition: as it is, and as a perfect reader of the returns would have it.

use std::collections::BTreeMap;

use model::field::Field;
use model::month::Month;

use crate::drawing::Drawing;
use crate::line::LineRole;
use crate::return_sheet::ReturnSheet;
use crate::truth::record::{Flags, cell_of, flags_of, planted_at};
use crate::world::progress::{capital_by, state_in};
use crate::world::project::{EDITIONS, Project};

/// What a perfect reader knows of one project, planted errors left out.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    contract: Option<i64>,
    capital: i64,
    started: bool,
    in_production: bool,
    terminated: bool,
    reported: bool,
}

/// The counts of one line of `headline.csv`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    n_tracked: i64,
    n_reported: i64,
    contract: i64,
    n_started: i64,
    n_in_production: i64,
    n_terminated: i64,
    capital: i64,
}

/// Follows what the returns say, month by month.
#[derive(Debug, Default)]
pub(crate) struct Headline {
    known: BTreeMap<String, Known>,
}

impl Headline {
    /// Takes in what a return says.
    pub(crate) fn read(&mut self, sheet: &ReturnSheet, drawing: &Drawing) {
        for row in &drawing.rows {
            let Some(line) = sheet.lines.get(row.line).filter(|line| line.role == LineRole::Project) else {
                continue;
            };
            let good = |field: Field| -> Option<i64> {
                let cell = cell_of(row, field).filter(|_| planted_at(line, field).is_none())?;
                cell.value.parse().ok()
            };
            let doubtful =
                cell_of(row, Field::StatusRaw).is_some() && planted_at(line, Field::StatusRaw).is_some();
            let flags = if doubtful { Flags::default() } else { flags_of(row, line.stage) };
            let known = self.known.entry(line.true_id.clone()).or_default();
            known.reported = true;
            known.contract = good(Field::ContractValue).or(known.contract);
            known.capital = good(Field::ArrivedTotal).unwrap_or(known.capital);
            known.started |= flags.started.unwrap_or(false);
            known.in_production = flags.in_production.unwrap_or(known.in_production);
            known.terminated = flags.terminated.unwrap_or(known.terminated);
        }
    }

    /// The lines of a month, and a fresh start for who has reported.
    pub(crate) fn close_month(&mut self, month: Month, projects: &[Project]) -> Vec<Vec<String>> {
        let mut lines = Vec::new();
        for basis in ["ledger_truth", "returns_errors_withheld"] {
            let mut all = Counts::default();
            for (edition, ..) in EDITIONS {
                let tracked =
                    projects.iter().filter(|one| one.role == LineRole::Project && one.exists_in(month));
                let counts = tracked
                    .filter(|project| project.edition == edition)
                    .map(|project| {
                        if basis == "ledger_truth" { truth_of(project, month) } else { self.read_of(project) }
                    })
                    .fold(Counts::default(), Counts::plus);
                all = all.plus(counts);
                lines.push(counts.line(month, basis, &edition.to_string()));
            }
            lines.push(all.line(month, basis, "all"));
        }
        for known in self.known.values_mut() {
            known.reported = false;
        }
        lines
    }

    fn read_of(&self, project: &Project) -> Counts {
        let known = self.known.get(&project.true_id).copied().unwrap_or_default();
        Counts {
            n_tracked: 1,
            n_reported: i64::from(known.reported),
            contract: known.contract.unwrap_or(project.contract_yuan),
            n_started: i64::from(known.started),
            n_in_production: i64::from(known.in_production),
            n_terminated: i64::from(known.terminated),
            capital: known.capital,
        }
    }
}

fn truth_of(project: &Project, month: Month) -> Counts {
    let state = state_in(project, month);
    Counts {
        n_tracked: 1,
        n_reported: 1,
        contract: project.contract_yuan,
        n_started: i64::from(state.started),
        n_in_production: i64::from(state.in_production),
        n_terminated: i64::from(state.stage == model::stage::Stage::Terminated),
        capital: capital_by(project, month),
    }
}

impl Counts {
    const fn plus(self, other: Counts) -> Counts {
        Counts {
            n_tracked: self.n_tracked + other.n_tracked,
            n_reported: self.n_reported + other.n_reported,
            contract: self.contract.saturating_add(other.contract),
            n_started: self.n_started + other.n_started,
            n_in_production: self.n_in_production + other.n_in_production,
            n_terminated: self.n_terminated + other.n_terminated,
            capital: self.capital.saturating_add(other.capital),
        }
    }

    fn line(self, month: Month, basis: &str, edition: &str) -> Vec<String> {
        let words = [month.last_day().to_string(), basis.to_owned(), "all".to_owned(), edition.to_owned()];
        let numbers = [
            self.n_tracked,
            self.n_reported,
            self.contract,
            self.n_started,
            self.n_in_production,
            self.n_terminated,
            self.capital,
        ];
        words.into_iter().chain(numbers.map(|number| number.to_string())).collect()
    }
}
