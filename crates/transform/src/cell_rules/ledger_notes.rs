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
}
