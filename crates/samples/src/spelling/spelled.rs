//! What stands in a cell, and the value that it says.

use crate::book::Content;

/// The content of a cell, and the value in the form of `rows.csv`; empty when it says none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spelled {
    pub(crate) content: Content,
    pub(crate) value: String,
}

impl Spelled {
    /// A text that says a value.
    pub(crate) fn text(text: impl Into<String>, value: impl Into<String>) -> Spelled {
        Spelled { content: Content::Text(text.into()), value: value.into() }
    }

    /// A number that says a value.
    pub(crate) fn number(number: f64, value: impl Into<String>) -> Spelled {
        Spelled { content: Content::Number(number), value: value.into() }
    }
}
