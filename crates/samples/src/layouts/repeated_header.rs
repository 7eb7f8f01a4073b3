//! The header again on every printed page (续表): title and header are repeated inside the body.

use crate::column_sets::{SLIM, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::frame::Frame;
use crate::return_sheet::ReturnSheet;
use crate::table::shape::Table;

const LINES_ON_A_PAGE: usize = 4;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("Sheet1", "data");
    let columns = columns_of_mixed_units(&SLIM, &mut habit);
    let table = Table { page, number: 1, first_col: 1, columns };
    let frame = Frame { page, columns: (1, table.last_col()), scope: "", money: "" };
    let row = frame.draw_above(&mut drawing, sheet, &mut habit);
    let mut row = table.draw_flat_header(&mut drawing, row);
    let with_label = habit.chance(600);
    for (place, line) in sheet.lines.iter().enumerate() {
        if place > 0 && place.is_multiple_of(LINES_ON_A_PAGE) {
            if with_label {
                drawing.write(page, row, 1, "续表");
                row += 1;
            }
            row = table.draw_flat_header(&mut drawing, row);
        }
        table.draw_line(&mut drawing, row, place + 1, (place, line), &mut random);
        row += 1;
    }
    frame.draw_below(&mut drawing, row, &mut habit);
    drawing
}
