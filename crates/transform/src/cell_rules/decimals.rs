//! Exact decimal numbers (十进制数): what stands in a cell, digit by digit, without binary rounding.

/// A decimal number: `digits` / 10^`places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// All digits as one whole number.
    pub digits: i128,
    /// How many of them stand behind the point.
    pub places: u32,
}

/// More digits behind the point than any cell prints.
const MOST_PLACES: u32 = 20;

impl Decimal {
    /// A whole number.
    pub const fn whole(digits: i128) -> Decimal {
        Decimal { digits, places: 0 }
    }

    /// Reads ASCII digits with at most one point and a sign before them: `-12.50`.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let all = whole.bytes().chain(fraction.bytes());
        if (whole.is_empty() && fraction.is_empty()) || !all.clone().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if whole.len() > 20 || fraction.len() > MOST_PLACES as usize {
            return None;
        }
        let mut digits: i128 = 0;
        for byte in all {
            digits = digits.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
        }
        Some(Decimal { digits: if negative { -digits } else { digits }, places: fraction.len() as u32 })
    }

    /// The shortest decimal that names a binary number; nothing when it is no number or too large.
    pub fn from_number(number: f64) -> Option<Decimal> {
        if !number.is_finite() || number.abs() >= 1e18 {
            return None;
        }
        let text = number.to_string();
        Decimal::parse(&text).or_else(|| Decimal::parse(&format!("{number:.18}")))
    }

    /// The nearest binary number.
    pub fn to_number(self) -> f64 {
        let text = format!("{}e-{}", self.digits, self.places);
        text.parse().unwrap_or(self.digits as f64)
    }

    /// Whether it is nought.
    pub const fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// The sum.
    pub fn plus(self, other: Decimal) -> Option<Decimal> {
        let places = self.places.max(other.places);
        let digits = self.at(places)?.checked_add(other.at(places)?)?;
        Some(Decimal { digits, places })
    }

    /// The product.
    pub fn times(self, other: Decimal) -> Option<Decimal> {
        let digits = self.digits.checked_mul(other.digits)?;
        Some(Decimal { digits, places: self.places + other.places }.shortened())
    }

    /// The quotient, to twelve places where it does not end.
    pub fn over(self, other: Decimal) -> Option<Decimal> {
        let top = self.digits.checked_mul(power_of_ten(12 + other.places)?)?;
        let digits = divide_rounded(top, other.digits)?;
        Some(Decimal { digits, places: self.places + 12 }.shortened())
    }

    /// The number with its sign turned.
    pub const fn negated(self) -> Decimal {
        Decimal { digits: self.digits.saturating_neg(), places: self.places }
    }

    /// The number with so many places, half away from nought.
    pub fn rounded(self, places: u32) -> Option<Decimal> {
        if places >= self.places {
            return Some(self);
        }
        let digits = divide_rounded(self.digits, power_of_ten(self.places - places)?)?;
        Some(Decimal { digits, places })
    }

    /// The product with a fraction, as a whole number, half away from nought.
    pub fn scaled(self, top: i128, bottom: i128) -> Option<i64> {
        let divisor = power_of_ten(self.places)?.checked_mul(bottom)?;
        i64::try_from(divide_rounded(self.digits.checked_mul(top)?, divisor)?).ok()
    }

    fn at(self, places: u32) -> Option<i128> {
        self.digits.checked_mul(power_of_ten(places.checked_sub(self.places)?)?)
    }

    fn shortened(mut self) -> Decimal {
        while self.places > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.places -= 1;
        }
        self
    }
}

/// 10^`power`, while it fits.
pub fn power_of_ten(power: u32) -> Option<i128> {
    10_i128.checked_pow(power)
}

fn divide_rounded(top: i128, bottom: i128) -> Option<i128> {
    let whole = top.checked_div(bottom)?;
    let rest = top.checked_rem(bottom)?;
    let up = rest.unsigned_abs().saturating_mul(2) >= bottom.unsigned_abs();
    let step = if (top < 0) == (bottom < 0) { 1 } else { -1 };
    Some(if up && rest != 0 { whole + step } else { whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, scale: i128, expected: i64) {
        assert_eq!(Decimal::parse(text).unwrap().scaled(scale, 1), Some(expected), "{text}");
    }

    #[test]
    fn money_is_exact_to_the_last_digit() {
        check("1.1", 100_000_000, 110_000_000);
        check("0.00000001", 100_000_000, 1);
        check("-2.675", 100, -268);
        check("0.5", 1, 1);
        check(".5", 10, 5);
        for wrong in ["", "-", ".", "1.2.3", "1e5", "+1", "99999999999999999999999"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn binary_numbers_are_taken_as_they_print() {
        assert_eq!(Decimal::from_number(0.1), Decimal::parse("0.1"));
        assert_eq!(Decimal::from_number(30.5).unwrap().scaled(10_000, 1), Some(305_000));
        assert_eq!(Decimal::from_number(f64::NAN), None);
        assert_eq!(Decimal::from_number(1e300), None);
        assert!(Decimal::from_number(1e-300).unwrap().is_zero());
    }

    #[test]
    fn arithmetic_keeps_decimals() {
        let sum = Decimal::parse("0.1").unwrap().plus(Decimal::parse("0.2").unwrap()).unwrap();
        assert_eq!(sum.to_number(), 0.3);
        let third = Decimal::whole(10).over(Decimal::whole(3)).unwrap();
        assert_eq!(third.rounded(2).unwrap().to_number(), 3.33);
        assert_eq!(Decimal::whole(1).over(Decimal::whole(0)), None);
    }
}
