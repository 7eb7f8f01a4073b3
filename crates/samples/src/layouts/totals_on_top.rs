//! The total above the rows (合计在上).

use crate::column_sets::{USUAL, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["统计表", "Sheet1"]), "data");
    let columns = columns_of_mixed_units(&USUAL, &mut habit);
    let framed =
        Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::Above };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_flat_header(drawing, row)
    });
    drawing
}
