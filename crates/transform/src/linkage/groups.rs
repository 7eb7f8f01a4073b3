//! Groups of records that are one thing, where a thing may have any number of records: whatever matches hang together.

use std::collections::BTreeMap;

/// The groups of two and more records that pairs join, also by way of a third record. Members ascend, and so do the
/// groups by their first member. A place of `n_records` or above is left out.
pub fn groups(n_records: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut first_members = FirstMembers { parents: (0..n_records).collect() };
    for (left, right) in pairs {
        first_members.join(left, right);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for record in 0..n_records {
        members.entry(first_members.of(record)).or_default().push(record);
    }
    members.into_values().filter(|group| group.len() > 1).collect()
}

/// A forest in which every record points to an earlier one of its group, or to itself as the first.
struct FirstMembers {
    parents: Vec<usize>,
}

impl FirstMembers {
    fn of(&self, record: usize) -> usize {
        let mut member = record;
        while let Some(parent) = self.parents.get(member).filter(|parent| **parent != member) {
            member = *parent;
        }
        member
    }

    fn join(&mut self, left: usize, right: usize) {
        if left.max(right) >= self.parents.len() {
            return;
        }
        let (left_first, right_first) = (self.of(left), self.of(right));
        let first = left_first.min(right_first);
        for record in [left, right, left_first, right_first] {
            if let Some(parent) = self.parents.get_mut(record) {
                *parent = first;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_that_hang_together_are_one_group() {
        let check = |n_records, pairs: &[(usize, usize)], expected: &[&[usize]]| {
            assert_eq!(groups(n_records, pairs.iter().copied()), expected);
            let turned = pairs.iter().rev().map(|(left, right)| (*right, *left));
            assert_eq!(groups(n_records, turned), expected, "the order must not count");
        };
        check(6, &[(0, 5), (5, 2), (3, 4)], &[&[0, 2, 5], &[3, 4]]);
        check(6, &[(4, 5), (2, 3), (3, 5), (0, 4)], &[&[0, 2, 3, 4, 5]]);
        check(3, &[(1, 1)], &[]);
        check(2, &[(0, 7)], &[]);
        check(0, &[], &[]);
    }
}
