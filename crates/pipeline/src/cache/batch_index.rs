//! The table of contents of a batch (批次目录): which returns it holds, and how many rows each has in each file.

use std::path::Path;

use model::cell_address::{Area, CellAddress};
use model::reading::{Reading, Sheet};
use serde::{Deserialize, Serialize};

/// Name of the file.
pub const FILE_NAME: &str = "index.json";

/// What a batch holds, sorted by content hash as its rows are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchIndex {
    /// The returns.
    pub returns: Vec<IndexedReturn>,
}

/// One return of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexedReturn {
    /// Content hash.
    pub return_id: String,
    /// What the content is.
    pub format: String,
    /// It could not be read; its one finding says why.
    pub is_rejected: bool,
    /// Its sheets, in order.
    pub sheets: Vec<IndexedSheet>,
    /// Rows in `columns`.
    pub n_columns: usize,
    /// Rows in `records`.
    pub n_records: usize,
    /// Keys of its rows in `findings`, in the order in which they were found.
    pub findings: Vec<String>,
}

/// What `cells` does not hold of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexedSheet {
    /// Its name.
    pub name: String,
    /// Not shown in Excel.
    pub hidden: bool,
    /// Rows in `cells`.
    pub n_cells: usize,
    /// Merged ranges: first row, first column, last row, last column.
    pub merges: Vec<[u32; 4]>,
}

impl BatchIndex {
    /// Reads the table of contents of a batch; nothing when it is not whole.
    pub fn read(folder: &Path) -> Option<BatchIndex> {
        let bytes = fs_err::read(folder.join(FILE_NAME)).ok()?;
        serde_json::from_slice(&bytes).ok()
    }
}

impl IndexedReturn {
    /// The entry of a return that was read.
    pub fn of(reading: &Reading) -> IndexedReturn {
        IndexedReturn {
            return_id: reading.return_id.clone(),
            format: reading.format.clone(),
            is_rejected: false,
            sheets: reading.sheets.iter().map(IndexedSheet::of).collect(),
            n_columns: reading.columns.len(),
            n_records: reading.records.len(),
            findings: reading.findings.iter().map(|finding| finding.finding_id.clone()).collect(),
        }
    }

    /// The entry of a return that could not be read.
    pub fn rejected(return_id: &str, format: &str, finding_id: &str) -> IndexedReturn {
        IndexedReturn {
            return_id: return_id.to_owned(),
            format: format.to_owned(),
            is_rejected: true,
            sheets: Vec::new(),
            n_columns: 0,
            n_records: 0,
            findings: vec![finding_id.to_owned()],
        }
    }
}

impl IndexedSheet {
    fn of(sheet: &Sheet) -> IndexedSheet {
        let corners = |area: &Area| [area.first.row, area.first.col, area.last.row, area.last.col];
        IndexedSheet {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            n_cells: sheet.cells.len(),
            merges: sheet.merges.iter().map(corners).collect(),
        }
    }

    /// The sheet without its cells.
    pub fn sheet(&self) -> Sheet {
        let area = |[row_first, col_first, row_last, col_last]: [u32; 4]| {
            Area::new(CellAddress::new(row_first, col_first), CellAddress::new(row_last, col_last))
        };
        let merges = self.merges.iter().copied().map(area).collect();
        Sheet { name: self.name.clone(), hidden: self.hidden, cells: Vec::new(), merges }
    }
}
