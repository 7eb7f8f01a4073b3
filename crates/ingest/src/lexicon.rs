//! Cuts a header label into the words it is made of (分词); what no word explains is counted.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::words::{WORDS, Word};

/// The words by their first character, the longest first.
static BY_FIRST: LazyLock<HashMap<char, Vec<(&'static str, Word)>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<(&'static str, Word)>> = HashMap::new();
    for (word, spellings) in WORDS {
        for spelling in spellings.split_ascii_whitespace() {
            by_first.entry(spelling.chars().next().unwrap_or(' ')).or_default().push((spelling, *word));
        }
    }
    by_first
        .values_mut()
        .for_each(|words| words.sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len())));
    by_first
});

/// A label cut into words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cut {
    /// The words, in order.
    pub words: Vec<Word>,
    /// Characters that no word explains.
    pub unexplained: usize,
}

impl Cut {
    /// Whether a word occurs.
    pub fn has(&self, word: Word) -> bool {
        self.words.contains(&word)
    }

    /// Whether one of the words occurs.
    pub fn has_any(&self, words: &[Word]) -> bool {
        words.iter().any(|word| self.has(*word))
    }
}

/// Cuts a squeezed label into words, the longest first at every place.
pub fn cut(label: &str) -> Cut {
    let mut cut = Cut::default();
    let mut rest = label;
    while let Some(first) = rest.chars().next() {
        if matches!(rest, "日" | "于") && !cut.words.is_empty() {
            cut.words.push(Word::Time); // 开工日, 开工于
            break;
        }
        let found = number_word(rest).or_else(|| longest_word(rest));
        match found {
            Some((word, length)) => {
                cut.words.push(word);
                rest = &rest[length..];
            }
            None => {
                cut.unexplained += 1;
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    cut
}

fn longest_word(text: &str) -> Option<(Word, usize)> {
    let candidates = BY_FIRST.get(&text.chars().next()?)?;
    let (spelling, word) = candidates.iter().find(|(spelling, _)| text.starts_with(spelling))?;
    Some((*word, spelling.len()))
}

/// `2023年`, `7月`, `1-7月`, `1月至7月`, `2023.7`, `2023-07` at the start of a text.
fn number_word(text: &str) -> Option<(Word, usize)> {
    if let Some(month) = chinese_month(text) {
        return Some(month);
    }
    let (number, digits) = leading_number(text)?;
    let rest = &text[digits..];
    if digits == 4 && (1990..2100).contains(&number) {
        let year = Word::Year(number as i32);
        return Some((
            year,
            digits
                + if rest.starts_with('年') {
                    "年".len()
                } else {
                    usize::from(rest.starts_with(['-', '.', '/']))
                },
        ));
    }
    if !(1..=12).contains(&number) {
        return None;
    }
    for joint in ["月-", "月至", "月到", "-", "至", "月、", "到"] {
        let Some(behind) = rest.strip_prefix(joint) else { continue };
        let Some((last, length)) = leading_number(behind) else { continue };
        if (1..=12).contains(&last) && behind[length..].starts_with('月') {
            return Some((Word::MonthRange(last), digits + joint.len() + length + "月".len()));
        }
    }
    for mark in ["月份以来", "月以来", "月起"] {
        if number == 1 && rest.starts_with(mark) {
            return Some((Word::ThisYear, digits + mark.len())); // since January
        }
    }
    let has_mark = rest.starts_with('月');
    (has_mark || rest.is_empty())
        .then(|| (Word::Month(number), digits + if has_mark { "月".len() } else { 0 }))
}

/// `七月`, `十一月份`.
fn chinese_month(text: &str) -> Option<(Word, usize)> {
    const MONTHS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let found = MONTHS
        .iter()
        .enumerate()
        .rev()
        .find(|(_, word)| text.strip_prefix(**word).is_some_and(|rest| rest.starts_with('月')))?;
    let (index, word) = found;
    Some((Word::Month(index as u32 + 1), word.len() + "月".len()))
}

fn leading_number(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    Some((text.get(..length)?.parse().ok()?, length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Word::{Arrived, Previous, Total, Until};

    #[test]
    fn labels_are_cut_into_words() {
        assert_eq!(cut("截至上月累计到位").words, [Until, Previous, Total, Arrived]);
        assert_eq!(cut("1-7月到位资金").words, [Word::MonthRange(7), Arrived]);
        assert_eq!(cut("2023年7月").words, [Word::Year(2023), Word::Month(7)]);
        assert_eq!(cut("2023-07").words, [Word::Year(2023), Word::Month(7)]);
        assert_eq!(cut("咖啡").unexplained, 2);
        assert_eq!(cut("七月份到位").words, [Word::Month(7), Arrived]);
        assert_eq!(cut("今年1月以来到位").words, [Word::ThisYear, Word::ThisYear, Arrived]);
        assert_eq!(cut("实际动工日").words, [Word::Actual, Word::Start, Word::Time]);
    }
}
