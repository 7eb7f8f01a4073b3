//! Two tables below each other on one sheet (上下两表): started projects, then the others, each with its header.

use crate::column_sets::{SLIM, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::frame::Frame;
use crate::line::Line;
use crate::return_sheet::ReturnSheet;
use crate::table::shape::Table;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["Sheet1", "项目表"]), "data");
    let parts = [("（一）已开工项目", true), ("（二）尚未开工项目", false)];
    let columns = columns_of_mixed_units(&SLIM, &mut habit);
    let frame = Frame { page, columns: (1, columns.len() as u32), scope: "", money: "" };
    let mut row = frame.draw_above(&mut drawing, sheet, &mut habit);
    for (place, (heading, started)) in parts.into_iter().enumerate() {
        let table = Table { page, number: place as u32 + 1, first_col: 1, columns: columns.clone() };
        drawing.write(page, row, 1, heading);
        row = table.draw_flat_header(&mut drawing, row + 1);
        let places = sheet.indices(|line| has_started(line) == started);
        row = table.draw_lines(&mut drawing, row, sheet, &places, &mut random) + 2;
    }
    frame.draw_below(&mut drawing, row, &mut habit);
    drawing
}

fn has_started(line: &Line) -> bool {
    line.value(model::field::Field::StartDate).is_some()
}
