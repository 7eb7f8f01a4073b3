//! Telephone numbers inside free text (电话号码): where one begins and ends.
//!
//! A number that touches a letter, a decimal point or a unit of money is an amount, a date or a code, and none.

/// Words after which a bare number of seven or eight digits is a telephone number.
const PHONE_WORDS: [&str; 8] = ["电话", "座机", "手机", "联系方式", "TEL", "tel", "Tel", "热线"];

/// The value of a digit, full width too.
pub fn digit(sign: char) -> Option<u32> {
    match sign {
        '0'..='9' => sign.to_digit(10),
        '０'..='９' => Some(sign as u32 - '０' as u32),
        _ => None,
    }
}

/// Where the telephone number that begins here ends. Missing: none begins here.
pub fn phone_end(signs: &[char], start: usize) -> Option<usize> {
    digit(*signs.get(start)?)?;
    if !may_begin(signs, start) {
        return None;
    }
    let (digits, ends) = digits_from(signs, start);
    let length =
        [11, 10, 12, 8, 7].into_iter().find(|length| is_phone(&digits, *length, signs, start, &ends))?;
    ends.get(length - 1).copied()
}

/// The digits from here on, across single separators, and where each ends.
fn digits_from(signs: &[char], start: usize) -> (Vec<u32>, Vec<usize>) {
    let (mut digits, mut ends) = (Vec::new(), Vec::new());
    let mut at = start;
    while digits.len() < 13 {
        let Some(sign) = signs.get(at) else { break };
        if let Some(value) = digit(*sign) {
            digits.push(value);
            ends.push(at + 1);
        } else {
            let joins =
                " -－—)）".contains(*sign) && signs.get(at + 1).is_some_and(|next| digit(*next).is_some());
            if !joins {
                break;
            }
        }
        at += 1;
    }
    (digits, ends)
}

fn is_phone(digits: &[u32], length: usize, signs: &[char], start: usize, ends: &[usize]) -> bool {
    let Some(end) = digits.get(..length).and_then(|_| ends.get(length - 1)) else { return false };
    let contiguous = end - start == length;
    let area = match digits.get(1) {
        Some(1 | 2) => 3,
        _ => 4,
    };
    let shaped = match (length, digits) {
        (11, [1, 3..=9, ..]) => contiguous || grouped(signs, start, *end, &[3, 4, 4]),
        (10, [4 | 8, 0, 0, ..]) => !contiguous,
        (10..=12, [0, first, ..]) => *first != 0 && (length == area + 7 || length == area + 8),
        (7 | 8, [2..=8, ..]) => {
            let whole =
                contiguous || grouped(signs, start, *end, &[4, 4]) || grouped(signs, start, *end, &[3, 4]);
            whole && after_phone_word(signs, start)
        }
        _ => false,
    };
    shaped && may_end(signs, *end)
}

/// Whether the digits stand in groups of these sizes.
fn grouped(signs: &[char], start: usize, end: usize, sizes: &[usize]) -> bool {
    let groups: Vec<usize> =
        signs[start..end].split(|sign| digit(*sign).is_none()).map(<[char]>::len).collect();
    groups == sizes
}

fn may_begin(signs: &[char], start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).and_then(|at| signs.get(at)).copied();
    match before(1) {
        None => true,
        Some('.' | '．' | '¥' | '￥' | '$' | '_' | '#') => false,
        Some('-' | '－' | '/') => {
            before(2).is_none_or(|sign| !sign.is_ascii_alphanumeric()) || after_number(signs, start - 1)
        }
        Some(sign) if sign.is_ascii_alphabetic() => after_messenger(signs, start),
        Some(sign) => digit(sign).is_none(),
    }
}

/// Whether what stands before a `-` or a `/` is the number of the country or another telephone number.
fn after_number(signs: &[char], end: usize) -> bool {
    let digits = signs[..end].iter().rev().take_while(|sign| digit(**sign).is_some()).count();
    digits == 11 || (digits == 2 && signs[end - 2..end].iter().copied().map(digit).eq([Some(8), Some(6)]))
}

/// Whether the letters before a number name a messenger, not a code.
fn after_messenger(signs: &[char], start: usize) -> bool {
    let letters = signs[..start].iter().rev().take_while(|sign| sign.is_ascii_alphabetic());
    let word: String = letters.map(char::to_ascii_lowercase).collect();
    matches!(word.as_str(), "xw" | "xv" | "let" | "enohp")
}

fn may_end(signs: &[char], end: usize) -> bool {
    match signs.get(end) {
        None => true,
        Some('.' | '．' | '-' | '－') => signs.get(end + 1).is_none_or(|sign| digit(*sign).is_none()),
        Some(sign) => {
            digit(*sign).is_none()
                && !sign.is_ascii_alphabetic()
                && !"元万亿千百美欧港年月亩%".contains(*sign)
        }
    }
}

fn after_phone_word(signs: &[char], start: usize) -> bool {
    let before: String =
        signs[start.saturating_sub(6)..start].iter().filter(|sign| !":： ".contains(**sign)).collect();
    PHONE_WORDS.iter().any(|word| before.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, start: usize, expected: Option<usize>) {
        let signs: Vec<char> = text.chars().collect();
        assert_eq!(phone_end(&signs, start), expected, "{text}");
    }

    #[test]
    fn numbers_are_told_from_codes() {
        check("13812345678", 0, Some(11));
        check("ZB13812345678", 2, None);
        check("13812345678元", 0, None);
        check("023-67891234", 0, Some(12));
        check("电话67891234", 2, Some(10));
        check("67891234", 0, None);
        check("+86-13712345678", 4, Some(15));
        check("13912345678/13944445555", 12, Some(23));
        check("2023/13944445555", 5, None);
        check("微信wx13512345679", 4, Some(15));
        check("XM13512345679", 2, None);
        check("电话6123-7654", 2, Some(11));
        check("产能6123-7654", 2, None);
    }
}
