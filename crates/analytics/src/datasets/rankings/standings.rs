//! Exact fractions, and where each stands among others (名次): equal fractions share a rank.

use std::cmp::Ordering;

use crate::ranks::efficacy_score::Fraction;
use crate::ranks::ties::Rank;

/// A fraction of two whole numbers; the lower one is above 0.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    numerator: i64,
    denominator: i64,
}

/// Money is scored to the millionth, so that the score is counted exactly.
const MILLION: i64 = 1_000_000;

impl Share {
    /// Missing when the denominator is not above 0.
    pub fn new(numerator: i64, denominator: i64) -> Option<Share> {
        (denominator > 0).then_some(Share { numerator, denominator })
    }

    /// The nearest floating-point number.
    pub fn value(&self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// The fraction as it is, when it is small, else to the millionth, half up.
    pub fn scored(&self) -> Option<Fraction> {
        if self.denominator <= MILLION && self.numerator.abs() <= MILLION {
            return Some(Fraction { numerator: self.numerator, denominator: self.denominator });
        }
        let (times, half) =
            (i128::from(self.numerator) * i128::from(2 * MILLION), i128::from(self.denominator));
        let millionths = (times + half).div_euclid(2 * half);
        Some(Fraction { numerator: i64::try_from(millionths).ok()?, denominator: MILLION })
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Share) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Share {}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Share) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Share) -> Ordering {
        let cross = |one: &Share, two: &Share| i128::from(one.numerator) * i128::from(two.denominator);
        cross(self, other).cmp(&cross(other, self))
    }
}

/// The rank of each value, the highest first; none for what has no value.
pub fn standings<V: Copy>(values: &[Option<V>], compare: impl Fn(&V, &V) -> Ordering) -> Vec<Option<Rank>> {
    let mut order: Vec<(usize, V)> =
        values.iter().enumerate().filter_map(|(place, value)| value.map(|value| (place, value))).collect();
    order.sort_by(|left, right| compare(&right.1, &left.1));
    let mut standings = vec![None; values.len()];
    let mut n_above = 0;
    for sharing in order.chunk_by(|left, right| compare(&left.1, &right.1) == Ordering::Equal) {
        for (place, _) in sharing {
            standings[*place] = Some(Rank { rank: n_above + 1, n_sharing: sharing.len() });
        }
        n_above += sharing.len();
    }
    standings
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hits::Hits;
    use crate::ranks::ties::ranks;

    proptest! {
        #[test]
        fn ranks_are_those_of_exact_fractions(counts in prop::collection::vec((0..6_u64, 0..6_u64), 0..12)) {
            let hits: Vec<Hits> = counts.iter().map(|&(n_hits, n_projects)| Hits { n_hits, n_projects }).collect();
            let share = |one: &Hits| Share::new(one.n_hits as i64, one.n_projects as i64);
            let shares: Vec<Option<Share>> = hits.iter().map(share).collect();
            prop_assert_eq!(standings(&shares, Share::cmp), ranks(&hits));
        }
    }

    #[test]
    fn money_is_scored_to_the_millionth() {
        let share = Share::new(2_000_000_000_001, 3_000_000_000_000).unwrap();
        assert_eq!(share.scored(), Some(Fraction { numerator: 666_667, denominator: MILLION }));
        let small = Share::new(2, 3).unwrap();
        assert_eq!(small.scored(), Some(Fraction { numerator: 2, denominator: 3 }));
        assert_eq!((Share::new(1, 0), Share::new(i64::MAX, 1).unwrap().scored()), (None, None));
    }
}
