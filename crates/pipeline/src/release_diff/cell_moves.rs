//! By which cells the figures moved (单元格变动): what each record in force says, side by side.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::values::ValueRow;
use model::field::Field;
use model::month::Month;
use serde::Serialize;

use crate::release_diff::inputs::Change;
use crate::release_diff::project_moves::ProjectBridge;
use crate::trace::grounds::Grounds;
use crate::trace::sayings::{Saying, Sayings};

/// A cell that does not say the same on both sides.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CellMove {
    /// What became of it.
    pub change: Change,
    /// The project.
    pub project_id: String,
    /// The month of the return.
    pub month: String,
    /// What was read from it.
    pub reads: Vec<ReadMove>,
    /// Before.
    pub before: Option<CellSide>,
    /// After.
    pub after: Option<CellSide>,
    /// A project whose figures moved stands behind it, in a field that tells them.
    pub is_behind: bool,
}

/// Where a cell stood on one side, and what it said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CellSide {
    /// Its file.
    pub file: String,
    /// Its sheet.
    pub sheet: String,
    /// Cell or cells.
    pub address: String,
    /// The text that stood there.
    pub text: String,
    /// An error stands at it.
    pub withheld: bool,
}

/// What a field was read as on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadMove {
    /// The field.
    pub field: String,
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

/// Project, month and field: what stays when a return is sent again.
type Key<'a> = (&'a str, Month, &'a str);

/// One side of a key.
type Found<'a> = (CellSide, &'a ValueRow);

/// Every cell that differs. A cell that only moved to another place is none.
pub fn cell_moves(before: &Grounds, after: &Grounds, bridges: &[ProjectBridge]) -> Vec<CellMove> {
    let (old_sayings, new_sayings) = (Sayings::of(before), Sayings::of(after));
    let mut pairs: BTreeMap<Key<'_>, [Option<Found<'_>>; 2]> = BTreeMap::new();
    for (side, grounds, sayings) in [(0, before, &old_sayings), (1, after, &new_sayings)] {
        for (key, found) in said(grounds, sayings) {
            if let Some(own) = pairs.entry(key).or_default().get_mut(side) {
                *own = Some(found);
            }
        }
    }
    let behind = behind(bridges);
    let counted = |project: &str| {
        let known = after.project(project).or_else(|| before.project(project));
        known.map_or(project.to_owned(), |project| project.counted_project_id.clone())
    };
    let differing = pairs.into_iter().filter(|(_, sides)| differs(sides));
    let moves = differing.map(|(key, sides)| {
        let counted = counted(key.0);
        let is_behind =
            measures_of(key.2).iter().any(|measure| behind.contains(&(counted.as_str(), *measure)));
        cell_move(key, sides, is_behind)
    });
    together(moves.collect())
}

/// Every value of the records in force.
fn said<'a>(grounds: &'a Grounds, sayings: &Sayings<'a>) -> Vec<(Key<'a>, Found<'a>)> {
    let of_saying = |saying: &Saying<'a>| {
        let observation = saying.observation;
        let record = grounds.record(&observation.record_id);
        let (file, month) = (saying.file, saying.month);
        let values = grounds.values_of(&observation.record_id).iter().map(move |value| {
            let own = record.map_or("", |record| record.sheet.as_str());
            let (sheet, address) = value.address.rsplit_once('!').unwrap_or((own, &value.address));
            let side = CellSide {
                file: file.to_owned(),
                sheet: sheet.to_owned(),
                address: address.to_owned(),
                text: value.raw.clone(),
                withheld: value.withheld,
            };
            ((observation.project_id.as_str(), month, value.field.as_str()), (side, value))
        });
        values.collect::<Vec<_>>()
    };
    sayings.all().flat_map(of_saying).collect()
}

fn differs(sides: &[Option<Found<'_>>; 2]) -> bool {
    match sides {
        [Some((old, old_value)), Some((new, new_value))] => {
            (&old.text, old.withheld, &old_value.value) != (&new.text, new.withheld, &new_value.value)
        }
        _ => true,
    }
}

fn cell_move((project, month, field): Key<'_>, sides: [Option<Found<'_>>; 2], is_behind: bool) -> CellMove {
    let value = |found: &Option<Found<'_>>| found.as_ref().and_then(|(_, value)| value.value.clone());
    let [old, new] = &sides;
    let change = match (old.is_some(), new.is_some()) {
        (true, true) => Change::Changed,
        (false, _) => Change::New,
        (true, false) => Change::Gone,
    };
    let reads = vec![ReadMove { field: field.to_owned(), before: value(old), after: value(new) }];
    let [before, after] = sides.map(|side| side.map(|(side, _)| side));
    CellMove {
        change,
        project_id: project.to_owned(),
        month: month.to_string(),
        reads,
        before,
        after,
        is_behind,
    }
}

/// A cell from which two fields were read is one cell. What stands behind the figures comes first.
fn together(moves: Vec<CellMove>) -> Vec<CellMove> {
    let place = |side: &Option<CellSide>| {
        side.as_ref()
            .map(|side| (side.file.clone(), side.sheet.clone(), side.address.clone(), side.text.clone()))
    };
    let mut merged: Vec<CellMove> = Vec::new();
    for moved in moves {
        let is_same = |known: &&mut CellMove| {
            known.project_id == moved.project_id
                && known.month == moved.month
                && place(&known.before) == place(&moved.before)
                && place(&known.after) == place(&moved.after)
        };
        match merged.iter_mut().rev().take(Field::COUNT).find(is_same) {
            Some(known) => {
                known.is_behind |= moved.is_behind;
                known.reads.extend(moved.reads);
            }
            None => merged.push(moved),
        }
    }
    merged.sort_by(|a, b| (b.is_behind, a.change, &a.month).cmp(&(a.is_behind, b.change, &b.month)));
    merged
}

/// Projects and the figures of theirs that moved.
fn behind(bridges: &[ProjectBridge]) -> BTreeSet<(&str, &str)> {
    let mut moved = BTreeSet::new();
    for bridge in bridges {
        moved.extend(bridge.steps.iter().map(|step| (step.project_id.as_str(), bridge.measure.as_str())));
    }
    moved
}

/// The figures that a field tells.
fn measures_of(field: &str) -> &'static [&'static str] {
    match field.parse::<Field>() {
        Ok(Field::ArrivedTotal) => &["capital_yuan"],
        Ok(Field::ContractValue) => &["contract_yuan", "contract_started_yuan"],
        Ok(Field::StatusRaw | Field::IsStarted | Field::IsCompleted | Field::StartDate) => {
            &["n_started", "n_production", "contract_started_yuan"]
        }
        Ok(Field::IsProduction | Field::IsFullCapacity | Field::ProductionDate) => {
            &["n_started", "n_production"]
        }
        Ok(Field::ProjectName | Field::ProjectCodeLocal) => &["n_projects"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests;
