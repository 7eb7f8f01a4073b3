//! One project a sheet (项目卡片): labels with values to their right, two pairs in a row.

use model::cell_address::column_letters;
use model::field::Field;

use crate::column::Column;
use crate::column_sets::columns_of_mixed_units;
use crate::drawing::{Drawing, DrawnColumn, DrawnRow, address, area};
use crate::line::Line;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::table::body::drawn_cell;

const FIELDS: [Field; 12] = [
    Field::ProjectName,
    Field::ProjectCodeLocal,
    Field::Investor,
    Field::LocalEntity,
    Field::EventYear,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProductionDate,
    Field::ProgressText,
];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let labels = columns_of_mixed_units(&FIELDS, &mut habit);
    let stem = habit.pick(&["项目", "卡片", "表"]);
    let top = 2 + u32::from(habit.chance(400));
    for (place, line) in sheet.lines.iter().enumerate() {
        let page = drawing.add_page(&format!("{stem}{}", place + 1), "data");
        drawing.write(page, 1, 1, &format!("{}智博会签约项目情况卡", sheet.unit.name));
        drawing.merge(page, (1, 1), (1, 4));
        draw_card(&mut drawing, (page, top), &labels, (place, line), &mut random);
    }
    if sheet.lines.is_empty() {
        drawing.add_page("Sheet1", "empty");
    }
    drawing
}

fn draw_card(
    drawing: &mut Drawing,
    (page, top): (usize, u32),
    labels: &[Column],
    (place, line): (usize, &Line),
    random: &mut Random,
) {
    let mut cells = Vec::new();
    for (offset, label) in labels.iter().enumerate() {
        let row = top + offset as u32 / 2;
        let col = 1 + offset as u32 % 2 * 2;
        let text = label.heading_text();
        drawing.write(page, row, col, &text);
        note_label(drawing, page, (row, col), label, text);
        if let Some(spelled) = label.spell(line, place + 1, random) {
            cells.push(drawn_cell(label.field, address(row, col + 1), &spelled));
            drawing.put(page, row, col + 1, spelled.content);
        }
    }
    let last_row = top + labels.len() as u32 / 2 - 1;
    let sheet = drawing.sheet_name(page);
    let area = area((top, 1), (last_row, 4));
    drawing.rows.push(DrawnRow { line: place, sheet, table: 1, area, hidden: false, cells });
}

fn note_label(drawing: &mut Drawing, page: usize, (row, col): (u32, u32), label: &Column, text: String) {
    let sheet = drawing.sheet_name(page);
    drawing.columns.push(DrawnColumn {
        sheet,
        table: 1,
        orientation: "right",
        header_path: text,
        header_cells: address(row, col),
        column: column_letters(col),
        field: Some(label.field),
        unit: label.unit_code(),
        unit_from: label.unit_from(),
    });
}
