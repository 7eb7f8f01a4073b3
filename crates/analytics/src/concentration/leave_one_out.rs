//! The project that moves a rate the most (单项影响最大者): the rate again without each one.

use crate::finite::ratio;
use crate::money_parts::{MoneyPart, sums};
use crate::not_estimable::NotEstimable;

/// The rate, and the project without which it is furthest from itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LargestInfluence {
    /// Σ numerator / Σ denominator.
    pub rate: f64,
    /// The rate without the project.
    pub rate_without: f64,
    /// Which project: its place in the list. Of several alike, the first.
    pub project_index: usize,
}

/// The largest influence. Projects without which nothing is left are passed over; refused when that is all of them.
pub fn largest_influence(parts: &[MoneyPart]) -> Result<LargestInfluence, NotEstimable> {
    let MoneyPart { numerator, denominator } = sums(parts);
    let rate = ratio(numerator, denominator)?;
    let mut largest: Option<LargestInfluence> = None;
    for (project_index, part) in parts.iter().enumerate() {
        let left_over = denominator - part.denominator;
        // What remains of a sum of money after its only part is taken away is a rounding error, not a denominator.
        if left_over.abs() <= 1e-12 * denominator.abs() {
            continue;
        }
        let rate_without = ratio(numerator - part.numerator, left_over)?;
        let is_larger =
            largest.is_none_or(|so_far| (rate_without - rate).abs() > (so_far.rate_without - rate).abs());
        if is_larger {
            largest = Some(LargestInfluence { rate, rate_without, project_index });
        }
    }
    largest.ok_or(NotEstimable::TooFewProjects)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(numerator: f64, denominator: f64) -> MoneyPart {
        MoneyPart { numerator, denominator }
    }

    #[test]
    fn the_project_that_moves_the_rate_most_is_found() {
        let parts = [part(1.0, 10.0), part(9.0, 10.0), part(6.0, 20.0)];
        let found = largest_influence(&parts).unwrap();
        assert_eq!((found.project_index, found.rate, found.rate_without), (1, 0.4, 7.0 / 30.0));
        assert_eq!(largest_influence(&parts[..1]), Err(NotEstimable::TooFewProjects));
        assert_eq!(largest_influence(&[]), Err(NotEstimable::NoDenominator));
    }
}
