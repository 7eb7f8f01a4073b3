//! The lines of the ledger behind a project (台账行), and the cells of their fields.

use model::datasets::columns::ColumnRow;
use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::records::Record;
use model::field::Field;
use model::reading::{Cell, Reading, Sheet};
use transform::field_cells::cells_of;

use crate::check::masking::masked;
use crate::trace::grounds::Grounds;
use crate::trace::values::{TracedCell, TracedValue};
use crate::trace::workbooks::Workbooks;

/// The line of the ledger that speaks of a project: the latest one, a tracked one before others.
pub fn line_of<'a>(grounds: &'a Grounds, ledger_no: &str) -> Option<&'a LedgerEntry> {
    let lines = grounds.ledger_entries.iter().filter(|entry| entry.ledger_no == ledger_no);
    lines.max_by_key(|entry| (entry.known_from, entry.tracked == Some(true)))
}

/// The values of some fields of a line, each with its cell; without the workbook the line as a whole.
pub fn line_values(
    grounds: &Grounds,
    workbooks: &Workbooks,
    entry: &LedgerEntry,
    fields: &[Field],
) -> Vec<TracedValue> {
    let return_id = grounds.ledger_ids().get(entry.file.as_str()).copied().unwrap_or_default();
    let from_cells = workbooks.get(return_id).map(|reading| of_reading(reading, entry, fields));
    from_cells.filter(|values| !values.is_empty()).unwrap_or_else(|| vec![as_a_whole(entry, return_id)])
}

fn of_reading(reading: &Reading, entry: &LedgerEntry, fields: &[Field]) -> Vec<TracedValue> {
    let is_it = |record: &&Record| record.sheet == entry.sheet && record.area().to_string() == entry.address;
    let record = reading.records.iter().find(is_it);
    let Some((record, sheet)) = record.zip(reading.sheet(&entry.sheet)) else { return Vec::new() };
    let of_field = |field: &Field| {
        let is_it = |column: &&ColumnRow| {
            column.field.as_deref() == Some(field.name())
                && (&column.sheet, column.table) == (&record.sheet, record.table)
        };
        let columns = reading.columns.iter().filter(is_it);
        columns.map(|column| (column, cells_of(sheet, column, record))).find(|(_, cells)| !cells.is_empty())
    };
    let found = fields.iter().filter_map(|field| Some((*field, of_field(field)?)));
    found.map(|(field, (column, cells))| value(entry, (field, column), &cells, (reading, sheet))).collect()
}

fn value(
    entry: &LedgerEntry,
    (field, column): (Field, &ColumnRow),
    cells: &[&Cell],
    (reading, sheet): (&Reading, &Sheet),
) -> TracedValue {
    let cell = |cell: &&Cell| TracedCell {
        file: entry.file.clone(),
        sheet: entry.sheet.clone(),
        address: cell.address().to_string(),
        merge: sheet.merge_at(cell.row, cell.col).map(ToString::to_string),
        header: Some(column.header.clone()),
        header_address: Some(column.header_address.clone()),
        text: masked(&cell.content.text()),
        return_id: reading.return_id.clone(),
    };
    TracedValue {
        field: field.name().to_owned(),
        value: read_as(entry, field),
        unit: column.unit.clone(),
        unit_source: column.unit_source.clone(),
        unit_address: column.unit_address.clone(),
        rule: "ledger".to_owned(),
        cells: cells.iter().map(cell).collect(),
        ..TracedValue::default()
    }
}

fn as_a_whole(entry: &LedgerEntry, return_id: &str) -> TracedValue {
    let cell = TracedCell {
        file: entry.file.clone(),
        sheet: entry.sheet.clone(),
        address: entry.address.clone(),
        text: entry.name.clone().unwrap_or_default(),
        return_id: return_id.to_owned(),
        ..TracedCell::default()
    };
    TracedValue {
        field: Field::ProjectName.name().to_owned(),
        value: entry.name.clone(),
        rule: "ledger".to_owned(),
        cells: vec![cell],
        ..TracedValue::default()
    }
}

/// What a field of a line was read as.
fn read_as(entry: &LedgerEntry, field: Field) -> Option<String> {
    match field {
        Field::ProjectCodeLocal => Some(entry.ledger_no.clone()),
        Field::ContractValue => entry.contract_yuan.map(|yuan| yuan.to_string()),
        Field::ContractAtSigning => entry.contract_at_signing_yuan.map(|yuan| yuan.to_string()),
        Field::SignDate => entry.sign_date.map(|date| date.to_string()),
        Field::Tracked => entry.tracked.map(|tracked| tracked.to_string()),
        Field::DecidedAt => entry.decided_at.map(|date| date.to_string()),
        Field::ProjectName => entry.name.clone(),
        Field::NotTrackedReason => entry.reason.clone(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use model::reading::{Content, Role};

    use super::*;

    /// One line of a ledger, with a contract value in C5.
    fn ledger() -> Reading {
        let column = ColumnRow {
            sheet: "台账".to_owned(),
            table: 1,
            orientation: "down".to_owned(),
            col: 3,
            field: Some("contract_value".to_owned()),
            header: "合同额（亿元）".to_owned(),
            ..ColumnRow::default()
        };
        let record = Record {
            sheet: "台账".to_owned(),
            table: 1,
            row_first: 5,
            row_last: 5,
            col_first: 1,
            col_last: 3,
            ..Record::default()
        };
        let cell = Cell {
            row: 5,
            col: 3,
            content: Content::Number(31.2),
            number_format: None,
            has_formula: false,
            hidden: false,
            role: Role::Data,
        };
        let sheet = Sheet { name: "台账".to_owned(), cells: vec![cell], ..Sheet::default() };
        Reading { sheets: vec![sheet], columns: vec![column], records: vec![record], ..Reading::default() }
    }

    #[test]
    fn a_line_leads_to_the_cell_of_a_field() {
        let reading = ledger();
        let entry = LedgerEntry {
            sheet: "台账".to_owned(),
            address: "A5:C5".to_owned(),
            contract_yuan: Some(3_120_000_000),
            ..LedgerEntry::default()
        };
        let values = of_reading(&reading, &entry, &[Field::ContractValue, Field::SignDate]);
        assert_eq!(values.len(), 1);
        assert_eq!((values[0].cells[0].address.as_str(), values[0].cells[0].text.as_str()), ("C5", "31.2"));
        assert_eq!(values[0].value.as_deref(), Some("3120000000"));
        let elsewhere = LedgerEntry { address: "A6:C6".to_owned(), ..entry };
        assert!(of_reading(&reading, &elsewhere, &[Field::ContractValue]).is_empty());
        assert_eq!(as_a_whole(&elsewhere, "aa").cells[0].address, "A6:C6");
    }
}
