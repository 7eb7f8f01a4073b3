//! What comes in: one received file (收到的文件), read, rejected or passed over.

use model::datasets::findings::Finding;
use model::reading::Reading;

/// One received file.
#[derive(Debug, Clone)]
pub struct ReceivedFile {
    /// Path below the received root, with `/`.
    pub file: String,
    /// Its size.
    pub bytes: i64,
    /// Content hash.
    pub return_id: String,
    /// RFC 3339 time of receipt, where the register says it.
    pub received_at: Option<String>,
    /// What `ingest` made of it.
    pub content: FileContent,
}

/// What `ingest` made of a file.
#[derive(Debug, Clone)]
pub enum FileContent {
    /// It was read.
    Read(Box<Reading>),
    /// It could not be read.
    Rejected {
        /// What the content is, as far as known.
        format: String,
        /// Why.
        finding: Box<Finding>,
    },
    /// It is no return: a register, a note, a lock file.
    Skipped {
        /// Why.
        reason: String,
    },
}
