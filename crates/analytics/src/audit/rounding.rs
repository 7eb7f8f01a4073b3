//! How a quotient was cut to its printed decimals (舍入方式), in integers.
//!
//! Most releases round half up (四舍五入); two fit truncation. The mode belongs to the report, never to stored numbers.

use crate::audit::printed_number::{PrintedNumber, power_of_ten};
use crate::not_estimable::NotEstimable;

/// The mode of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// 四舍五入: one half goes up.
    HalfUp,
    /// What stands behind the last decimal is dropped.
    Truncation,
}

impl Rounding {
    /// Both modes, the usual one first.
    pub const ALL: [Rounding; 2] = [Rounding::HalfUp, Rounding::Truncation];
}

/// The share `numerator / denominator` as a percentage with so many decimals. Neither may be negative.
pub fn printed_percentage(
    numerator: u64,
    denominator: u64,
    n_decimals: u32,
    rounding: Rounding,
) -> Result<PrintedNumber, NotEstimable> {
    if denominator == 0 {
        return Err(NotEstimable::NoDenominator);
    }
    let scaled = i128::from(numerator) * power_of_ten(n_decimals + 2);
    let digits = cut(scaled, i128::from(denominator), rounding);
    let digits = i64::try_from(digits).map_err(|_| NotEstimable::TooLarge)?;
    PrintedNumber::from_digits(digits, n_decimals).ok_or(NotEstimable::TooLarge)
}

/// The modes under which a share prints as it was printed: none, one or both.
pub fn fitting_modes(numerator: u64, denominator: u64, printed: PrintedNumber) -> Vec<Rounding> {
    let fits = |rounding: &Rounding| {
        printed_percentage(numerator, denominator, printed.n_decimals(), *rounding) == Ok(printed)
    };
    Rounding::ALL.into_iter().filter(fits).collect()
}

/// A quotient of two numbers that are not negative, as a whole number.
pub fn cut(numerator: i128, denominator: i128, rounding: Rounding) -> i128 {
    let (whole, rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
    match rounding {
        Rounding::HalfUp if rest >= denominator - rest => whole + 1,
        Rounding::HalfUp | Rounding::Truncation => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numerator: u64, denominator: u64, printed: &str, modes: &[Rounding]) {
        let printed = PrintedNumber::read(printed).unwrap();
        assert_eq!(fitting_modes(numerator, denominator, printed), modes, "{numerator}/{denominator}");
    }

    const UP: Rounding = Rounding::HalfUp;
    const CUT: Rounding = Rounding::Truncation;

    #[test]
    fn the_table_of_luan_rounds_half_up() {
        // 六安, January to September 2022: signed, started, printed.
        check(43, 46, "93.5", &[UP]);
        check(17, 19, "89.5", &[UP]);
        check(34, 39, "87.2", &[UP]);
        check(45, 52, "86.5", &[UP, CUT]);
        check(37, 44, "84.1", &[UP]);
        check(36, 47, "76.6", &[UP]);
        check(34, 45, "75.6", &[UP]);
        check(39, 52, "75", &[UP, CUT]);
    }

    #[test]
    fn two_releases_cut_off() {
        check(291, 292, "99.65", &[CUT]); // 渭南
        check(61, 63, "96.82", &[CUT]); // 柳州
        check(198, 292, "67.8", &[UP, CUT]);
    }

    #[test]
    fn chongqing_rounds_half_up() {
        check(128, 207, "61.8", &[UP, CUT]);
        check(6880, 21386, "32.2", &[UP]);
        check(17685, 20867, "84.8", &[UP]);
        check(1, 0, "0", &[]);
        check(1, 8, "12.5", &[UP, CUT]);
        check(1, 8, "13", &[UP]);
    }
}
