//! Parts of a year and of a month in words (季度、半年、旬、年底).

use crate::cell_rules::numbers::small_number_at;
use crate::cell_rules::spans::{Written, half_span, quarter_span, year_span};

/// 底, 末, 下旬 and the like: whether the end is meant, and the bytes.
pub fn part_of_month(text: &str) -> (bool, usize) {
    const WORDS: [(&str, bool); 9] = [
        ("上旬", false),
        ("中旬", false),
        ("下旬", false),
        ("月初", false),
        ("月底", true),
        ("底", true),
        ("末", true),
        ("初", false),
        ("中", false),
    ];
    let found = WORDS.iter().find(|(word, _)| text.starts_with(word));
    found.map_or((false, 0), |(word, to_end)| (*to_end, word.len()))
}

/// A quarter, half a year, 年底 and the like.
pub fn part_of_year_at(year: i32, text: &str) -> Option<(Written, usize)> {
    const WORDS: [(&str, u32); 6] =
        [("上半年", 1), ("下半年", 2), ("H1", 1), ("H2", 2), ("前半年", 1), ("后半年", 2)];
    if let Some((word, half)) = WORDS.iter().find(|(word, _)| text.starts_with(word)) {
        return Some((half_span(year, *half), word.len()));
    }
    for (word, to_end) in
        [("年底", true), ("年末", true), ("底", true), ("末", true), ("初", false), ("内", false)]
    {
        if text.starts_with(word) {
            return Some((year_span(year).map(|span| if to_end { span.to_end() } else { span }), word.len()));
        }
    }
    let ordinal = text.strip_prefix('第').unwrap_or(text);
    let quartered = ordinal.strip_prefix(['Q', 'q']);
    let (quarter, length) = small_number_at(quartered.unwrap_or(ordinal))?;
    let behind = &quartered.unwrap_or(ordinal)[length..];
    let closed = if quartered.is_some() { behind } else { strip_quarter(behind)? };
    Some((quarter_span(year, quarter), text.len() - closed.len()))
}

fn strip_quarter(text: &str) -> Option<&str> {
    ["季度末", "季度", "季"].iter().find_map(|word| text.strip_prefix(word))
}
