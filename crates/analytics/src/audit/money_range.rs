//! Which totals a printed rate of money allows (金额比率允许的范围). 1102.2 at 16.0 % allows 6867.3 to 6910.3.

use crate::audit::printed_number::{PrintedNumber, power_of_ten};
use crate::audit::rounding::{Rounding, cut};
use crate::not_estimable::NotEstimable;

/// The totals above `low` and up to `high`, exact fractions in the unit of the amount. The amount is taken as
/// printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoneyRange {
    low: Fraction,
    high: Option<Fraction>,
}

/// Neither part is negative, the denominator is above 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl MoneyRange {
    /// The lower end, itself not allowed, rounded half up.
    pub fn low(&self, n_decimals: u32) -> Result<PrintedNumber, NotEstimable> {
        self.low.rounded(n_decimals)
    }

    /// The upper end, rounded half up. Missing when there is none: a printed 0 allows every large total.
    pub fn high(&self, n_decimals: u32) -> Option<Result<PrintedNumber, NotEstimable>> {
        self.high.map(|high| high.rounded(n_decimals))
    }

    /// Whether a printed total lies inside, exactly.
    pub fn contains(&self, total: PrintedNumber) -> bool {
        self.low.is_below(total) && self.high.is_none_or(|high| !high.is_below(total))
    }
}

impl Fraction {
    fn rounded(&self, n_decimals: u32) -> Result<PrintedNumber, NotEstimable> {
        let scaled = self.numerator.checked_mul(power_of_ten(n_decimals)).ok_or(NotEstimable::TooLarge)?;
        let digits = cut(scaled, self.denominator, Rounding::HalfUp);
        let digits = i64::try_from(digits).map_err(|_| NotEstimable::TooLarge)?;
        PrintedNumber::from_digits(digits, n_decimals).ok_or(NotEstimable::TooLarge)
    }

    fn is_below(&self, total: PrintedNumber) -> bool {
        let one = power_of_ten(total.n_decimals());
        self.numerator.saturating_mul(one) < i128::from(total.digits()).saturating_mul(self.denominator)
    }
}

/// The totals of which an amount can be the printed percentage. Refused when either is negative or very large.
pub fn money_range(
    amount: PrintedNumber,
    percentage: PrintedNumber,
    rounding: Rounding,
) -> Result<MoneyRange, NotEstimable> {
    let printed = i128::from(percentage.digits());
    if amount.digits() < 0 || printed < 0 {
        return Err(NotEstimable::NegativeValue);
    }
    let (times, above, below) = match rounding {
        Rounding::HalfUp => (2, 2 * printed + 1, 2 * printed - 1),
        Rounding::Truncation => (1, printed + 1, printed),
    };
    let scaled = i128::from(amount.digits()).checked_mul(times * power_of_ten(percentage.n_decimals() + 2));
    let numerator = scaled.ok_or(NotEstimable::TooLarge)?;
    let one = power_of_ten(amount.n_decimals());
    let end = |printed: i128| Fraction { numerator, denominator: printed * one };
    Ok(MoneyRange { low: end(above), high: (below > 0).then(|| end(below)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> PrintedNumber {
        PrintedNumber::read(text).unwrap()
    }

    #[test]
    fn the_headline_is_consistent() {
        let range = money_range(number("1102.2"), number("16.0"), Rounding::HalfUp).unwrap();
        assert_eq!(range.low(1), Ok(number("6867.3")));
        assert_eq!(range.high(1), Some(Ok(number("6910.3"))));
        assert!(range.contains(number("6876")) && range.contains(number("6876.00")));
        assert!(!range.contains(number("6867.2")) && !range.contains(number("6910.4")));
    }

    #[test]
    fn a_printed_zero_has_no_upper_end() {
        let range = money_range(number("5"), number("0.0"), Rounding::Truncation).unwrap();
        assert_eq!(range.high(0), None);
        assert!(!range.contains(number("5000")) && range.contains(number("5000.1")));
        assert_eq!(
            money_range(number("-5"), number("1"), Rounding::HalfUp),
            Err(NotEstimable::NegativeValue)
        );
    }
}
