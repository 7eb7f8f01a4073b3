//! Texts of a given width (等宽文字): a Chinese sign takes two columns of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text on one line, cut with `…` where it is wider than so many columns.
pub(crate) fn cut(text: &str, widest: usize) -> String {
    let line = one_line(text);
    if line.width() <= widest {
        return line;
    }
    let mut width = 1;
    let fits = |sign: &char| {
        width += sign.width().unwrap_or(0);
        width <= widest
    };
    let mut kept: String = line.chars().take_while(fits).collect();
    kept.push('…');
    kept
}

/// A text on at most so many lines of so many columns, the last one cut. An empty text has no line.
pub(crate) fn folded(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = one_line(text);
    while !rest.is_empty() && lines.len() < most {
        let is_last = lines.len() + 1 == most;
        let mut taken = 0;
        let fits = |sign: &char| {
            taken += sign.width().unwrap_or(0);
            taken <= width
        };
        let head: String = rest.chars().take_while(fits).collect();
        if is_last || head.is_empty() {
            lines.push(cut(&rest, width));
            return lines;
        }
        let head = before_bracket(&head);
        lines.push(head.to_owned());
        rest = rest[head.len()..].trim_start().to_owned();
    }
    lines
}

/// A beginning of a text without a bracket that it opens and does not close: units stay whole.
fn before_bracket(head: &str) -> &str {
    match head.rfind(['（', '(']) {
        Some(at) if at > 0 && !head[at..].contains(['）', ')']) => &head[..at],
        _ => head,
    }
}

/// A text with spaces behind it up to so many columns.
pub(crate) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// A text without line ends and without signs that move the cursor of a terminal.
pub(crate) fn one_line(text: &str) -> String {
    let plain = |sign: char| if sign.is_control() || is_invisible(sign) { ' ' } else { sign };
    text.chars().map(plain).collect::<String>().trim().to_owned()
}

/// Signs that turn the direction of writing, or join what stands beside them.
const fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_by_the_columns_they_take() {
        let check = |text: &str, widest: usize, expected: &str| {
            assert_eq!(cut(text, widest), expected);
            assert!(cut(text, widest).width() <= widest);
        };
        check("合同额", 6, "合同额");
        check("合同投资额", 6, "合同…");
        check("合同投资额", 7, "合同投…");
        check("ab\ncd", 9, "ab cd");
        check("\u{1b}[31mred", 9, "[31mred");
    }

    #[test]
    fn long_texts_are_folded_and_the_last_line_is_cut() {
        let check = |text: &str, expected: &[&str]| assert_eq!(folded(text, 8, 2), expected, "{text}");
        check("", &[]);
        check("合同额", &["合同额"]);
        check("截至上月累计", &["截至上月", "累计"]);
        check("合同（亿元）", &["合同", "（亿元）"]);
        check("截至上月累计到位资金", &["截至上月", "累计到…"]);
    }

    #[test]
    fn padded_texts_are_equally_wide() {
        assert_eq!(padded("合同", 6).width(), 6);
        assert_eq!(padded("abc", 6).width(), 6);
        assert_eq!(padded("abcdefg", 6), "abcdefg");
    }
}
