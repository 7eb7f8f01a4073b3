//! Texts as officials type them (文本): one plain spelling, words that say that nothing is known,
//! telephone numbers masked.

use unicode_normalization::UnicodeNormalization;

use crate::cell_rules::phones::{digit, phone_end};

/// Words that stand for a value that is not known or not told.
const MISSING_WORDS: [&str; 38] = [
    "无",
    "空",
    "空白",
    "缺",
    "暂无",
    "暂缺",
    "没有",
    "待定",
    "未定",
    "暂定",
    "待明确",
    "待确定",
    "待确认",
    "待核实",
    "待补充",
    "未确定",
    "未明确",
    "尚未明确",
    "尚未确定",
    "暂未确定",
    "暂未明确",
    "暂不明确",
    "不详",
    "不明",
    "未知",
    "未报",
    "未填",
    "未填报",
    "未提供",
    "不适用",
    "不涉及",
    "无数据",
    "N/A",
    "NA",
    "NULL",
    "NONE",
    "NAN",
    "TBD",
];

/// Words that send the reader elsewhere, or tell nothing on purpose.
const ELSEWHERE_WORDS: [&str; 10] =
    ["详见备注", "见备注", "详见附件", "见附件", "详见说明", "见说明", "详见", "另附", "保密", "涉密"];

/// Whether a text sends the reader elsewhere or tells nothing on purpose: `详见备注`, `保密`.
pub fn sends_elsewhere(text: &str) -> bool {
    ELSEWHERE_WORDS.contains(&text)
}

/// Whether a sign is a space of any kind, a line break, or invisible.
fn is_invisible(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(
            sign,
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

fn is_plain_already(sign: char) -> bool {
    matches!(sign, '!'..='~' | '\u{4e00}'..='\u{9fff}')
}

/// The text with full width, compatibility signs and `_x000D_` put right, every kind of space still in it as one
/// ASCII space.
pub fn spaced(text: &str) -> String {
    let text = text.replace("_x000D_", " ").replace("_x000d_", " ").replace("_x000A_", " ");
    let mut spaced = String::with_capacity(text.len());
    for sign in text.nfkc() {
        if !is_invisible(sign) {
            spaced.push(if sign == '\u{2212}' { '-' } else { sign });
        } else if sign.is_whitespace() && !spaced.is_empty() && !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    spaced.truncate(spaced.trim_end().len());
    spaced
}

/// The text in one spelling: NFKC, without spaces, line breaks, invisible signs and `_x000D_`.
pub fn plain(text: &str) -> String {
    if text.chars().all(is_plain_already) && !text.contains("_x000") {
        return text.to_owned();
    }
    spaced(text).chars().filter(|sign| *sign != ' ').collect()
}

/// A text in simplified characters (简体): names are compared in them, never shown.
pub fn simplified(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { fast2s::convert(text) }
}

/// The rule by which a plain text counts as missing; nothing when it says something.
pub fn missing_rule(plain_text: &str) -> Option<&'static str> {
    if plain_text.is_empty() {
        return Some("blank");
    }
    if plain_text.chars().all(|sign| "-—–―─一/\\~_|.…。·*?".contains(sign)) && plain_text != "一"
    {
        return Some("missing_dash");
    }
    let inner = plain_text.trim_matches(|sign| "。.;；()[]【】“”\"!".contains(sign));
    if inner.is_empty() || inner.chars().count() > 8 {
        return None;
    }
    let upper = inner.to_uppercase();
    if MISSING_WORDS.contains(&upper.as_str()) {
        return Some("missing_word");
    }
    ELSEWHERE_WORDS.contains(&inner).then_some("missing_elsewhere")
}

/// Whether the text says that nothing is known: blank, `—`, `/`, `无`, `待定` …
pub fn is_missing_word(text: &str) -> bool {
    missing_rule(&plain(text)).is_some()
}

/// The text with the telephone numbers in it masked: the first three digits and `****` stay.
///
/// Amounts, dates and codes stay as they are.
pub fn mask_phones(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    if signs.iter().filter(|sign| digit(**sign).is_some()).count() < 7 {
        return text.to_owned();
    }
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        if let Some(end) = phone_end(&signs, at) {
            masked.extend(signs[at..end].iter().filter(|sign| digit(**sign).is_some()).take(3));
            masked.push_str("****");
            at = end;
        } else {
            masked.push(*sign);
            at += 1;
        }
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(plain(text), expected, "{text}");
    }

    #[test]
    fn spaces_and_widths_vanish() {
        check("６．５", "6.5");
        check("地\u{3000} 区\n", "地区");
        check("第一行_x000D_\n第二行", "第一行第二行");
        check("a\u{200b}b\u{feff}", "ab");
        check("（一期）", "(一期)");
        check("−500", "-500");
        assert_eq!(spaced("  2023\u{a0}年 7\u{3000}\u{3000}月 "), "2023 年 7 月");
    }

    #[test]
    fn words_for_nothing_are_missing() {
        for text in
            ["", "—", "——", "-", " / ", "／", "\\", "无", "无。", "待定", "……", "（空）", "n/a", "详见备注"]
        {
            assert!(is_missing_word(text), "{text}");
        }
        for text in ["0", "无人机", "一", "待开工", "5-8", "保密协议"] {
            assert!(!is_missing_word(text), "{text}");
        }
    }

    fn check_masked(text: &str, expected: &str) {
        assert_eq!(mask_phones(text), expected, "{text}");
    }

    #[test]
    fn telephone_numbers_are_masked() {
        check_masked("张三13812345678", "张三138****");
        check_masked("张三 138-1234-5678；李四 139 8765 4321", "张三 138****；李四 139****");
        check_masked("电话：023-67891234转8001", "电话：023****转8001");
        check_masked("（023）67891234", "（023****");
        check_masked("电话：67891234", "电话：678****");
        check_masked("１３８１２３４５６７８", "１３８****");
        check_masked("400-812-3456", "400****");
    }

    #[test]
    fn amounts_dates_and_codes_stay() {
        for text in [
            "到位13800000000元",
            "2023-07-15开工",
            "20230715",
            "ZB2020-008",
            "2017-500112-36-03-011234",
            "91500000MA5U13812345678901",
            "投资12.13812345678",
            "67891234",
            "占地1200亩，投资5000万元",
        ] {
            check_masked(text, text);
        }
    }
}
