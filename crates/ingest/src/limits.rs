//! What one workbook may cost (读取上限): everything over it is refused by name.

/// The budget of one workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: u64,
    /// Parts of a zip container.
    pub parts: u64,
    /// Bytes of one part, inflated.
    pub part_bytes: u64,
    /// Bytes of all parts that are read, inflated.
    pub inflated_bytes: u64,
    /// Sheets.
    pub sheets: u64,
    /// Non-empty cells.
    pub cells: u64,
    /// Non-empty cells of one row.
    pub row_cells: u64,
    /// Bytes of one text.
    pub one_text_bytes: u64,
    /// Bytes of all cell texts.
    pub text_bytes: u64,
    /// Cells of the bounding box of a sheet of a format that is read densely.
    pub dense_cells: u64,
    /// Merged ranges.
    pub merges: u64,
}

impl Limits {
    /// The budget of a workbook with so many cells, everything that grows with them in proportion.
    pub fn of_cells(cells: u64) -> Limits {
        let usual = Limits::default();
        let grown = |limit: u64| limit.max(limit.saturating_mul(cells) / usual.cells);
        Limits {
            file_bytes: grown(usual.file_bytes),
            part_bytes: grown(usual.part_bytes),
            inflated_bytes: grown(usual.inflated_bytes),
            cells,
            text_bytes: grown(usual.text_bytes),
            dense_cells: grown(usual.dense_cells),
            merges: grown(usual.merges),
            ..usual
        }
    }
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            file_bytes: 32 << 20,
            parts: 5_000,
            part_bytes: 24 << 20,
            inflated_bytes: 28 << 20,
            sheets: 500,
            cells: 200_000,
            row_cells: 2_000,
            one_text_bytes: 256 << 10,
            text_bytes: 12 << 20,
            dense_cells: 500_000,
            merges: 50_000,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_grows_with_the_cells_and_never_shrinks_below_the_usual() {
        assert_eq!(Limits::of_cells(200_000), Limits::default());
        let large = Limits::of_cells(1_000_000);
        assert_eq!((large.cells, large.text_bytes, large.row_cells), (1_000_000, 60 << 20, 2_000));
        let small = Limits::of_cells(1_000);
        assert_eq!((small.cells, small.file_bytes), (1_000, 32 << 20));
    }
}
