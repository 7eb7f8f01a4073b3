//! The words that are looked for in progress texts (词典), found by their first sign.

use std::collections::BTreeMap;

use crate::cell_rules::stage_words::Meaning;

/// Words with their meanings.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// By first sign, longest first.
    words: BTreeMap<char, Vec<(String, Meaning)>>,
}

impl Lexicon {
    /// A lexicon of these words; of two alike the first counts.
    pub fn new(words: impl IntoIterator<Item = (String, Meaning)>) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for (word, meaning) in words {
            let Some(first) = word.chars().next() else { continue };
            let alike = lexicon.words.entry(first).or_default();
            if alike.iter().all(|(known, _)| *known != word) {
                alike.push((word, meaning));
            }
        }
        for alike in lexicon.words.values_mut() {
            alike.sort_by(|(left, _), (right, _)| right.len().cmp(&left.len()).then_with(|| left.cmp(right)));
        }
        lexicon
    }

    /// The longest word at the beginning of a text.
    pub fn word_at(&self, text: &str) -> Option<(&str, Meaning)> {
        let alike = self.words.get(&text.chars().next()?)?;
        let (word, meaning) = alike.iter().find(|(word, _)| text.starts_with(word.as_str()))?;
        Some((word, *meaning))
    }
}
