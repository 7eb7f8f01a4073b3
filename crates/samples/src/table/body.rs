//! Project rows (项目行): one line a row, and their truth.

use model::field::Field;

use crate::drawing::{Drawing, DrawnCell, DrawnRow, address, area};
use crate::line::Line;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::spelling::spelled::Spelled;
use crate::table::shape::Table;

impl Table {
    /// Draws the lines at these places from a row on, numbered from 1; gives the next row.
    pub(crate) fn draw_lines(
        &self,
        drawing: &mut Drawing,
        row: u32,
        sheet: &ReturnSheet,
        places: &[usize],
        random: &mut Random,
    ) -> u32 {
        let mut next = row;
        for (number, place) in places.iter().enumerate() {
            if let Some(line) = sheet.lines.get(*place) {
                self.draw_line(drawing, next, number + 1, (*place, line), random);
                next += 1;
            }
        }
        next
    }

    /// Draws one line and notes its truth.
    pub(crate) fn draw_line(
        &self,
        drawing: &mut Drawing,
        row: u32,
        number: usize,
        (place, line): (usize, &Line),
        random: &mut Random,
    ) {
        let cells = self.draw_cells(drawing, row, number, line, random);
        let area = area((row, self.first_col), (row, self.last_col()));
        let sheet = drawing.sheet_name(self.page);
        drawing.rows.push(DrawnRow { line: place, sheet, table: self.number, area, hidden: false, cells });
    }

    /// Draws the cells of one line and gives their truth.
    pub(crate) fn draw_cells(
        &self,
        drawing: &mut Drawing,
        row: u32,
        number: usize,
        line: &Line,
        random: &mut Random,
    ) -> Vec<DrawnCell> {
        let mut cells = Vec::with_capacity(self.columns.len());
        for (col, column) in self.placed() {
            if let Some(spelled) = column.spell(line, number, random) {
                cells.push(drawn_cell(column.field, address(row, col), &spelled));
                drawing.put(self.page, row, col, spelled.content);
            }
        }
        cells
    }
}

/// The truth of a spelled cell.
pub(crate) fn drawn_cell(field: Field, at: String, spelled: &Spelled) -> DrawnCell {
    DrawnCell {
        field,
        at,
        raw: spelled.content.raw(),
        kind: spelled.content.kind(),
        value: spelled.value.clone(),
    }
}

/// The truth of a value that several cells carry together: addresses and texts joined by `|`.
pub(crate) fn joined_cell(field: Field, parts: &[DrawnCell], value: String) -> DrawnCell {
    let joined = |pick: fn(&DrawnCell) -> &str| parts.iter().map(pick).collect::<Vec<_>>().join("|");
    let kind = parts.first().map_or("number", |part| part.kind);
    let (at, raw) = (joined(|part| &part.at), joined(|part| &part.raw));
    DrawnCell { field, at, raw, kind, value }
}

/// The sum of the amounts that cells say, in yuan; nothing when one of them says none.
pub(crate) fn sum_of(parts: &[DrawnCell]) -> Option<i64> {
    parts.iter().map(|part| part.value.parse::<i64>().ok()).sum()
}
