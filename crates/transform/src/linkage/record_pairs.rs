//! The records to be paired, in an order of their own, so that nothing depends on the order they came in.

/// Records of two sets, or of one set with itself, each sorted.
#[derive(Debug)]
pub struct RecordPairs<'a, R> {
    /// Records of the left set, sorted, each with its row in the input.
    pub left: Vec<(usize, &'a R)>,
    /// Records of the right set, likewise. The left ones again when a set is paired with itself.
    pub right: Vec<(usize, &'a R)>,
    /// Whether a set is paired with itself.
    pub is_within: bool,
}

impl<'a, R: Ord> RecordPairs<'a, R> {
    /// Pairs every record of one set with every record of another.
    pub fn between(left: &'a [R], right: &'a [R]) -> RecordPairs<'a, R> {
        RecordPairs { left: sorted(left), right: sorted(right), is_within: false }
    }

    /// Pairs the records of one set with each other.
    pub fn within(records: &'a [R]) -> RecordPairs<'a, R> {
        RecordPairs { left: sorted(records), right: sorted(records), is_within: true }
    }
}

impl<R> RecordPairs<'_, R> {
    /// Whether two places make a pair: any two of two sets; in one set the earlier and the later.
    pub fn is_pair(&self, left: usize, right: usize) -> bool {
        !self.is_within || left < right
    }

    /// The number of all pairs.
    pub fn n_pairs(&self) -> usize {
        n_pairs(self.left.len(), self.right.len(), self.is_within)
    }

    /// The most pairs that can be true where every record has one partner at most. One set with itself has as many
    /// as if every record had one partner on average.
    pub fn most_partners(&self) -> usize {
        self.left.len().min(self.right.len())
    }
}

/// The number of pairs of so many records, bounded by what a `usize` holds.
pub fn n_pairs(n_left: usize, n_right: usize, is_within: bool) -> usize {
    if is_within {
        n_left.saturating_mul(n_left.saturating_sub(1)) / 2
    } else {
        n_left.saturating_mul(n_right)
    }
}

fn sorted<R: Ord>(records: &[R]) -> Vec<(usize, &R)> {
    let mut rows: Vec<(usize, &R)> = records.iter().enumerate().collect();
    rows.sort_by(|a, b| a.1.cmp(b.1).then(a.0.cmp(&b.0)));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_counted_once() {
        let check = |n_left, n_right, is_within, expected| {
            assert_eq!(n_pairs(n_left, n_right, is_within), expected);
        };
        check(0, 5, false, 0);
        check(2, 5, false, 10);
        check(0, 0, true, 0);
        check(1, 1, true, 0);
        check(4, 4, true, 6);
        check(usize::MAX, 2, false, usize::MAX);
    }

    #[test]
    fn the_order_of_the_input_does_not_count() {
        let values = |pairs: &RecordPairs<'_, i32>| pairs.left.iter().map(|row| *row.1).collect::<Vec<_>>();
        assert_eq!(values(&RecordPairs::within(&[3, 1, 2])), values(&RecordPairs::within(&[2, 3, 1])));
    }
}
