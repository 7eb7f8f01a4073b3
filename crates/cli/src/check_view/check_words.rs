//! The words of a check (自查用语), in Chinese and English.

use model::field::{Field, ValueType};
use model::stage::Stage;
use pipeline::check::checked::{CheckedFinding, FoundIn, ReadAs};

use crate::options::Lang;

/// What a row is.
pub(crate) fn role_word(role: &str, lang: Lang) -> &str {
    const WORDS: [(&str, &str, &str); 13] = [
        ("title", "标题", "title"),
        ("caption", "说明（单位、日期等）", "caption"),
        ("header", "表头", "header"),
        ("column_number", "栏次", "column numbers"),
        ("group", "分组", "group"),
        ("data", "项目", "projects"),
        ("subtotal", "小计", "subtotal"),
        ("total", "合计", "total"),
        ("note", "备注", "note"),
        ("signature", "签章", "signatures"),
        ("summary", "汇总（不重复计）", "summary, not counted again"),
        ("dictionary", "下拉选项", "list of choices"),
        ("other", "其他", "other"),
    ];
    picked(&WORDS, role, lang)
}

/// How a heading was recognised.
pub(crate) fn method_word(method: &str, lang: Lang) -> &str {
    const WORDS: [(&str, &str, &str); 6] = [
        ("exact", "一致", "exact"),
        ("contained", "包含", "contained"),
        ("fuzzy", "近似", "alike"),
        ("memory", "上月", "last month"),
        ("override", "指定", "settled"),
        ("none", "未识别", "unknown"),
    ];
    picked(&WORDS, method, lang)
}

/// How a total fits its rows.
pub(crate) fn grade_word(grade: &str, lang: Lang) -> &str {
    const WORDS: [(&str, &str, &str); 5] = [
        ("exact", "相符", "exact"),
        ("rounding", "四舍五入", "rounding"),
        ("partial", "部分行无数", "some rows without a number"),
        ("error", "不符", "wrong"),
        ("unknown", "无法核对", "cannot be checked"),
    ];
    picked(&WORDS, grade, lang)
}

/// Where a unit comes from.
pub(crate) fn unit_source_word(source: &str, lang: Lang) -> &str {
    const WORDS: [(&str, &str, &str); 5] = [
        ("cell", "单元格", "cell"),
        ("header", "表头", "heading"),
        ("caption", "表前说明", "caption"),
        ("format", "数字格式", "number format"),
        ("form", "规定", "form"),
    ];
    picked(&WORDS, source, lang)
}

/// Where something stands that a workbook says of itself: `标题 A1`.
pub(crate) fn place_words(found: &FoundIn, lang: Lang) -> String {
    const WORDS: [(&str, &str, &str); 8] = [
        ("title", "标题", "title"),
        ("file_name", "文件名", "file name"),
        ("sheet", "工作表名", "name of the sheet"),
        ("column", "表内单位列", "column of units"),
        ("group", "分组", "group"),
        ("folder", "文件夹名", "folder"),
        ("received", "报送日期", "day of sending"),
        ("ledger", "台账", "ledger"),
    ];
    let place = picked(&WORDS, &found.place, lang);
    found.address.as_ref().map_or_else(|| place.to_owned(), |address| format!("{place} {address}"))
}

/// Why a row of a project does not count.
pub(crate) fn reason_words(reason: &str, lang: Lang) -> &str {
    const WORDS: [(&str, &str, &str); 8] = [
        ("other_event", "属于其他活动", "of another event"),
        ("other_edition", "属于其他届次", "of another edition"),
        ("not_in_ledger", "不在台账", "not in the ledger"),
        ("not_tracked", "未纳入跟踪", "not tracked"),
        ("removed", "已移出跟踪", "no longer tracked"),
        ("reported_by_another_unit", "由其他单位报送", "reported by another unit"),
        ("no_name", "没有项目名称", "without a name"),
        ("row_twice", "重复行", "the same project twice"),
    ];
    picked(&WORDS, reason, lang)
}

/// How a value was read, as people say it.
pub(crate) fn reading_words(read: &ReadAs, field: Option<&str>, lang: Lang) -> String {
    let kind = field.and_then(|name| name.parse::<Field>().ok()).map(Field::value_type);
    match kind {
        Some(ValueType::Amount) => amount_words(read, lang),
        Some(ValueType::Date) => date_words(&read.value, lang),
        Some(ValueType::Enum) => stage_words(&read.value, lang),
        Some(ValueType::Bool) => tick_words(&read.value, lang),
        _ => read.value.clone(),
    }
}

/// `1 row`, `2 rows`.
pub(crate) fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// What is wrong.
pub(crate) fn message(finding: &CheckedFinding, lang: Lang) -> &str {
    lang.pick(&finding.message_zh, &finding.message_en)
}

/// What to do.
pub(crate) fn fix(finding: &CheckedFinding, lang: Lang) -> &str {
    lang.pick(&finding.fix_zh, &finding.fix_en)
}

fn stage_words(value: &str, lang: Lang) -> String {
    let stage = value.parse::<Stage>().ok().filter(|_| lang.is_chinese());
    stage.map_or_else(|| value.to_owned(), |stage| stage.zh().to_owned())
}

fn tick_words(value: &str, lang: Lang) -> String {
    picked(&[("true", "是", "yes"), ("false", "否", "no")], value, lang).to_owned()
}

fn amount_words(read: &ReadAs, lang: Lang) -> String {
    let negative = read.value.starts_with('-');
    let digits = read.value.trim_start_matches('-');
    let Ok(number) = digits.parse::<u64>() else { return read.value.clone() };
    let sign = if negative { "-" } else { "" };
    let scaled = [(100_000_000, "亿元"), (10_000, "万元")].into_iter().find(|(scale, _)| number >= *scale);
    let said = match (scaled, lang) {
        (Some((scale, unit)), Lang::Zh) => format!("{sign}{}{unit}", scaled_text(number, scale)),
        (None, Lang::Zh) => format!("{sign}{number}元"),
        (_, Lang::En) => format!("{sign}{number} yuan"),
    };
    match (&read.unit, lang) {
        (Some(unit), Lang::Zh) => format!("{said}（单位按{unit}）"),
        (Some(unit), Lang::En) => format!("{said} (unit {unit})"),
        (None, _) => said,
    }
}

/// `123456789` in hundred millions is `1.23456789`.
fn scaled_text(number: u64, scale: u64) -> String {
    let width = scale.to_string().len() - 1;
    let fraction = format!("{:0width$}", number % scale);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{}{point}{fraction}", number / scale)
}

fn date_words(value: &str, lang: Lang) -> String {
    const SPANS: [(&str, &str, &str); 4] = [
        ("month", "只到月", "month"),
        ("quarter", "只到季", "quarter"),
        ("half", "只到半年", "half-year"),
        ("year", "只到年", "year"),
    ];
    let Some((date, precision)) = value.split_once('/') else { return value.to_owned() };
    let span = SPANS.iter().any(|(known, ..)| *known == precision);
    match (span, lang) {
        (false, _) => date.to_owned(),
        (true, Lang::Zh) => format!("{date}（{}）", picked(&SPANS, precision, lang)),
        (true, Lang::En) => format!("{date} ({})", picked(&SPANS, precision, lang)),
    }
}

fn picked<'a>(words: &[(&str, &'static str, &'static str)], word: &'a str, lang: Lang) -> &'a str {
    let known = words.iter().find(|(known, ..)| *known == word);
    known.map_or(word, |(_, zh, en)| lang.pick(zh, en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_said_as_people_say_them() {
        let check = |field: &str, value: &str, unit: Option<&str>, expected: &str| {
            let read = ReadAs { value: value.to_owned(), unit: unit.map(str::to_owned), rule: String::new() };
            assert_eq!(reading_words(&read, Some(field), Lang::Zh), expected);
        };
        check("contract_value", "620000000", Some("亿元"), "6.2亿元（单位按亿元）");
        check("contract_value", "-5000", None, "-5000元");
        check("contract_value", "85000", Some("万元"), "8.5万元（单位按万元）");
        check("start_date", "2021-02-01/month", None, "2021-02-01（只到月）");
        check("start_date", "2021-02-01/day", None, "2021-02-01");
        check("status_raw", "started", None, "开工");
        check("is_started", "true", None, "是");
    }
}
