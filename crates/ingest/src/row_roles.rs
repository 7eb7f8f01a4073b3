//! What a row of a body is by its texts (行角色): total, subtotal, group, note, signature, or data.

use model::reading::Cell;

use crate::caption::{is_note, is_signature};
use crate::grid::text_of;
use crate::header_text::squeeze;

/// What a text says about its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// 合计, 总计.
    Total,
    /// 小计.
    Subtotal,
    /// 一、…, （二）…, …（12个）.
    Group,
    /// 注：…
    Note,
    /// 填表人：…
    Signature,
    /// Nothing of the kind.
    Nothing,
}

const TOTALS: [&str; 18] = [
    "合计",
    "总计",
    "共计",
    "总合计",
    "全市",
    "全市合计",
    "全区合计",
    "全县合计",
    "累计合计",
    "总数",
    "全市总计",
    "合计数",
    "总和",
    "total",
    "grandtotal",
    "全区",
    "全县",
    "项目合计",
];

/// What the first text of a row says.
pub fn says(text: &str) -> Says {
    if !may_say_something(text) {
        return Says::Nothing;
    }
    let squeezed = squeeze(text);
    let n_characters = squeezed.chars().count();
    if is_note(&squeezed) || is_empty_report(&squeezed) {
        return Says::Note;
    }
    if is_signature(&squeezed) {
        return Says::Signature;
    }
    if n_characters <= 20
        && let Some(found) = sum_word(&squeezed)
    {
        return found;
    }
    if is_group(&squeezed) { Says::Group } else { Says::Nothing }
}

/// Long texts say something by their first sign, their last one, or a colon: the others need no closer look.
fn may_say_something(text: &str) -> bool {
    let text = text.trim();
    text.len() <= 36
        || text.starts_with(|c| "一二三四五六七八九十(（第注备说填数资来附摘其*※#".contains(c))
        || text.ends_with([')', '）'])
        || text.ends_with("计")
        || text.contains([':', '：'])
        || (text.len() <= 60 && text.contains('无'))
}

/// `零报告`, `我区无智博会签约项目`, `本月无`.
fn is_empty_report(squeezed: &str) -> bool {
    let says_none = ["零报告", "无项目", "本月无", "无变化", "无新增", "暂无", "无签约"]
        .iter()
        .any(|word| squeezed.contains(word));
    let none_signed = squeezed.contains('无') && squeezed.ends_with("签约项目");
    (says_none || none_signed) && squeezed.chars().count() <= 20
}

fn sum_word(squeezed: &str) -> Option<Says> {
    let bare = crate::header_text::without_brackets(squeezed);
    let bare = bare
        .trim_matches(|c: char| matches!(c, ':' | '-' | '.' | '、'))
        .trim_start_matches(|c: char| "一二三四五六七八九十、".contains(c));
    if TOTALS.contains(&bare) {
        return Some(Says::Total);
    }
    if bare.ends_with("小计") || bare.starts_with("小计") || bare == "subtotal" || bare.ends_with("分计")
    {
        return Some(Says::Subtotal);
    }
    if bare.starts_with("合计") || bare.starts_with("总计") {
        return Some(Says::Total);
    }
    (bare.ends_with("合计") || bare.ends_with("总计")).then_some(Says::Subtotal)
}

/// A text that heads a group of rows.
pub fn is_group(squeezed: &str) -> bool {
    group_level(squeezed) < 9 || has_count(squeezed)
}

/// A text that heads a group even where its row looks like a record: a count of projects, or an edition alone.
pub fn heads_group(squeezed: &str) -> bool {
    let digits = squeezed.bytes().take_while(u8::is_ascii_digit).count();
    let edition = matches!(digits, 2 | 4).then(|| &squeezed[digits..]).filter(|rest| rest.starts_with('年'));
    let is_edition = edition.is_some_and(|rest| !rest.contains("项目") || rest.ends_with("签约项目"));
    has_count(squeezed) || (is_edition && squeezed.chars().count() <= 14)
}

/// The depth of a group by its numbering: `一、` 1, `（一）` 2, `1.` 3; 9 without numbering.
pub fn group_level(squeezed: &str) -> u8 {
    let chinese = |c: char| "一二三四五六七八九十".contains(c);
    let rest = squeezed.trim_start_matches(chinese);
    if rest.len() < squeezed.len() && rest.starts_with(['、', '.', ',']) {
        return 1;
    }
    if let Some(part) = squeezed.strip_prefix("第")
        && part.trim_start_matches(chinese).starts_with(['部', '类', '批'])
    {
        return 1;
    }
    if let Some(inner) = squeezed.strip_prefix('(') {
        let rest = inner.trim_start_matches(chinese);
        if rest.len() < inner.len() && rest.starts_with(')') {
            return 2;
        }
    }
    9
}

/// `…（12个）`, `…(3项)`.
fn has_count(squeezed: &str) -> bool {
    let Some((_, inner)) = squeezed.strip_suffix(')').and_then(|text| text.rsplit_once('(')) else {
        return false;
    };
    let inner = inner.trim_start_matches('共');
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && ["个", "项", "家", "个项目", "所", "户"].contains(&&inner[digits..])
}

/// The first text among the first cells of a row that says something.
pub fn row_says(cells: &[Cell]) -> Says {
    let texts = cells.iter().take(4).filter_map(text_of);
    texts.map(says).find(|says| *says != Says::Nothing).unwrap_or(Says::Nothing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Says) {
        assert_eq!(says(text), expected, "{text}");
    }

    #[test]
    fn rows_are_told_by_their_first_text() {
        check("合　计", Says::Total);
        check("合计（5个）", Says::Total);
        check("全市", Says::Total);
        check("小计", Says::Subtotal);
        check("其中：新能源小计", Says::Subtotal);
        check("2020年合计", Says::Subtotal);
        check("一、2021年智博会（1个）", Says::Group);
        check("（二）2022年智博会", Says::Group);
        check("智能网联新能源汽车（12个）", Says::Group);
        check("备注：本表每月5日前报送", Says::Note);
        check("零报告", Says::Note);
        check("我区无智博会签约项目", Says::Note);
        check("单位负责人：朱局长", Says::Signature);
        check("玄睿线控底盘生产基地项目（一期）", Says::Nothing);
        check("1", Says::Nothing);
        check("一期", Says::Nothing);
    }

    #[test]
    fn an_edition_heads_a_group() {
        let check = |text: &str, expected: bool| assert_eq!(heads_group(text), expected, "{text}");
        check("2021年智博会(2个)", true);
        check("2021年智博会", true);
        check("2022年一季度集中签约", true);
        check("功率半导体(2个)", true);
        check("骞川介入医疗器械项目", false);
        check("2025年产10万台整车项目", false);
    }
}
