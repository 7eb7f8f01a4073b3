//! Amounts inside a text (金额文字): every quantity with its unit, and where it stands.

use std::ops::Range;

use model::amount_unit::AmountUnit;

use crate::cell_rules::decimals::Decimal;
use crate::cell_rules::numbers::{chinese_digit, number_at};

/// One quantity of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// In its unit, or as it stands where it names none.
    pub number: Decimal,
    /// The unit that it names.
    pub unit: Option<AmountUnit>,
    /// 余, 多 inside it.
    pub approximate: bool,
    /// The bytes that it takes.
    pub span: Range<usize>,
}

/// Words that may follow a number without a unit.
const AFTER_BARE_NUMBER: [&str; 9] = ["左右", "上下", "以上", "以下", "以内", "余", "多", "至", "到"];
/// Signs and words for a currency that stand before a number.
const CURRENCY_BEFORE: [(&str, &str); 16] = [
    ("人民币", "CNY"),
    ("RMB", "CNY"),
    ("CNY", "CNY"),
    ("¥", "CNY"),
    ("US$", "USD"),
    ("USD", "USD"),
    ("美元", "USD"),
    ("HK$", "HKD"),
    ("HKD", "HKD"),
    ("港币", "HKD"),
    ("EUR", "EUR"),
    ("欧元", "EUR"),
    ("€", "EUR"),
    ("JPY", "JPY"),
    ("£", "GBP"),
    ("$", "USD"),
];

/// Every quantity of a plain text, in order. Years, shares, counts and phases are none.
pub fn quantities(text: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        match quantity_at(text, at) {
            Some(quantity) => {
                at = quantity.span.end;
                found.push(quantity);
            }
            None if sign.is_ascii_digit() => at += digits_run(&text[at..]),
            None => at += sign.len_utf8(),
        }
    }
    found
}

fn digits_run(text: &str) -> usize {
    let run = text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
    run.max(1)
}

fn quantity_at(text: &str, start: usize) -> Option<Quantity> {
    let (currency, prefix) = currency_before(&text[start..]);
    let mut at = start + prefix;
    let may_be_signed = start == 0 || text[..start].ends_with([':', '(']);
    let negative = may_be_signed && text[at..].starts_with(['-', '负']);
    if negative {
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    let (number, length) = number_at(&text[at..])?;
    at += length;
    let approximate = text[at..].starts_with(['余', '多', '来']) && !text[at..].starts_with("来源");
    let behind = if approximate { at + 3 } else { at };
    let (number, unit, end) = match AmountUnit::at_start_of(&text[behind..]) {
        Some((unit, length)) => with_smaller_part(text, number, unit, behind + length),
        None if may_stand_bare(&text[at..]) => (number, None, behind),
        None => return None,
    };
    let unit = with_currency(unit, currency.or_else(|| currency_behind(&text[end..])));
    let number = if negative { number.negated() } else { number };
    Some(Quantity { number, unit, approximate, span: start..end })
}

fn currency_before(text: &str) -> (Option<&'static str>, usize) {
    let found = CURRENCY_BEFORE.iter().find(|(word, _)| text.starts_with(word));
    found.map_or((None, 0), |(word, code)| (Some(*code), word.len()))
}

/// `5000万USD`, `5000万(美元)`.
fn currency_behind(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches('(');
    CURRENCY_BEFORE.iter().find(|(word, _)| word.len() > 2 && text.starts_with(word)).map(|(_, code)| *code)
}

fn with_currency(unit: Option<AmountUnit>, currency: Option<&'static str>) -> Option<AmountUnit> {
    match (unit, currency) {
        (Some(unit), Some(code)) if unit.currency == "CNY" => Some(AmountUnit { currency: code, ..unit }),
        (unit, _) => unit,
    }
}

/// Reads on where a smaller unit follows: `1亿2000万元`, `1万2`, `3亿5千万`.
fn with_smaller_part(
    text: &str,
    number: Decimal,
    unit: AmountUnit,
    end: usize,
) -> (Decimal, Option<AmountUnit>, usize) {
    let alone = (number, Some(unit), end);
    if unit.scale < 10_000 || text[..end].ends_with(['元', '金', '币']) {
        return alone;
    }
    let rest = text[end..].trim_start_matches('零');
    let skipped = text[end..].len() - rest.len();
    let Some((part, length)) = number_at(rest) else { return alone };
    let behind = end + skipped + length;
    let (part_scale, part_unit, end) = match AmountUnit::at_start_of(&text[behind..]) {
        Some((smaller, taken)) if smaller.scale < unit.scale => (smaller.scale, smaller, behind + taken),
        None if is_single_digit(&rest[..length]) => (unit.scale / 10, unit, behind),
        _ => return alone,
    };
    let joined = joined(number, unit.scale, part, part_scale);
    joined.map_or(alone, |number| (number, Some(AmountUnit { currency: part_unit.currency, ..unit }), end))
}

fn is_single_digit(text: &str) -> bool {
    let mut signs = text.chars();
    let digit = signs.next().is_some_and(|sign| sign.is_ascii_digit() || chinese_digit(sign).is_some());
    digit && signs.next().is_none()
}

/// The whole in the larger unit.
fn joined(number: Decimal, scale: i64, part: Decimal, part_scale: i64) -> Option<Decimal> {
    let ratio = Decimal::whole(i128::from(scale)).over(Decimal::whole(i128::from(part_scale)))?;
    number.plus(part.over(ratio)?)
}

fn may_stand_bare(rest: &str) -> bool {
    let Some(next) = rest.chars().next() else { return true };
    let closes = "()[]-~+,;:。、*=—–/<>".contains(next);
    closes || AFTER_BARE_NUMBER.iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let found: Vec<(String, Option<String>)> = quantities(text)
            .into_iter()
            .map(|quantity| {
                (quantity.number.to_number().to_string(), quantity.unit.map(|unit| unit.to_string()))
            })
            .collect();
        let expected: Vec<(String, Option<String>)> =
            expected.iter().map(|(number, unit)| ((*number).to_owned(), unit.map(str::to_owned))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn quantities_are_found() {
        check("62亿元", &[("62", Some("亿元"))]);
        check("总投资50亿元,一期20亿元", &[("50", Some("亿元")), ("20", Some("亿元"))]);
        check("50(一期20)", &[("50", None), ("20", None)]);
        check("5-8亿", &[("5", None), ("8", Some("亿元"))]);
        check("2023年到位5000万美元", &[("5000", Some("万美元"))]);
        check("二百余万", &[("200", Some("万元"))]);
        check("1万2", &[("1.2", Some("万元"))]);
        check("1亿2000万元", &[("1.2", Some("亿元"))]);
        check("5千万", &[("5", Some("千万元"))]);
        check("US$5000万", &[("5000", Some("万美元"))]);
        check("-500", &[("-500", None)]);
        check("占比50%", &[]);
        check("3个", &[]);
        check("数亿元", &[]);
    }
}
