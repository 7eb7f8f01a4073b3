//! One project's part of a rate of money (金额比率的单项): capital of contract value.

use crate::finite::ratio;
use crate::not_estimable::NotEstimable;

/// The part of one project, money in one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MoneyPart {
    /// What the rate counts: capital, or the contract value of a started project.
    pub numerator: f64,
    /// What the rate is of: contract value.
    pub denominator: f64,
}

/// Both summed over all projects.
pub fn sums(parts: &[MoneyPart]) -> MoneyPart {
    MoneyPart {
        numerator: parts.iter().map(|part| part.numerator).sum(),
        denominator: parts.iter().map(|part| part.denominator).sum(),
    }
}

/// Σ numerator / Σ denominator. Not estimable when the denominator is 0.
pub fn money_rate(parts: &[MoneyPart]) -> Result<f64, NotEstimable> {
    let sums = sums(parts);
    ratio(sums.numerator, sums.denominator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_contract_value_there_is_no_rate() {
        let part = |numerator, denominator| MoneyPart { numerator, denominator };
        assert_eq!(money_rate(&[part(1.0, 4.0), part(2.0, 4.0)]), Ok(0.375));
        assert_eq!(money_rate(&[part(1.0, 0.0)]), Err(NotEstimable::NoDenominator));
    }
}
