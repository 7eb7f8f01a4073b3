//! Dates as programs and foreigners write them (英文日期): `Jun-23`, `15 June 2023`, `12/30/2022`.

use crate::cell_rules::spans::{Written, day_span, month_span};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The date at the beginning of a text, and how many bytes it takes.
pub fn foreign_date_at(text: &str) -> Option<(Written, usize)> {
    let starts = text.starts_with(|sign: char| sign.is_ascii_digit() || sign.is_ascii_alphabetic());
    if !starts {
        return None;
    }
    slashed(text).or_else(|| named(text))
}

/// `12/30/2022`: month first, unless the first number can only be a day.
fn slashed(text: &str) -> Option<(Written, usize)> {
    let mut parts = text.splitn(3, '/');
    let (first, second, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let year = rest.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (first, second) = (short_number(first)?, short_number(second)?);
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    let length = text.len() - rest.len() + 4;
    Some((day_span(year.parse().ok()?, month, day), length))
}

fn short_number(text: &str) -> Option<u32> {
    let sound = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| text.parse().ok()).flatten()
}

/// `Jun-23`, `June2023`, `15-Jun-2023`, `Jun15,2023`.
fn named(text: &str) -> Option<(Written, usize)> {
    let (day, after_day) = leading_day(text);
    let (month, after_month) = month_name(after_day)?;
    let rest = after_month.trim_start_matches(['-', '.', ',', '\'', '/', ' ']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = (rest[..digits].parse::<u32>().ok()?, &rest[digits..]);
    let following = after.trim_start_matches([',', '.', ' ']);
    let later = following.bytes().take_while(u8::is_ascii_digit).count();
    if day.is_none() && digits <= 2 && later == 4 && following.len() < after.len() {
        let year = following[..4].parse().ok()?;
        return Some((day_span(year, month, number), text.len() - following.len() + 4));
    }
    let year = match digits {
        4 => number as i32,
        2 => 2000 + number as i32,
        _ => return None,
    };
    let written = day.map_or_else(|| month_span(year, month), |day| day_span(year, month, day));
    Some((written, text.len() - after.len()))
}

fn leading_day(text: &str) -> (Option<u32>, &str) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match short_number(&text[..digits]) {
        Some(day) => (Some(day), text[digits..].trim_start_matches(['-', ' ', '.', '/'])),
        None => (None, text),
    }
}

fn month_name(text: &str) -> Option<(u32, &str)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = text.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == word)?;
    (3..=9).contains(&letters).then(|| (month as u32 + 1, &text[letters..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell_rules::date_cells::short_form;

    fn check(text: &str, expected: Option<&str>) {
        let found = foreign_date_at(text).and_then(|(written, _)| written.ok()).map(short_form);
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn foreign_dates_are_read() {
        check("Jun-23", Some("2023-06"));
        check("June2023", Some("2023-06"));
        check("15-Jun-2023", Some("2023-06-15"));
        check("Jun15,2023", Some("2023-06-15"));
        check("12/30/2022", Some("2022-12-30"));
        check("Jul15.2023", Some("2023-07-15"));
        check("30/12/2022", Some("2022-12-30"));
        check("2022/12/30", None);
        check("Marketing", None);
        check("MayBank", None);
        check("2023", None);
    }
}
