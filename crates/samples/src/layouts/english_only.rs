//! English throughout (英文表): title, caption, headings, units and notes; the cells hold what they hold elsewhere.

use model::field::Field;

use crate::column::UnitPlace;
use crate::column_sets::{columns_of, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::english_phrases::{caption, heading, note, title, unit_of_money};
use crate::frame::Frame;
use crate::return_sheet::ReturnSheet;
use crate::table::shape::Table;
use crate::table::totals::Total;

const FIELDS: [Field; 15] = [
    Field::RowNo,
    Field::ProjectCodeLocal,
    Field::ProjectName,
    Field::Event,
    Field::EventYear,
    Field::Investor,
    Field::IndustryRaw,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::StatusRaw,
    Field::StartDate,
    Field::ProductionDate,
    Field::Note,
];

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page(habit.pick(&["Projects", "Sheet1", "Progress"]), "data");
    let unit = habit.pick_unit();
    let (columns, money) = if habit.chance(500) {
        (columns_of(&FIELDS, unit, UnitPlace::Caption, &mut habit), unit_of_money(unit))
    } else {
        (columns_of_mixed_units(&FIELDS, &mut habit), "")
    };
    let table = Table { page, number: 1, first_col: 1, columns };
    let last_col = table.last_col();
    let frame = Frame { page, columns: (1, last_col), scope: "", money };
    frame.draw_title(&mut drawing, 1, &title(&sheet.unit, sheet.period, &mut habit));
    drawing.write(page, 2, 1, &caption(&sheet.unit, sheet.period, money, &mut habit));
    drawing.merge(page, (2, 1), (2, last_col));
    let row = 3 + u32::from(habit.chance(300));
    let row = table.draw_worded_header(&mut drawing, row, heading);
    let row = table.draw_lines(&mut drawing, row, sheet, &sheet.all(), &mut random);
    let (rows, wrong) = (0..drawing.rows.len(), sheet.wrong_totals);
    let label = habit.pick(&["Total", "TOTAL", "Grand total"]);
    table.draw_total(&mut drawing, row, &Total { label, scope: "total", rows, formula: None, wrong });
    drawing.write(page, row + 1, 1, note(&mut habit));
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_above_the_rows_is_chinese_but_the_name_of_the_unit() {
        for seed in 0..6 {
            let sheet = ReturnSheet::synthetic(seed, "2023-07".parse().unwrap(), 4);
            let drawing = draw(&sheet);
            let first_row = drawing.rows[0].area.first.row;
            let above = drawing.book.pages[0].cells.iter().filter(|(row, ..)| *row < first_row);
            for (_, _, content) in above {
                let text = content.raw().replace(&sheet.unit.name, "");
                assert!(text.is_ascii() && !text.contains("Details"), "{text}");
            }
            let capital = drawing.columns.iter().find(|column| column.header_path.starts_with("Capital"));
            assert!(!capital.unwrap().unit.is_empty());
        }
    }
}
