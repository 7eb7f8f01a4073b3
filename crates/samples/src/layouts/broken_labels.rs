//! Labels broken over rows (断行表头): no merges, the unit in the last of three header rows.

use crate::column::UnitPlace;
use crate::column_sets::{SLIM, columns_of};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["进展表", "Sheet1"]), "data");
    let unit = habit.pick_unit();
    let columns = columns_of(&SLIM, unit, UnitPlace::Row, &mut habit);
    let framed =
        Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::Below };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_broken_header(drawing, row)
    });
    drawing
}
