//! One header text, normalised (表头文字): spaces, brackets, quotes and markers gone, the unit peeled off.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::unit_text::unit_of;

/// A header text in the form in which it is looked up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeaderText {
    /// Squeezed, without markers and unit.
    pub key: String,
    /// The same without any remark in brackets.
    pub bare: String,
    /// The unit that was peeled off.
    pub unit: Option<String>,
}

/// A text without spaces, in half width and lower case, with one kind of brackets and no quotes.
pub fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' | '(' | ')' | ',' | '.' | '/' | '-' | '\u{4e00}'..='\u{9fff}' => {
                squeezed.push(c)
            }
            'A'..='Z' => squeezed.push(c.to_ascii_lowercase()),
            '（' | '[' | '【' | '〔' | '［' | '{' | '〖' | '<' | '《' | '〈' => squeezed.push('('),
            '）' | ']' | '】' | '〕' | '］' | '}' | '〗' | '>' | '》' | '〉' => squeezed.push(')'),
            '“' | '”' | '‘' | '’' | '"' | '\'' | '`' | '「' | '」' => {}
            '—' | '–' | '－' | '―' | '‐' | '~' | '～' | '〜' => squeezed.push('-'),
            '、' | '，' => squeezed.push('、'),
            c if c.is_whitespace() || is_invisible(c) => {}
            c => squeezed.extend(c.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase)),
        }
    }
    if squeezed.contains("_x000") { squeezed.replace("_x000d_", "").replace("_x000a_", "") } else { squeezed }
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}'
            | '\u{e0000}'..='\u{e007f}'
    ) || c.is_control()
}

/// Reads one header text.
pub fn read_header(text: &str) -> HeaderText {
    let text = text.trim().trim_matches(|c| matches!(c, '①'..='⑳')); // marks of footnotes
    let squeezed = squeeze(&without_translation(text));
    let (key, unit) = peel_unit(strip_marks(&squeezed));
    let key = strip_marks(&key).to_owned();
    let bare = without_brackets(&key);
    HeaderText { key, bare, unit }
}

/// A Chinese label without its translation: `项目名称⏎Project Name`, `投资方 Investor`.
///
/// A line or an end is a translation when it holds Latin words, no Chinese and no unit, beside Chinese text.
fn without_translation(text: &str) -> Cow<'_, str> {
    if !text.contains(is_chinese) || !text.contains(|c: char| c.is_ascii_lowercase()) {
        return Cow::Borrowed(text);
    }
    let kept: Vec<&str> =
        text.lines().filter(|line| !is_translation(line)).map(without_translated_end).collect();
    Cow::Owned(kept.join("\n"))
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn is_translation(text: &str) -> bool {
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    letters >= 2
        && text.contains(|c: char| c.is_ascii_lowercase())
        && !text.contains(is_chinese)
        && unit_of(squeeze(text).trim_matches(['(', ')'])).is_none()
}

fn without_translated_end(line: &str) -> &str {
    let Some((at, last)) = line.char_indices().rev().find(|(_, c)| is_chinese(*c) || is_closing(*c)) else {
        return line;
    };
    let (label, end) = line.split_at(at + last.len_utf8());
    let separated = end.starts_with(|c: char| c.is_whitespace() || c == '/');
    let long = end.chars().filter(char::is_ascii_alphabetic).count() >= 4;
    if separated && long && is_translation(end) { label } else { line }
}

fn is_closing(c: char) -> bool {
    matches!(c, '）' | '］' | '】' | '〕')
}

/// Leading and trailing marks: `其中:`, `#`, `*`, `★`, `一、`, `(1)`, `:`.
fn strip_marks(text: &str) -> &str {
    let mut text = text.trim_start_matches(is_mark).trim_end_matches(is_end_mark);
    loop {
        let mut next = strip_numbering(text);
        for word in ["其中:", "其中、", "其中,", "(必填)", "(选填)"] {
            next = next.strip_prefix(word).unwrap_or(next);
        }
        next = next.strip_suffix("(必填)").or_else(|| next.strip_suffix("(选填)")).unwrap_or(next);
        if next.chars().count() > 4 {
            next = next.strip_prefix("其中").unwrap_or(next);
        }
        next = next.trim_start_matches(is_mark).trim_end_matches(is_end_mark);
        if next == text {
            return text;
        }
        text = next;
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '#' | '*' | '★' | '☆' | '※' | '●' | '○' | '◆' | '▲' | '■' | '·' | ':' | '、' | '-' | '✱')
}

fn is_end_mark(c: char) -> bool {
    matches!(c, '*' | ':' | '.' | '★' | '※' | '、' | ';' | '。' | '?' | '!')
}

/// Takes `一、`, `(二)`, `3.` or `4)` from the start of a label.
fn strip_numbering(text: &str) -> &str {
    let digits = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    if let Some(inner) = text.strip_prefix('(')
        && let Some((number, rest)) = inner.split_once(')')
        && (1..=6).contains(&number.len())
        && number.chars().all(digits)
        && !rest.is_empty()
    {
        return rest;
    }
    let rest = text.trim_start_matches(digits);
    let number_length = text.len() - rest.len();
    if number_length == 0 || number_length > 6 {
        return text;
    }
    let mut characters = rest.chars();
    let separated = matches!(characters.next(), Some('、' | '.' | ')'));
    match separated && characters.next().is_some_and(|c| !c.is_ascii_digit()) {
        true => &rest[rest.chars().next().map_or(0, char::len_utf8)..],
        false => text,
    }
}

/// Takes a unit from brackets anywhere, or from the end after a separator.
fn peel_unit(text: &str) -> (String, Option<String>) {
    let mut rest = text;
    let mut before = 0;
    while let Some(open) = rest.find('(') {
        let Some(close) = rest[open..].find(')').map(|at| open + at) else { break };
        if let Some(unit) = unit_of(&rest[open + 1..close]) {
            let kept = format!("{}{}", &text[..before + open], &rest[close + 1..]);
            return (kept, Some(unit));
        }
        if let Some((others, unit)) = unit_in_list(&rest[open + 1..close]) {
            let kept = format!("{}({others}){}", &text[..before + open], &rest[close + 1..]);
            return (kept, Some(unit));
        }
        before += close + 1;
        rest = &text[before..];
    }
    for (at, separator) in text.char_indices().rev() {
        if matches!(separator, ',' | '、' | '/' | ':' | '-' | ';') {
            let tail = &text[at + separator.len_utf8()..];
            let is_inside = tail.matches(')').count() > tail.matches('(').count();
            return match unit_of(tail).filter(|_| !is_inside) {
                Some(unit) => (text[..at].to_owned(), Some(unit)),
                None => (text.to_owned(), None),
            };
        }
    }
    for bare in ["万美元", "百万元", "亿元", "万元"] {
        if let Some(label) = text.strip_suffix(bare)
            && label.chars().count() >= 2
        {
            return (label.to_owned(), Some(bare.to_owned()));
        }
    }
    (text.to_owned(), None)
}

/// A unit among the remarks of one bracket: `万元,按月填报`. With the other remarks.
fn unit_in_list(inner: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = inner.split([',', '、', ';', '，']).collect();
    let mut units = (0..parts.len()).filter(|index| unit_of(parts[*index]).is_some());
    let (Some(place), None, true) = (units.next(), units.next(), parts.len() > 1) else { return None };
    let others: Vec<&str> =
        parts.iter().enumerate().filter(|(index, _)| *index != place).map(|(_, part)| *part).collect();
    Some((others.join(","), unit_of(parts[place])?))
}

/// A text without its bracketed remarks.
pub fn without_brackets(text: &str) -> String {
    let mut depth = 0u32;
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, key: &str, unit: Option<&str>) {
        let read = read_header(text);
        assert_eq!((read.key.as_str(), read.unit.as_deref()), (key, unit), "{text}");
    }

    #[test]
    fn header_texts_are_normalised() {
        check("项　目（企业）名称", "项目(企业)名称", None);
        check("正式合同额\n（亿元）", "正式合同额", Some("亿元"));
        check("总投资额[亿元]", "总投资额", Some("亿元"));
        check("其中：固定资产投资（万元）", "固定资产投资", Some("万元"));
        check("累计到位资金，万元", "累计到位资金", Some("万元"));
        check("★项目名称*", "项目名称", None);
        check("一、签约时间：", "签约时间", None);
        check("3.开工时间", "开工时间", None);
        check("1-7月到位资金（万元）", "1-7月到位资金", Some("万元"));
        check("项目用地（亩）", "项目用地", Some("亩"));
        check("合同额（单位：亿元）", "合同额", Some("亿元"));
        check("项目进展（打√）", "项目进展(打√)", None);
        check("№", "no", None);
        check("33618产业分类", "33618产业分类", None);
        check("项目名称\nProject Name", "项目名称", None);
        check("累计实际到资总额\n（亿元）\nCapital in Place, Cumulative", "累计实际到资总额", Some("亿元"));
        check("投资方 Investor", "投资方", None);
        check("合同额（亿元） / Contract value", "合同额", Some("亿元"));
        check("项目序号\nNo.", "项目序号", None);
        check("Project Name", "projectname", None);
        check("到位资金\n（USD）", "到位资金", Some("美元"));
        check("其  中", "其中", None);
        check("资金（人民币万元，按月填报）", "资金(按月填报)", Some("万元"));
        check("资金（亿元、万元）", "资金(亿元、万元)", None);
    }
}
