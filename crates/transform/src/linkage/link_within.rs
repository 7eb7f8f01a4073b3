//! Finds the records of one set that are the same thing, any number of them.

use crate::linkage::blocking::PassedOver;
use crate::linkage::decision::{Decision, decide};
use crate::linkage::groups::groups;
use crate::linkage::learn_weights::Learnt;
use crate::linkage::record_pairs::RecordPairs;
use crate::linkage::score_candidates::{Rules, score_candidates};

/// A pair of records of one set that matches or is doubtful.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairWithin {
    /// Rows of the two records in the input, the smaller first.
    pub rows: (usize, usize),
    /// The match weight, without the prior. Unit: bits.
    pub weight: f64,
    /// The chance that the pair matches. Unit: share, 0 to 1.
    pub chance: f64,
    /// What is made of it, never [`Decision::NonMatch`].
    pub decision: Decision,
}

/// What hangs together in one set.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedWithin {
    /// The pairs that match or are doubtful, by their rows.
    pub pairs: Vec<PairWithin>,
    /// Rows of the records that matches join, groups of two and more.
    pub groups: Vec<Vec<usize>>,
    /// What was learnt.
    pub learnt: Learnt,
    /// How many pairs were compared.
    pub n_candidates: usize,
    /// The keys that had too many pairs.
    pub passed_over: Vec<PassedOver>,
}

/// Links the records of one set with each other. The order of the input does not count.
pub fn link_within<R: Ord>(records: &[R], rules: &Rules<'_, R>) -> LinkedWithin {
    let sorted = RecordPairs::within(records);
    let scored = score_candidates(&sorted, rules);
    let judged = scored.pairs.iter().filter_map(|pair| {
        let ((left, _), (right, _)) = (sorted.left.get(pair.left)?, sorted.right.get(pair.right)?);
        let chance = scored.learnt.weights.probability(pair.weight);
        let rows = ((*left).min(*right), (*left).max(*right));
        Some(PairWithin { rows, weight: pair.weight, chance, decision: decide(chance) })
    });
    let mut pairs: Vec<PairWithin> = judged.filter(|pair| pair.decision != Decision::NonMatch).collect();
    pairs.sort_by_key(|pair| pair.rows);
    let matches = pairs.iter().filter(|pair| pair.decision == Decision::Match).map(|pair| pair.rows);
    LinkedWithin {
        groups: groups(records.len(), matches),
        pairs,
        n_candidates: scored.pairs.len(),
        learnt: scored.learnt,
        passed_over: scored.passed_over,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::blocking::Pass;
    use crate::linkage::comparisons::{SAME_OR_NOT, compare_exactly};
    use crate::linkage::field::Field;

    type Row = [&'static str; 3];

    const FIELDS: [Field<Row>; 3] = [
        Field::new("first", SAME_OR_NOT, |left, right| compare_exactly(Some(left[0]), Some(right[0]))),
        Field::new("second", SAME_OR_NOT, |left, right| compare_exactly(Some(left[1]), Some(right[1]))),
        Field::new("third", SAME_OR_NOT, |left, right| compare_exactly(Some(left[2]), Some(right[2]))),
    ];
    const PASSES: [Pass<Row>; 2] = [
        Pass { name: "first", keys: |row| vec![row[0].to_owned()] },
        Pass { name: "second", keys: |row| vec![row[1].to_owned()] },
    ];
    const RULES: Rules<'static, Row> = Rules { fields: &FIELDS, passes: &PASSES };

    /// Distinct rows, with the words for them held for the length of the test run.
    fn rows() -> Vec<Row> {
        const WORDS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        (0..52).map(|place| [&WORDS[place..=place]; 3]).collect()
    }

    #[test]
    fn all_records_of_a_thing_come_together() {
        let mut records = rows();
        let again: Vec<Row> = records.iter().take(20).map(|row| [row[0], row[1], "?"]).collect();
        records.extend(again);
        records.push(["a", "a", "a"]);
        let linked = link_within(&records, &RULES);
        assert_eq!(linked.groups.len(), 20, "{linked:?}");
        assert_eq!(linked.groups[0], [0, 52, 72]);
    }

    #[test]
    fn tiny_sets_never_panic() {
        let check = |records: &[Row], n_groups: usize| {
            let linked = link_within(records, &RULES);
            assert!(linked.pairs.iter().all(|pair| pair.chance > 0.0 && pair.chance <= 1.0), "{linked:?}");
            assert!(linked.groups.len() <= n_groups);
        };
        check(&[], 0);
        check(&[["a"; 3]], 0);
        check(&[["a"; 3], ["b"; 3]], 0);
        check(&[["a"; 3]; 9], 1);
        check(&[["a"; 3]; 99], 0);
    }
}
