//! The rate that a group would have with a named mix (直接标准化).
//!
//! Each stratum keeps its own rate and takes the weight of the standard, such as all groups pooled.

use crate::finite::{finite, ratio};
use crate::hits::Hits;
use crate::not_estimable::NotEstimable;

/// Σ weight · rate / Σ weight. Refused when the lists differ in length, a weight is negative, or a stratum with
/// weight has no projects and thereby no rate.
pub fn direct_standardisation(strata: &[Hits], weights: &[f64]) -> Result<f64, NotEstimable> {
    if strata.len() != weights.len() {
        return Err(NotEstimable::InputsDisagree);
    }
    let (mut weighted, mut total) = (0.0, 0.0);
    for (hits, weight) in strata.iter().zip(weights) {
        if finite(*weight)? < 0.0 {
            return Err(NotEstimable::NegativeValue);
        }
        if *weight > 0.0 {
            weighted += weight * hits.rate()?;
            total += weight;
        }
    }
    ratio(weighted, total)
}

/// The projects of each stratum over several groups: the pooled mix as a standard. Shape of `groups`: group × stratum.
pub fn pooled_mix(groups: &[Vec<Hits>]) -> Result<Vec<f64>, NotEstimable> {
    let n_strata = groups.first().map_or(0, Vec::len);
    if groups.iter().any(|group| group.len() != n_strata) {
        return Err(NotEstimable::InputsDisagree);
    }
    let pooled = |stratum: usize| groups.iter().map(|group| group[stratum].n_projects as f64).sum();
    Ok((0..n_strata).map(pooled).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stratum_without_projects_has_no_rate_to_lend() {
        let strata = [Hits { n_hits: 1, n_projects: 2 }, Hits { n_hits: 0, n_projects: 0 }];
        assert_eq!(direct_standardisation(&strata, &[1.0, 1.0]), Err(NotEstimable::NoDenominator));
        assert_eq!(direct_standardisation(&strata, &[3.0, 0.0]), Ok(0.5));
        assert_eq!(direct_standardisation(&strata, &[0.0, 0.0]), Err(NotEstimable::NoDenominator));
        assert_eq!(direct_standardisation(&strata, &[1.0]), Err(NotEstimable::InputsDisagree));
        assert_eq!(pooled_mix(&[strata.to_vec(), strata.to_vec()]), Ok(vec![4.0, 0.0]));
    }
}
