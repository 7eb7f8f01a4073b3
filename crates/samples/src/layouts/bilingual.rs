//! Headings in Chinese and English, with line breaks (中英对照).

use model::field::Field;

use crate::column_sets::columns_of_mixed_units;
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

const FIELDS: [Field; 14] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Event,
    Field::EventYear,
    Field::Investor,
    Field::IndustryRaw,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProductionDate,
    Field::Note,
];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("Projects", "data");
    let columns = columns_of_mixed_units(&FIELDS, &mut habit);
    let framed = Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::None };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_bilingual_header(drawing, row)
    });
    drawing
}
