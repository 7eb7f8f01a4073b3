//! How numbers of amounts are spelled (数字写法): by programs, with signs that change nothing, with spaces between thousands.

use crate::cell_rules::decimals::{Decimal, power_of_ten};

/// `1.85e5`, `2.91E+04`: what a program wrote as text. Missing: it is nothing of the kind.
pub fn scientific(plain_text: &str) -> Option<Decimal> {
    let (mantissa, power) = plain_text.split_once(['e', 'E'])?;
    let digits = power.strip_prefix('+').unwrap_or(power);
    let power: u32 = digits.parse().ok().filter(|power| *power <= 15)?;
    let mantissa = Decimal::parse(mantissa)?;
    mantissa.times(Decimal::whole(power_of_ten(power)?))
}

/// A plain text without what changes nothing: a plus before the number, a point behind it; `w` and `个亿` as they are
/// meant.
pub fn tidied(plain_text: &str) -> String {
    let text = plain_text.replace("个亿", "亿");
    let text = text.trim_end_matches(['.', '。']);
    let text = text.strip_prefix('+').unwrap_or(text);
    text.strip_suffix(['w', 'W']).map_or_else(|| text.to_owned(), |number| format!("{number}万"))
}

/// Spaces between digits are only read where they part groups of three: `12 000`, not `12 5`.
pub fn spaces_group_thousands(spaced_text: &str) -> bool {
    let ends_in_digit = |part: &str| part.ends_with(|sign: char| sign.is_ascii_digit());
    let mut parts = spaced_text.split(' ').peekable();
    let mut sound = true;
    while let Some(part) = parts.next() {
        let Some(next) = parts.peek() else { break };
        let group = next.bytes().take_while(u8::is_ascii_digit).count();
        if ends_in_digit(part) && group > 0 {
            let before = part.bytes().rev().take_while(u8::is_ascii_digit).count();
            sound &= group == 3 && before <= 3 && !part.contains('.');
        }
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_told_apart() {
        assert_eq!(scientific("1.85e5"), Decimal::parse("185000"));
        assert_eq!(scientific("12亿"), None);
        assert_eq!(tidied("+3.5个亿."), "3.5亿");
        assert_eq!(tidied("300w"), "300万");
        assert!(spaces_group_thousands("12 000"));
        assert!(!spaces_group_thousands("12 5"));
    }
}
