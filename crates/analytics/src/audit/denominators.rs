//! Which denominators make a printed percentage possible (可能的分母). 128 prints 61.8 for 207 projects only.

use crate::audit::printed_number::{PrintedNumber, power_of_ten};
use crate::audit::rounding::Rounding;
use crate::not_estimable::NotEstimable;

/// All whole numbers from `least` to `most`; none when `most` is below `least`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denominators {
    /// The smallest.
    pub least: u64,
    /// The largest. Missing when there is no end: a printed 0 allows every large number.
    pub most: Option<u64>,
}

impl Denominators {
    /// Whether no number at all prints that percentage.
    pub fn is_empty(&self) -> bool {
        self.most.is_some_and(|most| most < self.least)
    }

    /// Whether a number is among them.
    pub fn contains(&self, denominator: u64) -> bool {
        self.least <= denominator && self.most.is_none_or(|most| denominator <= most)
    }

    /// The numbers that are among both.
    pub fn also(&self, other: &Denominators) -> Denominators {
        let most = match (self.most, other.most) {
            (Some(left), Some(right)) => Some(left.min(right)),
            (left, right) => left.or(right),
        };
        Denominators { least: self.least.max(other.least), most }
    }
}

/// The denominators for a count that was printed as a percentage of them. A count is never above its denominator.
///
/// Refused when the percentage is negative.
pub fn possible_denominators(
    numerator: u64,
    percentage: PrintedNumber,
    rounding: Rounding,
) -> Result<Denominators, NotEstimable> {
    let printed = i128::from(percentage.digits());
    if printed < 0 {
        return Err(NotEstimable::NegativeValue);
    }
    let scaled = i128::from(numerator) * power_of_ten(percentage.n_decimals() + 2);
    let (scaled, above, below) = match rounding {
        Rounding::HalfUp => (2 * scaled, 2 * printed + 1, 2 * printed - 1),
        Rounding::Truncation => (scaled, printed + 1, printed),
    };
    // above > scaled / n ≥ below
    let least = whole(scaled.div_euclid(above) + 1)?.max(numerator).max(1);
    let most = if below > 0 { Some(whole(scaled.div_euclid(below))?) } else { None };
    Ok(Denominators { least, most })
}

fn whole(number: i128) -> Result<u64, NotEstimable> {
    u64::try_from(number).map_err(|_| NotEstimable::TooLarge)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::audit::rounding::printed_percentage;

    #[test]
    fn only_207_projects_print_the_headline() {
        let printed = PrintedNumber::read("61.8").unwrap();
        let found = possible_denominators(128, printed, Rounding::HalfUp).unwrap();
        assert_eq!(found, Denominators { least: 207, most: Some(207) });
        assert!(!found.is_empty() && found.contains(207) && !found.contains(206));
    }

    #[test]
    fn a_printed_zero_has_no_largest_denominator() {
        let printed = PrintedNumber::read("0.0").unwrap();
        let one = possible_denominators(1, printed, Rounding::HalfUp).unwrap();
        assert_eq!(one, Denominators { least: 2001, most: None });
        let none = possible_denominators(0, printed, Rounding::Truncation).unwrap();
        assert_eq!(none, Denominators { least: 1, most: None });
        assert_eq!(one.also(&none), one);
        let some = PrintedNumber::read("0.1").unwrap();
        assert!(possible_denominators(0, some, Rounding::HalfUp).unwrap().is_empty());
    }

    proptest! {
        #[test]
        fn just_the_possible_ones_print_it(
            numerator in 0_u64..400, n in 1_u64..500, n_decimals in 0_u32..3, is_up in any::<bool>(),
        ) {
            let numerator = numerator.min(n);
            let rounding = if is_up { Rounding::HalfUp } else { Rounding::Truncation };
            let printed = printed_percentage(numerator, n, n_decimals, rounding).unwrap();
            let found = possible_denominators(numerator, printed, rounding).unwrap();
            prop_assert!(found.contains(n));
            for other in numerator.max(1)..600 {
                let prints = printed_percentage(numerator, other, n_decimals, rounding) == Ok(printed);
                prop_assert_eq!(prints, found.contains(other));
            }
        }
    }
}
