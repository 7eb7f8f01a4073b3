//! One project of a template (模板行): what the ledger says of it, and what was last reported.

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::stage::Stage;

use crate::template::columns::TemplateColumn as Column;
use crate::template::entry::Entry;
use crate::template::last_reported::LastReported;

/// One project, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// The event at which it was signed.
    pub event: Option<String>,
    /// Its edition.
    pub cohort: Option<String>,
    /// The stage when it was last reported.
    pub stage_before: Option<Stage>,
    entries: BTreeMap<Column, Entry>,
}

/// What was true of a project when it was last reported.
#[derive(Debug, Clone, Default)]
struct Before {
    contract: Entry,
    capital: Entry,
    stage: Option<Stage>,
    has_started: bool,
    is_in_production: bool,
}

impl ProjectRow {
    /// What stands in a column.
    pub fn entry(&self, column: Column) -> Entry {
        self.entries.get(&column).cloned().unwrap_or_default()
    }

    /// The capital that was last reported.
    pub fn capital_before(&self) -> Option<i64> {
        match self.entries.get(&Column::CapitalBefore) {
            Some(Entry::Amount(yuan)) => Some(*yuan),
            _ => None,
        }
    }

    /// The row with its running number.
    pub fn numbered(mut self, number: i64) -> ProjectRow {
        self.entries.insert(Column::RowNumber, Entry::Number(number));
        self
    }

    /// A project under its number in the ledger, with the values that the panel holds for it.
    pub fn of_whole(project: &Project, known: Option<&ProjectMonth>, last: &LastReported<'_>) -> ProjectRow {
        let contract = known.and_then(|row| row.contract_yuan).or(project.contract_yuan);
        let before = Before {
            contract: Entry::amount(contract),
            capital: Entry::amount(known.and_then(|row| row.capital_cumulative_yuan)),
            stage: known.and_then(|row| stage_of(row.stage.as_deref())),
            has_started: known.and_then(|row| row.started) == Some(true),
            is_in_production: known.and_then(|row| row.in_production) == Some(true),
        };
        ProjectRow::new(project, project, before, last)
    }

    /// A phase or part, with what its own returns said.
    pub fn of_part(part: &Project, whole: &Project, last: &LastReported<'_>) -> ProjectRow {
        let said = last.of(&part.project_id);
        let before = Before {
            contract: last.value(&part.project_id, Column::ContractValue),
            capital: last.value(&part.project_id, Column::CapitalBefore),
            stage: said.and_then(|said| stage_of(said.stage.as_deref())),
            has_started: said.and_then(|said| said.started) == Some(true),
            is_in_production: said.and_then(|said| said.in_production) == Some(true),
        };
        ProjectRow::new(part, whole, before, last)
    }

    /// What a part does not say its whole says.
    fn new(project: &Project, whole: &Project, before: Before, last: &LastReported<'_>) -> ProjectRow {
        let id = project.project_id.as_str();
        let event = project.event.as_ref().or(whole.event.as_ref());
        let cohort = project.cohort.as_ref().or(whole.cohort.as_ref());
        let investor = project.investor.as_ref().or(whole.investor.as_ref());
        let happened = |has: bool, column| if has { last.value(id, column) } else { Entry::Empty };
        let entries = BTreeMap::from([
            (Column::LedgerNo, Entry::words(number_of(project, whole))),
            (Column::ProjectName, Entry::words(Some(&project.name))),
            (Column::Investor, Entry::words(investor.map(String::as_str))),
            (Column::Event, Entry::words(event.map(String::as_str))),
            (Column::Edition, Entry::edition(cohort.map(String::as_str))),
            (Column::SignDate, project.sign_date.or(whole.sign_date).map_or(Entry::Empty, Entry::Day)),
            (Column::ContractValue, before.contract),
            (Column::CapitalBefore, before.capital),
            (Column::StartDate, happened(before.has_started, Column::StartDate)),
            (Column::ProductionDate, happened(before.is_in_production, Column::ProductionDate)),
            (Column::PlannedStart, last.value(id, Column::PlannedStart)),
            (Column::PlannedProduction, last.value(id, Column::PlannedProduction)),
        ]);
        ProjectRow { event: event.cloned(), cohort: cohort.cloned(), stage_before: before.stage, entries }
    }
}

/// The number that finds the project again: the ledger's, or the one of a part, which extends that of its whole, as its
/// unit numbered it (`ZB2021-032-1`) or as it was made from its name (`ZB2020-037-66bfd04e`).
fn number_of<'a>(project: &'a Project, whole: &Project) -> Option<&'a str> {
    let id = project.project_id.as_str();
    let extends = |number: &str| id.strip_prefix(number).is_some_and(|rest| rest.starts_with('-'));
    let is_number = whole.ledger_no.as_deref().is_some_and(extends);
    project.ledger_no.as_deref().or(is_number.then_some(id))
}

fn stage_of(word: Option<&str>) -> Option<Stage> {
    word?.parse().ok()
}
