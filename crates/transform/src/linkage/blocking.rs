//! Which pairs are looked at: those that share a key in at least one of several passes.

use std::collections::BTreeMap;

use crate::linkage::record_pairs::{RecordPairs, n_pairs};

/// A key with more pairs than this is passed over in its pass: it tells too little, and another pass may find the
/// same pairs. So a pass yields at most so many pairs for each of its keys. Unit: pairs. Shape: 50 × 50 records.
pub const MOST_PAIRS_PER_KEY: usize = 2_500;

/// One way to find pairs.
#[derive(Debug, Clone, Copy)]
pub struct Pass<R> {
    /// What the pass is called.
    pub name: &'static str,
    /// The keys of a record, usually one. Missing: no key, when the record cannot be found in this way.
    pub keys: fn(&R) -> Vec<String>,
}

/// A key with too many pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// The name of the pass.
    pub pass: &'static str,
    /// The key.
    pub key: String,
    /// How many pairs have it.
    pub n_pairs: usize,
}

/// The pairs found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidates {
    /// Places in the sorted sets, left and right, each pair once, ascending.
    pub pairs: Vec<(usize, usize)>,
    /// The keys passed over, by pass and key.
    pub passed_over: Vec<PassedOver>,
}

/// The pairs that share a key in any pass (the union of the passes).
pub fn candidates<R>(records: &RecordPairs<'_, R>, passes: &[Pass<R>]) -> Candidates {
    let mut found = Candidates::default();
    for pass in passes {
        for (key, block) in blocks(records, pass) {
            let n_pairs = n_pairs(block.left.len(), block.right.len(), records.is_within);
            if n_pairs > MOST_PAIRS_PER_KEY {
                found.passed_over.push(PassedOver { pass: pass.name, key, n_pairs });
            } else {
                found.pairs.extend(block.pairs().filter(|(left, right)| records.is_pair(*left, *right)));
            }
        }
    }
    found.pairs.sort_unstable();
    found.pairs.dedup();
    found
}

/// The records that share a key, by their places.
#[derive(Debug, Default)]
struct Block {
    left: Vec<usize>,
    right: Vec<usize>,
}

impl Block {
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.left.iter().flat_map(|left| self.right.iter().map(|right| (*left, *right)))
    }
}

fn blocks<R>(records: &RecordPairs<'_, R>, pass: &Pass<R>) -> BTreeMap<String, Block> {
    let mut blocks: BTreeMap<String, Block> = BTreeMap::new();
    for (place, (_, record)) in records.left.iter().enumerate() {
        for key in distinct_keys(pass, record) {
            blocks.entry(key).or_default().left.push(place);
        }
    }
    for (place, (_, record)) in records.right.iter().enumerate() {
        for key in distinct_keys(pass, record) {
            if let Some(block) = blocks.get_mut(&key) {
                block.right.push(place);
            }
        }
    }
    blocks
}

fn distinct_keys<R>(pass: &Pass<R>, record: &R) -> Vec<String> {
    let mut keys = (pass.keys)(record);
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = (&'static str, &'static str);

    const PASSES: [Pass<Row>; 2] = [
        Pass { name: "first", keys: |row| key(row.0) },
        Pass { name: "second", keys: |row| [key(row.1), key(row.1)].concat() },
    ];

    fn key(value: &str) -> Vec<String> {
        Some(value).filter(|value| !value.is_empty()).map(str::to_owned).into_iter().collect()
    }

    #[test]
    fn passes_are_united_and_a_missing_key_finds_nothing() {
        let (left, right) = ([("a", "x"), ("b", ""), ("", "")], [("a", "x"), ("c", "x"), ("", "")]);
        let found = candidates(&RecordPairs::between(&left, &right), &PASSES);
        assert_eq!(found.pairs, [(1, 1), (1, 2)]);
    }

    #[test]
    fn a_set_is_not_paired_with_itself_twice() {
        let rows = [("a", "x"), ("a", "x"), ("b", "x")];
        let found = candidates(&RecordPairs::within(&rows), &PASSES);
        assert_eq!(found.pairs, [(0, 1), (0, 2), (1, 2)]);
    }

    #[test]
    fn a_key_of_too_many_is_passed_over_and_told() {
        let rows = vec![("a", ""); 51];
        let found = candidates(&RecordPairs::between(&rows, &rows), &PASSES);
        assert_eq!(found.pairs, []);
        assert_eq!(found.passed_over, [PassedOver { pass: "first", key: "a".to_owned(), n_pairs: 2_601 }]);
    }

    #[test]
    fn nothing_to_pair_is_no_error() {
        assert_eq!(candidates(&RecordPairs::within(&[]), &PASSES), Candidates::default());
        assert_eq!(candidates(&RecordPairs::within(&[("a", "x")]), &PASSES), Candidates::default());
    }
}
