//! Cards below each other on one sheet (卡片连排), a blank row between them.

use crate::card::{CARD_FIELDS, CARD_HEIGHT, draw_card};
use crate::column_sets::columns_of_mixed_units;
use crate::drawing::Drawing;
use crate::frame::Frame;
use crate::return_sheet::ReturnSheet;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("Sheet1", "data");
    let labels = columns_of_mixed_units(&CARD_FIELDS, &mut habit);
    let frame = Frame { page, columns: (1, 4), scope: "", money: "" };
    let mut top = frame.draw_above(&mut drawing, sheet, &mut habit);
    for (place, line) in sheet.lines.iter().enumerate() {
        draw_card(&mut drawing, (page, top), &labels, (place, line), &mut random);
        top += CARD_HEIGHT + 1;
    }
    frame.draw_below(&mut drawing, top, &mut habit);
    drawing
}
