//! Counts that group rows state (分组个数): `（12个）`.

use crate::cell_rules::numbers::small_number_at;
use crate::cell_rules::text::plain;

const COUNTERS: [&str; 10] = ["个项目", "个", "家", "所", "项", "户", "宗", "件", "条", "单"];

/// The number of projects that a group row states. Missing: it states none.
pub fn stated_count(text: &str) -> Option<u32> {
    let text = plain(text);
    let in_brackets =
        text.match_indices('(').filter_map(|(at, _)| count_at(&text[at + 1..], true)).next_back();
    in_brackets.or_else(|| {
        let mut after_total = text
            .match_indices(['共', '计'])
            .filter_map(|(at, word)| count_at(&text[at + word.len()..], false));
        after_total.next_back()
    })
}

/// `12个)`, `共3个)`, `3个,占10%)`.
fn count_at(text: &str, bracketed: bool) -> Option<u32> {
    let text = ["共计", "合计", "共有", "共", "计", ":"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (count, length) = match digits {
        0 => small_number_at(text)?,
        1..=6 => (text[..digits].parse().ok()?, digits),
        _ => return None,
    };
    let behind = &text[length..];
    if bracketed && behind.starts_with(')') && digits > 0 && digits < 4 {
        return Some(count);
    }
    let counter = COUNTERS.iter().find(|word| behind.starts_with(**word))?;
    let after = &behind[counter.len()..];
    let closed =
        after.is_empty() || after.starts_with([')', ',', ';', '。', ':']) || after.starts_with("项目");
    closed.then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<u32>) {
        assert_eq!(stated_count(text), expected, "{text}");
    }

    #[test]
    fn counts_are_found() {
        check("北京市（92所）", Some(92));
        check("一、2021年智博会（12个）", Some(12));
        check("（二）智能网联新能源汽车（共3个）", Some(3));
        check("生物医药(十二个)", Some(12));
        check("新材料（5）", Some(5));
        check("一、智博会项目，共7个", Some(7));
        check("（一）2021年智博会", None);
        check("2021年智博会（2021）", None);
        check("一期（2个月）", None);
        check("", None);
    }
}
