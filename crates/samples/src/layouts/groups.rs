//! Group rows with counts, subtotals and a total (分组小计).

use model::field::Field;

use crate::column::UnitPlace;
use crate::column_sets::{SLIM, columns_of};
use crate::drawing::Drawing;
use crate::frame::Frame;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::spelling::ordinals::ordinal;
use crate::table::shape::Table;
use crate::table::totals::Total;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["分届次", "Sheet1"]), "data");
    let unit = habit.pick_unit();
    let columns = columns_of(&SLIM, unit, UnitPlace::Heading, &mut habit);
    let table = Table { page, number: 1, first_col: 1, columns };
    let frame = Frame { page, columns: (1, table.last_col()), scope: "", money: "" };
    let row = frame.draw_above(&mut drawing, sheet, &mut habit);
    let mut row = table.draw_grouped_header(&mut drawing, row);
    let first = drawing.rows.len();
    let subtotal_above = habit.chance(300);
    for (order, edition) in sheet.editions().into_iter().enumerate() {
        let heading = GroupHeading { order, edition, merged: !subtotal_above };
        row = draw_group(&table, &mut drawing, row, sheet, &heading, &mut random);
    }
    let total = Total {
        label: "合计",
        scope: "total",
        rows: first..drawing.rows.len(),
        formula: None,
        wrong: sheet.wrong_totals,
    };
    table.draw_total(&mut drawing, row, &total);
    frame.draw_below(&mut drawing, row + 1, &mut habit);
    drawing
}

struct GroupHeading {
    order: usize,
    edition: i32,
    /// Merged over all columns with the subtotal below; else the subtotal stands in the group row.
    merged: bool,
}

fn draw_group(
    table: &Table,
    drawing: &mut Drawing,
    row: u32,
    sheet: &ReturnSheet,
    heading: &GroupHeading,
    random: &mut Random,
) -> u32 {
    let places = sheet.indices(|line| line.edition == heading.edition);
    let text = format!("{}、{}年智博会（{}个）", ordinal(heading.order), heading.edition, places.len());
    let first = drawing.rows.len();
    let next = table.draw_lines(drawing, row + 1, sheet, &places, random);
    let rows = first..drawing.rows.len();
    let edition = heading.edition.to_string();
    table.note_from_above(drawing, rows.clone(), (row, &text), (Field::EventYear, &edition));
    table.note_count(drawing, row, &text, &rows);
    if heading.merged {
        drawing.write(table.page, row, 1, &text);
        drawing.merge(table.page, (row, 1), (row, table.last_col()));
        let subtotal = Total {
            label: "小计",
            scope: "subtotal",
            rows,
            formula: Some((row + 1, next - 1)),
            wrong: false,
        };
        table.draw_total(drawing, next, &subtotal);
        return next + 1;
    }
    let subtotal = Total { label: &text, scope: "subtotal", rows, formula: None, wrong: false };
    table.draw_total(drawing, row, &subtotal);
    next
}
