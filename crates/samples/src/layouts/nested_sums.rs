//! Sums within sums (多级分组合计): the total first, editions and in them industries with sums in their group rows, and
//! the projects of each industry numbered ① ② from the start.

use std::collections::BTreeSet;

use model::field::Field;

use crate::column_sets::{SLIM, columns_of_mixed_units};
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
    let page = drawing.add_page(habit.pick(&["Sheet1", "分产业"]), "data");
    let columns = columns_of_mixed_units(&SLIM, &mut habit)
        .into_iter()
        .map(|column| if column.field == Field::RowNo { column.circled() } else { column })
        .collect();
    let table = Table { page, number: 1, first_col: 1, columns };
    let frame = Frame { page, columns: (1, table.last_col()), scope: "", money: "" };
    let row = frame.draw_above(&mut drawing, sheet, &mut habit);
    let total_row = table.draw_flat_header(&mut drawing, row);
    let mut row = total_row + 1;
    for (order, edition) in sheet.editions().into_iter().enumerate() {
        row = draw_edition(&table, &mut drawing, row, sheet, (order, edition), &mut random);
    }
    let (rows, wrong) = (0..drawing.rows.len(), sheet.wrong_totals);
    let label = habit.pick(&["合计", "总计", "全区合计"]);
    table.draw_total(&mut drawing, total_row, &Total { label, scope: "total", rows, formula: None, wrong });
    frame.draw_below(&mut drawing, row, &mut habit);
    drawing
}

/// `一、2020年智博会（5个）` with sums, and its industries below; gives the next row.
fn draw_edition(
    table: &Table,
    drawing: &mut Drawing,
    row: u32,
    sheet: &ReturnSheet,
    (order, edition): (usize, i32),
    random: &mut Random,
) -> u32 {
    let first = drawing.rows.len();
    let of_edition = sheet.indices(|line| line.edition == edition);
    let industries: BTreeSet<&str> = of_edition
        .iter()
        .filter_map(|place| Some(sheet.lines.get(*place)?.text(Field::IndustryRaw)))
        .collect();
    let mut next = row + 1;
    for (place, industry) in industries.into_iter().enumerate() {
        next = draw_industry(table, drawing, next, sheet, (place, edition, industry), random);
    }
    let text = format!("{}、{edition}年智博会（{}个）", ordinal(order), of_edition.len());
    let (rows, value) = (first..drawing.rows.len(), edition.to_string());
    draw_sums(table, drawing, (row, &text), rows, (Field::EventYear, &value));
    next
}

/// `（一）生物医药（2个）` with sums, and its projects below; gives the next row.
fn draw_industry(
    table: &Table,
    drawing: &mut Drawing,
    row: u32,
    sheet: &ReturnSheet,
    (order, edition, industry): (usize, i32, &str),
    random: &mut Random,
) -> u32 {
    let first = drawing.rows.len();
    let places = sheet.indices(|line| line.edition == edition && line.text(Field::IndustryRaw) == industry);
    let next = table.draw_lines(drawing, row + 1, sheet, &places, random);
    let text = format!("（{}）{industry}（{}个）", ordinal(order), places.len());
    let rows = first..drawing.rows.len();
    draw_sums(table, drawing, (row, &text), rows, (Field::IndustryRaw, industry));
    next
}

/// A group row: its text says a field of the rows of the drawing and counts them, its other cells sum them.
fn draw_sums(
    table: &Table,
    drawing: &mut Drawing,
    (row, text): (u32, &str),
    rows: std::ops::Range<usize>,
    said: (Field, &str),
) {
    table.note_count(drawing, row, text, &rows);
    table.note_from_above(drawing, rows.clone(), (row, text), said);
    let sums = Total { label: text, scope: "subtotal", rows, formula: None, wrong: false };
    table.draw_total(drawing, row, &sums);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_industries_make_those_of_editions_and_those_the_total() {
        let sheet = ReturnSheet::synthetic(5, "2023-07".parse().unwrap(), 24);
        let drawing = draw(&sheet);
        let sum_where = |wanted: &dyn Fn(&str) -> bool| -> i64 {
            let contracts = drawing.totals.iter().filter(|total| total.subject.name() == "contract_value");
            contracts.filter(|total| wanted(&text_at(&drawing, &total.at))).map(|total| total.value).sum()
        };
        let total = sum_where(&|text| text.ends_with('计'));
        assert!(total > 0);
        assert_eq!(total, sum_where(&|text| text.contains("年智博会")));
        assert_eq!(total, sum_where(&|text| text.starts_with('（')));
        assert!(drawing.totals[drawing.totals.len() - 1].scope == "total");
        for row in &drawing.rows {
            let number = row.cells.iter().find(|cell| cell.field == Field::RowNo).unwrap();
            assert_eq!(number.raw, crate::spelling::ordinals::circled(number.value.parse().unwrap()));
        }
        let n_first = drawing.rows.iter().filter(|row| row.cells[0].raw == "①").count();
        let n_counts = drawing.totals.iter().filter(|total| total.raw.starts_with('（')).count();
        assert_eq!(n_first, n_counts);
    }

    /// The text in column A of the row of a cell.
    fn text_at(drawing: &Drawing, at: &str) -> String {
        let at: model::cell_address::CellAddress = at.parse().unwrap();
        let found = drawing.book.pages[0].cells.iter().find(|cell| (cell.0, cell.1) == (at.row, 1));
        found.map(|cell| cell.2.raw()).unwrap_or_default()
    }
}
