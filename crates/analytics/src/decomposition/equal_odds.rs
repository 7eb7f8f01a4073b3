//! Whether the odds ratio is the same in every stratum (比值比齐性检验). Source: Breslow and Day 1980, without
//! Tarone's correction.

use crate::decomposition::mantel_haenszel::{TestResult, chi_squared, odds_ratio_of};
use crate::decomposition::two_by_two::{FourCounts, TwoGroups, four_counts};
use crate::not_estimable::NotEstimable;

/// The test, with one degree of freedom less than strata. Not estimable with one stratum, or where a stratum leaves
/// nothing to chance.
pub fn equal_odds_test(strata: &[TwoGroups]) -> Result<TestResult, NotEstimable> {
    let counts = four_counts(strata)?;
    let odds_ratio = odds_ratio_of(&counts)?;
    let mut statistic = 0.0;
    for stratum in &counts {
        let expected = expected_hits(stratum, odds_ratio);
        let (first_n, hits) = (stratum.first_n(), stratum.hits());
        let parts = [expected, first_n - expected, hits - expected, stratum.n() - first_n - hits + expected];
        if parts.iter().any(|part| part.is_nan() || *part <= 0.0) {
            return Err(NotEstimable::NoSpread);
        }
        let information: f64 = parts.iter().map(|part| 1.0 / part).sum();
        statistic += (stratum.first_hits - expected).powi(2) * information;
    }
    let degrees_of_freedom = u32::try_from(counts.len() - 1).map_err(|_| NotEstimable::TooLarge)?;
    chi_squared(statistic, degrees_of_freedom)
}

/// The hits of the first group that give a stratum the common odds ratio, its margins kept: the root of a quadratic.
fn expected_hits(stratum: &FourCounts, odds_ratio: f64) -> f64 {
    let (first_n, hits) = (stratum.first_n(), stratum.hits());
    let second_n = stratum.n() - first_n;
    let square = 1.0 - odds_ratio;
    let linear = second_n - hits + odds_ratio * (first_n + hits);
    let constant = -odds_ratio * first_n * hits;
    // The form that does not cancel as the odds ratio comes near 1.
    -2.0 * constant / (linear + (linear * linear - 4.0 * square * constant).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hits::Hits;

    fn stratum(counts: [u64; 4]) -> TwoGroups {
        let [first, first_n, second, second_n] = counts;
        TwoGroups {
            first: Hits { n_hits: first, n_projects: first_n },
            second: Hits { n_hits: second, n_projects: second_n },
        }
    }

    #[test]
    fn strata_that_are_alike_show_no_difference() {
        let alike = [stratum([10, 20, 5, 20]), stratum([10, 20, 5, 20])];
        let test = equal_odds_test(&alike).unwrap();
        assert!(test.statistic < 1e-20 && test.p_value > 0.999_999);
        assert_eq!(equal_odds_test(&alike[..1]), Err(NotEstimable::TooFewProjects));
    }
}
