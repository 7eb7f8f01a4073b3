//! One sheet for each edition (分届次工作表): its name and title say which; and an empty sheet at the end.

use crate::column::UnitPlace;
use crate::column_sets::{SLIM, columns_of};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let suffix = habit.pick(&["年", "年智博会", "智博会签约", ""]);
    let unit = habit.pick_unit();
    let money = unit.to_string();
    let columns = columns_of(&SLIM, unit, UnitPlace::Caption, &mut habit);
    for edition in sheet.editions() {
        let page = drawing.add_page(&format!("{edition}{suffix}"), "data");
        let scope = format!("{edition}年");
        let places = sheet.indices(|line| line.edition == edition);
        let (columns, total) = (columns.clone(), TotalPlace::Below);
        let framed = Framed { page, columns, scope: &scope, money: &money, places, total };
        framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
            table.draw_flat_header(drawing, row)
        });
    }
    drawing.add_page("Sheet4", "empty");
    drawing
}
