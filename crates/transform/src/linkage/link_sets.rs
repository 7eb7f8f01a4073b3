//! Links the records of two sets, each with one partner at most.

use crate::linkage::assignment::{Choice, assign_one_to_one};
use crate::linkage::blocking::PassedOver;
use crate::linkage::decision::{Decision, LEAST_CHANCE_OF_DOUBT, chance_among, decide};
use crate::linkage::learn_weights::Learnt;
use crate::linkage::record_pairs::RecordPairs;
use crate::linkage::score_candidates::{Rules, score_candidates};
use crate::linkage::scored_pair::ScoredPair;
use crate::linkage::weights::Weights;

/// Another record and what speaks for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Row of the right record in the input.
    pub row: usize,
    /// The match weight, without the prior. Unit: bits.
    pub weight: f64,
    /// The chance that the pair matches, seen alone. Unit: share, 0 to 1.
    pub chance: f64,
}

/// What was found for a left record.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The partner it was given. Missing: when none is likely enough, or all were given to others.
    pub best: Option<Found>,
    /// The next best, whether or not it was given to another. Missing: when nothing else is alike.
    pub runner_up: Option<Found>,
    /// The chance of the partner, seen beside the records that stayed alone and might be it. Unit: share, 0 to 1.
    /// Zero: without a partner.
    pub chance: f64,
    /// What is made of it.
    pub decision: Decision,
}

/// The links of two sets.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedSets {
    /// One for each left record, in the order of the input.
    pub links: Vec<Link>,
    /// What was learnt.
    pub learnt: Learnt,
    /// How many pairs were compared.
    pub n_candidates: usize,
    /// The keys that had too many pairs.
    pub passed_over: Vec<PassedOver>,
}

/// Links two sets. The order of the input does not count, but for records that are the same in all: these are
/// interchangeable, and go by their rows.
pub fn link_sets<R: Ord>(left: &[R], right: &[R], rules: &Rules<'_, R>) -> LinkedSets {
    let records = RecordPairs::between(left, right);
    let scored = score_candidates(&records, rules);
    let weights = &scored.learnt.weights;
    let least_weight = weight_of_chance(weights, LEAST_CHANCE_OF_DOUBT);
    let choices = assign_one_to_one(&scored.pairs, left.len(), least_weight);
    let mut rows: Vec<(usize, Link)> = records
        .left
        .iter()
        .zip(&choices)
        .map(|((row, _), choice)| (*row, link_of(choice, weights, &records)))
        .collect();
    rows.sort_by_key(|(row, _)| *row);
    LinkedSets {
        links: rows.into_iter().map(|(_, link)| link).collect(),
        n_candidates: scored.pairs.len(),
        learnt: scored.learnt,
        passed_over: scored.passed_over,
    }
}

/// The weight at which a pair has a chance.
fn weight_of_chance(weights: &Weights, chance: f64) -> f64 {
    (chance / (1.0 - chance)).log2() - weights.prior_weight()
}

fn link_of<R>(choice: &Choice, weights: &Weights, records: &RecordPairs<'_, R>) -> Link {
    let found = |pair: ScoredPair| {
        let (row, _) = records.right.get(pair.right)?;
        Some(Found { row: *row, weight: pair.weight, chance: weights.probability(pair.weight) })
    };
    let chance = choice.best.map_or(0.0, |pair| chance_among(weights, pair.weight, &choice.rivals));
    Link {
        best: choice.best.and_then(found),
        runner_up: choice.runner_up.and_then(found),
        chance,
        decision: decide(chance),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::blocking::Pass;
    use crate::linkage::comparisons::{DIGIT_SCALE, WORD_SCALE, compare_digits, compare_words};
    use crate::linkage::field::Field;

    type Row = (String, String);

    const FIELDS: [Field<Row>; 2] = [
        Field::<Row>::new("word", WORD_SCALE, |a, b| compare_words(Some(&a.0), Some(&b.0)))
            .by_frequency(|a| Some(&a.0)),
        Field::new("digits", DIGIT_SCALE, |a, b| compare_digits(Some(&a.1), Some(&b.1))),
    ];
    const PASSES: [Pass<Row>; 2] = [
        Pass { name: "word", keys: |row| vec![row.0.clone()] },
        Pass { name: "digits", keys: |row| vec![row.1.clone()] },
    ];
    const RULES: Rules<'static, Row> = Rules { fields: &FIELDS, passes: &PASSES };

    fn row(number: usize) -> Row {
        let word: String = [number / 9, number % 9, number / 3]
            .iter()
            .map(|part| format!("{}o", part * 7919 % 613))
            .collect();
        (word, format!("{:07}", number * 7_368_787 % 9_999_991))
    }

    /// Forty rows, and the same from the back with a slip in every third; ten more on either side.
    fn rows() -> (Vec<Row>, Vec<Row>) {
        let left: Vec<Row> = (0..50).map(row).collect();
        let mut right: Vec<Row> = (0..40).chain(100..110).map(row).collect();
        right.iter_mut().step_by(3).for_each(|row| row.1.replace_range(3..4, "x"));
        (left, right.into_iter().rev().collect())
    }

    fn partners(linked: &LinkedSets) -> Vec<Option<usize>> {
        let matched = |link: &Link| link.best.filter(|_| link.decision == Decision::Match);
        linked.links.iter().map(|link| matched(link).map(|found| found.row)).collect()
    }

    #[test]
    fn partners_are_found_and_strangers_stay_alone() {
        let (left, right) = rows();
        let expected: Vec<_> = (0..50_usize).map(|row| (row < 40).then(|| 49 - row)).collect();
        assert_eq!(partners(&link_sets(&left, &right, &RULES)), expected);
    }

    #[test]
    fn the_order_of_the_input_does_not_count() {
        let (left, right) = rows();
        let linked = link_sets(&left, &right, &RULES);
        let turned: Vec<Row> = left.iter().rev().cloned().collect();
        let shuffled: Vec<Row> = (0..50).map(|row| right[row * 7 % 50].clone()).collect();
        let other = link_sets(&turned, &shuffled, &RULES);
        assert_eq!(linked.learnt, other.learnt);
        for (link, other) in linked.links.iter().zip(other.links.iter().rev()) {
            assert_eq!((link.chance, link.decision), (other.chance, other.decision));
            let there = other.best.map(|found| &shuffled[found.row]);
            assert_eq!(link.best.map(|found| &right[found.row]), there);
        }
    }

    #[test]
    fn tiny_inputs_give_numbers_and_never_panic() {
        let check = |left: &[Row], right: &[Row]| {
            let linked = link_sets(left, right, &RULES);
            assert_eq!(linked.links.len(), left.len());
            assert!(linked.links.iter().all(|link| (0.0..=1.0).contains(&link.chance)), "{linked:?}");
            let mut rows: Vec<_> = linked.links.iter().filter_map(|link| Some(link.best?.row)).collect();
            rows.sort_unstable();
            assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "one to one: {rows:?}");
        };
        check(&[], &[]);
        check(&[row(1)], &[]);
        check(&[], &[row(1)]);
        check(&[row(1)], &[row(1)]);
        check(&[row(1)], &[row(2)]);
        check(&vec![row(1); 9], &vec![row(1); 9]);
        check(&vec![row(1); 99], &vec![row(1); 99]);
    }

    #[test]
    fn a_match_needs_a_clear_lead() {
        let (left, mut right) = rows();
        right.push(left[1].clone());
        let link = &link_sets(&left, &right, &RULES).links[1];
        assert_eq!(link.decision, Decision::Doubtful, "{link:?}");
        assert!(link.best.is_some() && link.runner_up.is_some(), "{link:?}");
    }
}
