//! Where the value of a field stands: the cells of one record in one column (取值位置).

use std::collections::HashMap;

use model::amount_unit::AmountUnit;
use model::datasets::columns::ColumnRow;
use model::datasets::records::Record;
use model::field::{Field, ValueType};
use model::reading::{Cell, Reading, Role, Sheet};

use crate::cell_rules::text::plain;
use crate::value_rows::Standing;

/// The understood columns of a reading, by sheet and table.
pub struct FieldColumns<'a> {
    by_table: HashMap<(&'a str, i32), Vec<(Field, &'a ColumnRow)>>,
    spoken_units: HashMap<(&'a str, i32), AmountUnit>,
}

impl<'a> FieldColumns<'a> {
    /// The columns of a reading whose heading was matched with enough confidence.
    pub fn new(reading: &'a Reading, least_confidence: f64) -> FieldColumns<'a> {
        let mut by_table: HashMap<_, Vec<_>> = HashMap::new();
        for column in &reading.columns {
            let field = column.field.as_deref().and_then(|name| name.parse::<Field>().ok());
            let Some(field) = field.filter(|_| column.confidence >= least_confidence) else { continue };
            by_table.entry((column.sheet.as_str(), column.table)).or_default().push((field, column));
        }
        FieldColumns { spoken_units: spoken_units(reading, &by_table), by_table }
    }

    /// The unit that all other cells of a column write out, where neither its heading nor a caption names one.
    pub fn spoken_unit(&self, column: &'a ColumnRow) -> Option<AmountUnit> {
        self.spoken_units.get(&(column.sheet.as_str(), column.col)).copied()
    }

    /// The columns of the table of a record.
    pub fn of(&self, sheet: &'a str, table: i32) -> &[(Field, &'a ColumnRow)] {
        self.by_table.get(&(sheet, table)).map_or(&[], Vec::as_slice)
    }
}

/// The units of columns of money that only their cells name: one unit, written out at least twice.
fn spoken_units<'a>(
    reading: &'a Reading,
    by_table: &HashMap<(&'a str, i32), Vec<(Field, &'a ColumnRow)>>,
) -> HashMap<(&'a str, i32), AmountUnit> {
    let mut units = HashMap::new();
    let columns = by_table.values().flatten().filter(|(field, column)| {
        field.value_type() == ValueType::Amount && column.unit.is_none() && column.orientation == "down"
    });
    for (_, column) in columns {
        let Some(sheet) = reading.sheet(&column.sheet) else { continue };
        let cells =
            sheet.cells.iter().filter(|cell| cell.col as i32 == column.col && cell.role == Role::Data);
        let spoken: Vec<AmountUnit> = cells.filter_map(|cell| unit_at_end(&cell.content.text())).collect();
        let first =
            spoken.first().filter(|first| spoken.len() >= 2 && spoken.iter().all(|unit| unit == *first));
        if let Some(unit) = first {
            units.insert((column.sheet.as_str(), column.col), *unit);
        }
    }
    units
}

/// The unit behind the last digit of a text: `5.5亿元`, `约3亿`.
fn unit_at_end(text: &str) -> Option<AmountUnit> {
    let text = plain(text);
    let end = text.rfind(|sign: char| sign.is_ascii_digit())? + 1;
    AmountUnit::at_start_of(&text[end..]).map(|(unit, _)| unit)
}

/// A column of a record with its non-empty cells.
pub struct FieldCells<'a> {
    /// The field.
    pub field: Field,
    /// The column.
    pub column: &'a ColumnRow,
    /// Its cells in the record.
    pub cells: Vec<&'a Cell>,
    /// The unit that the other cells of the column write out, where nothing else names one.
    pub spoken_unit: Option<AmountUnit>,
    /// Several columns hold the value together.
    pub is_joined: bool,
}

impl FieldCells<'_> {
    /// Where the cells stand and what they say.
    pub fn standing(&self, record: &Record) -> Standing {
        let raw = self.cells.iter().map(|cell| cell.content.text()).collect::<Vec<_>>().join("|");
        let mut standing = Standing::new(addresses(&self.cells), raw);
        standing.merged = self.cells.iter().any(|cell| !record.area().contains(cell.row, cell.col));
        standing
    }
}

/// The non-empty cells of one record in one column, in reading order; a merged cell is seen once.
pub fn cells_of<'a>(sheet: &'a Sheet, column: &ColumnRow, record: &Record) -> Vec<&'a Cell> {
    let mut cells: Vec<&Cell> = Vec::new();
    for (row, col) in positions(column, record) {
        let Some(cell) = seen_in_line(sheet, row, col, column.row.is_some()) else { continue };
        if cells.last().is_none_or(|last| last.address() != cell.address()) {
            cells.push(cell);
        }
    }
    cells
}

/// The addresses of cells, joined by `,`.
pub fn addresses(cells: &[&Cell]) -> String {
    cells.iter().map(|cell| cell.address().to_string()).collect::<Vec<_>>().join(",")
}

fn positions(column: &ColumnRow, record: &Record) -> Vec<(u32, u32)> {
    match (column.orientation.as_str(), column.row) {
        ("across", Some(row)) => {
            (record.col_first..=record.col_last).map(|col| (row as u32, col as u32)).collect()
        }
        ("card", Some(row)) => vec![(row as u32, column.col as u32)],
        _ => (record.row_first..=record.row_last).map(|row| (row as u32, column.col as u32)).collect(),
    }
}

/// The cell seen at a position. A merged range counts only along the line of the values: a cell merged sideways
/// belongs to its first column.
fn seen_in_line(sheet: &Sheet, row: u32, col: u32, across: bool) -> Option<&Cell> {
    sheet.cell(row, col).or_else(|| {
        let merge = sheet.merge_at(row, col)?;
        let in_line = if across { merge.first.row == row } else { merge.first.col == col };
        in_line.then(|| sheet.cell(merge.first.row, merge.first.col)).flatten()
    })
}
