//! Dates in cells that hold a number (日期单元格): day numbers, `20230715`, `202307`, `2023.7`, and what a format shows.

use model::date::Date;
use model::precision::Precision;

use crate::cell_rules::spans::{
    FIRST_YEAR, Impossible, LAST_YEAR, Span, Written, day_span, month_span, year_span,
};

/// Day numbers that are taken for dates: 1954 to 2064.
const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=60_000.0;

/// What a number in a column of dates can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberDate {
    /// A span, or why it is none, by a rule.
    Written(&'static str, Written),
    /// `2023.1`: January, or October without its last nought.
    JanuaryOrOctober,
    /// No date at all.
    NoDate,
}

/// Reads a date cell: the day of its serial, as exact as its number format shows it.
pub fn span_of_serial(serial: f64, number_format: Option<&str>) -> Written {
    let date = Date::from_excel_serial(serial).ok_or(Impossible::NoSuchDay)?;
    let (year, month, day) = date.civil();
    let span = day_span(year, month, day)?;
    match number_format.map_or(Precision::Day, precision_of_format) {
        Precision::Month => month_span(year, month),
        Precision::Year => year_span(year),
        _ => Ok(span),
    }
}

/// Reads a number that stands in a column of dates.
pub fn span_of_number(number: f64, number_format: Option<&str>) -> NumberDate {
    if number.fract() != 0.0 && number < 10_000.0 {
        return year_and_month(number);
    }
    let whole = number.trunc();
    if (f64::from(FIRST_YEAR)..=f64::from(LAST_YEAR)).contains(&whole) {
        return NumberDate::Written("year_number", year_span(whole as i32));
    }
    if SERIALS.contains(&number) {
        return NumberDate::Written("serial", span_of_serial(number, number_format));
    }
    if !(190_001.0..=21_001_231.0).contains(&whole) {
        return NumberDate::NoDate;
    }
    match digits_span(&(whole as i64).to_string()) {
        Some(written) => NumberDate::Written("digits", written),
        None => NumberDate::NoDate,
    }
}

/// Eight or six digits without separators: `20230715`, `202307`, `230715`.
pub fn digits_span(digits: &str) -> Option<Written> {
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    match digits.len() {
        8 => Some(day_span(part(0, 4)? as i32, part(4, 6)?, part(6, 8)?)),
        6 if (1900..2100).contains(&part(0, 4)?) => Some(month_span(part(0, 4)? as i32, part(4, 6)?)),
        6 => {
            let written = day_span(2000 + part(0, 2)? as i32, part(2, 4)?, part(4, 6)?);
            written.is_ok().then_some(written)
        }
        _ => None,
    }
}

/// `2023.7` and `23.7`: year and month. A single 1 behind the point may have been 10.
fn year_and_month(number: f64) -> NumberDate {
    let text = number.to_string();
    let Some((year, month)) = text.split_once('.') else { return NumberDate::NoDate };
    let (Ok(year_number), Ok(month_number)) = (year.parse::<i32>(), month.parse::<u32>()) else {
        return NumberDate::NoDate;
    };
    let full_year = match year.len() {
        4 => year_number,
        2 if (10..=60).contains(&year_number) => 2000 + year_number,
        _ => return NumberDate::NoDate,
    };
    match month {
        "1" if (FIRST_YEAR..=LAST_YEAR).contains(&full_year) => NumberDate::JanuaryOrOctober,
        _ if month.len() <= 2 => NumberDate::Written("year_point_month", month_span(full_year, month_number)),
        _ => NumberDate::NoDate,
    }
}

/// How exact the dates are that a number format shows.
pub fn precision_of_format(format: &str) -> Precision {
    let shown = placeholders(format.split(';').next().unwrap_or(format));
    let has = |signs: &[char]| shown.contains(signs);
    if has(&['d']) || !has(&['y', 'e', 'm']) {
        return Precision::Day;
    }
    let minutes_only = has(&['h', 's']) && !has(&['y', 'e']);
    match (has(&['m']), minutes_only) {
        (_, true) => Precision::Day,
        (true, false) => Precision::Month,
        (false, false) => Precision::Year,
    }
}

/// The letters of a format that are no literal text, in lower case.
fn placeholders(section: &str) -> String {
    if section.eq_ignore_ascii_case("general") {
        return String::new();
    }
    let mut shown = String::new();
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for sign in section.chars() {
        match sign {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            '\\' | '!' => escaped = true,
            '[' => bracketed = true,
            ']' => bracketed = false,
            letter if !quoted && !bracketed && letter.is_ascii_alphabetic() => {
                shown.push(letter.to_ascii_lowercase());
            }
            _ => {}
        }
    }
    shown
}

/// The span in words, for messages and tests: `2023-07`.
pub fn short_form(span: Span) -> String {
    let (year, month, _) = span.first.civil();
    match span.precision {
        Precision::Day => span.first.to_string(),
        Precision::Month => format!("{year:04}-{month:02}"),
        Precision::Quarter => format!("{year:04}-Q{}", month.div_ceil(3)),
        Precision::Half => format!("{year:04}-H{}", month.div_ceil(6)),
        Precision::Year => format!("{year:04}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(number: f64, expected: &str) {
        let shown = match span_of_number(number, None) {
            NumberDate::Written(_, Ok(span)) => short_form(span),
            NumberDate::Written(_, Err(doubt)) => format!("{doubt:?}"),
            other => format!("{other:?}"),
        };
        assert_eq!(shown, expected, "{number}");
    }

    #[test]
    fn numbers_are_dates() {
        check(45108.0, "2023-07-01");
        check(45108.5, "2023-07-01");
        check(20230715.0, "2023-07-15");
        check(202307.0, "2023-07");
        check(2022.0, "2022");
        check(2023.7, "2023-07");
        check(2023.11, "2023-11");
        check(2023.05, "2023-05");
        check(2023.1, "JanuaryOrOctober");
        check(20.9, "2020-09");
        check(2023.13, "NoSuchDay");
        check(20230230.0, "NoSuchDay");
        check(7.0, "NoDate");
        check(f64::NAN, "NoDate");
        check(-1.0, "NoDate");
    }

    #[test]
    fn formats_say_how_exact_a_date_is() {
        let month =
            ["yyyy\"年\"m\"月\"", "yyyy-mm", "mmm-yy", "yyyy/m;@", "[$-804]yyyy\"年\"m\"月\";@", "m\"月\""];
        for format in month {
            assert_eq!(precision_of_format(format), Precision::Month, "{format}");
        }
        for format in ["yyyy-mm-dd", "General", "m\"月\"d\"日\"", "h:mm", "0.00", "mm-dd-yy", "[$-F800]dddd"]
        {
            assert_eq!(precision_of_format(format), Precision::Day, "{format}");
        }
        assert_eq!(precision_of_format("yyyy\"年\""), Precision::Year);
    }
}
