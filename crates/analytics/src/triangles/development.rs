//! How far a cohort has come (已到位进度): the products of the link factors up to the last age.

use crate::not_estimable::NotEstimable;
use crate::triangles::link_factors::LinkFactor;

/// What the capital of each age is still multiplied by until the last age; 1 at the last. Shape: ages.
///
/// Not estimable at an age when a later factor is not.
pub fn remaining_factors(factors: &[LinkFactor]) -> Vec<Result<f64, NotEstimable>> {
    let mut remaining = Ok(1.0);
    let mut products = vec![remaining];
    for link in factors.iter().rev() {
        remaining = remaining.and_then(|product| Ok(link.factor? * product));
        products.push(remaining);
    }
    products.reverse();
    products
}

/// The share of the last age that has arrived by an age, 0 to 1 where capital only grows. Shape: ages.
pub fn share_developed(remaining: &[Result<f64, NotEstimable>]) -> Vec<Result<f64, NotEstimable>> {
    remaining.iter().map(|remaining| share_of(*remaining)).collect()
}

/// The share that belongs to one remaining factor.
pub fn share_of(remaining: Result<f64, NotEstimable>) -> Result<f64, NotEstimable> {
    let remaining = remaining?;
    if remaining > 0.0 { Ok(1.0 / remaining) } else { Err(NotEstimable::VolumeNotPositive) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_factor_hides_all_earlier_ages() {
        let link = |factor| LinkFactor { factor, n_links: 1, volume: 1.0 };
        let factors = [link(Ok(3.0)), link(Err(NotEstimable::TooFewLinks)), link(Ok(2.0))];
        let unknown = Err(NotEstimable::TooFewLinks);
        assert_eq!(remaining_factors(&factors), [unknown, unknown, Ok(2.0), Ok(1.0)]);
        assert_eq!(share_developed(&remaining_factors(&factors)), [unknown, unknown, Ok(0.5), Ok(1.0)]);
        assert_eq!(remaining_factors(&[]), [Ok(1.0)]);
    }
}
