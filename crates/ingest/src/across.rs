//! One project to a column (竖表): labels stand in the first columns, values beside them.

use model::field::Field;
use model::reading::{Cell, Role};

use crate::areas::area_of;
use crate::columns::{Around, FoundUnit, Settled, format_unit, settle_leaves};
use crate::grid::text_of;
use crate::header_text::read_header;
use crate::labels::is_unit;
use crate::labels_aside::{BlockReader, Label, names_project};
use crate::leaves::{Leaf, key_of};
use crate::row_roles::{Says, says};
use crate::rows::{joined, new_record};
use crate::sheet_reading::SheetReading;

impl BlockReader<'_, '_> {
    /// Reads a block whose projects stand beside each other in these columns.
    pub fn read_across(&self, block: &[Label<'_>], columns: &[u32], reading: &mut SheetReading) {
        let name = block.iter().find(|label| label.field == Some(Field::ProjectName));
        let right = name.map_or(2, |label| label.right);
        let first_row = block[0].cell.row;
        let rows: Vec<u32> = self
            .grid
            .rows_between(first_row, self.last_row)
            .filter(|row| self.is_label_row(*row, right))
            .collect();
        let leaves: Vec<Leaf> =
            rows.iter().filter_map(|row| self.leaf_of_row(*row, right, columns[0])).collect();
        let by_format = |leaf: &Leaf, _: &Around| {
            let row = leaf.areas.last()?.first.row;
            let cell = columns.iter().find_map(|col| self.grid.cell(row, *col))?;
            Some(FoundUnit { unit: format_unit(cell)?, source: "format", address: cell.address() })
        };
        let settled = settle_leaves(leaves, self.caption, &by_format);
        self.write_columns(&settled, "across", reading);
        let last_label_row = rows.last().copied().unwrap_or(first_row);
        for col in columns {
            self.read_project_column(*col, &settled, (first_row, last_label_row), reading);
        }
    }

    /// A row with a text before the values that is no note.
    fn is_label_row(&self, row: u32, right: u32) -> bool {
        let label = (1..right).rev().find_map(|col| self.grid.seen(row, col)).and_then(text_of);
        label.is_some_and(|text| {
            text.chars().count() <= 30 && !matches!(says(text), Says::Note | Says::Signature)
        })
    }

    fn leaf_of_row(&self, row: u32, right: u32, col: u32) -> Option<Leaf> {
        let mut cells: Vec<&Cell> = Vec::new();
        let mut unit = None;
        for cell in (1..right.max(col)).filter_map(|col| self.grid.seen(row, col)) {
            let text = text_of(cell).unwrap_or_default();
            if is_unit(text) {
                unit = read_header(&format!("额({text})")).unit.map(|unit| (unit, cell.address()));
            } else if cell.col < right
                && text.parse::<f64>().is_err()
                && cells.last().is_none_or(|last| last.address() != cell.address())
            {
                cells.push(cell);
            }
        }
        let path: Vec<String> = cells.iter().filter_map(|cell| text_of(cell)).map(str::to_owned).collect();
        let texts: Vec<&str> = path.iter().map(String::as_str).collect();
        let meaning = self.labels.meaning(&texts);
        let in_text =
            cells.iter().rev().find_map(|cell| Some((read_header(text_of(cell)?).unit?, cell.address())));
        let areas = cells.iter().map(|cell| area_of(self.grid, cell)).collect();
        let key = key_of(self.labels, &path);
        (!path.is_empty()).then_some(Leaf { col, path, areas, unit: unit.or(in_text), meaning, key })
    }

    fn read_project_column(
        &self,
        col: u32,
        settled: &[Settled],
        rows: (u32, u32),
        reading: &mut SheetReading,
    ) {
        let mut raw = Vec::new();
        let mut sum = Says::Nothing;
        let mut hidden = true;
        let mut places = Vec::new();
        for column in settled {
            let Some(row) = column.leaf.areas.last().map(|area| area.first.row) else { continue };
            let Some(cell) = self.grid.seen(row, col) else { continue };
            if let Some(text) = text_of(cell).filter(|_| sum == Says::Nothing && raw.len() < 3) {
                sum = Some(says(text))
                    .filter(|says| matches!(says, Says::Total | Says::Subtotal))
                    .unwrap_or(sum);
            }
            hidden &= cell.hidden;
            let field = column.leaf.meaning.field;
            places.push((cell.address(), if field.is_some() { Role::Data } else { Role::Extra }));
            if let Some(field) = field.filter(|field| !field.is_personal()) {
                raw.extend(joined(field, &[cell]).map(|text| (field, text)));
            }
        }
        let role = match sum {
            Says::Total => Some(Role::Total),
            Says::Subtotal => Some(Role::Subtotal),
            _ => None,
        };
        let n_said = raw.iter().filter(|(field, _)| *field != Field::RowNo).count();
        if role.is_none() && (n_said < 2 || !names_project(&raw)) {
            return;
        }
        places.iter().for_each(|(address, own)| self.set_role(*address, role.unwrap_or(*own), reading));
        if role.is_none() {
            let mut record = new_record(&self.origin, raw);
            record.record_id = self.origin.record_id(col);
            (record.row_first, record.row_last) = (rows.0 as i32, rows.1 as i32);
            (record.col_first, record.col_last, record.hidden) = (col as i32, col as i32, hidden);
            reading.records.push(record);
        }
    }
}
