//! How often each pattern of levels occurs among pairs: all that learning looks at.

use std::collections::BTreeMap;

use crate::linkage::level::{Level, Pattern};

/// Patterns with the number of pairs that show them, in the order of the patterns: whatever is summed over them is
/// summed in that order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PatternCounts {
    counts: BTreeMap<Pattern, f64>,
}

impl PatternCounts {
    /// Counts the patterns of pairs.
    pub fn of(patterns: impl IntoIterator<Item = Pattern>) -> PatternCounts {
        let mut counts = PatternCounts::default();
        for pattern in patterns {
            counts.add(pattern, 1.0);
        }
        counts
    }

    /// Adds so many pairs of a pattern.
    pub fn add(&mut self, pattern: Pattern, n_pairs: f64) {
        *self.counts.entry(pattern).or_default() += n_pairs;
    }

    /// Each pattern and its number of pairs.
    pub fn iter(&self) -> impl Iterator<Item = (&[Level], f64)> {
        self.counts.iter().map(|(pattern, n_pairs)| (pattern.as_slice(), *n_pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::linkage::level::EXACT;

    #[test]
    fn patterns_are_counted_whatever_their_order() {
        let patterns = [vec![EXACT], vec![Level::At(1)], vec![EXACT]];
        let counts = PatternCounts::of(patterns.clone());
        assert_eq!(counts, PatternCounts::of(patterns.into_iter().rev()));
        assert_eq!(counts.iter().collect::<Vec<_>>(), [([EXACT].as_slice(), 2.0), (&[Level::At(1)], 1.0)]);
    }
}
