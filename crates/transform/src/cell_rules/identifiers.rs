//! Numbers and codes that identify (编号、代码): ledger number, credit code, national project code.

use model::findings::{C303_ERROR_CELL, C341_ID_DAMAGED, C342_CREDIT_CODE_WRONG, C352_FORMULA_UNKNOWN};
use model::reading::Content;

use crate::cell_rules::decimals::Decimal;
use crate::cell_rules::outcome::{Outcome, Problem};
use crate::cell_rules::text::{missing_rule, plain};

/// A number or code in one spelling: NFKC, upper case, plain hyphens, no spaces.
pub fn normalize_code(text: &str) -> String {
    let upper = plain(text).to_uppercase();
    let dashed = upper.chars().map(|sign| match sign {
        '‐'..='―' | '−' | '─' | '_' => '-',
        other => other,
    });
    let code: String = dashed.filter(|sign| !matches!(sign, '\'' | '`' | '"')).collect();
    code.trim_matches(|sign: char| "-.。,;:、*".contains(sign)).to_owned()
}

/// A code and the name behind it: `ZB2021-021 甲项目`, `ZB2021-021、甲项目`. Missing: the text does not begin with a code
/// of letters and digits, or there is no name.
pub fn code_and_name(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let is_code = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '—' | '－');
    let end = text.find(|sign: char| !is_code(sign))?;
    let (code, rest) = text.split_at(end);
    let name =
        rest.trim_start_matches(|sign: char| sign.is_whitespace() || "、，,:：./()（）".contains(sign));
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    (digits >= 3 && code.len() >= 5 && !name.is_empty()).then_some((code, name))
}

/// Reads a ledger number or another code. Missing: the cell says that there is none, or a number has lost its digits.
pub fn read_code(content: &Content) -> Outcome<String> {
    match content {
        Content::Text(text) => {
            let plain_text = plain(text);
            match missing_rule(&plain_text) {
                Some(rule) => Outcome::missing(rule),
                None if lost_digits(&plain_text) => damaged(),
                None => Outcome::read("code", normalize_code(text)),
            }
        }
        Content::Number(number) if number.abs() >= 1e15 => damaged(),
        Content::Number(number) => match Decimal::from_number(*number) {
            Some(_) => Outcome::read("code_number", number.to_string()),
            None => damaged(),
        },
        Content::Date(_, text) => Outcome::read("code_date", text.clone()).confidence(0.3),
        Content::Boolean(_) => Outcome::missing("boolean"),
        Content::Error(formula) if formula.starts_with('=') => {
            Outcome::refused("formula_without_result", Problem::new(C352_FORMULA_UNKNOWN))
        }
        Content::Error(_) => Outcome::refused("error_cell", Problem::new(C303_ERROR_CELL)),
    }
}

fn damaged() -> Outcome<String> {
    Outcome::refused("damaged", Problem::new(C341_ID_DAMAGED))
}

/// `9.15E+17`: what a table program made of a long number.
fn lost_digits(text: &str) -> bool {
    let Some((mantissa, power)) = text.split_once(['E', 'e']) else { return false };
    let Some(power) = power.strip_prefix('+') else { return false };
    mantissa.parse::<f64>().is_ok() && power.parse::<u32>().is_ok_and(|power| power >= 12)
}

/// Reads a unified social credit code (统一社会信用代码).
pub fn read_credit_code(content: &Content) -> Outcome<String> {
    let outcome = read_code(content);
    match &outcome.value {
        Some(code) if !credit_code_ok(code) => {
            outcome.problem(Problem::new(C342_CREDIT_CODE_WRONG)).confidence(0.5)
        }
        _ => outcome,
    }
}

/// Whether a unified social credit code is well formed and its check character is right (GB 32100, modulo 31).
pub fn credit_code_ok(code: &str) -> bool {
    let Some(values) = code.bytes().map(code_value).collect::<Option<Vec<u32>>>() else { return false };
    let [body @ .., check] = values.as_slice() else { return false };
    if body.len() != 17 {
        return false;
    }
    let mut weight = 1;
    let mut sum = 0;
    for value in body {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    (31 - sum % 31) % 31 == *check
}

/// Digits, and letters without I, O, S, V, Z.
fn code_value(byte: u8) -> Option<u32> {
    const SIGNS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    SIGNS.iter().position(|sign| *sign == byte).map(|place| place as u32)
}

/// Whether a national project code (项目代码) has the form of GB/T 40058 or the one before it: six groups
/// `2020-500112-36-03-011234` with hyphens counted.
pub fn national_code_ok(code: &str) -> bool {
    let groups: Vec<&str> = code.split('-').collect();
    let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let [time, region, department, kind, number] = groups.as_slice() else { return false };
    let body = number.get(..5).is_some_and(digits);
    let check = number.bytes().last().is_some_and(|byte| byte.is_ascii_alphanumeric());
    sizes == [4, 6, 2, 2, 6]
        && [time, region, department, kind].iter().all(|group| digits(group))
        && body
        && check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_before_a_name_is_told_apart() {
        assert_eq!(code_and_name("ZB2021-021 甲项目"), Some(("ZB2021-021", "甲项目")));
        assert_eq!(code_and_name("ZB2021-021、甲项目"), Some(("ZB2021-021", "甲项目")));
        assert_eq!(code_and_name("5G智能工厂项目"), None);
        assert_eq!(code_and_name("ZB2021-021"), None);
    }

    #[test]
    fn codes_are_spelled_alike() {
        for text in ["ZB2020-001", "zb2020－001", " ZB2020—001 ", "'ZB2020–001"] {
            assert_eq!(normalize_code(text), "ZB2020-001", "{text}");
        }
        assert_eq!(read_code(&Content::Number(12.0)).value.as_deref(), Some("12"));
        assert_eq!(read_code(&Content::Text("/".to_owned())).value, None);
    }

    #[test]
    fn long_numbers_are_damaged() {
        for content in [Content::Number(9.150_000_012_345_678e17), Content::Text("9.15E+17".to_owned())] {
            assert_eq!(read_code(&content).problems[0].code.code, "C341");
        }
    }

    #[test]
    fn check_characters_are_checked() {
        assert!(credit_code_ok("91350100M000100Y43"));
        assert!(!credit_code_ok("91350100M000100Y44"));
        assert!(!credit_code_ok("91350100M000100Y4"));
        assert!(!credit_code_ok("中文"));
        assert!(national_code_ok("2020-500112-36-03-011234"));
        assert!(national_code_ok("2105-500112-04-01-12345A"));
        assert!(!national_code_ok("2020-500112-36-03-01123"));
        assert!(!national_code_ok("20205001123603011234"));
    }
}
