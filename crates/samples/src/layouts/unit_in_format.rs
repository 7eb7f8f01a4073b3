//! Only the number format shows the unit (单位藏在数字格式里).

use model::field::Field;

use crate::column::UnitPlace;
use crate::column_sets::columns_of;
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

const FIELDS: [Field; 9] = [
    Field::RowNo,
    Field::ProjectName,
    Field::Investor,
    Field::EventYear,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProgressText,
];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("Sheet1", "data");
    let unit = habit.pick_unit();
    let columns = columns_of(&FIELDS, unit, UnitPlace::Format, &mut habit);
    let total = if habit.chance(500) { TotalPlace::Below } else { TotalPlace::None };
    let framed = Framed { page, columns, scope: "", money: "", places: sheet.all(), total };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_flat_header(drawing, row)
    });
    drawing
}
