//! The efficacy score (功效系数法): 60 % of the mark for all, 40 % by where a unit lies between the least and the best.
//!
//! 得分 = 60 % × 分值 + 40 % × 分值 × (本项 − 最低) / (最高 − 最低), 四舍五入取小数点后两位. Source: 三明 2020. Counted in
//! integers, so that one half always goes up.

use crate::not_estimable::NotEstimable;

/// A figure as a fraction: a rate by its counts, or money over 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// Above the line.
    pub numerator: i64,
    /// Below the line, above 0.
    pub denominator: i64,
}

/// The score of a figure between the least and the best, in hundredths of a point. `full_mark` is in points.
///
/// Refused when a denominator is not above 0, when the figure lies outside, when all units are alike (least = best),
/// or when the numbers are too large to be counted exactly.
pub fn efficacy_score(
    full_mark: u32,
    figure: Fraction,
    least: Fraction,
    best: Fraction,
) -> Result<i64, NotEstimable> {
    let range = difference(best, least)?;
    let above = difference(figure, least)?;
    let below = difference(best, figure)?;
    if range.0 <= 0 {
        return Err(NotEstimable::NoSpread);
    }
    if above.0 < 0 || below.0 < 0 {
        return Err(NotEstimable::InputsDisagree);
    }
    // In hundredths: mark · (60 · range + 40 · above) / range, over one denominator.
    let part = checked(above.0.checked_mul(range.1))?;
    let whole = checked(range.0.checked_mul(above.1))?;
    let weighted =
        checked(whole.checked_mul(60).zip(part.checked_mul(40)).and_then(|(all, own)| all.checked_add(own)))?;
    let hundredths = checked(weighted.checked_mul(2 * i128::from(full_mark)))?;
    let rounded = checked(hundredths.checked_add(whole))?.div_euclid(checked(whole.checked_mul(2))?);
    i64::try_from(rounded).map_err(|_| NotEstimable::TooLarge)
}

/// The first less the second, as a fraction.
fn difference(first: Fraction, second: Fraction) -> Result<(i128, i128), NotEstimable> {
    if first.denominator <= 0 || second.denominator <= 0 {
        return Err(NotEstimable::NoDenominator);
    }
    let cross = |one: Fraction, other: Fraction| i128::from(one.numerator) * i128::from(other.denominator);
    let numerator = checked(cross(first, second).checked_sub(cross(second, first)))?;
    Ok((numerator, i128::from(first.denominator) * i128::from(second.denominator)))
}

fn checked(number: Option<i128>) -> Result<i128, NotEstimable> {
    number.ok_or(NotEstimable::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(numerator: i64, denominator: i64) -> Fraction {
        Fraction { numerator, denominator }
    }

    #[test]
    fn the_least_gets_sixty_per_cent_and_the_best_all() {
        let (least, best) = (fraction(1, 4), fraction(3, 4));
        assert_eq!(efficacy_score(20, least, least, best), Ok(1200));
        assert_eq!(efficacy_score(20, best, least, best), Ok(2000));
        assert_eq!(efficacy_score(20, fraction(2, 4), least, best), Ok(1600));
    }

    #[test]
    fn one_half_of_a_hundredth_goes_up() {
        // 60 + 40 · 1/3 = 73.333…; 60 + 40 · 2/3 = 86.666…; 1 point: 0.60 + 0.40 · 1/80 = 0.605
        let (least, best) = (fraction(0, 1), fraction(1, 1));
        assert_eq!(efficacy_score(100, fraction(1, 3), least, best), Ok(7333));
        assert_eq!(efficacy_score(100, fraction(2, 3), least, best), Ok(8667));
        assert_eq!(efficacy_score(1, fraction(1, 80), least, best), Ok(61));
    }

    #[test]
    fn without_a_range_there_is_no_score() {
        let (least, best) = (fraction(1, 4), fraction(3, 4));
        assert_eq!(efficacy_score(20, least, least, fraction(2, 8)), Err(NotEstimable::NoSpread));
        assert_eq!(efficacy_score(20, fraction(1, 1), least, best), Err(NotEstimable::InputsDisagree));
        assert_eq!(efficacy_score(20, fraction(1, 0), least, best), Err(NotEstimable::NoDenominator));
        let huge = fraction(i64::MAX, i64::MAX - 1);
        assert_eq!(
            efficacy_score(20, huge, fraction(0, i64::MAX), fraction(i64::MAX, 1)),
            Err(NotEstimable::TooLarge)
        );
    }
}
