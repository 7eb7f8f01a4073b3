//! Where everything of a template stands (版面): rows and columns, counted from 0 as the writer does.

use crate::template::columns::TemplateColumn;

/// Row of the title.
pub const TITLE_ROW: u32 = 0;
/// Row of unit, month and currency unit.
pub const CAPTION_ROW: u32 = 1;
/// Row of the headings.
pub const HEADER_ROW: u32 = 2;
/// First row of projects.
pub const FIRST_ROW: u32 = 3;
/// Empty rows for new projects below the known ones.
pub const NEW_ROWS: u32 = 5;

/// Where everything stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The columns, from left to right.
    pub columns: Vec<TemplateColumn>,
    /// How many projects are known.
    pub n_projects: u32,
}

impl Layout {
    /// The last row for projects, new ones included.
    pub const fn last_row(&self) -> u32 {
        FIRST_ROW + self.n_projects + NEW_ROWS - 1
    }

    /// The row of sums.
    pub const fn total_row(&self) -> u32 {
        self.last_row() + 1
    }

    /// The row of signatures.
    pub const fn signature_row(&self) -> u32 {
        self.last_row() + 2
    }

    /// The place of a column; the first one where the template is without it.
    pub fn place(&self, column: TemplateColumn) -> u16 {
        let found = self.columns.iter().position(|known| *known == column);
        found.and_then(|place| u16::try_from(place).ok()).unwrap_or(0)
    }

    /// The last column.
    pub fn last_column(&self) -> u16 {
        u16::try_from(self.columns.len()).unwrap_or(1).saturating_sub(1)
    }

    /// The columns with their places.
    pub fn placed(&self) -> impl Iterator<Item = (u16, TemplateColumn)> + '_ {
        (0_u16..).zip(self.columns.iter().copied())
    }

    /// The first cell of a column with a fixed column, for rules that hold in every row: `$J4`.
    pub fn first_cell(&self, column: TemplateColumn) -> String {
        format!("${}{}", self.letters(column), FIRST_ROW + 1)
    }

    /// A cell: `J7`.
    pub fn cell(&self, column: TemplateColumn, row: u32) -> String {
        format!("{}{}", self.letters(column), row + 1)
    }

    fn letters(&self, column: TemplateColumn) -> String {
        model::cell_address::column_letters(u32::from(self.place(column)) + 1)
    }
}
