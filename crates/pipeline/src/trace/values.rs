//! A value and the cells it was read from (取值与单元格): file › sheet › cell, heading, text, rule.

use std::collections::BTreeMap;

use model::cell_address::CellAddress;
use model::datasets::columns::ColumnRow;
use model::datasets::records::Record;
use model::datasets::values::ValueRow;
use model::field::Field;
use serde::Serialize;

use crate::check::places::areas;
use crate::trace::grounds::Grounds;

/// One value of a record or of a line of the ledger.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TracedValue {
    /// Canonical field.
    pub field: String,
    /// What it was read as; nothing when it could not be read.
    pub value: Option<String>,
    /// Unit in which the number was read.
    pub unit: Option<String>,
    /// Where the unit comes from: cell, header, caption, format, form.
    pub unit_source: Option<String>,
    /// The cell that names the unit.
    pub unit_address: Option<String>,
    /// The rule that read it.
    pub rule: String,
    /// approx, merged, derived …
    pub flags: Option<String>,
    /// An error stands at it, so that the panel does not use it.
    pub withheld: bool,
    /// The cells, in the order in which they were read.
    pub cells: Vec<TracedCell>,
}

/// One cell of a value.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct TracedCell {
    /// Path below the root of its kind.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// `H12`, a range, or `(file)` and `(sheet)` where a name says it.
    pub address: String,
    /// Merged range that the cell heads.
    pub merge: Option<String>,
    /// Heading above or beside it, groups first.
    pub header: Option<String>,
    /// Where the heading stands.
    pub header_address: Option<String>,
    /// The text that stood there.
    pub text: String,
    /// Content hash of the workbook, by which its cells are found again.
    #[serde(skip)]
    pub return_id: String,
}

/// The header leaves of each table.
#[derive(Debug, Clone, Default)]
pub struct Headings<'a> {
    by_table: BTreeMap<(&'a str, &'a str, i32), Vec<&'a ColumnRow>>,
}

impl<'a> Headings<'a> {
    /// Of some columns.
    pub fn of(columns: &'a [ColumnRow]) -> Headings<'a> {
        let mut headings = Headings::default();
        for column in columns {
            let table = (column.return_id.as_str(), column.sheet.as_str(), column.table);
            headings.by_table.entry(table).or_default().push(column);
        }
        headings
    }

    /// The heading of a cell of a record: the one of its field where several stand at the same place.
    pub fn at(&self, record: &Record, cell: CellAddress, field: &str) -> Option<&'a ColumnRow> {
        let table = (record.return_id.as_str(), record.sheet.as_str(), record.table);
        let above = self.by_table.get(&table)?.iter().filter(|column| is_above(column, cell));
        above.max_by_key(|column| column.field.as_deref() == Some(field)).copied()
    }
}

/// Whether a cell is one of the values under or beside a heading.
pub fn is_above(column: &ColumnRow, cell: CellAddress) -> bool {
    let is = |number: i32, own: u32| u32::try_from(number) == Ok(own);
    match (column.orientation.as_str(), column.row) {
        ("across", Some(row)) => is(row, cell.row),
        ("card", Some(row)) => is(row, cell.row) && is(column.col, cell.col),
        _ => is(column.col, cell.col),
    }
}

/// Where a record stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Its file.
    pub file: &'a str,
    /// The record.
    pub record: &'a Record,
}

/// The values of some fields of a record, in the order of the fields; what says nothing is left out.
pub fn values_of(
    grounds: &Grounds,
    headings: &Headings<'_>,
    (file, record_id): (&str, &str),
    fields: &[Field],
) -> Vec<TracedValue> {
    let original = record_id.split('~').next().unwrap_or(record_id);
    let Some(record) = grounds.record(record_id).or_else(|| grounds.record(original)) else {
        return Vec::new();
    };
    let rows = grounds.values_of(record_id);
    let of_field = |field: &Field| rows.iter().find(|row| row.field == field.name() && row.value.is_some());
    fields.iter().filter_map(of_field).map(|row| traced(row, headings, Place { file, record })).collect()
}

/// One value with its cells.
pub fn traced(row: &ValueRow, headings: &Headings<'_>, place: Place<'_>) -> TracedValue {
    let addresses: Vec<&str> = row.address.split(',').map(str::trim).collect();
    let texts: Vec<&str> = row.raw.split('|').collect();
    let text = |index: usize| {
        let own = texts.get(index).filter(|_| texts.len() == addresses.len());
        own.copied().unwrap_or(if addresses.len() == 1 { &row.raw } else { "" }).to_owned()
    };
    let cell = |(index, address): (usize, &&str)| {
        let (sheet, address) = address.rsplit_once('!').unwrap_or((&place.record.sheet, address));
        let first = areas(address).first().map(|area| area.first);
        let is_own = sheet == place.record.sheet;
        let heading = first.filter(|_| is_own).and_then(|first| headings.at(place.record, first, &row.field));
        TracedCell {
            file: place.file.to_owned(),
            sheet: sheet.to_owned(),
            address: address.to_owned(),
            merge: None,
            header: heading.map(|column| column.header.clone()),
            header_address: heading.map(|column| column.header_address.clone()),
            text: text(index),
            return_id: place.record.return_id.clone(),
        }
    };
    let first = areas(&row.address).first().map(|area| area.first);
    let heading = first.and_then(|first| headings.at(place.record, first, &row.field));
    let names_unit = matches!(row.unit_source.as_deref(), Some("header" | "caption"));
    TracedValue {
        field: row.field.clone(),
        value: row.value.clone(),
        unit: row.unit.clone(),
        unit_source: row.unit_source.clone(),
        unit_address: heading.filter(|_| names_unit).and_then(|column| column.unit_address.clone()),
        rule: row.rule.clone(),
        flags: row.flags.clone(),
        withheld: row.withheld,
        cells: addresses.iter().enumerate().map(cell).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(col: i32, field: &str, header: &str) -> ColumnRow {
        ColumnRow {
            return_id: "aa".to_owned(),
            sheet: "台账".to_owned(),
            table: 1,
            orientation: "down".to_owned(),
            col,
            header: header.to_owned(),
            header_address: format!("{}3", model::cell_address::column_letters(col as u32)),
            field: Some(field.to_owned()),
            ..ColumnRow::default()
        }
    }

    fn record() -> Record {
        Record { return_id: "aa".to_owned(), sheet: "台账".to_owned(), table: 1, ..Record::default() }
    }

    fn check(address: &str, raw: &str, expected: &[(&str, &str, &str)]) {
        let columns = [column(3, "arrived_month", "1月"), column(4, "arrived_month", "2月")];
        let row = ValueRow {
            field: "arrived_total".to_owned(),
            address: address.to_owned(),
            raw: raw.to_owned(),
            ..ValueRow::default()
        };
        let record = record();
        let value = traced(&row, &Headings::of(&columns), Place { file: "a.xlsx", record: &record });
        let cells: Vec<(&str, &str, &str)> = value
            .cells
            .iter()
            .map(|cell| (cell.address.as_str(), cell.text.as_str(), cell.header.as_deref().unwrap_or("")))
            .collect();
        assert_eq!(cells, expected, "{address}");
    }

    #[test]
    fn every_cell_has_its_text_and_its_heading() {
        check("C7", "0.5", &[("C7", "0.5", "1月")]);
        check("C7,D7", "0.5|0.7", &[("C7", "0.5", "1月"), ("D7", "0.7", "2月")]);
        check("C7", "a|b", &[("C7", "a|b", "1月")]);
        check("C7,D7", "a|b|c", &[("C7", "", "1月"), ("D7", "", "2月")]);
        check("(file)", "2023.7", &[("(file)", "2023.7", "")]);
        check("汇总!D2", "x", &[("D2", "x", "")]);
    }
}
