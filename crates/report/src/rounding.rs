//! Rounding (修约): exact integers to printed decimals. No figure goes through a floating-point number.

use serde::{Deserialize, Serialize};

/// How the last printed digit is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// 四舍五入: a half goes away from zero.
    #[default]
    HalfUp,
    /// 截断: what does not fit is cut off.
    Truncate,
}

/// More decimals than this are never printed.
const MOST_DECIMALS: u8 = 12;

/// One 亿.
const YI: i128 = 100_000_000;

/// One billion.
const BILLION: i128 = 1_000_000_000;

impl Rounding {
    /// `numerator / denominator` with so many decimals (12 at most); nothing when the denominator is zero.
    pub fn quotient(self, numerator: i128, denominator: i128, decimals: u8) -> Option<String> {
        let decimals = decimals.min(MOST_DECIMALS);
        let scaled = numerator.checked_mul(10_i128.checked_pow(u32::from(decimals))?)?;
        let whole = scaled.checked_div(denominator)?;
        let rest = scaled.checked_rem(denominator)?.unsigned_abs();
        let negative = (scaled < 0) != (denominator < 0);
        let at_least_half = rest.checked_mul(2)? >= denominator.unsigned_abs();
        let digits = whole.unsigned_abs() + u128::from(self == Rounding::HalfUp && at_least_half);
        Some(decimal_text(digits, decimals, negative))
    }

    /// Yuan in 亿元.
    pub fn yi(self, yuan: i64, decimals: u8) -> String {
        self.quotient(i128::from(yuan), YI, decimals).unwrap_or_default()
    }

    /// Yuan in billions.
    pub fn billion(self, yuan: i64, decimals: u8) -> String {
        self.quotient(i128::from(yuan), BILLION, decimals).unwrap_or_default()
    }

    /// A share in per cent, without the sign; nothing when the denominator is zero.
    pub fn percent(self, numerator: i64, denominator: i64, decimals: u8) -> Option<String> {
        self.quotient(i128::from(numerator) * 100, i128::from(denominator), decimals)
    }
}

/// The digits with the decimal point put in; a rounded zero has no sign.
fn decimal_text(digits: u128, decimals: u8, negative: bool) -> String {
    let decimals = usize::from(decimals);
    let padded = format!("{digits:0>width$}", width = decimals + 1);
    let (whole, fraction) = padded.split_at(padded.len() - decimals);
    let sign = if negative && digits > 0 { "-" } else { "" };
    let point = if decimals > 0 { "." } else { "" };
    format!("{sign}{whole}{point}{fraction}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use Rounding::{HalfUp, Truncate};

    #[track_caller]
    fn check_percent(rounding: Rounding, numerator: i64, denominator: i64, decimals: u8, expected: &str) {
        let printed = rounding.percent(numerator, denominator, decimals);
        assert_eq!(printed.as_deref(), Some(expected), "{numerator}/{denominator}");
    }

    #[test]
    fn published_rates_come_out_as_they_were_printed() {
        check_percent(HalfUp, 36, 47, 1, "76.6");
        check_percent(HalfUp, 34, 39, 1, "87.2");
        check_percent(HalfUp, 6880, 21386, 1, "32.2");
        check_percent(HalfUp, 17685, 20867, 1, "84.8");
        check_percent(Truncate, 291, 292, 2, "99.65");
        check_percent(Truncate, 61, 63, 2, "96.82");
        check_percent(HalfUp, 128, 207, 1, "61.8");
        check_percent(HalfUp, 11022, 68760, 1, "16.0");
        check_percent(HalfUp, 39, 52, 1, "75.0");
    }

    #[test]
    fn halves_go_up_and_truncation_cuts() {
        check_percent(HalfUp, 1, 8, 0, "13");
        check_percent(Truncate, 1, 8, 0, "12");
        check_percent(HalfUp, -1, 8, 0, "-13");
        check_percent(HalfUp, -1, 8, 1, "-12.5");
        check_percent(HalfUp, -1, 1000, 0, "0");
        check_percent(HalfUp, 2, 3, 200, "66.666666666667");
        assert_eq!(HalfUp.percent(1, 0, 1), None);
    }

    #[test]
    fn money_is_printed_in_yi() {
        assert_eq!(HalfUp.yi(687_600_000_000, 1), "6876.0");
        assert_eq!(HalfUp.yi(110_220_000_000, 1), "1102.2");
        assert_eq!(HalfUp.yi(4_999_999, 1), "0.0");
        assert_eq!(HalfUp.yi(5_000_000, 1), "0.1");
        assert_eq!(Truncate.yi(9_999_999, 1), "0.0");
        assert_eq!(HalfUp.billion(687_600_000_000, 2), "687.60");
        assert_eq!(HalfUp.yi(-110_220_000_000, 0), "-1102");
        assert_eq!(HalfUp.yi(i64::MIN, 2), "-92233720368.55");
    }

    proptest! {
        #[test]
        fn truncation_never_exceeds_half_up_and_both_keep_their_decimals(
            numerator in 0..i64::MAX, denominator in 1..i64::MAX, decimals in 0_u8..6,
        ) {
            let cut: f64 = Truncate.percent(numerator, denominator, decimals).unwrap().parse().unwrap();
            let text = HalfUp.percent(numerator, denominator, decimals).unwrap();
            prop_assert!(cut <= text.parse::<f64>().unwrap());
            prop_assert_eq!(text.split_once('.').map_or(0, |(_, rest)| rest.len()), usize::from(decimals));
        }
    }
}
