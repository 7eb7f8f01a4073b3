//! Ready comparisons of texts: the same, alike, different. A caller may bring others of its own.

use std::borrow::Cow;

use strsim::{jaro_winkler, osa_distance};

use crate::linkage::level::{EXACT, Level};

/// Words at least so alike (Jaro–Winkler, Winkler 1990) are near: a slip of the pen. Set beforehand, not fitted.
pub const NEAR_LIKENESS: f64 = 0.92;

/// Words at least so alike (Jaro–Winkler) are faintly alike: spelt otherwise. Set beforehand, not fitted.
pub const FAINT_LIKENESS: f64 = 0.8;

/// The scale of [`compare_exactly`].
pub const SAME_OR_NOT: &[&str] = &["exact", "different"];

/// The scale of [`compare_words`].
pub const WORD_SCALE: &[&str] = &["exact", "near", "faint", "different"];

/// The scale of [`compare_digits`].
pub const DIGIT_SCALE: &[&str] = &["exact", "one slip", "two slips", "different"];

/// The scale of [`compare_crosswise`].
pub const CROSSWISE_SCALE: &[&str] = &["exact", "near", "faint", "crosswise", "different"];

/// The same or not, on the scale [`SAME_OR_NOT`]. Missing: when either value is missing.
pub fn compare_exactly(left: Option<&str>, right: Option<&str>) -> Level {
    compared(left, right, |_, _| Level::At(1))
}

/// How alike two words or phrases are, on the scale [`WORD_SCALE`]. Spaces do not count: one more or less is near.
/// Missing: when either value is missing.
pub fn compare_words(left: Option<&str>, right: Option<&str>) -> Level {
    compared(left, right, |left, right| {
        let (left, right) = (without_spaces(left), without_spaces(right));
        let likeness = jaro_winkler(&left, &right);
        match likeness {
            likeness if likeness >= NEAR_LIKENESS => Level::At(1),
            likeness if likeness >= FAINT_LIKENESS => Level::At(2),
            _ => Level::At(3),
        }
    })
}

/// How many slips lie between two numbers written out, on the scale [`DIGIT_SCALE`]. A slip is a digit lost, added,
/// changed, or two neighbours transposed (Damerau 1964). A number as short as the slips is different: `12` and `35`.
/// Missing: when either value is missing.
pub fn compare_digits(left: Option<&str>, right: Option<&str>) -> Level {
    compared(left, right, |left, right| {
        let n_signs = left.chars().count().max(right.chars().count());
        match osa_distance(left, right) {
            1 if n_signs > 1 => Level::At(1),
            2 if n_signs > 3 => Level::At(2),
            _ => Level::At(3),
        }
    })
}

/// As [`compare_words`], but a value that differs may stand in another column of the other record, as when first and
/// last name are exchanged. On the scale [`CROSSWISE_SCALE`]. Missing: when either value is missing.
pub fn compare_crosswise(
    (left, other_left): (Option<&str>, Option<&str>),
    (right, other_right): (Option<&str>, Option<&str>),
) -> Level {
    let level = compare_words(left, right);
    let is_crosswise = left.is_some() && left == other_right || right.is_some() && right == other_left;
    match level {
        Level::At(3) if is_crosswise => Level::At(3),
        Level::At(3) => Level::At(4),
        level => level,
    }
}

fn compared(left: Option<&str>, right: Option<&str>, unequal: impl Fn(&str, &str) -> Level) -> Level {
    match (left, right) {
        (Some(left), Some(right)) if left == right => EXACT,
        (Some(left), Some(right)) => unequal(left, right),
        _ => Level::Missing,
    }
}

fn without_spaces(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_whitespace) {
        Cow::Owned(text.split_whitespace().collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_value_says_nothing() {
        for compare in [compare_exactly, compare_words, compare_digits] {
            assert_eq!(compare(None, Some("a")), Level::Missing);
            assert_eq!(compare(Some("a"), None), Level::Missing);
            assert_eq!(compare(None, None), Level::Missing);
            assert_eq!(compare(Some("a"), Some("a")), EXACT);
        }
    }

    #[test]
    fn words_are_near_after_a_slip_and_faint_when_spelt_otherwise() {
        let check = |left, right, expected: &str| {
            let place = compare_words(Some(left), Some(right)).place(WORD_SCALE.len()).unwrap();
            assert_eq!(WORD_SCALE[place], expected, "{left} {right}");
        };
        check("michaela", "michaela", "exact");
        check("michaela", "micheala", "near");
        check("elk i", "elki", "near");
        check("stephanie", "stefani", "faint");
        check("green", "howie", "different");
        check("", "howie", "different");
    }

    #[test]
    fn digits_slip_once_or_twice() {
        let check = |left, right, expected: &str| {
            let place = compare_digits(Some(left), Some(right)).place(DIGIT_SCALE.len()).unwrap();
            assert_eq!(DIGIT_SCALE[place], expected, "{left} {right}");
        };
        check("5304218", "5304218", "exact");
        check("5304218", "5302418", "one slip");
        check("5304218", "530421", "one slip");
        check("5304218", "5304299", "two slips");
        check("5304218", "4066625", "different");
        check("1", "2", "different");
        check("12", "35", "different");
    }

    #[test]
    fn exchanged_columns_are_seen() {
        let check = |left, right, expected| assert_eq!(compare_crosswise(left, right), expected);
        check((Some("anna"), Some("berg")), (Some("berg"), Some("anna")), Level::At(3));
        check((Some("anna"), Some("berg")), (Some("otto"), Some("lund")), Level::At(4));
        check((Some("anna"), None), (Some("otto"), None), Level::At(4));
        check((None, Some("anna")), (Some("anna"), None), Level::Missing);
    }
}
