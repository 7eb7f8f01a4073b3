//! A row of units with dashes and 年月 (计量单位行), and under it a row of column numbers (栏次): 甲 乙 丙 1 2 3.

use model::field::Field;

use crate::column::UnitPlace;
use crate::column_sets::columns_of;
use crate::drawing::Drawing;
use crate::framed::{Framed, TotalPlace};
use crate::return_sheet::ReturnSheet;

const FIELDS: [Field; 13] = [
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Investor,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::Land,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProductionDate,
    Field::ProgressText,
    Field::Note,
];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["表1", "Sheet1"]), "data");
    let unit = habit.pick_unit();
    let dash = habit.pick(&["—", "-", "——"]);
    let columns = columns_of(&FIELDS, unit, UnitPlace::Row, &mut habit)
        .into_iter()
        .map(|column| column.by_month(&mut habit))
        .collect();
    let framed =
        Framed { page, columns, scope: "", money: "", places: sheet.all(), total: TotalPlace::Below };
    framed.draw(&mut drawing, sheet, (&mut habit, &mut random), |table, drawing, row| {
        let row = table.draw_flat_header(drawing, row);
        let row = table.draw_dashed_units_row(drawing, row, dash);
        table.draw_column_numbers(drawing, row, true)
    });
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::cell_address::CellAddress;

    #[test]
    fn below_each_heading_stand_its_unit_and_its_number() {
        let sheet = ReturnSheet::synthetic(1, "2023-07".parse().unwrap(), 3);
        let drawing = draw(&sheet);
        let text_at = |row: u32, col: u32| {
            let found = drawing.book.pages[0].cells.iter().find(|cell| (cell.0, cell.1) == (row, col));
            found.map(|cell| cell.2.raw()).unwrap_or_default()
        };
        let heading: CellAddress = drawing.columns[0].header_cells.parse().unwrap();
        let row_of = |below: u32| -> Vec<String> {
            (0..FIELDS.len() as u32).map(|place| text_at(heading.row + below, heading.col + place)).collect()
        };
        let (units, numbers) = (row_of(1), row_of(2));
        assert_eq!((units[3].as_str(), units[7].as_str(), &units[0]), ("年月", "亩", &units[1]));
        assert_eq!(numbers[..5].join(" "), "甲 乙 丙 1 2");
        let first_row = drawing.rows[0].area.first.row;
        assert_eq!(first_row, heading.row + 3);
        let money = &drawing.columns[4];
        assert_eq!((money.unit_from, units[4].is_empty()), ("header", false));
    }
}
