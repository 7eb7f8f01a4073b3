//! The sentences of the bulletin (句式): templates with slots, built in and replaceable, filled by a checked function.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::error::ReportError;
use crate::lang::Lang;

/// The sentences that are built in; a bureau writes its own beside them in the same form.
const BUILT_IN: &str = include_str!("sentences.csv");

/// Every sentence of the bulletin, in both languages, by its key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Templates {
    sentences: BTreeMap<String, Sentence>,
}

/// One line of the table of sentences.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    key: String,
    zh: String,
    en: String,
}

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Slot(&'a str),
}

impl Templates {
    /// The sentences that come with the program.
    pub fn built_in() -> Result<Templates, ReportError> {
        let sentences = read(BUILT_IN)?;
        Ok(Templates {
            sentences: sentences.into_iter().map(|sentence| (sentence.key.clone(), sentence)).collect(),
        })
    }

    /// The built-in sentences, with those of a table `key,zh,en` in their place. A language that is left empty keeps
    /// the built-in text. A key that no sentence has, and a slot that the sentence does not offer, are errors.
    pub fn with_overrides(table: &str) -> Result<Templates, ReportError> {
        let mut templates = Templates::built_in()?;
        for Sentence { key, zh, en } in read(table)? {
            let Some(sentence) = templates.sentences.get_mut(&key) else {
                return Err(ReportError::UnknownSentence { key });
            };
            let offered = slots(&sentence.zh).into_iter().chain(slots(&sentence.en));
            let offered: BTreeSet<String> = offered.map(str::to_owned).collect();
            for text in [&zh, &en] {
                let unknown = slots(text).into_iter().find(|slot| !offered.contains(*slot));
                if let Some(slot) = unknown {
                    return Err(unknown_slot(&key, slot, &offered));
                }
            }
            for (old, new) in [(&mut sentence.zh, zh), (&mut sentence.en, en)] {
                if !new.is_empty() {
                    *old = new;
                }
            }
        }
        Ok(templates)
    }

    /// The sentence with its slots filled. A value is never read as a template. A slot without a value is an error.
    pub fn fill(&self, key: &str, lang: Lang, values: &[(&str, String)]) -> Result<String, ReportError> {
        let sentence =
            self.sentences.get(key).ok_or_else(|| ReportError::UnknownSentence { key: key.to_owned() })?;
        let template = lang.pick(&sentence.zh, &sentence.en);
        let mut filled = String::new();
        for piece in pieces(template) {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Slot(slot) => {
                    let value = values.iter().find(|(name, _)| *name == slot).map(|(_, value)| value);
                    let offered = || values.iter().map(|(name, _)| (*name).to_owned()).collect();
                    filled.push_str(value.ok_or_else(|| unknown_slot(key, slot, &offered()))?);
                }
            }
        }
        Ok(filled)
    }
}

fn read(table: &str) -> Result<Vec<Sentence>, ReportError> {
    let table = table.trim_start_matches('\u{feff}');
    csv::Reader::from_reader(table.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(ReportError::SentenceTable)
}

fn unknown_slot(key: &str, slot: &str, offered: &BTreeSet<String>) -> ReportError {
    let offered: Vec<&str> = offered.iter().map(String::as_str).collect();
    let offered = if offered.is_empty() { "none".to_owned() } else { offered.join(", ") };
    ReportError::UnknownSlot { key: key.to_owned(), slot: slot.to_owned(), offered }
}

fn slots(template: &str) -> Vec<&str> {
    let slot = |piece| match piece {
        Piece::Slot(slot) => Some(slot),
        Piece::Text(_) => None,
    };
    pieces(template).into_iter().filter_map(slot).collect()
}

/// Text and slots in turn; a brace that is not closed is text.
fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, slot, after)) = next_slot(rest) {
        pieces.push(Piece::Text(before));
        pieces.push(Piece::Slot(slot));
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

fn next_slot(text: &str) -> Option<(&str, &str, &str)> {
    let (before, after) = text.split_once('{')?;
    let (slot, after) = after.split_once('}')?;
    Some((before, slot.trim(), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_of_a_sentence_offer_the_same_slots() {
        for sentence in Templates::built_in().unwrap().sentences.values() {
            let of = |text| slots(text).into_iter().collect::<BTreeSet<&str>>();
            assert_eq!(of(&sentence.zh), of(&sentence.en), "{}", sentence.key);
        }
    }

    #[test]
    fn a_slot_without_a_value_and_a_key_without_a_sentence_are_errors() {
        let templates = Templates::built_in().unwrap();
        let check = |key: &str, values: &[(&str, String)], expected: &str| {
            let filled = templates.fill(key, Lang::Zh, values).map_err(|error| error.to_string());
            assert_eq!(filled.unwrap_or_else(|error| error), expected);
        };
        check("as_of_line", &[("as_of", "{as_of}".to_owned())], "（截至{as_of}）");
        check("as_of_line", &[], "the sentence `as_of_line` has no slot `as_of`, only: none");
        check("as_of", &[], "there is no sentence `as_of`");
    }

    #[test]
    fn a_bureau_replaces_a_sentence_and_hears_of_what_is_unknown() {
        let check = |table: &str, expected: &str| {
            let said = Templates::with_overrides(table).and_then(|templates| {
                templates.fill("as_of_line", Lang::Zh, &[("as_of", "7月底".to_owned())])
            });
            assert_eq!(said.unwrap_or_else(|error| error.to_string()), expected);
        };
        check("key,zh,en\nas_of_line,数据截至{as_of},\n", "数据截至7月底");
        check("key,zh,en\nas_of_line,,by {as_of}\n", "（截至7月底）");
        check("key,zh,en\nas_off,a,b\n", "there is no sentence `as_off`");
        check("key,zh,en\nas_of_line,{asof},\n", "the sentence `as_of_line` has no slot `asof`, only: as_of");
        check("key,zh\nas_of_line,a\n", "cannot read the table of sentences");
    }
}
