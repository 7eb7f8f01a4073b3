//! Why reading a workbook stopped. A bad value inside a workbook is a finding and no error.

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Broken or cut off.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// Something else than a workbook.
    #[error("the file is no workbook but {0}")]
    NotAWorkbook(String),
    /// More than the limits allow.
    #[error("the file is over the reading budget: {0}")]
    OverBudget(String),
    /// No byte in it.
    #[error("the file is empty")]
    Empty,
    /// The reader itself failed.
    #[error("the reader failed: {0}")]
    ReaderFailed(String),
}

impl ReadError {
    /// Damaged, with the message of a reader.
    pub fn damaged(reason: impl std::fmt::Display) -> ReadError {
        ReadError::Damaged(reason.to_string())
    }

    /// Over a limit of so many things.
    pub fn over(what: &str, limit: u64) -> ReadError {
        ReadError::OverBudget(format!("{what} > {limit}"))
    }
}
