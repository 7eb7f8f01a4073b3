//! What stands around a table (表外各行): title, caption, note, signatures.

use crate::drawing::{Drawing, address};
use crate::phrases::{caption, note, signatures, title};
use crate::random::Random;
use crate::return_sheet::ReturnSheet;

/// Where a table begins, and what is said above it.
pub(crate) struct Frame<'a> {
    /// Place of the sheet.
    pub(crate) page: usize,
    /// First and last column.
    pub(crate) columns: (u32, u32),
    /// Stands before 智博会 in the title: empty, or an edition.
    pub(crate) scope: &'a str,
    /// Unit of money in the caption, empty when it is said elsewhere.
    pub(crate) money: &'a str,
}

impl Frame<'_> {
    /// Draws title and caption; gives the first free row below.
    pub(crate) fn draw_above(&self, drawing: &mut Drawing, sheet: &ReturnSheet, habit: &mut Random) -> u32 {
        let (first, _) = self.columns;
        let mut row = 1;
        if habit.chance(300) {
            drawing.write(self.page, row, first, habit.pick(&["附件1", "附件2：", "附表"]));
            row += 1;
        }
        if habit.chance(200) {
            row += 1;
        }
        let text = title(&sheet.unit, sheet.period, self.scope, habit);
        self.draw_title(drawing, row, &text);
        row = self.draw_caption(drawing, sheet, row + 1, habit);
        if habit.chance(200) { row + 1 } else { row }
    }

    /// A title over all columns; where unit and month can be read, unless an earlier title says them.
    pub(crate) fn draw_title(&self, drawing: &mut Drawing, row: u32, text: &str) {
        let (first, last) = self.columns;
        drawing.write(self.page, row, first, text);
        drawing.merge(self.page, (row, first), (row, last));
        let at = format!("{}!{}", drawing.sheet_name(self.page), address(row, first));
        drawing.title_at.get_or_insert(at);
    }

    /// One merged cell, or one cell for each part.
    pub(crate) fn draw_caption(
        &self,
        drawing: &mut Drawing,
        sheet: &ReturnSheet,
        row: u32,
        habit: &mut Random,
    ) -> u32 {
        let (first, last) = self.columns;
        let parts = caption(&sheet.unit, sheet.period, self.money, habit);
        if habit.chance(500) {
            drawing.write(self.page, row, first, &parts.join("      "));
            drawing.merge(self.page, (row, first), (row, last));
            return row + 1;
        }
        let width = (last - first + 1).max(1);
        let n_parts = parts.len().max(1) as u32;
        for (place, part) in parts.iter().enumerate() {
            let col = first + place as u32 * width / n_parts;
            drawing.write(self.page, row, col, part);
        }
        row + 1
    }

    /// Draws note and signatures from a row on.
    pub(crate) fn draw_below(&self, drawing: &mut Drawing, row: u32, habit: &mut Random) {
        let (first, last) = self.columns;
        let mut row = row;
        if habit.chance(600) {
            drawing.write(self.page, row, first, note(habit));
            drawing.merge(self.page, (row, first), (row, last));
            row += 1;
        }
        if habit.chance(500) {
            drawing.write(self.page, row, first, &signatures(habit));
        }
    }
}
