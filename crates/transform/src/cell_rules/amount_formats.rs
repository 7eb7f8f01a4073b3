//! Number formats that name a unit of money (数字格式): `0.00"亿元"` shows 5 as 5.00亿元.

use model::amount_unit::AmountUnit;

/// The unit of the stored number that a number format shows. Missing: the format names none.
///
/// A format may also scale what it shows: `0!.0,"万元"` shows 12345 as 1.2万元, so the stored number is yuan.
pub fn unit_of_format(format: &str) -> Option<AmountUnit> {
    let section = format.split(';').next().unwrap_or(format);
    let shown = words_of(section);
    let start = shown.char_indices().find_map(|(at, _)| AmountUnit::at_start_of(&shown[at..]))?;
    let (unit, _) = start;
    let divisor = scaling_of(section)?;
    (unit.scale % divisor == 0).then(|| AmountUnit { scale: unit.scale / divisor, currency: unit.currency })
}

/// How many digits a format prints behind the point.
pub fn places_of_format(format: &str) -> u32 {
    let section = format.split(';').next().unwrap_or(format);
    let behind = section.split_once('.').map_or("", |(_, behind)| behind);
    behind.chars().take_while(|sign| matches!(sign, '0' | '#' | '?')).count().min(9) as u32
}

/// The literal words of a format: what stands in quotes, or is no placeholder.
fn words_of(section: &str) -> String {
    let mut words = String::new();
    let mut in_condition = false;
    for sign in section.chars() {
        match sign {
            '[' => in_condition = true,
            ']' => in_condition = false,
            '0' | '#' | '?' | '.' | ',' | '"' | '\\' | '!' | '_' | '*' | ' ' => {}
            other if !in_condition => words.push(other),
            _ => {}
        }
    }
    words
}

/// By how much the format divides what it shows: 1000 for each comma behind the last digit, and ten for each digit
/// behind an escaped point.
fn scaling_of(section: &str) -> Option<i64> {
    let last_digit = section.rfind(['0', '#', '?'])?;
    let commas = section[last_digit + 1..].bytes().take_while(|byte| *byte == b',').count();
    let escaped = ["!.", "\\.", "\".\""].iter().find_map(|point| section.split_once(point));
    let digits = escaped
        .map_or(0, |(_, behind)| behind.chars().take_while(|sign| matches!(sign, '0' | '#' | '?')).count());
    let power = 3 * u32::try_from(commas).ok()? + u32::try_from(digits).ok()?;
    10_i64.checked_pow(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(format: &str, expected: Option<i64>) {
        assert_eq!(unit_of_format(format).map(|unit| unit.scale), expected, "{format}");
    }

    #[test]
    fn formats_name_units() {
        check("0.00\"亿元\"", Some(100_000_000));
        check("#,##0\"万元\"", Some(10_000));
        check("0.0\"亿\";-0.0\"亿\"", Some(100_000_000));
        check("0!.0,\"万元\"", Some(1));
        check("0\\.00,,\"亿\"", Some(1));
        check("0.00", None);
        check("General", None);
        check("0.00_ ", None);
        check("¥#,##0.00", None);
    }

    #[test]
    fn places_are_counted() {
        assert_eq!(places_of_format("#,##0.00\"亿元\""), 2);
        assert_eq!(places_of_format("0"), 0);
    }
}
