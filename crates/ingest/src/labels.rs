//! Which cells of a sheet are labels (标签): short texts that mean a field by themselves. Every text is looked up once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use model::field::Field;
use model::reading::Cell;

use crate::dictionary::Dictionary;
use crate::grid::{Grid, text_of};
use crate::header_text::HeaderText;
use crate::matching::meaning;
use crate::meaning::{Meaning, Method};
use crate::overrides::{Heading, Overrides};
use crate::unit_text::unit_of;

/// Looks labels up and remembers them.
#[derive(Debug)]
pub struct Labels<'d> {
    dictionary: &'d Dictionary,
    overrides: &'d Overrides,
    sheet: &'d str,
    known: RefCell<HashMap<String, Option<Field>>>,
}

impl<'d> Labels<'d> {
    /// Nothing looked up yet.
    pub fn new(dictionary: &'d Dictionary, overrides: &'d Overrides) -> Labels<'d> {
        Labels { dictionary, overrides, sheet: "", known: RefCell::default() }
    }

    /// Goes on to a sheet: what is settled for that sheet alone holds there.
    pub fn enter(&mut self, sheet: &'d str) {
        if !self.overrides.is_empty() {
            self.known.borrow_mut().clear();
        }
        self.sheet = sheet;
    }

    /// Whether a text is a known label, word for word.
    pub fn is_known(&self, text: &str) -> bool {
        self.dictionary.is_known(text) || self.settled(&[text]).is_some()
    }

    /// What is settled about a heading, by its path.
    pub fn settled(&self, path: &[&str]) -> Option<&'d Heading> {
        self.overrides.of(self.sheet, path)
    }

    /// The field that a text means by itself, without guessing.
    pub fn field(&self, text: &str) -> Option<Field> {
        if text.len() > 120 {
            return None;
        }
        if let Some(found) = self.known.borrow().get(text) {
            return *found;
        }
        let found = self.meaning(&[text]);
        let sure = found.method > Method::Fuzzy && found.confidence >= 0.6 && !is_value_like(text, &found);
        let field = found.field.filter(|_| sure);
        self.known.borrow_mut().insert(text.to_owned(), field);
        field
    }

    /// The field of a cell that is a label.
    pub fn of_cell(&self, cell: &Cell) -> Option<Field> {
        self.field(text_of(cell)?)
    }

    /// A header text in the form in which it is looked up.
    pub fn header(&self, text: &str) -> Arc<HeaderText> {
        self.dictionary.header(text)
    }

    /// The meaning of a path.
    pub fn meaning(&self, path: &[&str]) -> Meaning {
        self.settled(path).map_or_else(|| meaning(self.dictionary, path), Heading::meaning)
    }

    /// A text that says something only under a group.
    pub fn needs_group(&self, text: &str) -> bool {
        self.dictionary.needs_group(text)
    }

    /// The distinct fields of a row's labels, and how many cells of the row are texts.
    pub fn fields_of_row(&self, grid: &Grid<'_>, row: u32) -> Vec<(u32, Field)> {
        grid.cells_of(row).iter().filter_map(|cell| Some((cell.col, self.of_cell(cell)?))).collect()
    }
}

/// `开工`, `已投产` are values as often as they are labels.
fn is_value_like(text: &str, found: &Meaning) -> bool {
    let is_tick = found.field.is_some_and(|field| field.value_type() == model::field::ValueType::Bool);
    is_tick && !text.contains('是')
}

/// A word in a row of units that is no unit: a dash, or the form of what is filled in.
pub fn is_form_word(text: &str) -> bool {
    let squeezed = crate::header_text::squeeze(text);
    let is_dash = !squeezed.is_empty() && squeezed.chars().all(|c| matches!(c, '-' | '/' | '\\' | '_' | '*'));
    let words = [
        "年月",
        "年/月",
        "年、月",
        "年.月",
        "年月日",
        "年/月/日",
        "年-月",
        "年-月-日",
        "文字",
        "文本",
        "个",
        "家",
        "项",
        "%",
    ];
    is_dash || words.contains(&squeezed.as_str())
}

/// One of these stands in every unit.
const UNIT_SIGNS: &str = "元亿万币亩平公米顷㎡块";

/// A text that is a unit and nothing else.
pub fn is_unit(text: &str) -> bool {
    if text.len() > 60 || !text.contains(|c: char| UNIT_SIGNS.contains(c) || c.is_ascii_alphabetic()) {
        return false;
    }
    let squeezed = crate::header_text::squeeze(text);
    squeezed.chars().count() <= 10 && unit_of(&squeezed).is_some()
}
