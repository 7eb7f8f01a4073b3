//! A table with its frame on a sheet (整表): title, caption, header, rows, total, notes, in one go.

use crate::column::Column;
use crate::drawing::Drawing;
use crate::frame::Frame;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::table::shape::Table;
use crate::table::totals::Total;

/// Where the total of a table stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TotalPlace {
    /// There is none.
    None,
    /// Below the rows.
    Below,
    /// Between header and rows.
    Above,
}

/// A table with its frame.
pub(crate) struct Framed<'a> {
    /// Place of the sheet.
    pub(crate) page: usize,
    /// Columns of the table.
    pub(crate) columns: Vec<Column>,
    /// Stands before 智博会 in the title.
    pub(crate) scope: &'a str,
    /// Unit of money in the caption.
    pub(crate) money: &'a str,
    /// Places of the lines.
    pub(crate) places: Vec<usize>,
    /// Where the total stands.
    pub(crate) total: TotalPlace,
}

/// What was drawn: the table, its first row of projects, and the row after the last.
pub(crate) struct Drawn {
    pub(crate) table: Table,
    pub(crate) first_row: u32,
    pub(crate) next_row: u32,
}

impl Framed<'_> {
    /// Draws everything; `draw_header` draws the header from a row on and gives the next row.
    pub(crate) fn draw(
        self,
        drawing: &mut Drawing,
        sheet: &ReturnSheet,
        (habit, random): (&mut Random, &mut Random),
        draw_header: impl Fn(&Table, &mut Drawing, u32) -> u32,
    ) -> Drawn {
        let first_col = 1 + u32::from(habit.chance(250));
        let table = Table { page: self.page, number: 1, first_col, columns: self.columns };
        let columns = (first_col, table.last_col());
        let frame = Frame { page: self.page, columns, scope: self.scope, money: self.money };
        let row = frame.draw_above(drawing, sheet, habit);
        let row = draw_header(&table, drawing, row);
        let first_row = row + u32::from(self.total == TotalPlace::Above);
        let first = drawing.rows.len();
        let next = table.draw_lines(drawing, first_row, sheet, &self.places, random);
        let rows = first..drawing.rows.len();
        let with_formula = habit.chance(400);
        let formula = with_formula.then_some((first_row, next.saturating_sub(1).max(first_row)));
        let label = habit.pick(&["合计", "总计", "合  计", "总 计"]);
        let total = Total { label, scope: "total", rows, formula, wrong: sheet.wrong_totals };
        let next_row = match self.total {
            TotalPlace::None => next,
            TotalPlace::Below => {
                table.draw_total(drawing, next, &total);
                next + 1
            }
            TotalPlace::Above => {
                table.draw_total(drawing, row, &total);
                next
            }
        };
        frame.draw_below(drawing, next_row + u32::from(habit.chance(300)), habit);
        Drawn { table, first_row, next_row: next }
    }
}
