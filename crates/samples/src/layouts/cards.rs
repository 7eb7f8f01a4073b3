//! One project a sheet (一项目一表): a card on each.

use crate::card::{CARD_FIELDS, draw_card};
use crate::column_sets::columns_of_mixed_units;
use crate::drawing::Drawing;
use crate::return_sheet::ReturnSheet;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let labels = columns_of_mixed_units(&CARD_FIELDS, &mut habit);
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
