//! A bare list (单行表头): one header row on top of 25 columns; only the file name says unit and month.

use crate::column_sets::{WIDE, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::return_sheet::ReturnSheet;
use crate::table::shape::Table;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("Sheet1", "data");
    let columns = columns_of_mixed_units(&WIDE, &mut habit);
    let table = Table { page, number: 1, first_col: 1, columns };
    let row = table.draw_flat_header(&mut drawing, 1);
    table.draw_lines(&mut drawing, row, sheet, &sheet.all(), &mut random);
    drawing
}
