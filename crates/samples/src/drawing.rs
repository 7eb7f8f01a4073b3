//! A return while it is drawn (绘制): the workbook, and at the same time the truth of what stands where.

use model::cell_address::{Area, CellAddress, column_letters};
use model::field::Field;

use crate::book::{Book, Content, Page};
use crate::subject::Subject;

/// One value of one drawn row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnCell {
    /// The field.
    pub field: Field,
    /// The cell, several joined by `|`.
    pub at: String,
    /// The stored value as text.
    pub raw: String,
    /// The word for its kind.
    pub kind: &'static str,
    /// What it says, as in `rows.csv`; empty when it says nothing.
    pub value: String,
}

/// One project row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnRow {
    /// Place in the lines of the return.
    pub line: usize,
    /// Sheet.
    pub sheet: String,
    /// Table of the sheet, from 1.
    pub table: u32,
    /// The rectangle of the row.
    pub area: Area,
    /// The row is hidden.
    pub hidden: bool,
    /// Its values.
    pub cells: Vec<DrawnCell>,
}

/// One column (or label cell) of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnColumn {
    /// Sheet.
    pub sheet: String,
    /// Table of the sheet, from 1.
    pub table: u32,
    /// `down`, or `right` for a label with its value to the right.
    pub orientation: &'static str,
    /// Group and leaf, joined by `/`.
    pub header_path: String,
    /// Cells of the heading.
    pub header_cells: String,
    /// Letter of the column.
    pub column: String,
    /// What it is of, none where it is of nothing that counts.
    pub subject: Option<Subject>,
    /// `yi`, `wan`, `bw` or nothing.
    pub unit: &'static str,
    /// Where the unit is written.
    pub unit_from: &'static str,
}

/// One printed total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnTotal {
    /// Sheet.
    pub sheet: String,
    /// Cell.
    pub at: String,
    /// total, subtotal, or group_count for the number of projects in a group row.
    pub scope: &'static str,
    /// What is summed or counted.
    pub subject: Subject,
    /// The stored value as text.
    pub raw: String,
    /// What it says, in yuan or in projects.
    pub value: i64,
    /// What the rows sum up to.
    pub sum_of_rows: i64,
}

/// A return, drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    /// The workbook.
    pub book: Book,
    /// Its project rows.
    pub rows: Vec<DrawnRow>,
    /// Its columns.
    pub columns: Vec<DrawnColumn>,
    /// Its totals.
    pub totals: Vec<DrawnTotal>,
    /// Where unit and month can be read, `(file)` where only the file name says.
    pub title_at: Option<String>,
}

impl Drawing {
    /// Adds a sheet and gives its place.
    pub(crate) fn add_page(&mut self, name: &str, role: &'static str) -> usize {
        self.book.pages.push(Page { name: name.to_owned(), role, ..Page::default() });
        self.book.pages.len() - 1
    }

    /// Changes a sheet.
    pub(crate) fn page(&mut self, page: usize) -> Option<&mut Page> {
        self.book.pages.get_mut(page)
    }

    /// The name of a sheet.
    pub(crate) fn sheet_name(&self, page: usize) -> String {
        self.book.pages.get(page).map(|page| page.name.clone()).unwrap_or_default()
    }

    /// Puts something into a cell.
    pub(crate) fn put(&mut self, page: usize, row: u32, col: u32, content: Content) {
        if let Some(page) = self.book.pages.get_mut(page) {
            page.cells.push((row, col, content));
        }
    }

    /// Puts a text into a cell, nothing when it is empty.
    pub(crate) fn write(&mut self, page: usize, row: u32, col: u32, text: &str) {
        if !text.is_empty() {
            self.put(page, row, col, Content::Text(text.to_owned()));
        }
    }

    /// Merges the cells between two corners, unless they are one cell.
    pub(crate) fn merge(&mut self, page: usize, first: (u32, u32), last: (u32, u32)) {
        let area = area(first, last);
        if let Some(page) = self.book.pages.get_mut(page)
            && first != last
        {
            page.merges.push(area);
        }
    }
}

/// The rectangle between two cells, each a row and a column.
pub(crate) const fn area(first: (u32, u32), last: (u32, u32)) -> Area {
    Area::new(CellAddress::new(first.0, first.1), CellAddress::new(last.0, last.1))
}

/// `H12`.
pub(crate) fn address(row: u32, col: u32) -> String {
    format!("{}{row}", column_letters(col))
}
