//! Amounts of money (金额) in whole yuan.

use model::amount_unit::AmountUnit;
use model::findings::{
    C301_AMOUNT_UNREADABLE, C302_AMOUNT_IS_A_RANGE, C303_ERROR_CELL, C305_AMOUNT_APPROXIMATE,
    C306_CURRENCY_WITHOUT_RATE, C307_AMOUNT_NEGATIVE, C352_FORMULA_UNKNOWN, H204_UNIT_MISSING,
};
use model::month::Month;
use model::reading::Content;

use crate::cell_rules::amount_formats::{places_of_format, unit_of_format};
use crate::cell_rules::amount_phrases::{Phrase, read_phrase};
use crate::cell_rules::amount_spellings::{scientific, spaces_group_thousands, tidied};
use crate::cell_rules::amount_texts::Quantity;
use crate::cell_rules::decimals::{Decimal, power_of_ten};
use crate::cell_rules::outcome::{Outcome, Problem};
use crate::cell_rules::rates::Rates;
use crate::cell_rules::text::{missing_rule, plain, spaced};

/// An amount and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// Whole yuan.
    pub yuan: i64,
    /// The unit it was read in.
    pub unit: AmountUnit,
    /// `cell` or `format` where the cell itself names the unit, or shows it by its number format.
    pub unit_from: Option<&'static str>,
    /// What one step of the last printed digit is worth, in yuan; at least 1.
    pub last_digit_yuan: i64,
    /// Currency and full units of it, where it is not in yuan.
    pub original: Option<(String, i64)>,
}

/// What stands around the cell.
struct Surroundings<'a> {
    number_format: Option<&'a str>,
    unit: Option<AmountUnit>,
    /// The number format shows the unit.
    is_shown: bool,
    /// It is not the unit of the column.
    is_own: bool,
    rates: &'a Rates,
    month: Option<Month>,
}

/// Reads an amount. The unit in the cell comes first, then the one that its number format shows beside the number,
/// then the column's. A format that shows plain 元 says nothing against a column of 万元.
///
/// Missing: the cell says that nothing is known, or it cannot be read (then a problem says why).
pub fn read_amount(
    content: &Content,
    number_format: Option<&str>,
    column_unit: Option<AmountUnit>,
    rates: &Rates,
    month: Option<Month>,
) -> Outcome<Amount> {
    let shown = number_format.and_then(unit_of_format).filter(|_| matches!(content, Content::Number(_)));
    let shown = shown.filter(|unit| column_unit.is_none() || unit.scale >= 10_000);
    let own = shown.filter(|unit| Some(*unit) != column_unit).is_some();
    let unit = shown.or(column_unit);
    let around = Surroundings { number_format, unit, is_shown: shown.is_some(), is_own: own, rates, month };
    match content {
        Content::Number(number) => read_number(*number, &around),
        Content::Text(text) => read_text(text, &around),
        Content::Error(formula) if formula.starts_with('=') => {
            Outcome::refused("formula_without_result", Problem::new(C352_FORMULA_UNKNOWN))
        }
        Content::Error(_) => Outcome::refused("error_cell", Problem::new(C303_ERROR_CELL)),
        Content::Boolean(_) | Content::Date(..) => unreadable("not_an_amount"),
    }
}

fn unreadable(rule: &'static str) -> Outcome<Amount> {
    Outcome::refused(rule, Problem::new(C301_AMOUNT_UNREADABLE))
}

fn read_number(number: f64, around: &Surroundings<'_>) -> Outcome<Amount> {
    match Decimal::from_number(number) {
        Some(number) => in_yuan("number", number, None, around),
        None => unreadable("number_too_large"),
    }
}

fn read_text(text: &str, around: &Surroundings<'_>) -> Outcome<Amount> {
    let plain_text = plain(text);
    if let Some(rule) = missing_rule(&plain_text) {
        return Outcome::missing(rule);
    }
    if plain_text.starts_with('#') {
        return Outcome::refused("error_cell", Problem::new(C303_ERROR_CELL));
    }
    if !spaces_group_thousands(&spaced(text)) {
        return unreadable("space_between_digits");
    }
    if let Some(number) = scientific(&plain_text) {
        return in_yuan("scientific", number, None, around);
    }
    let plain_text = tidied(&plain_text);
    match read_phrase(&plain_text) {
        Phrase::One { rule, quantity, flags, confidence } => {
            one(rule, &quantity, flags, around).confidence(confidence)
        }
        Phrase::Foreign { quantity, in_yuan: yuan } => with_stated_yuan(&quantity, &yuan, around),
        Phrase::Range => Outcome::refused("range", Problem::new(C302_AMOUNT_IS_A_RANGE)),
        Phrase::Unreadable => unreadable("text"),
    }
}

fn one(
    rule: &'static str,
    quantity: &Quantity,
    flags: Vec<&'static str>,
    around: &Surroundings<'_>,
) -> Outcome<Amount> {
    let mut outcome = in_yuan(rule, quantity.number, quantity.unit, around);
    for flag in flags {
        outcome = outcome.flag(flag);
    }
    if outcome.value.is_some() && (outcome.flags.contains(&"approx") || outcome.flags.contains(&"estimated"))
    {
        outcome = outcome.problem(Problem::new(C305_AMOUNT_APPROXIMATE));
    }
    outcome
}

fn in_yuan(
    rule: &'static str,
    number: Decimal,
    cell_unit: Option<AmountUnit>,
    around: &Surroundings<'_>,
) -> Outcome<Amount> {
    let Some(unit) = cell_unit.or(around.unit) else {
        return Outcome::refused("unit_missing", Problem::new(H204_UNIT_MISSING));
    };
    let full_units = number.scaled(i128::from(unit.scale), 1);
    let (top, bottom) = match rate_of(unit, around) {
        Some(rate) => rate,
        None => return without_rate(unit, full_units),
    };
    let Some(yuan) = top.checked_mul(i128::from(unit.scale)).and_then(|top| number.scaled(top, bottom))
    else {
        return unreadable("number_too_large");
    };
    let amount = Amount {
        yuan,
        unit,
        unit_from: match cell_unit {
            Some(_) => Some("cell"),
            None => around.is_shown.then_some("format"),
        },
        last_digit_yuan: last_digit(
            number,
            unit,
            cell_unit.is_none().then_some(around.number_format).flatten(),
        ),
        original: full_units
            .filter(|_| unit.currency != "CNY")
            .map(|units| (unit.currency.to_owned(), units)),
    };
    let mut outcome = Outcome::read(rule, amount);
    if unit.currency != "CNY" {
        outcome = outcome.flag("foreign");
    }
    if cell_unit.is_none() && around.is_own {
        outcome = outcome.flag("own_unit");
    }
    if yuan < 0 {
        outcome = outcome.flag("negative").problem(Problem::new(C307_AMOUNT_NEGATIVE));
    }
    outcome
}

fn rate_of(unit: AmountUnit, around: &Surroundings<'_>) -> Option<(i128, i128)> {
    if unit.currency == "CNY" {
        return Some((1, 1));
    }
    around.rates.yuan_per_unit(unit.currency, around.month?)
}

fn without_rate(unit: AmountUnit, full_units: Option<i64>) -> Outcome<Amount> {
    let units = full_units.map(|units| units.to_string()).unwrap_or_default();
    let detail = format!("{} {units}", unit.currency);
    Outcome::refused("foreign", Problem::detailed(C306_CURRENCY_WITHOUT_RATE, detail)).flag("foreign")
}

/// `5000万美元（约3.5亿元）`: the cell itself says what it is in yuan.
fn with_stated_yuan(foreign: &Quantity, yuan: &Quantity, around: &Surroundings<'_>) -> Outcome<Amount> {
    let scale = foreign.unit.map_or(1, |unit| i128::from(unit.scale));
    let original = foreign.number.scaled(scale, 1).zip(foreign.unit);
    in_yuan("foreign_with_yuan", yuan.number, yuan.unit, around)
        .map(|amount| Amount {
            original: original.map(|(units, unit)| (unit.currency.to_owned(), units)),
            ..amount
        })
        .flag("foreign")
        .confidence(0.9)
}

/// What one step of the last printed digit is worth: of the number itself, or of its format where that prints more.
fn last_digit(number: Decimal, unit: AmountUnit, number_format: Option<&str>) -> i64 {
    let places = number.places.max(number_format.map_or(0, places_of_format));
    let parts = power_of_ten(places).and_then(|parts| i64::try_from(parts).ok()).unwrap_or(i64::MAX);
    (unit.scale / parts).max(1)
}

#[cfg(test)]
mod tests {
    use model::reference::ExchangeRate;

    use super::*;

    fn read(content: &Content, format: Option<&str>, unit: Option<AmountUnit>) -> Outcome<Amount> {
        let rate = ExchangeRate {
            currency: "USD".to_owned(),
            month: "2020-01".to_owned(),
            yuan: "7.0".to_owned(),
            source: String::new(),
        };
        read_amount(content, format, unit, &Rates::new(&[rate]), "2023-07".parse().ok())
    }

    fn check(text: &str, expected: Result<i64, &str>, flags: &str) {
        let outcome = read(&Content::Text(text.to_owned()), None, Some(AmountUnit::WAN));
        let code = outcome.problems.first().map_or("", |problem| problem.code.code);
        assert_eq!(outcome.value.as_ref().map(|amount| amount.yuan).ok_or(code), expected, "{text}");
        assert_eq!(outcome.flags.join(","), flags, "{text}");
    }

    #[test]
    fn texts_are_read() {
        check("62亿元", Ok(6_200_000_000), "");
        check("６．５", Ok(65_000), "");
        check("1 000 000", Ok(10_000_000_000), "");
        check("43,300", Ok(433_000_000), "");
        check("约4010万元", Ok(40_100_000), "approx");
        check("2.4亿元左右", Ok(240_000_000), "approx");
        check("不低于5亿", Ok(500_000_000), "approx");
        check("2500多亿", Ok(250_000_000_000), "approx");
        check("二百余万", Ok(2_000_000), "approx");
        check("预计5亿元", Ok(500_000_000), "estimated");
        check("壹亿元整", Ok(100_000_000), "");
        check("总投资50亿元，一期20亿元", Ok(5_000_000_000), "phase");
        check("50（一期20）", Ok(500_000), "phase");
        check("-500", Ok(-5_000_000), "negative");
        check("5000万美元", Ok(350_000_000), "foreign");
        check("5000万美元（约3.4亿元）", Ok(340_000_000), "foreign");
        check("已全部到位2000万元", Ok(20_000_000), "prose");
        check("截至2023年6月底到位2000万元", Ok(20_000_000), "");
        check("5亿元左右（待确认）", Ok(500_000_000), "approx,prose");
        check("5000w", Ok(50_000_000), "");
        check("3.5个亿", Ok(350_000_000), "");
        check("+50", Ok(500_000), "");
        check("20.", Ok(200_000), "");
        check("1.85e5", Ok(1_850_000_000), "");
        check("2.91E+04", Ok(291_000_000), "");
    }

    #[test]
    fn what_is_no_single_amount_is_refused() {
        check("5-8亿", Err("C302"), "");
        check("5～8", Err("C302"), "");
        check("50+20", Err("C302"), "");
        check("3000万欧元", Err("C306"), "foreign");
        check("#REF!", Err("C303"), "");
        check("12 5", Err("C301"), "");
        check("数亿元", Err("C301"), "");
        check("尚未到位5亿元", Err("C301"), "");
        check("1.2亿元（未到位）", Err("C301"), "");
        check("5亿元/年", Err("C301"), "");
        check("完成60%", Err("C301"), "");
        check("—", Err(""), "");
        check("详见备注", Err(""), "");
    }

    #[test]
    fn the_unit_comes_from_the_cell_then_its_format_then_the_column() {
        let five = Content::Number(5.1);
        let yuan =
            |outcome: Outcome<Amount>| outcome.value.map(|amount| (amount.yuan, amount.last_digit_yuan));
        assert_eq!(yuan(read(&five, None, Some(AmountUnit::YI))), Some((510_000_000, 10_000_000)));
        assert_eq!(yuan(read(&five, Some("0.00"), Some(AmountUnit::YI))), Some((510_000_000, 1_000_000)));
        assert_eq!(yuan(read(&five, Some("0.00\"亿元\""), None)), Some((510_000_000, 1_000_000)));
        let shown = read(&five, Some("0.0\"亿元\""), Some(AmountUnit::WAN));
        assert_eq!(shown.flags.join(","), "own_unit");
        assert_eq!(yuan(shown), Some((510_000_000, 10_000_000)));
        assert_eq!(yuan(read(&five, Some("0\"元\""), Some(AmountUnit::WAN))), Some((51_000, 1_000)));
        let unitless = read(&five, None, None);
        assert_eq!(unitless.problems[0].code.code, "H204");
        let formula = read(&Content::Error("=J8+K8".to_owned()), None, Some(AmountUnit::YI));
        assert_eq!(formula.problems[0].code.code, "C352");
    }
}
