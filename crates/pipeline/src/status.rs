//! Who has sent what, and what was published (现状): from the current release, by the calendar of the pipeline.

pub mod due;
pub mod grid;
pub mod release_lines;

use std::collections::BTreeSet;
use std::path::PathBuf;

use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::returns::ReturnRow;
use model::month::Month;
use model::reference::Reference;
use store::parquet_rows::read_rows;
use store::releases::Release;

use crate::ask_error::AskError;
use crate::built_in;
use crate::error::PipelineError;
use crate::gates::{Evidence, expected_units};
use crate::manifest_plan::plan_of_release;
use crate::nearest::nearest;
use crate::open_release::open_store;
use crate::plan::Plan;
use crate::reference::read_reference;
use crate::status::due::Due;
use crate::status::grid::{UnitLine, UnitMonth};
use crate::status::release_lines::{ReleaseLine, release_lines};
use crate::summary::BalanceSheet;
use crate::workspace::Workspace;

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct StatusQuestion {
    /// Folder of the store.
    pub store: PathBuf,
    /// Code or name of a unit; nothing: all.
    pub unit: Option<String>,
    /// How many of the last months; nothing: all.
    pub n_months: Option<usize>,
}

/// Who has sent what, and what was published.
#[derive(Debug, Clone, Default)]
pub struct Status {
    /// The months, in order.
    pub months: Vec<Month>,
    /// The units, in the order of the reference.
    pub lines: Vec<UnitLine>,
    /// Files that belong to no unit or month, without those that were skipped.
    pub unplaced: Vec<ReturnRow>,
    /// The releases, newest first.
    pub releases: Vec<ReleaseLine>,
    /// Who works on the store at this moment.
    pub locked_by: Option<String>,
}

/// What the calendar and the units are taken from.
struct Grounds {
    plan: Plan,
    reference: Reference,
    returns: Vec<ReturnRow>,
    ledger_entries: Vec<LedgerEntry>,
}

/// Looks. Without a workspace, calendar and policy are those of the current release, and units those built in.
pub fn status(question: &StatusQuestion, workspace: Option<&Workspace>) -> Result<Status, PipelineError> {
    let store = open_store(&question.store)?;
    let releases = release_lines(&store)?;
    let locked_by = store.locked_by()?;
    let empty = Status { releases, locked_by, ..Status::default() };
    let Some(release) = store.current()? else { return Ok(empty) };
    let grounds = grounds(&release, workspace)?;
    let months = months(&grounds.returns, question.n_months);
    let lines = chosen(unit_lines(&grounds, &months), question.unit.as_deref(), &grounds.reference)?;
    let is_unplaced =
        |row: &ReturnRow| row.status != "skipped" && (row.unit_code.is_none() || row.period.is_none());
    let unplaced = grounds.returns.into_iter().filter(is_unplaced).collect();
    Ok(Status { months, lines, unplaced, ..empty })
}

fn grounds(release: &Release, workspace: Option<&Workspace>) -> Result<Grounds, PipelineError> {
    let (plan, reference) = match workspace {
        Some(workspace) => (workspace.plan.clone(), read_reference(&workspace.reference)?),
        None => (plan_of_release(&release.folder)?, built_in::reference()?),
    };
    let entries = release.dataset_path("ledger_entries");
    Ok(Grounds {
        plan,
        reference,
        returns: read_rows(&release.dataset_path("returns"))?,
        ledger_entries: if entries.is_file() { read_rows(&entries)? } else { Vec::new() },
    })
}

/// From the first month that a return speaks of to the last, or the last so many of them.
fn months(returns: &[ReturnRow], n_months: Option<usize>) -> Vec<Month> {
    let spoken_of = || returns.iter().filter_map(|row| row.period).map(Month::of);
    let (Some(first), Some(last)) = (spoken_of().min(), spoken_of().max()) else { return Vec::new() };
    let shown = n_months.and_then(|n| i32::try_from(n.max(1)).ok());
    let first = shown.map_or(first, |n| first.max(last.plus(1 - n)));
    first.through(last).collect()
}

fn unit_lines(grounds: &Grounds, months: &[Month]) -> Vec<UnitLine> {
    let due = Due { due_day: grounds.plan.calendar.due_day, zone: grounds.plan.time_zone };
    let expected: Vec<BTreeSet<String>> = months.iter().map(|month| expected_in(grounds, *month)).collect();
    let reported = grounds.returns.iter().filter_map(|row| row.unit_code.clone());
    let units: BTreeSet<String> = expected.iter().flatten().cloned().chain(reported).collect();
    let line = |unit: String| {
        let files: Vec<&ReturnRow> =
            grounds.returns.iter().filter(|row| row.unit_code.as_ref() == Some(&unit)).collect();
        let of_month = |(month, expected): (&Month, &BTreeSet<String>)| {
            let is_of_it = |row: &&&ReturnRow| row.period.map(Month::of) == Some(*month);
            let files: Vec<&ReturnRow> = files.iter().filter(is_of_it).copied().collect();
            UnitMonth::of(*month, &files, expected.contains(&unit), due)
        };
        let months = months.iter().zip(&expected).map(of_month).collect();
        UnitLine { name: name_of(&unit, &grounds.reference), unit_code: unit, months }
    };
    let mut lines: Vec<UnitLine> = units.into_iter().map(line).collect();
    let place =
        |line: &UnitLine| grounds.reference.units.iter().position(|unit| unit.unit_id == line.unit_code);
    lines.sort_by_key(|line| place(line).unwrap_or(usize::MAX));
    lines
}

fn expected_in(grounds: &Grounds, month: Month) -> BTreeSet<String> {
    let evidence = Evidence {
        returns: &grounds.returns,
        ledger_entries: &grounds.ledger_entries,
        units: &grounds.reference.units,
        as_of: Some(month.last_day()),
        reconciliation: &[],
        balance: &BalanceSheet::default(),
    };
    expected_units(&grounds.plan, &evidence).into_iter().map(str::to_owned).collect()
}

fn name_of(unit_code: &str, reference: &Reference) -> String {
    let unit = reference.units.iter().find(|unit| unit.unit_id == unit_code);
    unit.map(|unit| unit.short_name.clone()).filter(|name| !name.is_empty()).unwrap_or(unit_code.to_owned())
}

/// The lines of the unit that was asked for, by code, short or full name.
fn chosen(
    lines: Vec<UnitLine>,
    unit: Option<&str>,
    reference: &Reference,
) -> Result<Vec<UnitLine>, PipelineError> {
    let Some(typed) = unit else { return Ok(lines) };
    let full = reference.units.iter().find(|unit| unit.name == typed).map(|unit| unit.unit_id.as_str());
    let is_it = |line: &&UnitLine| {
        line.unit_code.eq_ignore_ascii_case(typed)
            || line.name == typed
            || Some(line.unit_code.as_str()) == full
    };
    let found: Vec<UnitLine> = lines.iter().filter(is_it).cloned().collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let names = lines.iter().flat_map(|line| [line.name.as_str(), line.unit_code.as_str()]);
    Err(AskError::UnknownUnit { name: typed.to_owned(), nearest: nearest(typed, names, 3) }.into())
}

#[cfg(test)]
mod tests;
