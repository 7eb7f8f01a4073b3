//! The columns in another order each month (列序每月不同), some left out.

use model::field::Field;

use crate::column_sets::{WIDE, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

const OPTIONAL: [Field; 6] = [
    Field::CreditCode,
    Field::Content,
    Field::AgreementType,
    Field::LocalEntity,
    Field::PlannedStart,
    Field::RegisterDate,
];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("Sheet1", "data");
    let mut columns = columns_of_mixed_units(&WIDE, &mut habit);
    columns.retain(|column| !OPTIONAL.contains(&column.field) || random.chance(600));
    if let Some((_, after_row_no)) = columns.split_first_mut() {
        random.shuffle(after_row_no);
    }
    let framed = Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::None };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_flat_header(drawing, row)
    });
    drawing
}
