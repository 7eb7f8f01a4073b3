//! From the chance of a match to a decision: match, doubtful, no match. The bounds stand before any data is seen.

use crate::linkage::weights::Weights;

/// From this chance on a pair is a match: of twenty such pairs at the bound one may be wrong. Unit: share.
///
/// Set beforehand as the customary one in twenty, never fitted to labels. In bits: the weight and the prior weight
/// together are at least `log2(19)`, about 4.25.
pub const LEAST_CHANCE_OF_MATCH: f64 = 0.95;

/// Below this chance a pair is no match: one in twenty again, the other way round. Unit: share. In bits: -4.25.
///
/// What lies between the two bounds is for a person to look at.
pub const LEAST_CHANCE_OF_DOUBT: f64 = 0.05;

/// What is made of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// The same thing.
    Match,
    /// A person must look.
    Doubtful,
    /// Two things.
    NonMatch,
}

/// The decision for the chance of a match. A chance that is no number is no match.
pub fn decide(chance: f64) -> Decision {
    match chance {
        chance if chance >= LEAST_CHANCE_OF_MATCH => Decision::Match,
        chance if chance >= LEAST_CHANCE_OF_DOUBT => Decision::Doubtful,
        _ => Decision::NonMatch,
    }
}

/// The chance that a pair matches where at most one of it and its rivals can: its odds against no match at all and
/// against every rival, `o / (1 + o + Σ o_rival)`. Without rivals the plain chance. Unit: share, 0 to 1; `rivals` are
/// weights in bits.
pub fn chance_among(weights: &Weights, weight: f64, rivals: &[f64]) -> f64 {
    let against: f64 = rivals.iter().map(|rival| (rival - weight).exp2()).sum();
    1.0 / (1.0 + (-weight - weights.prior_weight()).exp2() + against)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_decisions() {
        let check = |chance, expected| assert_eq!(decide(chance), expected, "{chance}");
        check(1.0, Decision::Match);
        check(0.95, Decision::Match);
        check(0.949, Decision::Doubtful);
        check(0.05, Decision::Doubtful);
        check(0.049, Decision::NonMatch);
        check(0.0, Decision::NonMatch);
        check(f64::NAN, Decision::NonMatch);
    }

    #[test]
    fn a_rival_as_good_halves_the_chance() {
        let weights = Weights { fields: vec![], prior: 0.5 };
        let check = |weight: f64, rivals: &[f64], expected: f64| {
            assert!((chance_among(&weights, weight, rivals) - expected).abs() < 1e-9, "{weight} {rivals:?}");
        };
        check(0.0, &[], 0.5);
        check(0.0, &[0.0], 1.0 / 3.0);
        check(60.0, &[60.0], 0.5);
        check(60.0, &[0.0], 1.0);
        check(-2_000.0, &[2_000.0], 0.0);
    }
}
