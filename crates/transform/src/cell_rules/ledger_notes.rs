//! What a remark in the ledger tells (台账备注): a project that moved to another unit, a contract value that was revised.

use model::month::Month;
use model::reading::Content;

use crate::cell_rules::amounts::read_amount;
use crate::cell_rules::periods::find_period;
use crate::cell_rules::rates::Rates;
use crate::cell_rules::text::plain;
use crate::cell_rules::unit_names::UnitNames;

/// Words in front of the unit that a project moved to.
const MOVES: [&str; 9] =
    ["调整至", "调整到", "移交至", "移交给", "移交到", "划转至", "划转到", "转至", "划归"];

/// Words in front of the contract value before a revision.
const FORMER: [&str; 5] = ["原合同额", "原正式合同额", "原签约金额", "原合同金额", "原金额"];

/// The month from which a project belongs to another unit, and that unit: `2023年1月起调整至高新区`.
///
/// Missing: the remark speaks of no move, or names no month or no known unit.
pub fn moved_to(note: &str, units: &UnitNames) -> Option<(Month, String)> {
    let note = plain(note);
    let word = MOVES.into_iter().find(|word| note.contains(word))?;
    let (before, after) = note.split_once(word)?;
    let month = find_period(before, None)?.month;
    let named = after.split([',', ';', '。', '，', '；', '、']).next().unwrap_or(after);
    let day = Some(month.last_day());
    let unit = units.read(named, day).value.or_else(|| Some(units.find_in(named, day)?.0))?;
    Some((month, unit))
}

/// The contract value before a revision, in yuan: `2023年2月签补充协议，原合同额30.5亿元`, `合同额由30.5亿元调整为27.75亿元`.
pub fn former_contract(note: &str, rates: &Rates) -> Option<i64> {
    let note = plain(note);
    let rest = FORMER.into_iter().find_map(|word| Some(note.split_once(word)?.1));
    let rest = rest.or_else(|| Some(note.split_once("合同额由")?.1))?;
    let rest = rest.trim_start_matches([':', '为', '：']);
    let amount: String =
        rest.chars().take_while(|c| c.is_ascii_digit() || ".亿万元千百".contains(*c)).collect();
    let read = read_amount(&Content::Text(amount), None, None, rates, None);
    read.value.map(|amount| amount.yuan)
}

/// The project into which a note says that this one went: `并入ZB2020-060`, `已并入“某某项目”`. 并入另一项目 names none.
pub fn merged_into(note: &str) -> Option<String> {
    let note = plain(note);
    let (before, after) = note.split_once("并入")?;
    if before.ends_with(['未', '不', '拟']) {
        return None;
    }
    named_project(after)
}

/// The project of which a note says that this one is the same, signed again: `与ZB2020-005重复`, `重复签约，原ZB2020-005`.
pub fn signed_before_as(note: &str) -> Option<String> {
    let note = plain(note);
    if !["重复", "重新签约", "再次签约", "续签", "二次签约"].iter().any(|word| note.contains(word))
    {
        return None;
    }
    let after = ["与", "同", "原", "即"].into_iter().find_map(|word| Some(note.split_once(word)?.1));
    named_project(after.unwrap_or(&note))
}

/// The units that a note says carry the project together: `永川、荣昌共建`. One unit alone is none.
pub fn joint_units(note: &str, units: &UnitNames) -> Vec<String> {
    let note = plain(note);
    let Some(at) = ["共建", "联合报送", "共同推进", "共同建设"].iter().find_map(|word| note.find(*word))
    else {
        return Vec::new();
    };
    let clause = note[..at].rsplit([';', '。', '；']).next().unwrap_or_default();
    let named = clause.split(['、', ',', '，', '与', '和', '及', '/']);
    let mut codes: Vec<String> = named.filter_map(|name| units.read(name.trim(), None).value).collect();
    codes.sort();
    codes.dedup();
    if codes.len() < 2 { Vec::new() } else { codes }
}

/// Whether a note says that a framework agreement became a contract (升格).
pub fn is_upgraded(note: &str) -> bool {
    let note = plain(note);
    ["升格", "升级为正式合同", "转为正式合同", "转正式合同", "转为正式协议", "签订正式合同"]
        .iter()
        .any(|word| note.contains(word))
}

/// Whether a note says that money was added to the contract (增资).
pub fn is_invested_again(note: &str) -> bool {
    let note = plain(note);
    ["增资", "追加投资", "增加投资", "扩大投资"].iter().any(|word| note.contains(word))
}

/// The month that a note names.
pub fn month_told(note: &str) -> Option<Month> {
    Some(find_period(&plain(note), None)?.month)
}

/// The number or the name that a text begins with. Words for "another project" name none.
fn named_project(text: &str) -> Option<String> {
    let text = text.trim_start_matches([':', '：', '至', '到', '于', '“', '"', '《', '「']);
    let is_number = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    let number: String = text.chars().take_while(|sign| is_number(*sign)).collect();
    if number.len() >= 4 && number.chars().any(|sign| sign.is_ascii_digit()) {
        return Some(number.trim_end_matches('-').to_uppercase());
    }
    let name = text.split(['”', '"', '》', '」', ',', '，', ';', '；', '。']).next()?;
    let name = name.split("重复").next()?;
    let is_open = ["另一", "其他", "其它", "上述", "该"].iter().any(|word| name.starts_with(word));
    (name.chars().count() >= 4 && !is_open).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::reference::UnitRow;

    fn units() -> UnitNames {
        let unit = UnitRow {
            unit_id: "CQ-GXQ".to_owned(),
            gbt2260: String::new(),
            name: "西部科学城重庆高新区".to_owned(),
            short_name: "高新区".to_owned(),
            kind: "zone".to_owned(),
            unit_group: String::new(),
            valid_from: String::new(),
            valid_to: String::new(),
        };
        UnitNames::new(&[unit], &[])
    }

    #[test]
    fn moves_are_told_with_month_and_unit() {
        let (month, unit) = moved_to("2023年1月起调整至高新区", &units()).unwrap();
        assert_eq!((month.to_string().as_str(), unit.as_str()), ("2023-01", "CQ-GXQ"));
        assert_eq!(moved_to("2023年2月签补充协议", &units()), None);
    }

    #[test]
    fn the_former_contract_value_is_read() {
        let check = |note, expected| assert_eq!(former_contract(note, &Rates::default()), expected, "{note}");
        check("2023年2月签补充协议，原合同额30.5亿元", Some(3_050_000_000));
        check("签订补充协议，合同额由5.6亿元调整为9.37亿元", Some(560_000_000));
        check("永川、荣昌共建", None);
    }

    #[test]
    fn what_became_of_a_project_is_told() {
        let check = |note, merged: Option<&str>, same: Option<&str>| {
            assert_eq!(merged_into(note).as_deref(), merged, "{note}");
            assert_eq!(signed_before_as(note).as_deref(), same, "{note}");
        };
        check("并入ZB2020-060", Some("ZB2020-060"), None);
        check("2023年2月并入另一项目，合同额相应调整", None, None);
        check("已并入“璟衡精密连接器项目”", Some("璟衡精密连接器项目"), None);
        check("与ZB2020-005重复", None, Some("ZB2020-005"));
        check("重复签约，与“璟衡精密连接器项目”为同一项目", None, Some("璟衡精密连接器项目"));
        check("永川、荣昌共建", None, None);
        assert_eq!(month_told("2023年2月并入另一项目").unwrap().to_string(), "2023-02");
        assert!(is_upgraded("2022年5月由框架协议转为正式合同") && !is_upgraded("框架协议"));
        assert!(is_invested_again("2023年3月增资2亿元") && !is_invested_again("投资进展顺利"));
    }

    #[test]
    fn two_units_that_build_together_are_found() {
        let row = |code: &str, name: &str| UnitRow {
            unit_id: code.to_owned(),
            gbt2260: String::new(),
            name: format!("{name}区"),
            short_name: name.to_owned(),
            kind: "district".to_owned(),
            unit_group: String::new(),
            valid_from: String::new(),
            valid_to: String::new(),
        };
        let units = UnitNames::new(&[row("CQ500118", "永川"), row("CQ500153", "荣昌")], &[]);
        assert_eq!(joint_units("永川、荣昌共建", &units), ["CQ500118", "CQ500153"]);
        assert!(joint_units("永川承建", &units).is_empty());
    }
}
