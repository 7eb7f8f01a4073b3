//! Rows inside the body that say something of the rows below them (分组行): an edition, a stage, an industry, a count.

use std::ops::Range;

use model::field::Field;

use crate::drawing::{Drawing, DrawnTotal, address};
use crate::spelling::spelled::Spelled;
use crate::subject::Subject;
use crate::table::body::drawn_cell;
use crate::table::shape::Table;

impl Table {
    /// Notes that the text in the first cell of a row counts the rows of the drawing below it.
    pub(crate) fn note_count(&self, drawing: &mut Drawing, row: u32, text: &str, rows: &Range<usize>) {
        let n_projects = rows.len() as i64;
        drawing.totals.push(DrawnTotal {
            sheet: drawing.sheet_name(self.page),
            at: address(row, self.first_col),
            scope: "group_count",
            subject: Subject::Count,
            raw: text.to_owned(),
            value: n_projects,
            sum_of_rows: n_projects,
        });
    }

    /// Notes that the first cell of a row says a field of rows of the drawing.
    pub(crate) fn note_from_above(
        &self,
        drawing: &mut Drawing,
        rows: Range<usize>,
        (row, text): (u32, &str),
        (field, value): (Field, &str),
    ) {
        let spelled = Spelled::text(text, value);
        let cell = drawn_cell(field, address(row, self.first_col), &spelled);
        for drawn in drawing.rows.get_mut(rows).unwrap_or_default() {
            drawn.cells.push(cell.clone());
        }
    }
}
