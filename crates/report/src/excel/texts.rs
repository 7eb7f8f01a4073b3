//! Texts that are harmless in a cell (单元格文字): never a formula, no control characters, right-to-left texts isolated.

use std::borrow::Cow;

/// Longer texts do not fit into a cell, counted in UTF-16.
const LONGEST_TEXT: usize = 32_767;
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// The text as it is written; what is written already stays as it is. A text that a program which reads a CSV copy
/// would run gets an apostrophe in front.
pub fn cell_text(text: &str) -> String {
    let clean: String = text.chars().filter_map(allowed).collect();
    let armed = if is_dangerous(&clean) { format!("'{clean}") } else { clean };
    let isolated = if has_right_to_left(text) { isolate(&armed) } else { armed };
    fitting(&isolated).into_owned()
}

/// Whether a program could take the beginning of a text for that of a formula.
pub fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '\''])
}

/// A lone sign and a plain number do no harm, and are what people write for "nothing" and for a change.
fn is_dangerous(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\u{feff}', '\n', '"']);
    let rest = text.trim_start_matches(['-', '－', '—', '+', '＋']);
    !text.starts_with('\'')
        && looks_like_a_formula(text)
        && !rest.trim().is_empty()
        && rest.parse::<f64>().is_err()
}

/// Tabs become spaces; other control characters, marks of direction and what XML does not know are dropped.
fn allowed(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        '\u{fffe}' | '\u{ffff}' => None,
        c if c.is_control() || is_direction(c) => None,
        c => Some(c),
    }
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Hebrew, Arabic and their neighbours, and the marks that turn a text round.
fn has_right_to_left(text: &str) -> bool {
    let turns = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
            || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
            || is_direction(c)
    };
    text.chars().any(turns)
}

/// So that it does not turn round what stands beside it.
fn isolate(text: &str) -> String {
    let lines = text.split('\n').map(|line| format!("{FIRST_STRONG_ISOLATE}{line}{POP_ISOLATE}"));
    lines.collect::<Vec<String>>().join("\n")
}

/// The part of a text that fits into a cell, with a mark where it is cut.
fn fitting(text: &str) -> Cow<'_, str> {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return Cow::Borrowed(text);
    }
    let mut room = LONGEST_TEXT - 1;
    let fits = |c: &char| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    Cow::Owned(text.chars().take_while(fits).chain(['…']).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(cell_text(text), expected, "{text:?}");
    }

    #[test]
    fn what_could_run_is_held_and_what_cannot_stays() {
        check("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
        check("@SUM(A1:A9)", "'@SUM(A1:A9)");
        check("+1", "+1");
        check("-12.5", "-12.5");
        check("-", "-");
        check("-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0");
        check("＝HYPERLINK(1)", "'＝HYPERLINK(1)");
        check("\t=1+1", "' =1+1");
        check("  =1+1", "'  =1+1");
        check("<script>alert(1)</script>", "<script>alert(1)</script>");
        check("新能源项目", "新能源项目");
    }

    #[test]
    fn control_characters_go_and_directions_are_isolated() {
        check("a\u{0}b\u{b}c\u{ffff}", "abc");
        check("\u{0}=1+1", "'=1+1");
        check("\u{202e}fdp.exe", "\u{2068}fdp.exe\u{2069}");
        check("مشروع", "\u{2068}مشروع\u{2069}");
        check("🚀项目", "🚀项目");
    }

    #[test]
    fn long_texts_are_cut_by_what_excel_counts() {
        let cut = cell_text(&"🚀".repeat(20_000));
        assert!(cut.encode_utf16().count() <= LONGEST_TEXT && cut.ends_with('…'));
        check(&"长".repeat(LONGEST_TEXT), &"长".repeat(LONGEST_TEXT));
    }

    proptest! {
        #[test]
        fn every_text_fits_and_none_begins_a_formula(text in "[ \t\u{0}=+@'\n\u{202e}مa1-]{0,6}\\PC*") {
            let written = cell_text(&text);
            prop_assert_eq!(&cell_text(&written), &written);
            prop_assert!(written.encode_utf16().count() <= LONGEST_TEXT);
            prop_assert!(written.chars().all(|c| c == '\n' || !c.is_control()));
            prop_assert!(!written.starts_with('=') && !written.starts_with('@'));
        }
    }
}
