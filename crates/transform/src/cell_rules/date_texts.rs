//! Dates inside a text (日期文字): every date that it names, with its place.

use std::ops::Range;

use model::month::Month;

use crate::cell_rules::date_cells::digits_span;
use crate::cell_rules::foreign_dates::foreign_date_at;
use crate::cell_rules::numbers::{chinese_digit, small_number_at};
use crate::cell_rules::spans::{Impossible, Span, Written, day_span, month_of_period, month_span, year_span};
use crate::cell_rules::year_parts::{part_of_month, part_of_year_at};

/// One date of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// The span, or why there is none.
    pub written: Written,
    /// The bytes that name it.
    pub place: Range<usize>,
}

/// Words for a year that is counted from the month of the return.
const RELATIVE_YEARS: [(&str, i32); 10] = [
    ("今年", 0),
    ("本年", 0),
    ("当年", 0),
    ("去年", -1),
    ("上年", -1),
    ("前年", -2),
    ("明年", 1),
    ("次年", 1),
    ("来年", 1),
    ("后年", 2),
];
/// Words for a month that is counted from the month of the return.
const RELATIVE_MONTHS: [(&str, i32); 7] =
    [("上个月", -1), ("上月", -1), ("本月", 0), ("当月", 0), ("这个月", 0), ("下个月", 1), ("下月", 1)];

/// Every date of a plain text, in order. `ahead` says that months without a year lie ahead of the period.
pub fn dates_in(text: &str, period: Option<Month>, ahead: bool) -> Vec<FoundDate> {
    let mut found: Vec<FoundDate> = Vec::new();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        match date_at(&text[at..], period, ahead) {
            Some((written, length)) if length > 0 => {
                found.push(FoundDate { written, place: at..at + length });
                at += length;
            }
            _ if sign.is_ascii_digit() => at += text[at..].bytes().take_while(u8::is_ascii_digit).count(),
            _ => at += sign.len_utf8(),
        }
    }
    found
}

/// The date at the beginning of a plain text, and how many bytes it takes.
pub fn date_at(text: &str, period: Option<Month>, ahead: bool) -> Option<(Written, usize)> {
    foreign_date_at(text)
        .or_else(|| digits_at(text))
        .or_else(|| dated_year_at(text))
        .or_else(|| relative_at(text, period))
        .or_else(|| yearless_at(text, period, ahead))
}

fn digits_at(text: &str) -> Option<(Written, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = text[length..].chars().next();
    let touches = behind.is_some_and(|sign| "年.万亿元个%".contains(sign));
    if touches || !(length == 8 || length == 6) {
        return None;
    }
    digits_span(&text[..length]).map(|written| (written, length))
}

/// A year, and whatever of month and day follows it.
fn dated_year_at(text: &str) -> Option<(Written, usize)> {
    let (year, length) = year_at(text)?;
    let rest = &text[length..];
    if let Some(behind) = rest.strip_prefix('年') {
        let behind = behind.strip_prefix(['度', '的']).unwrap_or(behind);
        let behind = behind.strip_prefix(['.', '-', '/']).unwrap_or(behind);
        let taken = text.len() - behind.len();
        let (written, more) = in_year(year, behind);
        return Some((written, taken + more));
    }
    let separator = rest.chars().next();
    let (Some(separator), true) = (separator, year >= 1900 || length <= 3) else {
        return (length == 4).then(|| (year_span(year), length));
    };
    if matches!(separator, 'Q' | 'q' | 'H' | '第') || rest.starts_with(['一', '二', '三', '四']) {
        return part_of_year_at(year, rest).map(|(written, more)| (written, length + more));
    }
    if !".-/、,_\\—–".contains(separator) {
        return bare_year(text, year, length);
    }
    let behind = &rest[separator.len_utf8()..];
    match separated(year, behind, separator) {
        Some((written, more)) => Some((written, length + separator.len_utf8() + more)),
        None => bare_year(text, year, length),
    }
}

/// Four digits without anything that belongs to them are a year only where nothing else touches them.
fn bare_year(text: &str, year: i32, length: usize) -> Option<(Written, usize)> {
    let next = text[length..].chars().next();
    let free = next.is_none_or(|sign| !sign.is_alphanumeric() && !".%".contains(sign))
        || text[length..].starts_with(['前', '底', '末', '初']);
    (length == 4 && free && (1990..2100).contains(&year)).then(|| (year_span(year), length))
}

/// A year at the beginning: four digits, or two before 年 or before a point and a month; also 二〇二三.
fn year_at(text: &str) -> Option<(i32, usize)> {
    let quote = usize::from(text.starts_with('\''));
    let digits = text[quote..].bytes().take_while(u8::is_ascii_digit).count();
    let behind = &text[quote + digits..];
    match digits {
        0 => chinese_year_at(text),
        4 => Some((text.get(quote..quote + 4)?.parse().ok()?, quote + 4)),
        2 if behind.starts_with('年') || behind.starts_with(['.', '/']) && month_follows(&behind[1..]) => {
            let year: i32 = text.get(quote..quote + 2)?.parse().ok()?;
            (10..=60).contains(&year).then_some((2000 + year, quote + 2))
        }
        _ => None,
    }
}

fn month_follows(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let month = text[..digits].parse::<u32>().is_ok_and(|month| (1..=12).contains(&month));
    let behind = text[digits..].chars().next();
    month && digits <= 2 && behind.is_none_or(|sign| !"万亿元%个".contains(sign))
}

fn chinese_year_at(text: &str) -> Option<(i32, usize)> {
    let signs: Vec<char> = text.chars().take(5).collect();
    let [first, second, third, fourth, '年'] = signs.as_slice() else { return None };
    let mut year = 0;
    for sign in [first, second, third, fourth] {
        year = year * 10 + sign.to_digit(10).or_else(|| chinese_digit(*sign))? as i32;
    }
    Some((year, signs[..4].iter().map(|sign| sign.len_utf8()).sum()))
}

/// What follows `2023年`: a month with or without a day, a part of the year, or nothing.
fn in_year(year: i32, rest: &str) -> (Written, usize) {
    if let Some(part) = part_of_year_at(year, rest) {
        return part;
    }
    match small_number_at(rest) {
        Some((month, length))
            if !rest[length..].starts_with(['个', '期', '次', '#', '家', '亿', '万', '号', '条']) =>
        {
            after_month(year, month, &rest[length..])
                .map_or((year_span(year), 0), |(written, more)| (written, length + more))
        }
        _ => (year_span(year), 0),
    }
}

/// What follows a month: 月, a day, 上旬, 底.
fn after_month(year: i32, month: u32, rest: &str) -> Option<(Written, usize)> {
    let (separator, behind) = match rest.chars().next() {
        Some(sign @ ('月' | '.' | '-' | '/' | '、')) => (Some(sign), &rest[sign.len_utf8()..]),
        _ => (None, rest),
    };
    let separated = rest.len() - behind.len();
    let behind_share = behind.strip_prefix('份').unwrap_or(behind);
    let share = behind.len() - behind_share.len();
    let Some(separator) = separator else { return Some((month_span(year, month), 0)) };
    if let Some((day, length)) = small_number_at(behind_share) {
        let after = &behind_share[length..];
        if let Some(sign) = after.chars().next().filter(|sign| matches!(sign, '日' | '号')) {
            return Some((day_span(year, month, day), separated + share + length + sign.len_utf8()));
        }
        let closed = after
            .chars()
            .next()
            .is_none_or(|sign| !sign.is_ascii_digit() && !"月年万亿元个期.%".contains(sign));
        if behind_share.starts_with(|sign: char| sign.is_ascii_digit()) && closed && (separator != '、') {
            return Some((day_span(year, month, day), separated + share + length));
        }
    }
    let (to_end, more) = part_of_month(behind_share);
    let written = month_span(year, month).map(|span| if to_end { span.to_end() } else { span });
    let taken = if separator == '月' {
        separated + share + more
    } else if separator == '.' {
        separated
    } else {
        0
    };
    Some((written, taken))
}

/// `2023.7.15`, `2023-7`, `2023/7月`: what follows the first separator.
fn separated(year: i32, text: &str, separator: char) -> Option<(Written, usize)> {
    if let Some(part) = part_of_year_at(year, text).filter(|_| !text.starts_with(['初', '底', '末', '内']))
    {
        return Some(part);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let month: u32 = text[..digits].parse().ok()?;
    let rest = &text[digits..];
    let same = rest.chars().next().is_some_and(|sign| sign == separator || sign == '月');
    let (written, more) =
        if same { after_month(year, month, rest)? } else { with_part_of_month(year, month, rest) };
    Some((written, digits + more))
}

fn with_part_of_month(year: i32, month: u32, rest: &str) -> (Written, usize) {
    let (to_end, more) = part_of_month(rest);
    (month_span(year, month).map(|span| if to_end { span.to_end() } else { span }), more)
}

/// `去年11月`, `今年上半年`, `上月底`.
fn relative_at(text: &str, period: Option<Month>) -> Option<(Written, usize)> {
    if let Some((word, years)) = RELATIVE_YEARS.iter().find(|(word, _)| text.starts_with(word)) {
        let Some(period) = period else { return Some((Err(Impossible::NoYear), word.len())) };
        let (written, more) = in_year(period.year() + years, &text[word.len()..]);
        return Some((written.map(Span::year_assumed), word.len() + more));
    }
    let (word, months) = RELATIVE_MONTHS.iter().find(|(word, _)| text.starts_with(word))?;
    let Some(month) = period.map(|period| period.plus(*months)) else {
        return Some((Err(Impossible::NoYear), word.len()));
    };
    let (written, more) = after_month(month.year(), month.month(), &format!("月{}", &text[word.len()..]))?;
    Some((written.map(Span::year_assumed), word.len() + more.saturating_sub('月'.len_utf8())))
}

/// `7月`, `7月15日`, `三季度`, `上半年`, `年底`: the year follows from the period.
fn yearless_at(text: &str, period: Option<Month>, ahead: bool) -> Option<(Written, usize)> {
    if let Some((month, length)) =
        small_number_at(text).filter(|(_, length)| text[*length..].starts_with('月'))
    {
        let (year, doubt) = match month_of_period(month, period, ahead) {
            Ok(span) => (span.first.year(), None),
            Err(doubt) => (2000, Some(doubt)),
        };
        let (written, more) = after_month(year, month, &text[length..])?;
        let written = doubt.map_or(written, Err);
        return Some((written.map(Span::year_assumed), length + more));
    }
    if text.starts_with(['初', '底', '末', '内', '中', '年'])
        && !text.starts_with("年底")
        && !text.starts_with("年内")
        || text.starts_with("年末")
    {
        return None;
    }
    let text_of_year = text.strip_prefix("年内").map_or(text, |_| &text["年".len()..]);
    let skipped = text.len() - text_of_year.len();
    let (written, length) = part_of_year_at(period.map_or(2000, Month::year), text_of_year)?;
    let written = if period.is_none() { Err(Impossible::NoYear) } else { written };
    Some((written.map(|span| at_or_before(span, period, ahead).year_assumed()), skipped + length))
}

/// The same part of the year before, where it would begin after the month of the return.
fn at_or_before(span: Span, period: Option<Month>, ahead: bool) -> Span {
    let late = period.is_some_and(|period| span.first > period.last_day());
    let earlier = model::date::Date::new(span.first.year() - 1, span.first.month(), 1);
    match (late && !ahead, earlier) {
        (true, Some(first)) => Span { first, ..span },
        _ => span,
    }
}
