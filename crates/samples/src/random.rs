//! A small deterministic source of chance (SplitMix64): the same parts give the same sequence on every machine.

/// A sequence of pseudo-random numbers.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Random {
    /// The sequence that belongs to these numbers, in this order.
    pub(crate) fn of(parts: &[u64]) -> Random {
        let mut random = Random(STEP);
        for part in parts {
            random.0 ^= part.wrapping_mul(0xff51_afd7_ed55_8ccd);
            random.0 = random.number();
        }
        random
    }

    /// The next 64 bits.
    pub(crate) const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, 0 when `bound` is 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let wide = u128::from(self.number()) * bound as u128;
        (wide >> 64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = usize::try_from(high.saturating_sub(low).saturating_add(1)).unwrap_or(0);
        low + self.below(width) as i64
    }

    /// True in so many of a thousand cases.
    pub(crate) fn chance(&mut self, per_thousand: u32) -> bool {
        self.below(1000) < per_thousand as usize
    }

    /// One of the choices, the default of its type when there is none.
    pub(crate) fn pick<T: Copy + Default>(&mut self, choices: &[T]) -> T {
        choices.get(self.below(choices.len())).copied().unwrap_or_default()
    }

    /// Puts a list into another order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for index in (1..list.len()).rev() {
            list.swap(index, self.below(index + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_parts_give_the_same_numbers_and_bounds_hold() {
        let (mut one, mut two) = (Random::of(&[1, 2]), Random::of(&[1, 2]));
        for bound in 1..500 {
            let drawn = one.below(bound);
            assert_eq!(drawn, two.below(bound));
            assert!(drawn < bound);
        }
        assert_ne!(Random::of(&[1, 2]).number(), Random::of(&[2, 1]).number());
        assert_eq!(one.below(0), 0);
        assert!((3..=5).contains(&one.between(3, 5)));
    }
}
