//! Rows of `cells` back to cells in memory (单元格还原).

use std::collections::BTreeMap;
use std::sync::Arc;

use model::datasets::cells::CellRow;
use model::reading::{Cell, Content, Role};

/// Every role, so that its word can be read back.
const ROLES: [Role; 14] = [
    Role::Title,
    Role::Caption,
    Role::Header,
    Role::ColumnNumber,
    Role::Group,
    Role::Data,
    Role::Extra,
    Role::Subtotal,
    Role::Total,
    Role::Note,
    Role::Signature,
    Role::Summary,
    Role::Dictionary,
    Role::Other,
];

/// Number formats, each kept once in memory.
#[derive(Debug, Default)]
pub struct Formats(BTreeMap<String, Arc<str>>);

impl Formats {
    /// The cell of a row.
    pub fn cell(&mut self, row: CellRow) -> Cell {
        Cell {
            row: u32::try_from(row.row).unwrap_or_default(),
            col: u32::try_from(row.col).unwrap_or_default(),
            content: content(&row.kind, row.text, row.number),
            number_format: row.number_format.map(|format| self.shared(format)),
            has_formula: row.has_formula,
            hidden: row.hidden,
            role: role(&row.role),
        }
    }

    fn shared(&mut self, format: String) -> Arc<str> {
        let known = self.0.entry(format).or_insert_with_key(|format| Arc::from(format.as_str()));
        Arc::clone(known)
    }
}

fn content(kind: &str, text: String, number: Option<f64>) -> Content {
    match (kind, number) {
        ("number", Some(number)) => Content::Number(number),
        ("date", Some(serial)) => Content::Date(serial, text),
        ("boolean", _) => Content::Boolean(text == "TRUE"),
        ("error", _) => Content::Error(text),
        _ => Content::Text(text),
    }
}

fn role(word: &str) -> Role {
    ROLES.into_iter().find(|role| role.as_str() == word).unwrap_or_default()
}
