//! Numbers as officials write them (数字): thousands separators, Chinese numerals, 万 and 亿 between the digits.

use crate::cell_rules::decimals::Decimal;

/// The number at the beginning of a plain text and how many bytes it takes.
///
/// Reads `12000`, `12,000`, `1.25`, `一千二百`, `壹`, `二十`, `两`; no sign, no 万 or 亿.
pub fn number_at(text: &str) -> Option<(Decimal, usize)> {
    ascii_number(text).or_else(|| chinese_number(text))
}

fn ascii_number(text: &str) -> Option<(Decimal, usize)> {
    let run = text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.')).count();
    let run = text[..run].trim_end_matches([',', '.']);
    if !run.starts_with(|sign: char| sign.is_ascii_digit() || sign == '.') {
        return None;
    }
    let whole = run.split('.').next().unwrap_or(run);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let well_grouped =
        !whole.contains(',') || (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    let number = Decimal::parse(&run.replace(',', ""))?;
    let comma_behind_point = run.split_once('.').is_some_and(|(_, rest)| rest.contains(','));
    (well_grouped && !comma_behind_point).then_some((number, run.len()))
}

/// The digit that a Chinese sign stands for.
pub fn chinese_digit(sign: char) -> Option<u32> {
    Some(match sign {
        '〇' | '○' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '两' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn chinese_power(sign: char) -> Option<i128> {
    Some(match sign {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        _ => return None,
    })
}

/// Chinese numerals below ten thousand, with 点 and 半: `一千二百`, `十`, `一点五`, `二〇二三`.
fn chinese_number(text: &str) -> Option<(Decimal, usize)> {
    let (mut total, mut pending, mut length, mut plain_run) = (0_i128, None::<i128>, 0, 0);
    for (at, sign) in text.char_indices() {
        if let Some(value) = chinese_digit(sign) {
            let value = i128::from(value);
            plain_run += 1;
            if plain_run > 9 {
                return None;
            }
            pending = Some(if plain_run > 1 { pending.unwrap_or(0) * 10 + value } else { value });
        } else if let Some(power) = chinese_power(sign) {
            if at == 0 && power > 10 {
                return None; // 百万, 千万 are units, not numbers
            }
            total += pending.take().filter(|value| *value > 0).unwrap_or(1) * power;
            plain_run = 0;
        } else {
            break;
        }
        length = at + sign.len_utf8();
    }
    if length == 0 {
        return None;
    }
    let whole = total + pending.unwrap_or(0);
    Some(with_fraction(whole, text, length))
}

fn with_fraction(whole: i128, text: &str, length: usize) -> (Decimal, usize) {
    let Some(rest) = text[length..].strip_prefix('点') else { return (Decimal::whole(whole), length) };
    let (mut number, mut end) = (Decimal::whole(whole), length + '点'.len_utf8());
    for sign in rest.chars().take(9) {
        let Some(value) = chinese_digit(sign) else { break };
        number = Decimal { digits: number.digits * 10 + i128::from(value), places: number.places + 1 };
        end += sign.len_utf8();
    }
    if number.places == 0 { (Decimal::whole(whole), length) } else { (number, end) }
}

/// A whole number below a hundred in digits or numerals at the beginning of a text: `12`, `十二`, `二十`.
pub fn small_number_at(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return (digits <= 2).then(|| Some((text[..digits].parse().ok()?, digits))).flatten();
    }
    let (number, length) = chinese_number(text)?;
    let value = u32::try_from(number.digits).ok().filter(|value| *value < 100 && number.places == 0)?;
    Some((value, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str, length: usize) {
        assert_eq!(number_at(text), Some((Decimal::parse(expected).unwrap(), length)), "{text}");
    }

    #[test]
    fn digits_and_separators_are_read() {
        check("12000", "12000", 5);
        check("12,000万", "12000", 6);
        check("1,234,567.5", "1234567.5", 11);
        check("5.", "5", 1);
        for wrong in ["1,2", "12,34", "1,2000", ",5", "万", "1.234,5", "1.2.3"] {
            assert_eq!(number_at(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numerals_are_read() {
        check("十亿", "10", 3);
        check("壹亿", "1", 3);
        check("一千二百万", "1200", 12);
        check("一百零五", "105", 12);
        check("二十三", "23", 9);
        check("一点五亿", "1.5", 9);
        assert_eq!(number_at("千万"), None);
        assert_eq!(small_number_at("十二月"), Some((12, 6)));
        assert_eq!(small_number_at("2023"), None);
    }
}
