//! The stage in free text only, the unit of money in each cell (文字月报).

use model::field::Field;

use crate::column::UnitPlace;
use crate::column_sets::columns_of;
use crate::drawing::{Drawing, DrawnCell};
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

const FIELDS: [Field; 9] = [
    Field::RowNo,
    Field::ProjectName,
    Field::Investor,
    Field::EventYear,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ProgressText,
    Field::ProblemText,
    Field::NextStep,
];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["进展", "Sheet1"]), "data");
    let unit = habit.pick_unit();
    let columns = columns_of(&FIELDS, unit, UnitPlace::Cell, &mut habit);
    let framed = Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::None };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_flat_header(drawing, row)
    });
    read_stage_from_text(&mut drawing, sheet);
    drawing
}

/// The progress text is where the stage stands.
fn read_stage_from_text(drawing: &mut Drawing, sheet: &ReturnSheet) {
    for row in &mut drawing.rows {
        let Some(line) = sheet.lines.get(row.line) else { continue };
        let text = row.cells.iter().find(|cell| cell.field == Field::ProgressText).cloned();
        if let Some(text) = text {
            let value = line.stage.as_str().to_owned();
            row.cells.push(DrawnCell { field: Field::StatusRaw, value, ..text });
        }
    }
}
