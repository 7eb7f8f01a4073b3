//! Years that stand for an edition (届次年份), beside the name of an event or alone.

use crate::cell_rules::numbers::{chinese_digit, small_number_at};

/// What may stand beside the year of an edition and nothing else.
const BESIDE_YEAR: [&str; 14] = [
    "年",
    "年度",
    "届",
    "年签约",
    "年度签约",
    "年签约项目",
    "年度签约项目",
    "年项目",
    "年度项目",
    "签约",
    "签约项目",
    "批次",
    "年批次",
    "年签约批次",
];

/// Whether a number can be the year of an edition.
pub fn is_edition_year(year: i32) -> bool {
    (2000..=2060).contains(&year)
}

/// The year of an edition at the beginning of a text.
pub fn leading_year(text: &str) -> Option<String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let year = text.get(..4).filter(|_| digits == 4)?;
    is_edition_year(year.parse().ok()?).then(|| year.to_owned())
}

/// Whether a text begins with a month.
pub fn is_month(text: &str) -> bool {
    small_number_at(text).is_some_and(|(_, length)| text[length..].starts_with('月'))
}

/// The year at the end of a text, with 年 or 年度 behind it, unless it closes a span of years.
pub fn year_before(text: &str) -> Option<String> {
    let whole = text;
    let text = ["一季度", "二季度", "三季度", "四季度", "上半年", "下半年"]
        .iter()
        .find_map(|part| text.strip_suffix(part))
        .unwrap_or(text);
    let text = text
        .strip_suffix("年度")
        .or_else(|| text.strip_suffix('年'))
        .or_else(|| text.strip_suffix('届'))
        .unwrap_or(text);
    let text = text.trim_end_matches(['"', '“', '《', '(']);
    let Some(start) = text
        .len()
        .checked_sub(4)
        .filter(|start| text.get(*start..).is_some_and(|end| leading_year(end).is_some()))
    else {
        return short_year(text, whole);
    };
    let year = leading_year(text.get(start..)?)?;
    let before = text[..start].strip_suffix('年').unwrap_or(&text[..start]);
    let spans = before.ends_with(|sign: char| "-至到、,/和及".contains(sign) || sign.is_ascii_digit())
        && before
            .trim_end_matches(|sign: char| "-至到、,/和及年".contains(sign))
            .ends_with(|sign: char| sign.is_ascii_digit());
    (!spans && !before.ends_with(|sign: char| sign.is_ascii_digit())).then_some(year)
}

/// `22年` at the end of a text.
fn short_year(text: &str, whole: &str) -> Option<String> {
    let start = text.len().checked_sub(2).filter(|_| whole.ends_with('年'))?;
    let year: i32 = text.get(start..)?.parse().ok()?;
    let free = !text[..start].ends_with(|sign: char| sign.is_ascii_digit() || "-、,/至和及".contains(sign));
    (free && (10..=60).contains(&year)).then(|| (2000 + year).to_string())
}

/// The text with years such as 二〇二一年 in digits.
pub fn with_year_in_digits(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        let digits: Option<Vec<u32>> =
            signs.get(at..at + 4).map(|year| year.iter().filter_map(|sign| chinese_digit(*sign)).collect());
        match digits.filter(|digits| digits.len() == 4 && signs.get(at + 4) == Some(&'年')) {
            Some(digits) => {
                written.extend(digits.iter().filter_map(|digit| char::from_digit(*digit, 10)));
                at += 4;
            }
            None => {
                written.push(*sign);
                at += 1;
            }
        }
    }
    written
}

/// `第四届`, `首届` at the end of a text.
pub fn ordinal_before(text: &str) -> Option<u32> {
    let text = text.strip_suffix('届')?;
    if text.ends_with('首') {
        return Some(1);
    }
    let (_, number) = text.rsplit_once('第')?;
    small_number_at(number).filter(|(_, length)| *length == number.len()).map(|(number, _)| number)
}

/// The year of a text that says nothing but a year: `2021年`, `一、2021年度（12个）`.
pub fn only_year(text: &str) -> Option<String> {
    let start = text.find(|sign: char| sign.is_ascii_digit() && sign != '0')?;
    let before = text[..start].trim_matches(|sign: char| "()一二三四五六七八九十、.:第附件表".contains(sign));
    let year = leading_year(&text[start..])?;
    let behind = text[start + 4..].split('(').next().unwrap_or_default();
    (before.is_empty() && (behind.is_empty() || BESIDE_YEAR.contains(&behind))).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_before_an_event_are_editions() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(year_before(text).as_deref(), expected, "{text}");
        check("北碚区2020年", Some("2020"));
        check("一、2021", Some("2021"));
        check("2020-2022年", None);
        check("2020、2021、2022年", None);
        check("2023年2月", None);
        assert_eq!(only_year("2021年度(12个)").as_deref(), Some("2021"));
        assert_eq!(ordinal_before("第四届"), Some(4));
    }
}
