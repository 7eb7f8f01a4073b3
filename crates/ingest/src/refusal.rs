//! Why a workbook could not be read at all (拒收): a named reject. A bad value inside one is a finding of the reading.

use model::datasets::findings::Finding;
use model::findings::{
    R101_DAMAGED, R102_ENCRYPTED, R103_NOT_A_WORKBOOK, R104_OVER_BUDGET, R105_EMPTY_FILE, R107_READER_FAILED,
};

use crate::error::ReadError;

/// A file that was refused as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What the content looks like: `xlsx`, `xls`, `pdf`, `unknown` …
    pub format: String,
    /// The reason, as a finding of the codes R101 to R107.
    pub finding: Finding,
}

impl Refusal {
    /// The refusal of a file of this format for this reason.
    pub fn new(format: &str, return_id: &str, error: &ReadError) -> Refusal {
        let (code, detail) = match error {
            ReadError::Damaged(detail) => (R101_DAMAGED, detail.as_str()),
            ReadError::Encrypted => (R102_ENCRYPTED, ""),
            ReadError::NotAWorkbook(detail) => (R103_NOT_A_WORKBOOK, detail.as_str()),
            ReadError::OverBudget(detail) => (R104_OVER_BUDGET, detail.as_str()),
            ReadError::Empty => (R105_EMPTY_FILE, ""),
            ReadError::ReaderFailed(detail) => (R107_READER_FAILED, detail.as_str()),
        };
        Refusal { format: format.to_owned(), finding: code.draft(return_id).detail(detail).finish() }
    }
}
