//! Texts that stand once (文本表): rows of the data name them by number.

use std::collections::BTreeMap;

/// The texts in the order in which they came; number 0 is the empty text.
#[derive(Debug)]
pub struct Strings {
    numbers: BTreeMap<String, usize>,
    list: Vec<String>,
}

impl Default for Strings {
    fn default() -> Strings {
        Strings { numbers: BTreeMap::from([(String::new(), 0)]), list: vec![String::new()] }
    }
}

impl Strings {
    /// The number of a text.
    pub fn number(&mut self, text: &str) -> usize {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.list.len();
        self.list.push(text.to_owned());
        self.numbers.insert(text.to_owned(), number);
        number
    }

    /// The number of a text that may be missing.
    pub fn number_of(&mut self, text: Option<&str>) -> usize {
        text.map_or(0, |text| self.number(text))
    }

    /// All texts, each at its number.
    pub fn into_list(self) -> Vec<String> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_once() {
        let mut strings = Strings::default();
        let numbers =
            [strings.number("甲"), strings.number("乙"), strings.number("甲"), strings.number_of(None)];
        assert_eq!(numbers, [1, 2, 1, 0]);
        assert_eq!(strings.into_list(), ["", "甲", "乙"]);
    }
}
