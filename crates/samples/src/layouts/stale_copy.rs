//! Last month's sheet left behind (遗留上月表): its title says last month; only the other sheet counts.

use crate::column_sets::{SLIM, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let mut drawing = Drawing::default();
    let month = sheet.period;
    let previous = ReturnSheet {
        lines: sheet.previous.clone(),
        period: month.plus(-1),
        variation: sheet.variation.wrapping_add(1),
        previous: Vec::new(),
        ..sheet.clone()
    };
    let mut stale = Drawing::default();
    draw_sheet(&mut stale, &previous, &format!("{}月", previous.period.month()), "stale_copy");
    draw_sheet(&mut drawing, sheet, &format!("{}月", month.month()), "data");
    if sheet.habit().chance(500) {
        drawing.book.pages.extend(stale.book.pages);
    } else {
        drawing.book.pages.splice(0..0, stale.book.pages);
    }
    drawing
}

fn draw_sheet(drawing: &mut Drawing, sheet: &ReturnSheet, name: &str, role: &'static str) {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let page = drawing.add_page(name, role);
    let columns = columns_of_mixed_units(&SLIM, &mut habit);
    let framed =
        Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::Below };
    framed.draw(drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        table.draw_flat_header(drawing, row)
    });
}
