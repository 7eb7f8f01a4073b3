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
    fn padded_texts_are_equally_wide() {
        assert_eq!(padded("合同", 6).width(), 6);
        assert_eq!(padded("abc", 6).width(), 6);
        assert_eq!(padded("abcdefg", 6), "abcdefg");
    }
}
