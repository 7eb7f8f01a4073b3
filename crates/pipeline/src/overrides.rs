//! What the command line may set aside of a pipeline definition.

use std::path::PathBuf;

use model::month::Month;

/// Settings of one run that are not in the pipeline file. Paths are relative to the current folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Patterns of received files; empty: those of the file.
    pub received: Vec<String>,
    /// The ledger workbook.
    pub ledger: Option<PathBuf>,
    /// When each file came.
    pub register: Option<PathBuf>,
    /// Folder of the store.
    pub store: Option<PathBuf>,
    /// The month that the figures speak about.
    pub as_of: Option<Month>,
    /// Only what had been received by then: a day or a moment.
    pub known_at: Option<String>,
    /// Move `current` although `as_of` or `known_at` is set.
    pub publish: bool,
}

impl Overrides {
    /// Whether the release becomes the current one.
    pub const fn moves_current(&self) -> bool {
        self.publish || (self.as_of.is_none() && self.known_at.is_none())
    }
}
