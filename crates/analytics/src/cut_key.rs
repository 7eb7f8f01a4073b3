//! What a figure is about (分组键): event, edition, dimension and value.

/// The edition, the dimension and the value that stand for the whole.
pub const ALL: &str = "all";
/// The value of a dimension where nothing says.
pub const UNKNOWN: &str = "unknown";

/// Event, edition, dimension and value, in the order of every key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CutKey {
    /// Event.
    pub event: String,
    /// Edition, or [`ALL`].
    pub cohort: String,
    /// By what is cut, or [`ALL`].
    pub dimension: &'static str,
    /// The value of the dimension, or [`ALL`].
    pub value: String,
}

impl CutKey {
    /// Whether it is about all editions together.
    pub fn is_all_editions(&self) -> bool {
        self.cohort == ALL
    }
}
