//! Bands of columns (列段): what a table is put together from where one value takes several columns, or two share one.

use model::cell_address::column_letters;

use crate::column::Column;
use crate::drawing::{Drawing, DrawnCell, DrawnColumn, address};
use crate::line::Line;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::subject::Subject;
use crate::table::shape::Table;
use crate::table::totals::Total;

/// Columns beside each other that are drawn by one rule.
pub(crate) trait Band {
    /// The last column.
    fn last_col(&self) -> u32;

    /// Whether a column of it is summed that may be summed wrong on purpose.
    fn has_money(&self) -> bool {
        false
    }

    /// Draws the header in so many rows.
    fn draw_header(&self, drawing: &mut Drawing, row: u32, n_rows: u32);

    /// Draws the cells of one line and gives their truth. `number` is the running number of the row.
    fn draw_cells(
        &self,
        drawing: &mut Drawing,
        row: u32,
        number: usize,
        line: &Line,
        random: &mut Random,
    ) -> Vec<DrawnCell>;

    /// Draws its part of a total; nothing by default.
    fn draw_total(&self, _drawing: &mut Drawing, _row: u32, _total: &Total<'_>, _sheet: &ReturnSheet) {}
}

impl Band for Table {
    fn last_col(&self) -> u32 {
        Table::last_col(self)
    }

    fn has_money(&self) -> bool {
        self.columns.iter().any(Column::is_money)
    }

    fn draw_header(&self, drawing: &mut Drawing, row: u32, n_rows: u32) {
        let paths: Vec<Vec<String>> = self.columns.iter().map(|column| vec![column.heading_text()]).collect();
        self.draw_header_tree(drawing, row, &paths, n_rows);
    }

    fn draw_cells(
        &self,
        drawing: &mut Drawing,
        row: u32,
        number: usize,
        line: &Line,
        random: &mut Random,
    ) -> Vec<DrawnCell> {
        Table::draw_cells(self, drawing, row, number, line, random)
    }

    fn draw_total(&self, drawing: &mut Drawing, row: u32, total: &Total<'_>, _sheet: &ReturnSheet) {
        Table::draw_total(self, drawing, row, total);
    }
}

/// A heading merged over the columns from a first one on, a leaf below it for each; the truth of those columns.
pub(crate) fn draw_group_over(
    drawing: &mut Drawing,
    (page, row, first_col): (usize, u32, u32),
    group: &str,
    leaves: &[&str],
    subject: Subject,
) {
    drawing.write(page, row, first_col, group);
    drawing.merge(page, (row, first_col), (row, first_col + leaves.len() as u32 - 1));
    let sheet = drawing.sheet_name(page);
    for (place, leaf) in leaves.iter().enumerate() {
        let col = first_col + place as u32;
        drawing.write(page, row + 1, col, leaf);
        drawing.columns.push(DrawnColumn {
            sheet: sheet.clone(),
            table: 1,
            orientation: "down",
            header_path: format!("{group}/{leaf}"),
            header_cells: format!("{}|{}", address(row, first_col), address(row + 1, col)),
            column: column_letters(col),
            subject: Some(subject),
            unit: "",
            unit_from: "",
        });
    }
}
