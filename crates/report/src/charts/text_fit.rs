//! Texts that fit (文字排版): foreign texts are cleaned, shortened and broken into lines, without any font file.

use unicode_width::UnicodeWidthChar;

/// Width of a narrow character, in em; wide ones (汉字) are 1.
const NARROW: f64 = 0.56;

/// Opens and closes a stretch of text whose direction does not reach beyond it.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// A text from outside as one line: what XML does not allow, what controls direction and what breaks lines is taken out.
pub fn clean(text: &str) -> String {
    let kept = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| is_printable(*c));
    let line: String = kept.collect();
    line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A name from outside that takes so much room at most, closed off where it is written from right to left.
pub fn name(text: &str, em: f64) -> String {
    let short = shorten(&clean(text), em);
    if short.chars().any(is_right_to_left) { format!("{}{short}{}", ISOLATE.0, ISOLATE.1) } else { short }
}

/// About how wide a text is, in em.
pub fn width(text: &str) -> f64 {
    text.chars().map(char_width).sum()
}

/// The text, cut with `…` where it is wider.
pub fn shorten(text: &str, em: f64) -> String {
    if width(text) <= em {
        return text.to_owned();
    }
    let mut used = 1.0;
    let fits = |c: &char| {
        used += char_width(*c);
        used <= em
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// The text in lines of that width: broken at spaces and between wide characters, never before a closing sign.
pub fn wrap(text: &str, em: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && width(&line) + width(piece.trim_end()) > em {
            lines.push(line.trim_end().to_owned());
            line = String::new();
        }
        line.push_str(&piece);
    }
    lines.push(line.trim_end().to_owned());
    lines.retain(|line| !line.is_empty());
    lines
}

/// The pieces that stay together.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for c in text.chars() {
        let may_break = before.is_some_and(|before| may_break(before, c));
        match pieces.last_mut() {
            Some(piece) if !may_break => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        before = Some(c);
    }
    pieces
}

fn may_break(before: char, next: char) -> bool {
    if "，。、；：）》」』！？%…”".contains(next) || "（《「『“".contains(before) {
        return false;
    }
    (before == ' ' && next != ' ') || is_wide(before) || is_wide(next)
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

fn char_width(c: char) -> f64 {
    match c.width() {
        Some(2) => 1.0,
        Some(1) => NARROW,
        _ => 0.0,
    }
}

fn is_printable(c: char) -> bool {
    let steers_direction =
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_no_character = matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff);
    !c.is_control() && !steers_direction && !is_no_character
}

fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_texts_become_one_clean_line() {
        assert_eq!(clean(" 智博会\n\t2020\u{0}\u{202e}x\u{ffff} "), "智博会 2020x");
        assert_eq!(name("مدينة", 20.0), "\u{2068}مدينة\u{2069}");
        assert_eq!(name("北碚区", 20.0), "北碚区");
    }

    #[test]
    fn long_texts_are_cut_to_their_room() {
        assert_eq!(shorten("重庆高新技术产业开发区", 6.0), "重庆高新技…");
        assert_eq!(shorten("北碚区", 3.0), "北碚区");
        assert!(width(&shorten(&"长".repeat(500), 12.0)) <= 12.0);
    }

    #[test]
    fn lines_break_where_a_reader_would() {
        assert_eq!(wrap("方法：阴影为区间。", 5.0), ["方法：阴影", "为区间。"]);
        assert_eq!(wrap("shaded limits of 95 %", 8.0), ["shaded limits", "of 95 %"]);
        assert_eq!(wrap("一二三四。", 4.0), ["一二三", "四。"]);
        assert!(wrap("", 4.0).is_empty());
    }
}
