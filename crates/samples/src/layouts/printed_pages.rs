//! Printed pages on one sheet (打印分页): a foot （转下页）, a title 续表 and the header again for each, and headings
//! written downwards with a newline after every character.

use model::field::Field;

use crate::column::Column;
use crate::column_sets::{SLIM, columns_of_mixed_units};
use crate::drawing::Drawing;
use crate::frame::Frame;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::table::shape::Table;
use crate::table::totals::Total;

/// Draws the return.
pub(crate) fn draw(sheet: &ReturnSheet) -> Drawing {
    let (mut habit, mut random) = (sheet.habit(), sheet.chance());
    let mut drawing = Drawing::default();
    let page = drawing.add_page("Sheet1", "data");
    let columns = columns_of_mixed_units(&SLIM, &mut habit);
    let table = Table { page, number: 1, first_col: 1, columns };
    let frame = Frame { page, columns: (1, table.last_col()), scope: "", money: "" };
    let row = frame.draw_above(&mut drawing, sheet, &mut habit);
    let mut row = table.draw_worded_header(&mut drawing, row, downwards);
    let lines_on_a_page = 3 + habit.below(3);
    let feet = FootAndTitle::by_habit(&mut habit);
    for (place, line) in sheet.lines.iter().enumerate() {
        if place > 0 && place.is_multiple_of(lines_on_a_page) {
            row = feet.draw(&table, &mut drawing, row, place / lines_on_a_page);
            row = table.draw_worded_header(&mut drawing, row, downwards);
        }
        table.draw_line(&mut drawing, row, place + 1, (place, line), &mut random);
        row += 1;
    }
    let (rows, wrong) = (0..drawing.rows.len(), sheet.wrong_totals);
    table.draw_total(&mut drawing, row, &Total { label: "合计", scope: "total", rows, formula: None, wrong });
    frame.draw_below(&mut drawing, row + 1, &mut habit);
    drawing
}

/// The heading with a newline between all characters; the number sign stays whole.
fn downwards(column: &Column) -> String {
    let heading = column.heading_text();
    let letters: Vec<String> =
        heading.chars().filter(|letter| *letter != '\n').map(|letter| letter.to_string()).collect();
    if column.field == Field::RowNo && heading.is_ascii() { heading } else { letters.join("\n") }
}

/// What stands between two pages.
struct FootAndTitle {
    /// The foot stands in the last column, else in the first.
    at_the_right: bool,
    title: &'static str,
    numbered: bool,
}

impl FootAndTitle {
    fn by_habit(habit: &mut Random) -> FootAndTitle {
        FootAndTitle {
            at_the_right: habit.chance(400),
            title: habit.pick(&["续表", "（续表）", "续 表"]),
            numbered: habit.chance(300),
        }
    }

    /// Draws the foot of a page and the title of the next one; gives the next row.
    fn draw(&self, table: &Table, drawing: &mut Drawing, row: u32, n_pages: usize) -> u32 {
        let (first, last) = (table.first_col, table.last_col());
        drawing.write(table.page, row, if self.at_the_right { last } else { first }, "（转下页）");
        let number = if self.numbered { n_pages.to_string() } else { String::new() };
        drawing.write(table.page, row + 1, first, &format!("{}{number}", self.title));
        drawing.merge(table.page, (row + 1, first), (row + 1, last));
        row + 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_foot_title_and_header() {
        let sheet = ReturnSheet::synthetic(5, "2023-07".parse().unwrap(), 20);
        let drawing = draw(&sheet);
        let texts: Vec<String> = drawing.book.pages[0].cells.iter().map(|cell| cell.2.raw()).collect();
        let n_of = |wanted: &dyn Fn(&str) -> bool| texts.iter().filter(|text| wanted(text)).count();
        let n_feet = n_of(&|text| text == "（转下页）");
        assert!(n_feet > 2);
        assert_eq!(n_of(&|text| text.contains('续') && text.contains('表')), n_feet);
        assert_eq!(drawing.columns.len(), (n_feet + 1) * SLIM.len());
        let names = drawing.columns.iter().filter(|column| column.header_path.contains("名\n称"));
        assert_eq!(names.count(), n_feet + 1);
    }
}
