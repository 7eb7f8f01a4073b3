//! From records to scored pairs: find candidates, compare, learn, weigh.

use crate::linkage::blocking::{Candidates, Pass, PassedOver, candidates};
use crate::linkage::field::{Field, pattern_of, shapes_of};
use crate::linkage::frequencies::Frequencies;
use crate::linkage::learn_weights::{Evidence, Learnt, learn_weights};
use crate::linkage::level::Pattern;
use crate::linkage::pattern_counts::PatternCounts;
use crate::linkage::random_pairs::random_pairs;
use crate::linkage::record_pairs::RecordPairs;
use crate::linkage::scored_pair::ScoredPair;

/// How records of type `R` are linked.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a, R> {
    /// What they are compared by. Fields should fail independently of each other.
    pub fields: &'a [Field<R>],
    /// How the pairs worth comparing are found. Several, so that a slip in one key is made good by another.
    pub passes: &'a [Pass<R>],
}

/// The candidates with their weights, and what the weights come from.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredCandidates {
    /// One for each candidate, in the order of the places.
    pub pairs: Vec<ScoredPair>,
    /// The weights of the fields.
    pub learnt: Learnt,
    /// The keys that had too many pairs.
    pub passed_over: Vec<PassedOver>,
}

/// Finds the candidates, learns from them and weighs them.
pub fn score_candidates<R>(records: &RecordPairs<'_, R>, rules: &Rules<'_, R>) -> ScoredCandidates {
    let Candidates { pairs, passed_over } = candidates(records, rules.passes);
    let patterns: Vec<Pattern> = patterns_of(records, rules, &pairs).collect();
    let evidence = Evidence {
        candidates: PatternCounts::of(patterns.iter().cloned()),
        drawn: PatternCounts::of(patterns_of(records, rules, &random_pairs(records))),
        n_pairs: records.n_pairs() as f64,
        n_guessed: records.most_partners() as f64,
    };
    let learnt = learn_weights(&shapes_of(rules.fields), &evidence);
    let frequencies = Frequencies::of(rules.fields, records);
    let scored = |(&(left, right), pattern): (&(usize, usize), &Pattern)| {
        let (_, record) = records.left.get(left)?;
        let correction = frequencies.correction(rules.fields, &learnt.weights, pattern, record);
        Some(ScoredPair { left, right, weight: learnt.weights.weight(pattern) + correction })
    };
    let pairs = pairs.iter().zip(&patterns).filter_map(scored).collect();
    ScoredCandidates { pairs, learnt, passed_over }
}

fn patterns_of<R>(
    records: &RecordPairs<'_, R>,
    rules: &Rules<'_, R>,
    pairs: &[(usize, usize)],
) -> impl Iterator<Item = Pattern> {
    pairs.iter().filter_map(|(left, right)| {
        let ((_, left), (_, right)) = (records.left.get(*left)?, records.right.get(*right)?);
        Some(pattern_of(rules.fields, left, right))
    })
}
