//! The difference of two directly standardised rates (标准化率差), with its error.
//!
//! Both groups take the mix of both together, over the strata that both have. Variance: Σ weight² p (1 − p) / n of both.

use crate::decomposition::common_difference::RateDifference;
use crate::decomposition::direct_standardisation::{direct_standardisation, pooled_mix};
use crate::decomposition::two_by_two::TwoGroups;
use crate::hits::Hits;
use crate::not_estimable::NotEstimable;

/// First less second. Not estimable when no stratum has projects of both groups.
pub fn standardised_difference(strata: &[TwoGroups]) -> Result<RateDifference, NotEstimable> {
    let both = |stratum: &&TwoGroups| stratum.first.n_projects > 0 && stratum.second.n_projects > 0;
    let (first, second): (Vec<Hits>, Vec<Hits>) =
        strata.iter().filter(both).map(|stratum| (stratum.first, stratum.second)).unzip();
    let mix = pooled_mix(&[first.clone(), second.clone()])?;
    let rates = (direct_standardisation(&first, &mix)?, direct_standardisation(&second, &mix)?);
    let variance = variance(&first, &mix)? + variance(&second, &mix)?;
    Ok(RateDifference { difference: rates.0 - rates.1, standard_error: variance.sqrt() })
}

fn variance(strata: &[Hits], mix: &[f64]) -> Result<f64, NotEstimable> {
    let total: f64 = mix.iter().sum();
    let mut variance = 0.0;
    for (hits, weight) in strata.iter().zip(mix) {
        let rate = hits.rate()?;
        variance += (weight / total).powi(2) * rate * (1.0 - rate) / hits.n_projects as f64;
    }
    Ok(variance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::confidence::Confidence;

    fn hits(n_hits: u64, n_projects: u64) -> Hits {
        Hits { n_hits, n_projects }
    }

    #[test]
    fn a_mix_that_differs_is_taken_out() {
        // Alike in both strata, and far apart as a whole: 0.9 · 0.8 + 0.1 · 0.2 against 0.1 · 0.8 + 0.9 · 0.2.
        let strata = [
            TwoGroups { first: hits(72, 90), second: hits(8, 10) },
            TwoGroups { first: hits(2, 10), second: hits(18, 90) },
        ];
        let found = standardised_difference(&strata).unwrap();
        assert!(found.difference.abs() < 1e-15);
        let variance = 0.25 * 0.16 * (1.0 / 90.0 + 1.0 / 10.0) * 2.0;
        assert!((found.standard_error.powi(2) - variance).abs() < 1e-15);
        assert!(found.limits(Confidence::P95).unwrap().holds(0.0));
    }

    #[test]
    fn a_stratum_of_one_side_alone_is_left_out() {
        let alone = TwoGroups { first: hits(3, 5), second: hits(0, 0) };
        assert_eq!(standardised_difference(&[alone]), Err(NotEstimable::NoDenominator));
        assert_eq!(standardised_difference(&[]), Err(NotEstimable::NoDenominator));
        let both = TwoGroups { first: hits(1, 2), second: hits(1, 4) };
        assert_eq!(standardised_difference(&[alone, both]).unwrap().difference, 0.25);
    }
}
