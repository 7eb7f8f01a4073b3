//! What a cell is (单元格含义): its role, its field, how it was read, of which record and project.

use std::collections::BTreeSet;

use model::cell_address::CellAddress;
use model::datasets::columns::ColumnRow;
use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::records::Record;
use model::field::Field;
use model::reading::{Cell, Reading, Sheet};

use crate::ask_error::AskError;
use crate::check::masking::{Masking, is_personal};
use crate::check::places::areas;
use crate::nearest::nearest;
use crate::sought::Sought;
use crate::trace::cell_place::{TypedCell, files_named};
use crate::trace::figure_key::not_there;
use crate::trace::grounds::Grounds;
use crate::trace::ledger_lines::line_values;
use crate::trace::values::{Headings, Place, TracedValue, is_above, traced};
use crate::trace::workbooks::Workbooks;

/// A file that a cell may stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownFile {
    /// received or ledger.
    pub kind: String,
    /// Path below the root of its kind.
    pub file: String,
    /// Content hash.
    pub return_id: String,
    /// What became of a return: accepted, superseded …
    pub status: Option<String>,
}

/// A cell and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct CellMeaning {
    /// Its file.
    pub file: KnownFile,
    /// Its sheet.
    pub sheet: String,
    /// The cell; of a merged range, its head.
    pub cell: CellAddress,
    /// Merged range around it.
    pub merge: Option<String>,
    /// What it is in its sheet: header, data, total …
    pub role: &'static str,
    /// The text that stands there, without personal data.
    pub text: String,
    /// Heading above or beside it.
    pub header: Option<String>,
    /// The field of that heading, where it was understood.
    pub field: Option<String>,
    /// Columns that it heads, where it is a heading.
    pub heads: Vec<String>,
    /// What was read from it, by record.
    pub readings: Vec<CellReading>,
}

/// What was read from a cell for one record.
#[derive(Debug, Clone, PartialEq)]
pub struct CellReading {
    /// The record.
    pub record_id: String,
    /// accepted, excluded or rejected.
    pub disposition: String,
    /// The project, where the record belongs to one.
    pub project_id: Option<String>,
    /// Its name.
    pub project_name: Option<String>,
    /// The value.
    pub value: TracedValue,
}

/// The file that is meant.
pub fn file_of(typed: &TypedCell, grounds: &Grounds) -> Result<KnownFile, AskError> {
    let inputs =
        || grounds.inputs.iter().filter(|input| matches!(input.kind.as_str(), "received" | "ledger"));
    let files: Vec<&str> = inputs().map(|input| input.file.as_str()).collect();
    match files_named(&typed.file, &files).as_slice() {
        [] => {
            let short = |file: &&'_ str| file.rsplit('/').next().map(str::to_owned);
            let like: Vec<String> = files.iter().filter_map(short).collect();
            let mut known = nearest(&typed.file, files.iter().copied(), 3);
            known.extend(nearest(&typed.file, like.iter().map(String::as_str), 3));
            known.truncate(3);
            let is_like = true;
            Err(AskError::NotThere { sought: Sought::File, name: typed.file.clone(), known, is_like })
        }
        [file] => {
            let input = inputs().find(|input| input.file == *file);
            let status = grounds.returns.iter().find(|row| row.file == *file).map(|row| row.status.clone());
            Ok(KnownFile {
                kind: input.map(|input| input.kind.clone()).unwrap_or_default(),
                file: (*file).to_owned(),
                return_id: input.map(|input| input.sha256.clone()).unwrap_or_default(),
                status,
            })
        }
        several => Err(AskError::SeveralFiles {
            typed: typed.file.clone(),
            files: several.iter().take(5).map(|file| (*file).to_owned()).collect(),
        }),
    }
}

/// What a cell means.
pub fn cell_meaning(
    typed: &TypedCell,
    file: &KnownFile,
    grounds: &Grounds,
    workbooks: &Workbooks,
) -> Result<CellMeaning, AskError> {
    let nothing = || AskError::UnreadFile { file: file.file.clone() };
    let reading = workbooks.get(&file.return_id).ok_or_else(nothing)?;
    let sheet = sheet_of(typed, &file.file, reading)?;
    let empty =
        || AskError::EmptyCell { place: format!("{} › {} › {}", file.file, sheet.name, typed.cell) };
    let cell = sheet.seen_at(typed.cell.row, typed.cell.col).ok_or_else(empty)?;
    let own = |column: &&ColumnRow| column.return_id == file.return_id && column.sheet == sheet.name;
    let of_release: Vec<&ColumnRow> = grounds.columns.iter().filter(own).collect();
    let columns =
        if of_release.is_empty() { reading.columns.iter().filter(own).collect() } else { of_release };
    let column = column_above(&columns, cell, sheet, reading);
    Ok(CellMeaning {
        file: file.clone(),
        sheet: sheet.name.clone(),
        cell: cell.address(),
        merge: sheet.merge_at(cell.row, cell.col).map(ToString::to_string),
        role: cell.role.as_str(),
        text: Masking::new(reading).shown(&sheet.name, cell),
        header: column.map(|column| column.header.clone()),
        field: column.filter(|column| !is_personal(column)).and_then(|column| column.field.clone()),
        heads: heads(&columns, cell.address()),
        readings: match file.kind.as_str() {
            "ledger" => ledger_readings(grounds, workbooks, (file, &sheet.name), (cell.address(), column)),
            _ => readings(grounds, file, &sheet.name, cell.address()),
        },
    })
}

/// The sheet that was typed; else the only one that holds records, or anything at all.
fn sheet_of<'a>(typed: &TypedCell, file: &str, reading: &'a Reading) -> Result<&'a Sheet, AskError> {
    let names = || reading.sheets.iter().map(|sheet| sheet.name.as_str());
    if let Some(name) = typed.sheet.as_deref() {
        return reading.sheet(name).ok_or_else(|| not_there(Sought::Sheet, name, names(), names()));
    }
    let has_records = |sheet: &&Sheet| reading.records.iter().any(|record| record.sheet == sheet.name);
    let with_records: Vec<&Sheet> = reading.sheets.iter().filter(has_records).collect();
    let filled: Vec<&Sheet> = reading.sheets.iter().filter(|sheet| !sheet.cells.is_empty()).collect();
    match (with_records.as_slice(), filled.as_slice()) {
        ([only], _) | (_, [only]) => Ok(*only),
        _ => {
            Err(AskError::WhichSheet { file: file.to_owned(), sheets: names().map(str::to_owned).collect() })
        }
    }
}

/// The heading of a cell inside a table.
fn column_above<'a>(
    columns: &[&'a ColumnRow],
    cell: &Cell,
    sheet: &Sheet,
    reading: &Reading,
) -> Option<&'a ColumnRow> {
    let holds = |record: &&Record| record.sheet == sheet.name && record.area().contains(cell.row, cell.col);
    let record = reading.records.iter().find(holds)?;
    let above = |column: &&&ColumnRow| column.table == record.table && is_above(column, cell.address());
    columns.iter().find(above).copied()
}

/// The columns that a cell heads.
fn heads(columns: &[&ColumnRow], cell: CellAddress) -> Vec<String> {
    let heads = |column: &&&ColumnRow| {
        areas(&column.header_address).iter().any(|area| area.contains(cell.row, cell.col))
    };
    let headers: BTreeSet<String> =
        columns.iter().filter(heads).map(|column| column.header.clone()).collect();
    headers.into_iter().collect()
}

/// Everything that was read from a cell.
fn readings(grounds: &Grounds, file: &KnownFile, sheet: &str, cell: CellAddress) -> Vec<CellReading> {
    let headings = Headings::of(&grounds.columns);
    let of_file = grounds.records.iter().filter(|record| record.return_id == file.return_id);
    let mut readings = Vec::new();
    for record in of_file {
        for row in grounds.values_of(&record.record_id) {
            let place = Place { file: &file.file, record };
            let (of_sheet, address) =
                row.address.rsplit_once('!').unwrap_or((record.sheet.as_str(), row.address.as_str()));
            let is_it =
                of_sheet == sheet && areas(address).iter().any(|area| area.contains(cell.row, cell.col));
            if is_it {
                readings.push(cell_reading(grounds, record, traced(row, &headings, place)));
            }
        }
    }
    readings
}

fn cell_reading(grounds: &Grounds, record: &Record, value: TracedValue) -> CellReading {
    let place = grounds.links.binary_search_by(|link| link.record_id.cmp(&record.record_id)).ok();
    let project_id = place.and_then(|place| grounds.links.get(place)).map(|link| link.project_id.clone());
    let project = project_id.as_deref().and_then(|id| grounds.project(id));
    CellReading {
        record_id: record.record_id.clone(),
        disposition: record.disposition.clone(),
        project_name: project.map(|project| project.name.clone()),
        project_id,
        value,
    }
}

/// What the ledger says in a cell of one of its lines.
fn ledger_readings(
    grounds: &Grounds,
    workbooks: &Workbooks,
    (file, sheet): (&KnownFile, &str),
    (cell, column): (CellAddress, Option<&ColumnRow>),
) -> Vec<CellReading> {
    let holds = |address: &str| areas(address).iter().any(|area| area.contains(cell.row, cell.col));
    let is_it =
        |entry: &&LedgerEntry| entry.file == file.file && entry.sheet == sheet && holds(&entry.address);
    let entry = grounds.ledger_entries.iter().find(is_it);
    let field = column.and_then(|column| column.field.as_deref()?.parse::<Field>().ok());
    let Some((entry, field)) = entry.zip(field.filter(|field| !field.is_personal())) else {
        return Vec::new();
    };
    let reading = |value: TracedValue| CellReading {
        record_id: entry.ledger_no.clone(),
        disposition: "accepted".to_owned(),
        project_id: Some(entry.ledger_no.clone()),
        project_name: grounds.project(&entry.ledger_no).map(|project| project.name.clone()),
        value,
    };
    line_values(grounds, workbooks, entry, &[field]).into_iter().map(reading).collect()
}
