//! So many of so many projects (占比).

use crate::not_estimable::NotEstimable;

/// `k` of `n` projects, where `n` is not 0 and `k` is at most `n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    k: u64,
    n: u64,
}

impl Share {
    /// `k` of `n`. Not estimable when `n` is 0 or below `k`.
    pub fn new(k: u64, n: u64) -> Result<Self, NotEstimable> {
        if n == 0 {
            return Err(NotEstimable::NoDenominator);
        }
        if k > n {
            return Err(NotEstimable::MoreHitsThanProjects);
        }
        Ok(Self { k, n })
    }

    /// The projects with the milestone, as a number for formulas.
    pub fn k(self) -> f64 {
        self.k as f64
    }

    /// All projects, as a number for formulas.
    pub fn n(self) -> f64 {
        self.n as f64
    }

    /// The projects with the milestone.
    pub fn n_with(self) -> u64 {
        self.k
    }

    /// The projects without it.
    pub fn n_without(self) -> u64 {
        self.n - self.k
    }

    /// `k` / `n`, 0 to 1.
    pub fn rate(self) -> f64 {
        self.k() / self.n()
    }

    /// No project has the milestone.
    pub fn is_none(self) -> bool {
        self.k == 0
    }

    /// Every project has the milestone.
    pub fn is_all(self) -> bool {
        self.k == self.n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_needs_a_denominator() {
        assert_eq!(Share::new(0, 0), Err(NotEstimable::NoDenominator));
        assert_eq!(Share::new(2, 1), Err(NotEstimable::MoreHitsThanProjects));
        let share = Share::new(128, 207).unwrap();
        assert_eq!((share.rate(), share.n_without()), (128.0 / 207.0, 79));
        assert!(Share::new(0, 1).unwrap().is_none() && Share::new(1, 1).unwrap().is_all());
    }
}
