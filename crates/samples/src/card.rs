//! A card (项目卡片): one project as labels with values to their right, two pairs in a row.

use model::cell_address::column_letters;
use model::field::Field;

use crate::column::Column;
use crate::drawing::{Drawing, DrawnColumn, DrawnRow, address, area};
use crate::line::Line;
use crate::random::Random;
use crate::subject::Subject;
use crate::table::body::drawn_cell;

/// The fields of a card, two in a row.
pub(crate) const CARD_FIELDS: [Field; 12] = [
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

/// Rows that a card takes.
pub(crate) const CARD_HEIGHT: u32 = CARD_FIELDS.len() as u32 / 2;

/// Draws a project as a card from a row on, and notes its truth.
pub(crate) fn draw_card(
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
        subject: Some(Subject::Of(label.field)),
        unit: label.unit_code(),
        unit_from: label.unit_from(),
    });
}
