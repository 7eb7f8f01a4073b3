//! Where a table stands, and its columns.

use crate::column::Column;
use crate::drawing::{Drawing, DrawnColumn};
use crate::subject::Subject;
use model::cell_address::column_letters;

/// A table on a sheet.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// Place of the sheet.
    pub(crate) page: usize,
    /// Number of the table on its sheet, from 1.
    pub(crate) number: u32,
    /// First column.
    pub(crate) first_col: u32,
    /// Its columns.
    pub(crate) columns: Vec<Column>,
}

impl Table {
    /// The last column.
    pub(crate) const fn last_col(&self) -> u32 {
        self.first_col + self.columns.len() as u32 - 1
    }

    /// Each column of the sheet with what it holds.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (u32, &Column)> {
        self.columns.iter().enumerate().map(|(place, column)| (self.first_col + place as u32, column))
    }

    /// Notes the truth of a column.
    pub(crate) fn note_column(
        &self,
        drawing: &mut Drawing,
        col: u32,
        column: &Column,
        header_path: String,
        header_cells: String,
    ) {
        let sheet = drawing.sheet_name(self.page);
        drawing.columns.push(DrawnColumn {
            sheet,
            table: self.number,
            orientation: "down",
            header_path,
            header_cells,
            column: column_letters(col),
            subject: Some(Subject::Of(column.field)),
            unit: column.unit_code(),
            unit_from: column.unit_from(),
        });
    }
}
