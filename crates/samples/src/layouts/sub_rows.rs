//! Sub-rows for the phases (分期子行): names merged downwards, amounts on the sub-rows.

use model::field::Field;

use crate::column::Column;
use crate::column_sets::columns_of_mixed_units;
use crate::drawing::{Drawing, DrawnCell, DrawnRow, address, area};
use crate::frame::Frame;
use crate::line::{Line, Value};
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::table::body::{drawn_cell, joined_cell, sum_of};
use crate::table::shape::Table;

const FIELDS: [Field; 9] = [
    Field::RowNo,
    Field::ProjectName,
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProgressText,
];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("Sheet1", "data");
    let columns = columns_of_mixed_units(&FIELDS, &mut habit);
    let table = Table { page, number: 1, first_col: 1, columns };
    let phase_col = table.last_col() + 1;
    let frame = Frame { page, columns: (1, phase_col), scope: "", money: "" };
    let row = frame.draw_above(&mut drawing, sheet, &mut habit);
    drawing.write(page, row, phase_col, "建设期次");
    let mut row = table.draw_flat_header(&mut drawing, row);
    for (place, line) in sheet.lines.iter().enumerate() {
        if splits(place, line) {
            draw_phases(&table, &mut drawing, row, (place, line), &mut random);
            row += 2;
        } else {
            table.draw_line(&mut drawing, row, place + 1, (place, line), &mut random);
            row += 1;
        }
    }
    frame.draw_below(&mut drawing, row, &mut habit);
    drawing
}

/// Every third project has two phases, unless an amount of it is no plain amount.
fn splits(place: usize, line: &Line) -> bool {
    let plain = line.amount(Field::ContractValue).is_some() && line.amount(Field::ArrivedTotal).is_some();
    place.is_multiple_of(3) && plain
}

fn draw_phases(
    table: &Table,
    drawing: &mut Drawing,
    row: u32,
    (place, line): (usize, &Line),
    random: &mut Random,
) {
    let mut cells = Vec::new();
    for (col, column) in table.placed() {
        if column.is_money() {
            cells.extend(draw_split_amount(table.page, drawing, (row, col), (column, line), random));
            continue;
        }
        drawing.merge(table.page, (row, col), (row + 1, col));
        if let Some(spelled) = column.spell(line, place + 1, random) {
            cells.push(drawn_cell(column.field, address(row, col), &spelled));
            drawing.put(table.page, row, col, spelled.content);
        }
    }
    let phase_col = table.last_col() + 1;
    drawing.write(table.page, row, phase_col, "一期");
    drawing.write(table.page, row + 1, phase_col, "二期");
    let area = area((row, table.first_col), (row + 1, table.last_col()));
    let sheet = drawing.sheet_name(table.page);
    drawing.rows.push(DrawnRow { line: place, sheet, table: table.number, area, hidden: false, cells });
}

/// Six tenths on the first sub-row, the rest on the second; together they are the value.
fn draw_split_amount(
    page: usize,
    drawing: &mut Drawing,
    (row, col): (u32, u32),
    (column, line): (&Column, &Line),
    random: &mut Random,
) -> Option<DrawnCell> {
    let whole = line.amount(column.field)?;
    let first = whole / 10_000 * 6 / 10 * 10_000;
    let mut parts = Vec::new();
    for (sub_row, yuan) in [(row, first), (row + 1, whole - first)] {
        let mut phase = line.clone();
        phase.replace(column.field, Value::Amount(yuan));
        let spelled = column.spell(&phase, 1, random)?;
        parts.push(drawn_cell(column.field, address(sub_row, col), &spelled));
        drawing.put(page, sub_row, col, spelled.content);
    }
    Some(joined_cell(column.field, &parts, sum_of(&parts)?.to_string()))
}
