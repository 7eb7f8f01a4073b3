//! The common form (标准台账): title, caption, merged header of two rows, notes and signatures.

use crate::column_sets::{USUAL, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["智博会项目", "Sheet1", "项目台账"]), "data");
    let columns = columns_of_mixed_units(&USUAL, &mut habit);
    let total = if habit.chance(600) { TotalPlace::Below } else { TotalPlace::None };
    let framed = Framed { page, columns, scope: "", money: "", places: sheet.all(), total };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_grouped_header(drawing, row)
    });
    drawing
}
