//! The looks of cells that are ours (批注的格式): fills of marked cells, and everything on the list of problems.

use model::severity::Severity;

/// A look of a cell on the list of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Look {
    /// The title.
    Title,
    /// The sentence that says how much is to be done.
    Key,
    /// A sentence under it.
    Lead,
    /// The heading of a section.
    Section,
    /// A header of a column.
    Header,
    /// Words.
    Words,
    /// Words that begin like a formula.
    QuotedWords,
    /// Words of something settled.
    SettledWords,
    /// Words of something settled that begin like a formula.
    QuotedSettledWords,
    /// A short word in the middle.
    Middle,
    /// A short word of something settled.
    SettledMiddle,
    /// The address that leads to a cell.
    Link,
    /// The word for an error, on its colour.
    Error,
    /// The word for a warning, on its colour.
    Warning,
    /// A cell for the answer.
    Answer,
}

/// Every look, in the order in which the styles are added.
pub(crate) const LOOKS: [Look; 15] = [
    Look::Title,
    Look::Key,
    Look::Lead,
    Look::Section,
    Look::Header,
    Look::Words,
    Look::QuotedWords,
    Look::SettledWords,
    Look::QuotedSettledWords,
    Look::Middle,
    Look::SettledMiddle,
    Look::Link,
    Look::Error,
    Look::Warning,
    Look::Answer,
];

/// Fills, in the order in which they are added: light red, light yellow, header, section, answer.
pub(crate) const FILLS: [&str; 5] = ["FFFFC7CE", "FFFFEB9C", "FFD9E2F3", "FFEDEDED", "FFE2F0D9"];

/// Fonts, in the order in which they are added: what is written inside `font`.
pub(crate) const FONTS: [&[(&str, &str)]; 6] = [
    &[("sz", "val=\"10.5\""), ("name", "val=\"宋体\"")],
    &[("b", ""), ("sz", "val=\"10.5\""), ("name", "val=\"宋体\"")],
    &[("b", ""), ("sz", "val=\"16\""), ("name", "val=\"宋体\"")],
    &[("u", ""), ("sz", "val=\"10.5\""), ("color", "rgb=\"FF0563C1\""), ("name", "val=\"宋体\"")],
    &[("sz", "val=\"10.5\""), ("color", "rgb=\"FF7F7F7F\""), ("name", "val=\"宋体\"")],
    &[("b", ""), ("sz", "val=\"12\""), ("color", "rgb=\"FFC00000\""), ("name", "val=\"宋体\"")],
];

/// Which fill marks a cell; nothing for a hint.
pub(crate) const fn fill_of(severity: Severity) -> Option<usize> {
    match severity {
        Severity::Error => Some(0),
        Severity::Warning => Some(1),
        Severity::Info => None,
    }
}

impl Look {
    /// Its font, in the order of [`FONTS`].
    pub(crate) const fn font(self) -> usize {
        match self {
            Look::Section | Look::Header | Look::Error | Look::Warning => 1,
            Look::Title => 2,
            Look::Link => 3,
            Look::Key => 5,
            Look::SettledWords | Look::QuotedSettledWords | Look::SettledMiddle => 4,
            _ => 0,
        }
    }

    /// Its fill, in the order of [`FILLS`].
    pub(crate) const fn fill(self) -> Option<usize> {
        match self {
            Look::Error => Some(0),
            Look::Warning => Some(1),
            Look::Header => Some(2),
            Look::Section => Some(3),
            Look::Answer => Some(4),
            _ => None,
        }
    }

    /// It has a border.
    pub(crate) const fn is_bordered(self) -> bool {
        !matches!(self, Look::Title | Look::Key | Look::Lead)
    }

    /// Its text is shown as text, whatever it begins with.
    pub(crate) const fn is_quoted(self) -> bool {
        matches!(self, Look::QuotedWords | Look::QuotedSettledWords)
    }

    /// Where its text stands.
    pub(crate) const fn horizontal(self) -> &'static str {
        match self {
            Look::Title
            | Look::Header
            | Look::Middle
            | Look::SettledMiddle
            | Look::Link
            | Look::Error
            | Look::Warning => "center",
            _ => "left",
        }
    }
}
