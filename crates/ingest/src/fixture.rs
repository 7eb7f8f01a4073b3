//! Sheets and a dictionary for tests.

use model::cell_address::{Area, CellAddress};
use model::reading::{Cell, Content, Role, Sheet};
use model::reference::HeaderSynonym;

use crate::dictionary::Dictionary;

/// The dictionary of the repository.
pub(crate) fn dictionary() -> Dictionary {
    let table = include_str!("../../../data/reference/header_synonyms.csv");
    let rows: Result<Vec<HeaderSynonym>, csv::Error> =
        csv::Reader::from_reader(table.as_bytes()).into_deserialize().collect();
    Dictionary::new(&rows.unwrap())
}

/// A sheet from rows of texts; a number becomes a number, an empty text no cell.
pub(crate) fn sheet(rows: &[&[&str]], merges: &[&str]) -> Sheet {
    let mut cells = Vec::new();
    for (row, texts) in rows.iter().enumerate() {
        for (col, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let content = text.parse().map_or_else(|_| Content::Text((*text).to_owned()), Content::Number);
            let (number_format, has_formula, hidden, role) = (None, false, false, Role::Other);
            let (row, col) = (row as u32 + 1, col as u32 + 1);
            cells.push(Cell { row, col, content, number_format, has_formula, hidden, role });
        }
    }
    let area = |text: &&str| {
        let (first, last) = text.split_once(':').unwrap();
        Area::new(first.parse::<CellAddress>().unwrap(), last.parse().unwrap())
    };
    Sheet { name: "表".to_owned(), hidden: false, cells, merges: merges.iter().map(area).collect() }
}
