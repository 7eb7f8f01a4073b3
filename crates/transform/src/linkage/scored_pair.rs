//! A pair of records and what speaks for it.

use std::cmp::Ordering;

/// A pair and its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoredPair {
    /// Place of the left record.
    pub left: usize,
    /// Place of the right record.
    pub right: usize,
    /// The match weight, without the prior. Unit: bits.
    pub weight: f64,
}

/// The heavier pair first; pairs of one weight by their left place, then by their right place.
pub fn heaviest_first(a: &ScoredPair, b: &ScoredPair) -> Ordering {
    b.weight.total_cmp(&a.weight).then((a.left, a.right).cmp(&(b.left, b.right)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_one_weight_keep_the_order_of_their_places() {
        let pair = |left, right, weight| ScoredPair { left, right, weight };
        let mut pairs = [pair(1, 0, 2.0), pair(0, 1, 2.0), pair(0, 0, 2.0), pair(5, 5, 3.0)];
        pairs.sort_by(heaviest_first);
        assert_eq!(pairs, [pair(5, 5, 3.0), pair(0, 0, 2.0), pair(0, 1, 2.0), pair(1, 0, 2.0)]);
    }
}
