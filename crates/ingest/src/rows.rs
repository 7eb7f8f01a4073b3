//! Rows of the datasets `columns` and `records`, written from what was understood (成行).

use model::datasets::columns::ColumnRow;
use model::datasets::findings::Finding;
use model::datasets::records::Record;
use model::date::Date;
use model::field::{Field, ValueType};
use model::findings::{
    H201_HEADER_UNKNOWN, H202_HEADER_AMBIGUOUS, H203_FIELD_TWICE, H207_HEADER_FUZZY, H208_HEADER_REMEMBERED,
};
use model::month::Month;
use model::reading::Cell;

use crate::body::{RecordRows, group_addresses};
use crate::claims::Doubt;
use crate::columns::Settled;
use crate::grid::Grid;
use crate::meaning::Method;

/// Where rows come from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// Content hash.
    pub return_id: &'a str,
    /// Number of the sheet, from 1.
    pub sheet_number: usize,
    /// Name of the sheet.
    pub sheet: &'a str,
    /// Number of the table, from 1.
    pub table: i32,
}

impl Origin<'_> {
    /// The id of the record in this row (or column).
    pub fn record_id(&self, place: u32) -> String {
        let return_id: String = self.return_id.chars().take(16).collect();
        format!("{return_id}-{:02}-{:02}-{place:05}", self.sheet_number, self.table)
    }
}

/// The row of `columns` for a leaf; `row` where the values stand in a row.
pub fn column_row(origin: &Origin<'_>, column: &Settled, orientation: &str, row: Option<u32>) -> ColumnRow {
    let meaning = &column.leaf.meaning;
    let month = meaning.month.and_then(|(year, month)| Month::new(year?, month)).map(Month::last_day);
    let method = if meaning.field.is_some() { meaning.method } else { Method::None };
    ColumnRow {
        return_id: origin.return_id.to_owned(),
        sheet: origin.sheet.to_owned(),
        table: origin.table,
        header_address: column.header_address(),
        orientation: orientation.to_owned(),
        col: column.leaf.col as i32,
        row: row.map(|row| row as i32),
        header: column.header(),
        field: meaning.field.map(|field| field.name().to_owned()),
        unit: column.unit.as_ref().map(|unit| unit.unit.clone()),
        unit_source: column.unit.as_ref().map(|unit| unit.source.to_owned()),
        unit_address: column.unit.as_ref().map(|unit| unit.address.to_string()),
        month: month.filter(|_: &Date| meaning.field.is_some()),
        method: method.as_str().to_owned(),
        confidence: if meaning.field.is_some() { meaning.confidence } else { 0.0 },
    }
}

/// What is doubtful about a column, as a finding.
pub fn column_finding(origin: &Origin<'_>, column: &Settled) -> Option<Finding> {
    let (meaning, header) = (&column.leaf.meaning, column.header());
    let code = match (column.doubt, meaning.field) {
        (Doubt::Ambiguous, _) => H202_HEADER_AMBIGUOUS,
        (Doubt::Twice(_), _) => H203_FIELD_TWICE,
        (Doubt::None, None) => H201_HEADER_UNKNOWN,
        (Doubt::None, Some(_)) if meaning.method == Method::Fuzzy => H207_HEADER_FUZZY,
        (Doubt::None, Some(_)) if meaning.method == Method::Memory => H208_HEADER_REMEMBERED,
        _ => return None,
    };
    let draft =
        code.draft(origin.return_id).sheet(origin.sheet).address(&column.header_address()).raw(&header);
    let draft = match (column.doubt, meaning.field) {
        (Doubt::Ambiguous, _) => {
            draft.field(Field::ArrivedTotal).detail("累计 / 本年 / 本月 (total / year / month)")
        }
        (Doubt::Twice(field), _) => draft.field(field).expected(field.name()),
        (_, Some(field)) => draft.field(field).expected(meaning.alike.as_deref().unwrap_or(field.name())),
        _ => draft,
    };
    Some(draft.finish())
}

/// The record of some rows of a table that runs down.
pub fn record_down(
    grid: &Grid<'_>,
    origin: &Origin<'_>,
    columns: &[Settled],
    rows: &RecordRows,
    span: (u32, u32),
) -> Record {
    let mut raw: Vec<(Field, String)> = Vec::new();
    for column in columns {
        let Some(field) = column.leaf.meaning.field.filter(|field| !field.is_personal()) else { continue };
        let cells = cells_of(grid, field, column.leaf.col, rows);
        if let Some(text) = joined(field, &cells) {
            raw.push((field, text));
        }
    }
    let own = (rows.first..=rows.last)
        .flat_map(|row| grid.cells_of(row))
        .filter(|cell| (span.0..=span.1).contains(&cell.col));
    let hidden = own.map(|cell| cell.hidden).reduce(|a, b| a && b).unwrap_or(false);
    let texts = rows.groups.iter().map(|group| group.text.as_str()).collect::<Vec<_>>().join("/");
    Record {
        record_id: origin.record_id(rows.first),
        row_first: rows.first as i32,
        row_last: rows.last as i32,
        col_first: span.0 as i32,
        col_last: span.1 as i32,
        group_text: Some(texts).filter(|text| !text.is_empty()),
        group_address: Some(group_addresses(&rows.groups)).filter(|text| !text.is_empty()),
        hidden,
        ..new_record(origin, raw)
    }
}

/// A record with its texts sorted by field; of several months the last is kept.
pub fn new_record(origin: &Origin<'_>, mut raw: Vec<(Field, String)>) -> Record {
    raw.reverse();
    raw.sort_by_key(|(field, _)| *field);
    raw.dedup_by_key(|(field, _)| *field);
    Record {
        return_id: origin.return_id.to_owned(),
        sheet: origin.sheet.to_owned(),
        table: origin.table,
        disposition: "accepted".to_owned(),
        raw,
        ..Record::default()
    }
}

/// The cells of one column that belong to a record. An amount that is merged over several records belongs to the first.
fn cells_of<'a>(grid: &Grid<'a>, field: Field, col: u32, rows: &RecordRows) -> Vec<&'a Cell> {
    let own: Vec<&Cell> = (rows.first..=rows.last).filter_map(|row| grid.cell(row, col)).collect();
    let seen = || grid.seen(rows.first, col).filter(|_| field.value_type() != ValueType::Amount);
    if own.is_empty() { seen().into_iter().collect() } else { own }
}

/// The texts of a field: of one cell as it is, of several joined by `|`; other texts than amounts once each.
pub fn joined(field: Field, cells: &[&Cell]) -> Option<String> {
    if let [cell] = cells {
        return Some(cell.content.text().into_owned()).filter(|text| !text.trim().is_empty());
    }
    let mut texts: Vec<String> = Vec::new();
    for cell in cells {
        let text = cell.content.text();
        let is_new = field.value_type() == ValueType::Amount || !texts.iter().any(|known| *known == text);
        if !text.trim().is_empty() && is_new {
            texts.push(text.into_owned());
        }
    }
    (!texts.is_empty()).then(|| texts.join("|"))
}
