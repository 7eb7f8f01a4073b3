//! A workbook with one cell left blank (留空): what it would be read as without it.

use std::collections::BTreeSet;

use model::cell_address::CellAddress;
use model::datasets::columns::ColumnRow;
use model::field::Field;
use model::reading::Reading;
use transform::field_cells::cells_of;

use crate::check::places::areas;

/// Takes a cell out of a reading, and what rests on it: of a heading the meaning of its columns, of a unit that stands
/// above its columns that unit, of a group row what it says of its records.
pub fn blank(reading: &mut Reading, sheet: &str, cell: CellAddress) {
    let raw = raw_fields(reading, sheet, cell);
    for (record, fields) in reading.records.iter_mut().zip(raw) {
        record.raw.retain(|(field, _)| !fields.contains(field));
        if record.sheet == sheet && holds(record.group_address.as_deref(), cell) {
            record.group_text = None;
            record.group_address = None;
        }
    }
    for column in reading.columns.iter_mut().filter(|column| column.sheet == sheet) {
        if holds(Some(&column.header_address), cell) {
            column.field = None;
        }
        if holds(column.unit_address.as_deref(), cell) {
            column.unit = None;
            column.unit_source = None;
            column.unit_address = None;
        }
    }
    for own in reading.sheets.iter_mut().filter(|own| own.name == sheet) {
        own.cells.retain(|known| known.address() != cell);
    }
}

fn holds(address: Option<&str>, cell: CellAddress) -> bool {
    address.is_some_and(|address| areas(address).iter().any(|area| area.contains(cell.row, cell.col)))
}

/// The fields of each record of which this cell is all that stands there.
fn raw_fields(reading: &Reading, sheet: &str, cell: CellAddress) -> Vec<BTreeSet<Field>> {
    let Some(own) = reading.sheet(sheet) else { return vec![BTreeSet::new(); reading.records.len()] };
    let fields = |record: &model::datasets::records::Record| {
        let of_table = |column: &&ColumnRow| {
            column.sheet == sheet && record.sheet == sheet && column.table == record.table
        };
        let only_this = |column: &&ColumnRow| {
            let cells = cells_of(own, column, record);
            !cells.is_empty() && cells.iter().all(|known| known.address() == cell)
        };
        let columns = reading.columns.iter().filter(of_table).filter(only_this);
        columns.filter_map(|column| column.field.as_deref()?.parse().ok()).collect()
    };
    reading.records.iter().map(fields).collect()
}

#[cfg(test)]
mod tests {
    use model::datasets::records::Record;
    use model::reading::{Cell, Content, Role, Sheet};

    use super::*;

    fn reading() -> Reading {
        let cell = |row: u32, col: u32, text: &str| Cell {
            row,
            col,
            content: Content::Text(text.to_owned()),
            number_format: None,
            has_formula: false,
            hidden: false,
            role: Role::Data,
        };
        let column = |col: i32, field: &str, address: &str| ColumnRow {
            sheet: "台账".to_owned(),
            table: 1,
            orientation: "down".to_owned(),
            col,
            field: Some(field.to_owned()),
            header_address: address.to_owned(),
            unit: Some("亿元".to_owned()),
            unit_address: Some("B1".to_owned()),
            ..ColumnRow::default()
        };
        let record = Record {
            sheet: "台账".to_owned(),
            table: 1,
            row_first: 3,
            row_last: 3,
            col_first: 1,
            col_last: 2,
            raw: vec![(Field::ProjectName, "甲".to_owned()), (Field::ContractValue, "5".to_owned())],
            ..Record::default()
        };
        let cells = vec![cell(1, 2, "单位：亿元"), cell(2, 1, "名称"), cell(3, 1, "甲"), cell(3, 2, "5")];
        Reading {
            sheets: vec![Sheet { name: "台账".to_owned(), cells, ..Sheet::default() }],
            columns: vec![column(1, "project_name", "A2"), column(2, "contract_value", "B2")],
            records: vec![record],
            ..Reading::default()
        }
    }

    fn blanked(sheet: &str, cell: &str) -> Reading {
        let mut reading = reading();
        blank(&mut reading, sheet, cell.parse().unwrap());
        reading
    }

    #[test]
    fn a_value_a_heading_and_a_unit_can_be_left_blank() {
        let value = blanked("台账", "B3");
        assert_eq!((value.sheets[0].cells.len(), value.records[0].raw(Field::ContractValue)), (3, None));
        assert_eq!(value.records[0].raw(Field::ProjectName), Some("甲"));
        let heading = blanked("台账", "A2");
        assert_eq!((heading.columns[0].field.as_deref(), heading.columns[1].field.is_some()), (None, true));
        let unit = blanked("台账", "B1");
        assert_eq!((unit.columns[1].unit.as_deref(), unit.columns[1].field.is_some()), (None, true));
    }

    #[test]
    fn a_cell_of_another_sheet_takes_nothing_away() {
        assert_eq!(blanked("汇总", "B3"), reading());
        assert_eq!(blanked("台账", "Z99"), reading());
    }
}
