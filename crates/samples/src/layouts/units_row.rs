//! The units of the columns in a header row of their own (计量单位行).

use crate::column::UnitPlace;
use crate::column_sets::{SLIM, columns_of};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("明细", "data");
    let unit = habit.pick_unit();
    let columns = columns_of(&SLIM, unit, UnitPlace::Row, &mut habit);
    let framed =
        Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::Below };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        let row = table.draw_flat_header(drawing, row);
        table.draw_units_row(drawing, row)
    });
    drawing
}
