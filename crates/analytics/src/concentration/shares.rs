//! Shares of a total (份额): what every measure of concentration starts from.

use crate::not_estimable::NotEstimable;

/// The shares of the holders, from the largest to the smallest; holders with nothing are there too.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    shares: Vec<f64>,
}

impl Shares {
    /// From money or counts. Refused when a value is negative or no number, or the total is 0.
    pub fn of(values: &[f64]) -> Result<Shares, NotEstimable> {
        if values.iter().any(|value| !value.is_finite()) {
            return Err(NotEstimable::NotANumber);
        }
        if values.iter().any(|value| *value < 0.0) {
            return Err(NotEstimable::NegativeValue);
        }
        let total: f64 = values.iter().sum();
        if total == 0.0 {
            return Err(NotEstimable::ZeroTotal);
        }
        let mut shares: Vec<f64> = values.iter().map(|value| value / total).collect();
        shares.sort_unstable_by(|left, right| right.total_cmp(left));
        Ok(Shares { shares })
    }

    /// The shares, largest first.
    pub fn largest_first(&self) -> &[f64] {
        &self.shares
    }

    /// How many holders there are, with nothing or with something.
    pub fn n(&self) -> usize {
        self.shares.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_shares_is_refused() {
        assert_eq!(Shares::of(&[]), Err(NotEstimable::ZeroTotal));
        assert_eq!(Shares::of(&[0.0]), Err(NotEstimable::ZeroTotal));
        assert_eq!(Shares::of(&[2.0, -1.0]), Err(NotEstimable::NegativeValue));
        assert_eq!(Shares::of(&[f64::INFINITY]), Err(NotEstimable::NotANumber));
        assert_eq!(Shares::of(&[1.0, 3.0]).unwrap().largest_first(), [0.75, 0.25]);
    }
}
