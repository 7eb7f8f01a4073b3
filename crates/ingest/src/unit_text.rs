//! Units as they stand in headers and captions (单位): `亿元`, `万元、亩`, `RMB 10,000`.

use model::amount_unit::AmountUnit;

/// Units of area.
const AREAS: [&str; 8] = ["平方公里", "平方米", "万平方米", "公顷", "万亩", "亩", "m2", "㎡"];

/// English spellings, squeezed.
const ENGLISH: [(&str, &str); 30] = [
    ("cny10000", "万元"),
    ("rmb10000", "万元"),
    ("10000cny", "万元"),
    ("10000rmb", "万元"),
    ("10000yuan", "万元"),
    ("tenthousandyuan", "万元"),
    ("wanyuan", "万元"),
    ("10kcny", "万元"),
    ("cny10k", "万元"),
    ("cny100million", "亿元"),
    ("rmb100million", "亿元"),
    ("100millioncny", "亿元"),
    ("100millionrmb", "亿元"),
    ("100millionyuan", "亿元"),
    ("hundredmillionyuan", "亿元"),
    ("yiyuan", "亿元"),
    ("cnymillion", "百万元"),
    ("rmbmillion", "百万元"),
    ("millioncny", "百万元"),
    ("millionrmb", "百万元"),
    ("millionyuan", "百万元"),
    ("cnybillion", "十亿元"),
    ("billionyuan", "十亿元"),
    ("cny", "元"),
    ("rmb", "元"),
    ("yuan", "元"),
    ("usd", "美元"),
    ("us$", "美元"),
    ("usdmillion", "百万美元"),
    ("millionusd", "百万美元"),
];

/// The unit that a squeezed text names and nothing else: `亿元`, `单位:万元`, `万元、亩`.
pub fn unit_of(squeezed: &str) -> Option<String> {
    let text = squeezed.trim_matches(|c| matches!(c, '(' | ')' | ':' | ',' | '、' | '。' | ';' | '.'));
    let text = text.rsplit_once("单位:").map_or(text, |(_, unit)| unit);
    let text = text.strip_prefix("单位").unwrap_or(text);
    let text = without_currency(text);
    if let Some(unit) = single(text) {
        return Some(unit);
    }
    let mut parts = text.split(['、', ',', '/', ';', '和']).filter(|part| !part.is_empty());
    let first = parts.next().and_then(single)?;
    let is_other_money = |part: &str| money(part).is_some_and(|unit| unit != first);
    parts.all(|part| is_unit_word(part) && !is_other_money(part)).then_some(first)
}

/// The unit of money in a squeezed list of units, whatever stands beside it: `万元、亩`. Missing: none, or two units of
/// the own currency, for nobody knows which one a number has.
pub fn amount_unit_of(squeezed: &str) -> Option<String> {
    let is_end = |c: char| matches!(c, '、' | ',' | '/' | ';' | ')' | '(' | ':' | '。');
    let found: Vec<String> =
        squeezed.split(is_end).filter_map(|part| money(without_currency(part))).collect();
    let mut own = found.iter().filter(|unit| unit.ends_with('元') && !unit.ends_with("美元"));
    let first = own.next();
    let is_clear = own.all(|unit| Some(unit) == first);
    first.or(found.first()).filter(|_| is_clear).cloned()
}

/// A unit without the name of the own currency around it: `人民币万元`, `￥亿元`, `RMB万元`, `亿元人民币`.
fn without_currency(text: &str) -> &str {
    let inner = ["人民币", "rmb", "cny", "¥"].iter().fold(text, |text, name| {
        let text = text.strip_prefix(name).unwrap_or(text);
        text.strip_suffix(name).unwrap_or(text)
    });
    let is_chinese = inner.chars().any(|c| "元万亿".contains(c));
    if is_chinese { inner.trim_matches(['(', ')']) } else { text }
}

fn single(text: &str) -> Option<String> {
    money(text).or_else(|| AREAS.contains(&text).then(|| text.to_owned()))
}

fn money(text: &str) -> Option<String> {
    if text == "人民币" || text == "块" || text.is_empty() {
        return None;
    }
    if let Ok(unit) = text.parse::<AmountUnit>() {
        return Some(unit.to_string());
    }
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | '.' | '-')).collect();
    ENGLISH.iter().find(|(known, _)| *known == plain).map(|(_, unit)| (*unit).to_owned())
}

fn is_unit_word(text: &str) -> bool {
    single(text).is_some() || ["个", "家", "人", "%", "项", "户", "宗", "人民币", "含税"].contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(unit_of(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn units_are_told_from_other_words() {
        check("亿元", Some("亿元"));
        check("单位:万元", Some("万元"));
        check("万元、亩", Some("万元"));
        check("人民币万元", Some("万元"));
        check("¥亿元", Some("亿元"));
        check("rmb万元", Some("万元"));
        check("亿元人民币", Some("亿元"));
        check("万元(人民币)", Some("万元"));
        check("亩", Some("亩"));
        check("万美元", Some("万美元"));
        check("cny10,000", Some("万元"));
        for none in ["打√", "企业", "个", "年月", "发改", "", "人民币"] {
            check(none, None);
        }
        check("亿元/万元", None);
        assert_eq!(amount_unit_of("亩、万元").as_deref(), Some("万元"));
        assert_eq!(amount_unit_of("万美元、万元").as_deref(), Some("万元"));
        assert_eq!(amount_unit_of("亿元、万元").as_deref(), None);
    }
}
