//! A table of bands with its frame on a sheet (分段整表): title, caption, header, a row for each line, total, notes.

use crate::drawing::{Drawing, DrawnRow, area};
use crate::frame::Frame;
use crate::random::Random;
use crate::return_sheet::ReturnSheet;
use crate::table::band::Band;
use crate::table::totals::Total;

/// A table of bands with its frame.
pub(crate) struct Banded<'a> {
    /// Place of the sheet.
    pub(crate) page: usize,
    /// The bands from the left, the first one in column A.
    pub(crate) bands: &'a [&'a dyn Band],
    /// Rows of the header.
    pub(crate) n_header_rows: u32,
    /// Unit of money in the caption.
    pub(crate) money: &'a str,
}

impl Banded<'_> {
    /// Draws everything.
    pub(crate) fn draw(
        &self,
        drawing: &mut Drawing,
        sheet: &ReturnSheet,
        (habit, random): (&mut Random, &mut Random),
    ) {
        let last_col = self.bands.last().map_or(1, |band| band.last_col());
        let frame = Frame { page: self.page, columns: (1, last_col), scope: "", money: self.money };
        let row = frame.draw_above(drawing, sheet, habit);
        for band in self.bands {
            band.draw_header(drawing, row, self.n_header_rows);
        }
        let first_row = row + self.n_header_rows;
        self.draw_lines(drawing, first_row, sheet, random);
        let row = first_row + sheet.lines.len() as u32;
        let label = habit.pick(&["合计", "总计", "合  计"]);
        self.draw_total(drawing, row, label, sheet);
        frame.draw_below(drawing, row + 1, habit);
    }

    fn draw_lines(&self, drawing: &mut Drawing, first_row: u32, sheet: &ReturnSheet, random: &mut Random) {
        let last_col = self.bands.last().map_or(1, |band| band.last_col());
        for (place, line) in sheet.lines.iter().enumerate() {
            let row = first_row + place as u32;
            let mut cells = Vec::new();
            for band in self.bands {
                cells.extend(band.draw_cells(drawing, row, place + 1, line, random));
            }
            let (sheet, area) = (drawing.sheet_name(self.page), area((row, 1), (row, last_col)));
            drawing.rows.push(DrawnRow { line: place, sheet, table: 1, area, hidden: false, cells });
        }
    }

    /// The label stands in the first band, the sum that may be wrong on purpose in the first one with money.
    fn draw_total(&self, drawing: &mut Drawing, row: u32, label: &str, sheet: &ReturnSheet) {
        let rows = 0..drawing.rows.len();
        let wrong_at = self.bands.iter().position(|band| band.has_money()).filter(|_| sheet.wrong_totals);
        for (place, band) in self.bands.iter().enumerate() {
            let (label, wrong) = (if place == 0 { label } else { "" }, wrong_at == Some(place));
            let total = Total { label, scope: "total", rows: rows.clone(), formula: None, wrong };
            band.draw_total(drawing, row, &total, sheet);
        }
    }
}
