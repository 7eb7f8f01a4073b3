//! A row of column numbers under the header (栏次): `1 2 3 …` or `甲 乙 丙 1 2 …`.

use crate::column::UnitPlace;
use crate::column_sets::{USUAL, columns_of};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["附表", "月报"]), "data");
    let unit = habit.pick_unit();
    let letters = habit.chance(500);
    let columns = columns_of(&USUAL, unit, UnitPlace::Caption, &mut habit);
    let money = unit.to_string();
    let framed =
        Framed { page, columns, scope: "", money: &money, places: sheet.all(), total: TotalPlace::Below };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        let row = table.draw_grouped_header(drawing, row);
        table.draw_column_numbers(drawing, row, letters)
    });
    drawing
}
