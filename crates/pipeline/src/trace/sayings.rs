//! What returns in force say of each project (各期报送): the plain twin of what goes into the panel.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::observations::Observation;
use model::datasets::returns::ReturnRow;
use model::datasets::values::ValueRow;
use model::date::Date;
use model::field::Field;
use model::month::Month;
use model::policy::Flagged;

use crate::trace::grounds::Grounds;

/// What one record in force says of one project in one month, as far as the panel believes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Saying<'a> {
    /// The record, typed.
    pub observation: &'a Observation,
    /// Its file.
    pub file: &'a str,
    /// Its month.
    pub month: Month,
    /// An error stands at what tells its progress.
    pub progress_is_withheld: bool,
    /// Contract value.
    pub contract_yuan: Option<i64>,
    /// Cumulative capital.
    pub capital_yuan: Option<i64>,
    /// Stated start.
    pub start_date: Option<Date>,
}

/// What is said of every project or part, by its id, in the order of months.
#[derive(Debug, Clone, Default)]
pub struct Sayings<'a> {
    by_project: BTreeMap<&'a str, Vec<Saying<'a>>>,
    parts: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// Fields of ticks along the road, in order.
const TICKS: [Field; 6] = [
    Field::IsSigned,
    Field::IsRegistered,
    Field::IsStarted,
    Field::IsCompleted,
    Field::IsProduction,
    Field::IsFullCapacity,
];

impl<'a> Sayings<'a> {
    /// Of a release. Of several records of one project and month the first one speaks, as in the panel.
    pub fn of(grounds: &'a Grounds) -> Sayings<'a> {
        let files = Files::of(&grounds.returns);
        let mut sorted: Vec<(&str, &Observation)> = grounds
            .observations
            .iter()
            .filter_map(|observation| {
                Some((files.in_force(&observation.record_id, &observation.return_id)?, observation))
            })
            .collect();
        sorted.sort_by_key(|(file, observation)| (*file, observation.record_id.as_str()));
        let mut sayings = Sayings::default();
        let mut known: BTreeSet<(&str, Month)> = BTreeSet::new();
        for (file, observation) in sorted {
            let month = Month::of(observation.period);
            if known.insert((&observation.project_id, month)) {
                let values = grounds.values_of(&observation.record_id);
                let said = saying((observation, file, month), values, grounds.plan.policy.flagged);
                sayings.by_project.entry(&observation.project_id).or_default().push(said);
            }
            let whole = sayings.parts.entry(&observation.counted_project_id).or_default();
            whole.insert(&observation.project_id);
        }
        sayings.by_project.values_mut().for_each(|said| said.sort_by_key(|saying| saying.month));
        sayings
    }

    /// Everything that is said.
    pub fn all(&self) -> impl Iterator<Item = &Saying<'a>> {
        self.by_project.values().flatten()
    }

    /// Everything that is said of a project or part.
    pub fn of_project(&self, project_id: &str) -> &[Saying<'a>] {
        self.by_project.get(project_id).map_or(&[], Vec::as_slice)
    }

    /// What speaks for a counted project in a month: itself and its parts, each up to that month. The whole is silent
    /// from the month in which its parts are reported instead.
    pub fn up_to(&self, counted: &str, month: Month) -> Vec<&[Saying<'a>]> {
        let parts: Vec<&str> =
            self.parts.get(counted).into_iter().flatten().copied().filter(|part| *part != counted).collect();
        let first = |part: &&str| self.of_project(part).first().map(|saying| saying.month);
        let parts_from = parts.iter().filter_map(first).min();
        let own = self.of_project(counted);
        let own_is_over = parts_from
            .is_some_and(|from| from <= month && own.last().is_none_or(|latest| latest.month < from));
        let whole = (!own_is_over).then_some(own);
        let of_parts = parts.iter().map(|part| self.of_project(part));
        whole
            .into_iter()
            .chain(of_parts)
            .map(|said| until(said, month))
            .filter(|said| !said.is_empty())
            .collect()
    }

    /// The project and its parts.
    pub fn parts_of_whole<'s>(&'s self, counted: &'s str) -> Vec<&'s str> {
        let parts = self.parts.get(counted).into_iter().flatten().copied();
        std::iter::once(counted).chain(parts.filter(|part| *part != counted)).collect()
    }
}

fn until<'s, 'a>(said: &'s [Saying<'a>], month: Month) -> &'s [Saying<'a>] {
    said.get(..said.partition_point(|saying| saying.month <= month)).unwrap_or_default()
}

fn saying<'a>(
    (observation, file, month): (&'a Observation, &'a str, Month),
    values: &[ValueRow],
    flagged: Flagged,
) -> Saying<'a> {
    let is_withheld = |field: Field| {
        let stands = |value: &ValueRow| value.field == field.name() && value.withheld;
        flagged == Flagged::Withhold && values.iter().any(stands)
    };
    let good = |field: Field, amount: Option<i64>| amount.filter(|_| !is_withheld(field));
    Saying {
        observation,
        file,
        month,
        progress_is_withheld: progress_field(values).is_some_and(is_withheld),
        contract_yuan: good(Field::ContractValue, observation.contract_yuan),
        capital_yuan: good(Field::ArrivedTotal, observation.capital_cumulative_yuan),
        start_date: observation.start_date.filter(|_| !is_withheld(Field::StartDate)),
    }
}

/// The field that told the progress of a record: its status, else the furthest tick.
pub fn progress_field(values: &[ValueRow]) -> Option<Field> {
    let says = |field: Field, text: Option<&str>| {
        values.iter().any(|value| {
            value.field == field.name()
                && value.value.is_some()
                && (text.is_none() || value.value.as_deref() == text)
        })
    };
    if says(Field::StatusRaw, None) {
        return Some(Field::StatusRaw);
    }
    let furthest = TICKS.into_iter().rev().find(|tick| says(*tick, Some("true")));
    furthest.or_else(|| TICKS.into_iter().any(|tick| says(tick, None)).then_some(Field::IsStarted))
}

impl Saying<'_> {
    fn progress(&self, said: Option<bool>) -> Option<bool> {
        said.filter(|_| !self.progress_is_withheld)
    }

    /// Whether it has started.
    pub fn started(&self) -> Option<bool> {
        self.progress(self.observation.started)
    }

    /// Whether it is in production.
    pub fn in_production(&self) -> Option<bool> {
        self.progress(self.observation.in_production)
    }

    /// Whether it is terminated.
    pub fn terminated(&self) -> Option<bool> {
        self.progress(self.observation.terminated)
    }

    /// Its stage.
    pub fn stage(&self) -> Option<&str> {
        self.observation.stage.as_deref().filter(|_| !self.progress_is_withheld)
    }
}

/// The files of each content, in the order in which their copies are numbered.
#[derive(Debug, Clone, Default)]
pub struct Files<'a> {
    by_content: BTreeMap<&'a str, Vec<&'a ReturnRow>>,
}

impl<'a> Files<'a> {
    /// Of the received files. Of the same content sent twice only what is read has a number.
    pub fn of(returns: &'a [ReturnRow]) -> Files<'a> {
        let mut files = Files::default();
        for row in returns.iter().filter(|row| matches!(row.status.as_str(), "accepted" | "superseded")) {
            files.by_content.entry(&row.return_id).or_default().push(row);
        }
        files
    }

    /// The return of a record; ids of copies end with `~1`, `~2`.
    pub fn of_record(&self, record_id: &str, return_id: &str) -> Option<&'a ReturnRow> {
        let copy = record_id.rsplit_once('~').and_then(|(_, copy)| copy.parse().ok()).unwrap_or(0);
        self.by_content.get(return_id)?.get::<usize>(copy).copied()
    }

    /// The file of a record, where its return is in force.
    pub fn in_force(&self, record_id: &str, return_id: &str) -> Option<&'a str> {
        let row = self.of_record(record_id, return_id)?;
        (row.status == "accepted").then_some(row.file.as_str())
    }
}

#[cfg(test)]
mod tests;
