//! A number as it was printed (印出的数字): its digits and its decimals, kept apart.

use std::fmt;

/// 10 to this power and its products stay far inside 128 bits.
const MOST_DECIMALS: u32 = 9;

/// Digits and decimals: 61.8 is 618 with one decimal, 75.0 is another print than 75.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintedNumber {
    digits: i64,
    n_decimals: u32,
}

impl PrintedNumber {
    /// From digits and decimals. Missing with more than nine decimals.
    pub fn from_digits(digits: i64, n_decimals: u32) -> Option<PrintedNumber> {
        (n_decimals <= MOST_DECIMALS).then_some(PrintedNumber { digits, n_decimals })
    }

    /// Reads `61.8`, `61.8%`, `1,102.2` or `-3`. Missing when it is anything else.
    pub fn read(text: &str) -> Option<PrintedNumber> {
        let text = text.trim().trim_end_matches(['%', '％']).trim_end().replace([',', '，'], "");
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let unsigned = whole.strip_prefix('-').unwrap_or(whole);
        let is_number = !unsigned.is_empty()
            && (unsigned.to_owned() + decimals).bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || text.ends_with('.') {
            return None;
        }
        let digits = format!("{whole}{decimals}").parse().ok()?;
        PrintedNumber::from_digits(digits, u32::try_from(decimals.len()).ok()?)
    }

    /// The number without its point.
    pub fn digits(&self) -> i64 {
        self.digits
    }

    /// How many digits stand behind the point.
    pub fn n_decimals(&self) -> u32 {
        self.n_decimals
    }

    /// The digits, were it printed with more decimals.
    pub fn digits_at(&self, n_decimals: u32) -> i128 {
        i128::from(self.digits) * power_of_ten(n_decimals.saturating_sub(self.n_decimals))
    }
}

impl fmt::Display for PrintedNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_u64.pow(self.n_decimals);
        let sign = if self.digits < 0 { "-" } else { "" };
        let (whole, rest) = (self.digits.unsigned_abs() / one, self.digits.unsigned_abs() % one);
        match self.n_decimals as usize {
            0 => write!(formatter, "{sign}{whole}"),
            width => write!(formatter, "{sign}{whole}.{rest:0width$}"),
        }
    }
}

/// 10 to a small power.
pub fn power_of_ten(power: u32) -> i128 {
    10_i128.pow(power.min(2 * MOST_DECIMALS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(i64, u32)>) {
        let read = PrintedNumber::read(text);
        assert_eq!(read.map(|number| (number.digits(), number.n_decimals())), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_as_they_stand() {
        check("61.8%", Some((618, 1)));
        check("75％", Some((75, 0)));
        check(" 1,102.2 ", Some((11022, 1)));
        check("70.0", Some((700, 1)));
        check("-0.5", Some((-5, 1)));
        for text in
            ["", "-", "约12", "1.2.3", "6.", ".5", "1.-5", "+3", "1.0000000000", "99999999999999999999"]
        {
            check(text, None);
        }
    }

    #[test]
    fn numbers_are_shown_as_they_were_read() {
        for text in ["61.8", "75", "-0.05", "6876.00"] {
            assert_eq!(PrintedNumber::read(text).unwrap().to_string(), text);
        }
    }
}
