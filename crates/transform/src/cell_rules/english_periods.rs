//! The as-of day of an English title (`data as of 09/22/2022`).

use std::ops::Range;

use model::month::Month;
use model::reading::Content;

use crate::cell_rules::dates::{DateMeaning, read_date};

/// The month of the day after `as of` or `as at`, and the bytes of the text that say it. Missing: there is none.
pub fn english_as_of(text: &str) -> Option<(Month, Range<usize>)> {
    let lower = text.to_ascii_lowercase();
    let lead =
        ["as of ", "as at ", "as on "].into_iter().find_map(|lead| Some(lower.find(lead)? + lead.len()))?;
    let rest = text.get(lead..)?;
    let words: Vec<&str> = rest.split_whitespace().take(3).collect();
    (1..=words.len()).rev().find_map(|count| {
        let date = words[..count].join(" ");
        let date = date.trim_end_matches([',', '.', ')', ';']);
        let read = read_date(&Content::Text(date.to_owned()), None, DateMeaning::Fact, None);
        let month = Month::of(read.value.filter(|_| read.problems.is_empty())?.date);
        let end = words[count - 1].as_ptr() as usize - text.as_ptr() as usize + words[count - 1].len();
        Some((month, lead..end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = english_as_of(text).map(|(month, _)| month.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn english_titles_name_the_day() {
        check("World Bank Projects, data as of 09/22/2022 03:29:43 PM", Some("2022-09"));
        check("Status as of 2023-07-31", Some("2023-07"));
        check("Loans as at 30 June 2023.", Some("2023-06"));
        check("as of now", None);
        check("World Bank Projects", None);
    }
}
