//! Learns weights from pairs alone, without labels: expectation–maximisation (Dempster, Laird & Rubin 1977).
//!
//! Two tables are looked at. Among the candidates the matches are found, and show `m`. Among pairs drawn by chance
//! nearly all are strangers, and show `u`; the few that look like matches are left out by their probability, else a
//! number that only one record has would seem to agree by chance. Pairs that are no candidates count as strangers, so
//! that the prior is the share of matches among all pairs.

use crate::linkage::field::FieldShape;
use crate::linkage::level::Level;
use crate::linkage::pattern_counts::PatternCounts;
use crate::linkage::weights::{FieldWeights, Weights};

/// Learning ends when no chance moves by more than this, and the prior by no more than this share of itself.
pub const LEAST_CHANGE: f64 = 1e-6;

/// Learning ends after so many rounds at the latest.
pub const MOST_ROUNDS: u32 = 2_000;

/// How much the first guess counts, so that a level never seen keeps a chance above nought. Unit: pairs.
const GUESS_PAIRS: f64 = 1.0;

/// The first guess: the chance that matches agree exactly, and that strangers differ plainly.
const GUESSED_CHANCE: f64 = 0.9;

/// Bounds of the prior: it is never nought, and a pair is never more likely a match before it is compared.
const PRIOR_BOUNDS: (f64, f64) = (1e-12, 0.5);

/// What is learnt from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    /// Patterns of the pairs that may match.
    pub candidates: PatternCounts,
    /// Patterns of pairs drawn by chance from all pairs.
    pub drawn: PatternCounts,
    /// The number of all pairs.
    pub n_pairs: f64,
    /// How many matches there are at a first guess. Unit: pairs.
    pub n_guessed: f64,
}

/// What was learnt, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    /// The weights.
    pub weights: Weights,
    /// How many rounds it took.
    pub n_rounds: u32,
    /// Whether it came to rest before [`MOST_ROUNDS`].
    pub is_settled: bool,
}

/// Learns the weights of fields. Never fails: without evidence the first guess stays.
pub fn learn_weights(shapes: &[FieldShape], evidence: &Evidence) -> Learnt {
    let mut weights = first_guess(shapes, evidence);
    for n_rounds in 1..=MOST_ROUNDS {
        let next = improved(&weights, evidence);
        let is_settled = change(&weights, &next) <= LEAST_CHANGE;
        weights = next;
        if is_settled {
            return Learnt { weights, n_rounds, is_settled };
        }
    }
    Learnt { weights, n_rounds: MOST_ROUNDS, is_settled: false }
}

fn first_guess(shapes: &[FieldShape], evidence: &Evidence) -> Weights {
    let fields = shapes.iter().map(|shape| {
        let m = guessed_chances(shape.levels.len());
        let u = m.iter().rev().copied().collect();
        FieldWeights { shape: *shape, m, u }
    });
    Weights { fields: fields.collect(), prior: bounded_prior(evidence.n_guessed, evidence.n_pairs) }
}

/// Most for the first level, the rest in equal parts for the others. A scale of one level is certain.
fn guessed_chances(n_levels: usize) -> Vec<f64> {
    let others = (1.0 - GUESSED_CHANCE) / n_levels.saturating_sub(1).max(1) as f64;
    let first = if n_levels == 1 { 1.0 } else { GUESSED_CHANCE };
    (0..n_levels).map(|place| if place == 0 { first } else { others }).collect()
}

fn bounded_prior(n_matches: f64, n_pairs: f64) -> f64 {
    (n_matches / n_pairs.max(1.0)).clamp(PRIOR_BOUNDS.0, PRIOR_BOUNDS.1)
}

/// One round: how likely each pattern is a match, then how often each level occurs among matches and strangers.
fn improved(weights: &Weights, evidence: &Evidence) -> Weights {
    let mut matches = LevelSums::new(weights);
    let mut strangers = LevelSums::new(weights);
    for (pattern, n_pairs) in evidence.candidates.iter() {
        matches.add(pattern, n_pairs * weights.probability(weights.weight(pattern)));
    }
    for (pattern, n_pairs) in evidence.drawn.iter() {
        strangers.add(pattern, n_pairs * (1.0 - weights.probability(weights.weight(pattern))));
    }
    let fields = weights.fields.iter().enumerate().map(|(field_index, field)| {
        let guess = guessed_chances(field.m.len());
        let m = matches.chances(field_index, guess.iter());
        let u = strangers.chances(field_index, guess.iter().rev());
        FieldWeights { shape: field.shape, m, u }
    });
    Weights { fields: fields.collect(), prior: bounded_prior(matches.n_pairs, evidence.n_pairs) }
}

/// The greatest move of a chance, or of the prior as a share of itself.
fn change(before: &Weights, after: &Weights) -> f64 {
    let chances = |weights: &Weights| -> Vec<f64> {
        weights.fields.iter().flat_map(|field| field.m.iter().chain(&field.u)).copied().collect()
    };
    let moves = chances(before).into_iter().zip(chances(after)).map(|(before, after)| (after - before).abs());
    moves.fold((after.prior / before.prior - 1.0).abs(), f64::max)
}

/// How many pairs show each level of each field; a missing value counts for no level.
struct LevelSums {
    by_field: Vec<Vec<f64>>,
    n_pairs: f64,
}

impl LevelSums {
    fn new(weights: &Weights) -> LevelSums {
        let by_field = weights.fields.iter().map(|field| vec![0.0; field.m.len()]).collect();
        LevelSums { by_field, n_pairs: 0.0 }
    }

    fn add(&mut self, pattern: &[Level], n_pairs: f64) {
        self.n_pairs += n_pairs;
        for (sums, level) in self.by_field.iter_mut().zip(pattern) {
            if let Some(sum) = level.place(sums.len()).and_then(|place| sums.get_mut(place)) {
                *sum += n_pairs;
            }
        }
    }

    fn chances<'a>(&self, field_index: usize, guess: impl Iterator<Item = &'a f64>) -> Vec<f64> {
        let sums = self.by_field.get(field_index).map(Vec::as_slice).unwrap_or_default();
        let total = sums.iter().sum::<f64>() + GUESS_PAIRS;
        sums.iter().zip(guess).map(|(sum, guess)| (sum + GUESS_PAIRS * guess) / total).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::level::Pattern;

    const SHAPES: [FieldShape; 4] = [FieldShape { name: "field", levels: &["exact", "different"] }; 4];
    const M: [f64; 4] = [0.95, 0.9, 0.85, 0.7];
    const U: [f64; 4] = [0.01, 0.05, 0.1, 0.2];

    fn chance(pattern: &[Level], exact: &[f64; 4]) -> f64 {
        let chances = pattern.iter().zip(exact);
        chances.map(|(level, exact)| if *level == Level::At(0) { *exact } else { 1.0 - exact }).product()
    }

    /// A million pairs with a thousand matches, as they would be expected.
    fn expected_counts() -> PatternCounts {
        let mut counts = PatternCounts::default();
        for bits in 0..16_u8 {
            let pattern: Pattern = (0..4).map(|field| Level::At(bits >> field & 1)).collect();
            let n_pairs = 1_000.0 * chance(&pattern, &M) + 999_000.0 * chance(&pattern, &U);
            counts.add(pattern, n_pairs);
        }
        counts
    }

    #[test]
    fn the_chances_behind_the_pairs_are_found_again() {
        let counts = expected_counts();
        let evidence = Evidence { candidates: counts.clone(), drawn: counts, n_pairs: 1e6, n_guessed: 300.0 };
        let learnt = learn_weights(&SHAPES, &evidence);
        assert!(learnt.is_settled, "{learnt:?}");
        assert!((learnt.weights.prior - 0.001).abs() < 1e-5, "{learnt:?}");
        for (field, (m, u)) in learnt.weights.fields.iter().zip(M.into_iter().zip(U)) {
            assert!((field.m[0] - m).abs() < 0.01 && (field.u[0] - u).abs() < 0.001, "{field:?} {m} {u}");
        }
    }

    #[test]
    fn little_evidence_leaves_the_guess_and_never_a_nan() {
        let check = |pattern: Option<Pattern>, n_pairs: f64| {
            let counts = PatternCounts::of(pattern);
            let evidence =
                Evidence { candidates: counts.clone(), drawn: counts, n_pairs, n_guessed: n_pairs };
            let weights = learn_weights(&SHAPES, &evidence).weights;
            assert!((0.0..=0.5).contains(&weights.prior));
            let chances = weights.fields.iter().flat_map(|field| field.m.iter().chain(&field.u));
            assert!(chances.into_iter().all(|chance| *chance > 0.0 && *chance < 1.0), "{weights:?}");
        };
        check(None, 0.0);
        check(Some(vec![Level::At(0); 4]), 1.0);
        check(Some(vec![Level::At(1); 4]), 1.0);
        check(Some(vec![Level::Missing; 4]), 1.0);
        check(Some(vec![]), 1.0);
    }

    #[test]
    fn a_missing_value_teaches_nothing_of_its_field() {
        let mut counts = expected_counts();
        let before =
            Evidence { candidates: counts.clone(), drawn: counts.clone(), n_pairs: 1e6, n_guessed: 1e3 };
        counts.add(vec![Level::Missing; 4], 1e6);
        let after = Evidence { drawn: counts, ..before.clone() };
        let (before, after) = (learn_weights(&SHAPES, &before), learn_weights(&SHAPES, &after));
        assert!(change(&before.weights, &after.weights) < 1e-6, "{before:?} {after:?}");
    }
}
