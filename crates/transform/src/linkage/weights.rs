//! Match weights: how much the agreement of a field speaks for two records being the same (Fellegi & Sunter 1969).

use crate::linkage::field::FieldShape;
use crate::linkage::level::Level;

/// How often a field shows each of its levels, among matches and among the others.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldWeights {
    /// Name and scale.
    pub shape: FieldShape,
    /// The chance of each level among pairs that match. Unit: share, above 0, together 1.
    pub m: Vec<f64>,
    /// The chance of each level among pairs that do not. Unit: share, above 0, together 1.
    pub u: Vec<f64>,
}

/// What has been learnt: the weights of all fields and how rare a match is.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// One for each field, in their order.
    pub fields: Vec<FieldWeights>,
    /// The share of matches among all pairs, before anything is compared. Unit: share, above 0 and below 1.
    pub prior: f64,
}

impl FieldWeights {
    /// What a level says: `log2(m / u)`, positive for a match. Unit: bits. Zero: for a missing value.
    pub fn weight(&self, level: Level) -> f64 {
        let chances =
            level.place(self.m.len()).and_then(|place| Some((self.m.get(place)?, self.u.get(place)?)));
        chances.map_or(0.0, |(m, u)| (m / u).log2())
    }
}

impl Weights {
    /// What the levels of a pair say together, fields taken as independent. Unit: bits. Zero: when all are missing.
    pub fn weight(&self, pattern: &[Level]) -> f64 {
        self.fields.iter().zip(pattern).map(|(field, level)| field.weight(*level)).sum()
    }

    /// What is known of a pair before it is compared: `log2(prior / (1 - prior))`. Unit: bits.
    pub fn prior_weight(&self) -> f64 {
        (self.prior / (1.0 - self.prior)).log2()
    }

    /// The chance that a pair of a weight matches, by Bayes' rule. Unit: share, 0 to 1.
    pub fn probability(&self, weight: f64) -> f64 {
        1.0 / (1.0 + (-weight - self.prior_weight()).exp2())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::level::EXACT;

    fn weights() -> Weights {
        let shape = FieldShape { name: "name", levels: &["exact", "different"] };
        let field = FieldWeights { shape, m: vec![0.8, 0.2], u: vec![0.1, 0.9] };
        Weights { fields: vec![field.clone(), field], prior: 0.2 }
    }

    #[test]
    fn weights_add_up_and_a_missing_value_says_nothing() {
        let check = |pattern: &[Level], expected: f64| {
            assert!((weights().weight(pattern) - expected).abs() < 1e-12, "{pattern:?}");
        };
        check(&[EXACT, EXACT], 6.0);
        check(&[EXACT, Level::Missing], 3.0);
        check(&[Level::Missing, Level::Missing], 0.0);
        check(&[Level::At(1), Level::Missing], (0.2_f64 / 0.9).log2());
        check(&[Level::At(200)], (0.2_f64 / 0.9).log2());
    }

    #[test]
    fn a_weight_of_nought_leaves_the_prior() {
        let check = |weight: f64, expected: f64| {
            assert!((weights().probability(weight) - expected).abs() < 1e-12, "{weight}");
        };
        check(0.0, 0.2);
        check(2.0, 0.5);
        check(5_000.0, 1.0);
        check(-5_000.0, 0.0);
    }
}
