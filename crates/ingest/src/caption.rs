//! Texts around a table (标题、说明、签章): what they are, and the unit that a caption names (`单位：万元`).

use model::reading::Role;

use crate::header_text::squeeze;
use crate::unit_text::amount_unit_of;

/// What a text above, beside or below a table is.
pub fn role_of(text: &str) -> Role {
    let squeezed = squeeze(text);
    if is_signature(&squeezed) {
        return Role::Signature;
    }
    if is_note(&squeezed) {
        return Role::Note;
    }
    if is_caption(&squeezed) { Role::Caption } else { Role::Title }
}

/// `注:`, `备注:`, `填表说明`, `数据来源`.
pub fn is_note(squeezed: &str) -> bool {
    let text = squeezed.trim_start_matches(['*', '※', '(', '#']);
    let begins = [
        "注:",
        "备注:",
        "说明:",
        "填表说明",
        "填报说明",
        "数据来源",
        "资料来源",
        "来源:",
        "附注",
        "摘编自",
        "填报要求",
        "注1",
        "注2",
        "note:",
        "notes:",
        "source:",
    ];
    begins.iter().any(|word| text.starts_with(word))
        || (text.starts_with('注') && text.chars().nth(1).is_some_and(|c| ".、;".contains(c)))
}

/// `单位负责人:`, `填表人:`, `联系电话:` with a name behind.
pub fn is_signature(squeezed: &str) -> bool {
    let squeezed = &squeezed.replace("(签字)", "").replace("(签章)", "").replace("(盖章)", "");
    let marks = [
        "负责人:",
        "填表人:",
        "制表人:",
        "经办人:",
        "审核人:",
        "审核:",
        "审签:",
        "联系电话:",
        "报出日期:",
        "分管领导:",
        "主要领导:",
        "签字:",
        "签章:",
        "preparedby:",
    ];
    let found = marks.iter().filter(|mark| squeezed.contains(*mark)).count();
    let has_unit_line =
        squeezed.contains("填报单位") || squeezed.contains("报送单位") || squeezed.contains("单位名称");
    found > 0 && !has_unit_line
}

fn is_caption(squeezed: &str) -> bool {
    let begins = ["附件", "附表", "附:", "表号", "制定机关", "制表机关", "批准", "有效期"];
    let is_short = squeezed.chars().count() <= 8;
    (begins.iter().any(|word| squeezed.starts_with(word)) && is_short)
        || squeezed.contains("单位:")
        || squeezed.contains("单位(盖章)")
        || squeezed.contains("单位名称:")
        || squeezed.contains("日期:")
        || squeezed.contains("时间:")
        || squeezed.contains("填报人:")
        || (squeezed.starts_with('(') && squeezed.ends_with(')'))
        || amount_unit_of(squeezed).is_some()
}

/// The unit of money that a caption names: `单位：万元、亩`, `（单位：亿元）`, `金额单位:百万元`, `（万元）`.
pub fn caption_unit(text: &str) -> Option<String> {
    let squeezed = squeeze(text);
    let mut rest = squeezed.as_str();
    let mut before = '\u{0}';
    while let Some(at) = rest.find("单位") {
        let preceding = rest[..at].chars().next_back().unwrap_or(before);
        let behind = &rest[at + "单位".len()..];
        let is_unit_line = !"报送责任管制表填建设主收领盖业属事企施投定".contains(preceding);
        if is_unit_line && let Some(list) = behind.strip_prefix([':', '为', '是', '(']) {
            let end = list.find("单位").unwrap_or(list.len());
            if let Some(unit) = amount_unit_of(&list[..end]).or_else(|| leading_unit(list)) {
                return Some(unit);
            }
        }
        before = '位';
        rest = behind;
    }
    let inner = squeezed.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(&squeezed);
    let is_alone = inner.chars().count() <= 6;
    if is_alone { amount_unit_of(inner) } else { english_unit(&squeezed) }
}

/// A unit at the start of a list that goes on without a separator: `万元填报日期`.
fn leading_unit(list: &str) -> Option<String> {
    let (unit, length) = model::amount_unit::AmountUnit::at_start_of(list)?;
    (length > 3).then(|| unit.to_string())
}

/// `Reporting unit: … Date: … Unit: RMB million`: the last unit named that is one of money.
fn english_unit(squeezed: &str) -> Option<String> {
    let named = squeezed.split("unit:").skip(1).chain(squeezed.split("units:").skip(1));
    let lists = named.filter_map(|list| list.split([')', ';']).next());
    let before_others = |list: &str| {
        let end =
            ["date:", "period:", "reporting", "prepared"].iter().filter_map(|word| list.find(word)).min();
        crate::unit_text::unit_of(&list[..end.unwrap_or(list.len())])
    };
    lists.filter_map(before_others).last()
}

/// A caption that ends in `单位：` and leaves the unit to the next cell.
pub fn asks_for_unit(text: &str) -> bool {
    let squeezed = squeeze(text);
    matches!(squeezed.as_str(), "单位:" | "金额单位:" | "计量单位:" | "单位" | "(单位:" | "unit:")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, unit: Option<&str>) {
        assert_eq!(caption_unit(text).as_deref(), unit, "{text}");
    }

    #[test]
    fn units_of_captions_are_found_and_reporting_units_are_not() {
        check("单位：万元", Some("万元"));
        check("填报单位：北碚区招商投资局　　单位：万元、亩", Some("万元"));
        check("填报单位（盖章）：云阳县   单位：亿元", Some("亿元"));
        check("（单位：亿元）", Some("亿元"));
        check("××情况表（金额单位：百万元）", Some("百万元"));
        check("（万元）", Some("万元"));
        check("Unit: RMB 10,000", Some("万元"));
        check("Reporting unit: 重庆两江新区      Date: 6 April 2023      Unit: RMB million", Some("百万元"));
        check("Unit: CNY million   Date: 6 April 2023", Some("百万元"));
        check("Reporting unit: 重庆两江新区", None);
        check("填报单位：亿元区", None);
        check("报送单位：万州区", None);
        check("单位名称：大渡口区", None);
        check("单位负责人：赵局长", None);
        check("单位：个", None);
    }

    #[test]
    fn texts_around_a_table_have_roles() {
        assert_eq!(role_of("附件2："), Role::Caption);
        assert_eq!(role_of("注：1. 数据截至月底"), Role::Note);
        assert_eq!(role_of("单位负责人：朱局长"), Role::Signature);
        assert_eq!(role_of("填报单位：云阳县　　填报人：朱洋　联系电话：138"), Role::Caption);
        assert_eq!(role_of("智博会签约项目推进情况表（截至2023年7月）"), Role::Title);
    }
}
