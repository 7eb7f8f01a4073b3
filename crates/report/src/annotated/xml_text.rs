//! Texts inside XML parts (文本转义): nothing that a text holds can end its element or become a formula.

use std::fmt::Write;

/// Longer texts do not fit into a cell; counted as Excel does, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// A text for content or attribute values; characters that XML cannot hold are left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_allowed(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// The text of a cell or comment: as long as fits, and no `_x0041_` in it is read as an escape.
pub(crate) fn cell_text(text: &str) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= LONGEST_TEXT
    };
    let fitting: String = text.chars().take_while(fits).collect();
    let mut out = String::with_capacity(fitting.len());
    let mut rest = fitting.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        out.push_str(if is_escape(from) { "_x005F_x" } else { "_x" });
        rest = from.get(2..).unwrap_or_default();
    }
    out.push_str(rest);
    escaped(&out)
}

/// Whether a spreadsheet program could take a text for a formula when it is pasted or exported.
pub(crate) fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// A run of attributes, ` name="value"` each.
pub(crate) fn attributes(pairs: &[(&str, &str)]) -> String {
    pairs.iter().fold(String::new(), |mut out, (name, value)| {
        // Writing to a string cannot fail.
        let _ = write!(out, " {name}=\"{}\"", escaped(value));
        out
    })
}

/// `_xHHHH_` at the beginning.
fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = bytes.get(2..6).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    digits && bytes.get(6) == Some(&b'_')
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        let check = |text: &str, expected: &str| assert_eq!(cell_text(text), expected);
        check("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;");
        check("a\u{0}\u{b}\r\nb\u{ffff}", "a\nb");
        check("_x003D_1+1", "_x005F_x003D_1+1");
        check("_x12_ _xx", "_x12_ _xx");
        assert_eq!(cell_text(&"长".repeat(40_000)).chars().count(), LONGEST_TEXT);
        assert_eq!(attributes(&[("a", "1"), ("b", "<")]), " a=\"1\" b=\"&lt;\"");
        assert!(looks_like_a_formula("=1") && looks_like_a_formula("＠x") && !looks_like_a_formula("1-2"));
    }
}
