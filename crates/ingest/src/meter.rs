//! Counts what a workbook costs while it is read, and stops at the limits.

use model::reading::Content;

use crate::error::ReadError;
use crate::limits::Limits;

/// What has been read so far.
#[derive(Debug, Clone, Copy)]
pub struct Meter {
    limits: Limits,
    cells: u64,
    row: (u32, u64),
    text_bytes: u64,
    merges: u64,
}

impl Meter {
    /// Nothing read yet.
    pub fn new(limits: Limits) -> Meter {
        Meter { limits, cells: 0, row: (0, 0), text_bytes: 0, merges: 0 }
    }

    /// One more cell in a row.
    ///
    /// # Errors
    /// Too many cells, in all or in the row, or too much text.
    pub fn count_in_row(&mut self, row: u32, content: &Content) -> Result<(), ReadError> {
        let in_row = if self.row.0 == row { self.row.1 + 1 } else { 1 };
        self.row = (row, in_row);
        if in_row > self.limits.row_cells {
            return Err(ReadError::over("cells in one row", self.limits.row_cells));
        }
        self.count(content)
    }

    /// One more cell.
    ///
    /// # Errors
    /// Too many cells, or too much text.
    pub fn count(&mut self, content: &Content) -> Result<(), ReadError> {
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(ReadError::over("cells", self.limits.cells));
        }
        if let Content::Text(text) | Content::Error(text) = content {
            if text.len() as u64 > self.limits.one_text_bytes {
                return Err(ReadError::over("bytes of one text", self.limits.one_text_bytes));
            }
            self.text_bytes += text.len() as u64;
            if self.text_bytes > self.limits.text_bytes {
                return Err(ReadError::over("bytes of text", self.limits.text_bytes));
            }
        }
        Ok(())
    }

    /// So many more merged ranges.
    ///
    /// # Errors
    /// Too many of them.
    pub fn count_merges(&mut self, n_merges: usize) -> Result<(), ReadError> {
        self.merges += n_merges as u64;
        if self.merges > self.limits.merges {
            Err(ReadError::over("merges", self.limits.merges))
        } else {
            Ok(())
        }
    }
}
