//! How each sheet was understood (识别结果): its tables, their columns, its rows by role, what is hidden in it.

use std::collections::{BTreeMap, BTreeSet};

use model::cell_address::{Area, column_letters};
use model::datasets::columns::ColumnRow;
use model::datasets::records::Record;
use model::field::Field;
use model::reading::{Reading, Role, Sheet};

use crate::check::checked::{CheckedColumn, CheckedSheet, CheckedTable};
use crate::check::masking::{Masking, is_personal};
use crate::check::places::{areas, bounds};
use crate::check::row_bands::row_bands;

/// Every sheet, in order.
pub(crate) fn sheet_shapes(reading: &Reading, masking: &Masking) -> Vec<CheckedSheet> {
    reading.sheets.iter().map(|sheet| sheet_shape(sheet, reading, masking)).collect()
}

fn sheet_shape(sheet: &Sheet, reading: &Reading, masking: &Masking) -> CheckedSheet {
    let records: Vec<&Record> = reading.records.iter().filter(|record| record.sheet == sheet.name).collect();
    let title = sheet.cells.iter().find(|cell| cell.role == Role::Title);
    let (hidden_rows, hidden_columns) = if sheet.hidden { Default::default() } else { hidden_lines(sheet) };
    CheckedSheet {
        name: sheet.name.clone(),
        is_hidden: sheet.hidden,
        title: title.map(|cell| masking.shown(&sheet.name, cell)),
        n_cells: sheet.cells.len(),
        hidden_rows,
        hidden_columns: hidden_columns.into_iter().map(column_letters).collect(),
        tables: tables(sheet, reading, &records),
        bands: row_bands(sheet, &records),
    }
}

/// Rows and columns of which every filled cell is hidden.
fn hidden_lines(sheet: &Sheet) -> (Vec<u32>, Vec<u32>) {
    let shown_columns: BTreeSet<u32> =
        sheet.cells.iter().filter(|cell| !cell.hidden).map(|cell| cell.col).collect();
    let shown_rows: BTreeSet<u32> =
        sheet.cells.iter().filter(|cell| !cell.hidden).map(|cell| cell.row).collect();
    let hidden = sheet.cells.iter().filter(|cell| cell.hidden);
    let columns: BTreeSet<u32> =
        hidden.clone().map(|cell| cell.col).filter(|col| !shown_columns.contains(col)).collect();
    let rows: BTreeSet<u32> = hidden
        .filter(|cell| !shown_rows.contains(&cell.row) && !columns.contains(&cell.col))
        .map(|cell| cell.row)
        .collect();
    (rows.into_iter().collect(), columns.into_iter().collect())
}

fn tables(sheet: &Sheet, reading: &Reading, records: &[&Record]) -> Vec<CheckedTable> {
    let mut by_table: BTreeMap<i32, Vec<&ColumnRow>> = BTreeMap::new();
    for column in reading.columns.iter().filter(|column| column.sheet == sheet.name) {
        by_table.entry(column.table).or_default().push(column);
    }
    let table = |(number, columns): (i32, Vec<&ColumnRow>)| {
        let records: Vec<&&Record> = records.iter().filter(|record| record.table == number).collect();
        let headers = columns.iter().flat_map(|column| areas(&column.header_address));
        let range = bounds(headers.chain(records.iter().map(|record| record.area())));
        CheckedTable {
            table: number,
            range: range.as_ref().map(Area::to_string).unwrap_or_default(),
            orientation: columns.first().map(|column| column.orientation.clone()).unwrap_or_default(),
            n_records: records.len(),
            columns: checked_columns(columns),
        }
    };
    by_table.into_iter().map(table).collect()
}

/// The columns as they stand. On cards every label stands once for each project, and is said once.
fn checked_columns(mut columns: Vec<&ColumnRow>) -> Vec<CheckedColumn> {
    columns.sort_by_key(|column| (column.row.filter(|_| column.orientation != "down"), column.col));
    let mut checked: Vec<CheckedColumn> = Vec::new();
    for column in columns {
        let is_card = column.orientation == "card";
        let same = |known: &&mut CheckedColumn| {
            is_card && (&known.header, &known.field) == (&column.header, &column.field)
        };
        match checked.iter_mut().find(same) {
            Some(known) => known.n_times += 1,
            None => checked.push(checked_column(column)),
        }
    }
    checked
}

fn checked_column(column: &ColumnRow) -> CheckedColumn {
    let field = column.field.as_deref().and_then(|name| name.parse::<Field>().ok());
    let letters = column_letters(u32::try_from(column.col).unwrap_or(0));
    let row = column.row.map(|row| row.to_string());
    CheckedColumn {
        place: match column.orientation.as_str() {
            "across" => row.unwrap_or_default(),
            "card" => format!("{letters}{}", row.unwrap_or_default()),
            _ => letters,
        },
        header: column.header.split_whitespace().collect::<Vec<_>>().join(" "),
        header_address: column.header_address.clone(),
        field: field.map(|field| field.name().to_owned()),
        field_zh: field.map_or("", Field::zh).to_owned(),
        field_en: field.map_or("", Field::en).to_owned(),
        is_personal: is_personal(column),
        unit: column.unit.clone(),
        unit_source: column.unit_source.clone(),
        unit_address: column.unit_address.clone(),
        month: column.month.map(|month| month.to_string().chars().take(7).collect()),
        method: column.method.clone(),
        confidence: column.confidence,
        n_times: 1,
    }
}

#[cfg(test)]
mod tests {
    use model::reading::{Cell, Content};

    use super::*;

    #[test]
    fn hidden_rows_and_columns_are_told_apart() {
        let cell = |row: u32, col: u32, hidden: bool| Cell {
            row,
            col,
            content: Content::Number(1.0),
            number_format: None,
            has_formula: false,
            hidden,
            role: Role::Data,
        };
        let cells = vec![
            cell(1, 1, false),
            cell(1, 2, true),
            cell(2, 1, true),
            cell(2, 2, true),
            cell(2, 3, true),
            cell(3, 2, true),
            cell(3, 3, false),
        ];
        let sheet = Sheet { cells, ..Sheet::default() };
        assert_eq!(hidden_lines(&sheet), (vec![2], vec![2]));
    }
}
