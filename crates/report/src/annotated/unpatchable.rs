//! Why a workbook cannot be marked where it is (无法原样批注): the marks then go into a rebuilt copy.

/// Why the package of a workbook cannot be changed in place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Unpatchable(String);

impl Unpatchable {
    /// The reason in words.
    pub(crate) fn because(reason: impl ToString) -> Unpatchable {
        Unpatchable(reason.to_string())
    }
}
