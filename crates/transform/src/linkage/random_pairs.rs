//! Pairs drawn by chance with a stated seed: they show how often records agree that have nothing to do with each other.

use crate::linkage::record_pairs::RecordPairs;

/// The seed of the draw. Another one draws other pairs; results hardly change.
pub const SEED: u64 = 1969;

/// How many pairs are drawn: an agreement that strangers show four times in a million is seen once. Where there are no
/// more pairs than that, all are taken and nothing is left to chance. Unit: pairs.
pub const N_DRAWN: usize = 250_000;

/// Places of pairs, drawn with replacement, or all of them where they are few. Depends on the records' own order
/// only, never on the order of the input.
pub fn random_pairs<R>(records: &RecordPairs<'_, R>) -> Vec<(usize, usize)> {
    let (n_left, n_right) = (records.left.len(), records.right.len());
    if records.n_pairs() <= N_DRAWN {
        let all = (0..n_left).flat_map(|left| (0..n_right).map(move |right| (left, right)));
        return all.filter(|(left, right)| records.is_pair(*left, *right)).collect();
    }
    let mut draw = Draw { state: SEED };
    let mut pairs = Vec::with_capacity(N_DRAWN);
    while pairs.len() < N_DRAWN {
        let (left, right) = (draw.below(n_left), draw.below(n_right));
        if records.is_pair(left, right) {
            pairs.push((left, right));
        }
    }
    pairs
}

/// A generator of even numbers: `SplitMix64` (Steele, Lea & Flood 2014).
struct Draw {
    state: u64,
}

impl Draw {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound: the high half of a product (Lemire 2019), whose bias is nought at such sizes.
    fn below(&mut self, bound: usize) -> usize {
        let high = (u128::from(self.next()) * bound as u128) >> 64;
        usize::try_from(high).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_pairs_are_all_taken() {
        let check = |records: &[u32], expected: &[(usize, usize)]| {
            assert_eq!(random_pairs(&RecordPairs::within(records)), expected);
        };
        check(&[], &[]);
        check(&[7], &[]);
        check(&[7, 7, 9], &[(0, 1), (0, 2), (1, 2)]);
    }

    #[test]
    fn many_pairs_are_drawn_evenly_and_always_the_same() {
        let records: Vec<u32> = (0..1_500).collect();
        let drawn = random_pairs(&RecordPairs::within(&records));
        assert_eq!(drawn, random_pairs(&RecordPairs::within(&records)));
        assert_eq!(drawn.len(), N_DRAWN);
        assert!(drawn.iter().all(|(left, right)| left < right && *right < 1_500));
        let n_low = drawn.iter().filter(|(_, right)| *right < 750).count();
        assert!((61_500..63_500).contains(&n_low), "a quarter of the pairs lies in the lower half: {n_low}");
    }

    #[test]
    fn the_generator_is_the_published_one() {
        let mut draw = Draw { state: 1_234_567 };
        assert_eq!(draw.next(), 6_457_827_717_110_365_317);
        assert_eq!(draw.next(), 3_203_168_211_198_807_973);
    }
}
