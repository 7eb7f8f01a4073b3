//! Two tables beside each other on one sheet (左右两表), an empty column between them.

use model::field::Field;

use crate::column_sets::columns_of_mixed_units;
use crate::drawing::Drawing;
use crate::return_sheet::ReturnSheet;
use crate::table::shape::Table;

const FIELDS: [Field; 7] = [
    Field::RowNo,
    Field::ProjectName,
    Field::EventYear,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::StatusRaw,
    Field::StartDate,
];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("Sheet1", "data");
    let columns = columns_of_mixed_units(&FIELDS, &mut habit);
    let all = sheet.all();
    let (left, right) = all.split_at(all.len().div_ceil(2));
    let gap = FIELDS.len() as u32 + 1;
    let row = 1 + u32::from(habit.chance(300));
    for (place, half) in [left, right].into_iter().enumerate() {
        let first_col = 1 + place as u32 * gap;
        let table = Table { page, number: place as u32 + 1, first_col, columns: columns.clone() };
        let first_row = table.draw_flat_header(&mut drawing, row);
        table.draw_lines(&mut drawing, first_row, sheet, half, &mut random);
    }
    drawing
}
