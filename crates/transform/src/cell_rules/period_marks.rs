//! Months and days in a title or file name and the words that mark them (截至、填报日期).

use std::ops::Range;

use crate::cell_rules::numbers::{chinese_digit, small_number_at};

/// What the words before a month say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// 截至, or a whole date in a title.
    AsOf,
    /// 填报日期, or eight digits in a file name.
    Sent,
    /// Nothing.
    Bare,
}

/// A month of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedMonth {
    /// What marks it.
    pub mark: Mark,
    /// The year, where it is written.
    pub year: Option<i32>,
    /// The month, 1–12.
    pub month: u32,
    /// The day, where it is written.
    pub day: Option<u32>,
    /// The bytes that name it.
    pub place: Range<usize>,
}

const AS_OF_WORDS: [&str; 4] = ["截至", "截止", "截到", "ASOF"];
const SENT_WORDS: [&str; 12] = [
    "填报日期",
    "填报时间",
    "报送日期",
    "报送时间",
    "报出日期",
    "制表日期",
    "制表时间",
    "填表日期",
    "填表时间",
    "上报日期",
    "上报时间",
    "日期:",
];

/// Every month of a plain text, in order.
pub fn marked_months(text: &str) -> Vec<MarkedMonth> {
    let mut found: Vec<MarkedMonth> = Vec::new();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let after_digit = text[..at].ends_with(|before: char| before.is_ascii_digit());
        match month_at(&text[at..]).filter(|_| !after_digit) {
            Some(read) => {
                let end = at + read.length;
                let mark = mark_of(&text[..at], &read, &text[end..]);
                found.push(MarkedMonth {
                    mark,
                    year: read.year,
                    month: read.month,
                    day: read.day,
                    place: at..end,
                });
                at = end;
            }
            None if sign.is_ascii_digit() => at += text[at..].bytes().take_while(u8::is_ascii_digit).count(),
            None => at += sign.len_utf8(),
        }
    }
    found
}

/// A month at the beginning of a text.
struct ReadMonth {
    year: Option<i32>,
    month: u32,
    day: Option<u32>,
    length: usize,
    is_digits: bool,
}

fn mark_of(before: &str, read: &ReadMonth, behind: &str) -> Mark {
    let near: String = before.chars().rev().take(9).collect::<Vec<char>>().into_iter().rev().collect();
    let last_of = |words: &[&str]| words.iter().filter_map(|word| near.to_uppercase().rfind(word)).max();
    match (last_of(&AS_OF_WORDS), last_of(&SENT_WORDS)) {
        (Some(as_of), sent) if sent.is_none_or(|sent| sent < as_of) => Mark::AsOf,
        (_, Some(_)) => Mark::Sent,
        _ if read.day.is_some() && read.is_digits => Mark::Sent,
        _ if read.day.is_some() && behind.starts_with(['报', '收', '上']) => Mark::Sent,
        _ if read.day.is_some() => Mark::AsOf,
        _ => Mark::Bare,
    }
}

fn month_at(text: &str) -> Option<ReadMonth> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if matches!(digits, 6 | 8) {
        return run_of_digits(&text[..digits]);
    }
    match year_at(text, digits) {
        Some((year, length)) => dated(text, year, length),
        None => yearless(text),
    }
}

/// `202302`, `20230305`.
fn run_of_digits(digits: &str) -> Option<ReadMonth> {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let year = part(0, 4).filter(|year| (2000..=2060).contains(year))? as i32;
    let month = part(4, 6).filter(|month| (1..=12).contains(month))?;
    let day = part(6, 8);
    if day.is_some_and(|day| !(1..=31).contains(&day)) {
        return None;
    }
    Some(ReadMonth { year: Some(year), month, day, length: digits.len(), is_digits: true })
}

fn year_at(text: &str, digits: usize) -> Option<(i32, usize)> {
    let year = match digits {
        4 => text[..4].parse().ok()?,
        2 if text[2..].starts_with('年') => 2000 + text[..2].parse::<i32>().ok()?,
        0 => return chinese_year(text),
        _ => return None,
    };
    (2000..=2060).contains(&year).then_some((year, digits))
}

fn chinese_year(text: &str) -> Option<(i32, usize)> {
    let signs: Vec<char> = text.chars().take(5).collect();
    let [year @ .., '年'] = signs.as_slice() else { return None };
    let value = year.iter().try_fold(0, |value, sign| Some(value * 10 + chinese_digit(*sign)? as i32))?;
    let length = year.iter().map(|sign| sign.len_utf8()).sum();
    (2000..=2060).contains(&value).then_some((value, length))
}

/// What follows a year: `年2月28日`, `.2`, `-02-28`, `年1-2月`, `年一季度`.
fn dated(text: &str, year: i32, year_length: usize) -> Option<ReadMonth> {
    let separator = text[year_length..].chars().next().filter(|sign| "年.-/_".contains(*sign))?;
    let at = year_length + separator.len_utf8();
    if separator == '年'
        && let Some((month, length)) = part_of_year(&text[at..])
    {
        return Some(ReadMonth { year: Some(year), month, day: None, length: at + length, is_digits: false });
    }
    let (month, length) = small_number_at(&text[at..]).filter(|(month, _)| (1..=12).contains(month))?;
    let end = at + length;
    let named = text[end..].starts_with('月');
    if separator == '年' && !named {
        return last_of_months(text, Some(year), end);
    }
    if named {
        return Some(
            last_of_months(text, Some(year), end + '月'.len_utf8())
                .unwrap_or_else(|| after_month(text, Some(year), month, end)),
        );
    }
    let day = text[end..]
        .strip_prefix(separator)
        .and_then(small_number_at)
        .filter(|(day, _)| (1..=31).contains(day));
    let touches = text[end..].starts_with(|sign: char| sign.is_ascii_digit() || "年%".contains(sign));
    let end = day.map_or(end, |(_, length)| end + separator.len_utf8() + length);
    (!touches).then_some(ReadMonth {
        year: Some(year),
        month,
        day: day.map(|(day, _)| day),
        length: end,
        is_digits: false,
    })
}

/// A month whose number ends at `end`, before 月: with the day behind it.
fn after_month(text: &str, year: Option<i32>, month: u32, end: usize) -> ReadMonth {
    let end = end + '月'.len_utf8();
    let day = small_number_at(&text[end..])
        .filter(|(day, length)| (1..=31).contains(day) && text[end + length..].starts_with(['日', '号']));
    let length = day.map_or(end, |(_, length)| end + length + '日'.len_utf8());
    ReadMonth { year, month, day: day.map(|(day, _)| day), length, is_digits: false }
}

/// `1-2月`, `1月至2月`: the last month of a run of months.
fn last_of_months(text: &str, year: Option<i32>, end: usize) -> Option<ReadMonth> {
    let behind = text[end..].strip_prefix(['-', '至', '到'])?;
    let at = text.len() - behind.len();
    let (month, length) = small_number_at(behind).filter(|(month, _)| (1..=12).contains(month))?;
    behind[length..].starts_with('月').then(|| after_month(text, year, month, at + length))
}

/// The last month of a quarter or half a year; an event of a quarter is none.
fn part_of_year(text: &str) -> Option<(u32, usize)> {
    const PARTS: [(&str, u32); 12] = [
        ("第一季度", 3),
        ("第二季度", 6),
        ("第三季度", 9),
        ("第四季度", 12),
        ("一季度", 3),
        ("二季度", 6),
        ("三季度", 9),
        ("四季度", 12),
        ("上半年", 6),
        ("下半年", 12),
        ("年底", 12),
        ("底", 12),
    ];
    let (word, month) = PARTS.iter().find(|(word, _)| text.starts_with(word))?;
    let event = ["集中", "签约", "重大", "重点", "智博", "开工"]
        .iter()
        .any(|next| text[word.len()..].starts_with(next));
    (!event).then_some((*month, word.len()))
}

/// `2月报`, `（2月）`, `2月底`.
fn yearless(text: &str) -> Option<ReadMonth> {
    let (month, length) = small_number_at(text).filter(|(month, _)| (1..=12).contains(month))?;
    if !text[length..].starts_with('月') {
        return last_of_months(text, None, length);
    }
    let after = length + '月'.len_utf8();
    Some(last_of_months(text, None, after).unwrap_or_else(|| after_month(text, None, month, length)))
}
