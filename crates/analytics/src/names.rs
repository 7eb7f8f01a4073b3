//! The texts of a panel in order (名称排序): numbers that sort as the texts do.

use crate::cut_key::UNKNOWN;
use crate::panel::{Word, Words};

/// A text by its place among all texts in order. Two words with one text have one name.
pub type Name = u32;

/// Every text of a panel, sorted; the empty one reads `unknown`.
#[derive(Debug, Clone, Default)]
pub struct Names {
    sorted: Vec<String>,
    of_word: Vec<Name>,
}

impl Names {
    /// The names of all words.
    pub fn of(words: &Words) -> Names {
        let shown = |text: &String| if text.is_empty() { UNKNOWN.to_owned() } else { text.clone() };
        let texts: Vec<String> = words.texts().iter().map(shown).collect();
        let mut sorted = texts.clone();
        sorted.sort_unstable();
        sorted.dedup();
        let place = |text: &String| sorted.binary_search(text).unwrap_or_default() as Name;
        let of_word = texts.iter().map(place).collect();
        Names { sorted, of_word }
    }

    /// The name of a word.
    pub fn name(&self, word: Word) -> Name {
        self.of_word.get(word as usize).copied().unwrap_or_default()
    }

    /// The text of a name.
    pub fn text(&self, name: Name) -> &str {
        self.sorted.get(name as usize).map_or(UNKNOWN, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::Panel;
    use model::datasets::project_months::ProjectMonth;
    use model::policy::{Policy, Scope};

    #[test]
    fn names_sort_as_their_texts_do_and_nothing_is_unknown() {
        let row = |id: &str, unit: Option<&str>| ProjectMonth {
            project_id: id.to_owned(),
            unit_code: unit.map(str::to_owned),
            ..ProjectMonth::default()
        };
        let rows = [row("B", Some("unknown")), row("A", None), row("C", Some("b"))];
        let panel = Panel::new(&rows, &Policy::default(), &Scope::default());
        let names = Names::of(&panel.words);
        let units: Vec<Name> = panel.months.iter().map(|month| names.name(month.unit)).collect();
        assert_eq!(units[0], units[1], "said to be unknown, and not said");
        assert!(units[2] < units[0] && names.text(units[2]) == "b");
        assert_eq!(names.text(units[0]), UNKNOWN);
        assert_eq!(Names::default().text(7), UNKNOWN);
    }
}
