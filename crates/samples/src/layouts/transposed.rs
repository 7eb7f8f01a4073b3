//! Projects across, fields down (转置表): the labels stand in the first column.

use model::cell_address::column_letters;

use crate::column::Column;
use crate::column_sets::{SLIM, columns_of_mixed_units};
use crate::drawing::{Drawing, DrawnColumn, DrawnRow, address, area};
use crate::frame::Frame;
use crate::line::Line;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::subject::Subject;
use crate::table::body::drawn_cell;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["Sheet1", "项目对照表"]), "data");
    let labels = columns_of_mixed_units(&SLIM, &mut habit);
    let last_col = sheet.lines.len() as u32 + 1;
    let frame = Frame { page, columns: (1, last_col.max(4)), scope: "", money: "" };
    let first_row = frame.draw_above(&mut drawing, sheet, &mut habit);
    draw_labels(&mut drawing, page, first_row, &labels);
    for (place, line) in sheet.lines.iter().enumerate() {
        draw_project(&mut drawing, (page, first_row), &labels, (place, line), &mut random);
    }
    frame.draw_below(&mut drawing, first_row + labels.len() as u32, &mut habit);
    drawing
}

fn draw_labels(drawing: &mut Drawing, page: usize, first_row: u32, labels: &[Column]) {
    for (place, label) in labels.iter().enumerate() {
        let row = first_row + place as u32;
        let text = label.heading_text();
        drawing.write(page, row, 1, &text);
        let sheet = drawing.sheet_name(page);
        drawing.columns.push(DrawnColumn {
            sheet,
            table: 1,
            orientation: "right",
            header_path: text,
            header_cells: address(row, 1),
            column: column_letters(1),
            subject: Some(Subject::Of(label.field)),
            unit: label.unit_code(),
            unit_from: label.unit_from(),
        });
    }
}

fn draw_project(
    drawing: &mut Drawing,
    (page, first_row): (usize, u32),
    labels: &[Column],
    (place, line): (usize, &Line),
    random: &mut Random,
) {
    let col = place as u32 + 2;
    let mut cells = Vec::new();
    for (offset, label) in labels.iter().enumerate() {
        let row = first_row + offset as u32;
        if let Some(spelled) = label.spell(line, place + 1, random) {
            cells.push(drawn_cell(label.field, address(row, col), &spelled));
            drawing.put(page, row, col, spelled.content);
        }
    }
    let last_row = first_row + labels.len() as u32 - 1;
    let sheet = drawing.sheet_name(page);
    let area = area((first_row, col), (last_row, col));
    drawing.rows.push(DrawnRow { line: place, sheet, table: 1, area, hidden: false, cells });
}
