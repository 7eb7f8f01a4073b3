//! Pairs records one to one: no record has two partners.
//!
//! Greedy: the heaviest pair is taken first, then the heaviest whose records are both still free, and so on. So no
//! two records that are not paired with each other would both be better off if they were (a stable matching), and a
//! doubtful pair never costs a certain one its place. Pairs of one weight are taken by the place of their left record,
//! then of their right record.

use crate::linkage::scored_pair::{ScoredPair, heaviest_first};

/// What was found for a left record.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// The pair it was given. Missing: when no pair is heavy enough, or the other records were taken.
    pub best: Option<ScoredPair>,
    /// The heaviest other pair of the record, taken or not. Missing: when there is none.
    pub runner_up: Option<ScoredPair>,
    /// The weights of the pairs that the best one shares a record with and whose other record stayed alone: it might
    /// have been them. Unit: bits. Empty: without a best pair.
    pub rivals: Vec<f64>,
}

/// Pairs records one to one, one choice for each of `n_left` left records. Pairs lighter than `least_weight` are not
/// taken, but may still be a runner-up or a rival. Each pair must be given once.
pub fn assign_one_to_one(pairs: &[ScoredPair], n_left: usize, least_weight: f64) -> Vec<Choice> {
    let mut ranked = pairs.to_vec();
    ranked.sort_by(heaviest_first);
    let taken = Taken::from(&ranked, least_weight);
    let mut choices = vec![Choice::default(); n_left];
    for pair in &ranked {
        if let Some(choice) = choices.get_mut(pair.left) {
            if taken.has(pair) {
                choice.best = Some(*pair);
            } else if choice.runner_up.is_none() {
                choice.runner_up = Some(*pair);
            }
        }
        if let Some(rivalled) = taken.left_record_rivalled_by(pair)
            && let Some(choice) = choices.get_mut(rivalled)
        {
            choice.rivals.push(pair.weight);
        }
    }
    choices
}

/// The pairs taken, from both sides. Missing: for a record that stays alone.
struct Taken {
    right_of_left: Vec<Option<usize>>,
    left_of_right: Vec<Option<usize>>,
}

impl Taken {
    fn from(ranked: &[ScoredPair], least_weight: f64) -> Taken {
        let size =
            |place: fn(&ScoredPair) -> usize| ranked.iter().map(place).max().map_or(0, |last| last + 1);
        let mut taken = Taken {
            right_of_left: vec![None; size(|pair| pair.left)],
            left_of_right: vec![None; size(|pair| pair.right)],
        };
        for pair in ranked.iter().filter(|pair| pair.weight >= least_weight) {
            if let (Some(right @ None), Some(left @ None)) =
                (taken.right_of_left.get_mut(pair.left), taken.left_of_right.get_mut(pair.right))
            {
                (*right, *left) = (Some(pair.right), Some(pair.left));
            }
        }
        taken
    }

    fn partners(&self, pair: &ScoredPair) -> (Option<usize>, Option<usize>) {
        let right = self.right_of_left.get(pair.left).copied().flatten();
        (right, self.left_of_right.get(pair.right).copied().flatten())
    }

    fn has(&self, pair: &ScoredPair) -> bool {
        self.partners(pair).0 == Some(pair.right)
    }

    /// The left record of the pair taken that this one rivals: exactly one of its two records stayed alone.
    fn left_record_rivalled_by(&self, pair: &ScoredPair) -> Option<usize> {
        match self.partners(pair) {
            (Some(_), None) => Some(pair.left),
            (None, Some(left)) => Some(left),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = (usize, usize, f64);

    fn choices(rows: &[Row], n_left: usize) -> Vec<Choice> {
        let pairs: Vec<ScoredPair> =
            rows.iter().map(|&(left, right, weight)| ScoredPair { left, right, weight }).collect();
        let choices = assign_one_to_one(&pairs, n_left, 0.0);
        let reversed: Vec<ScoredPair> = pairs.into_iter().rev().collect();
        assert_eq!(choices, assign_one_to_one(&reversed, n_left, 0.0), "the order must not count");
        choices
    }

    fn check(rows: &[Row], expected: &[(Option<usize>, Option<usize>, &[f64])]) {
        let place = |pair: Option<ScoredPair>| pair.map(|pair| pair.right);
        let found = choices(rows, expected.len());
        let found: Vec<_> = found
            .iter()
            .map(|choice| (place(choice.best), place(choice.runner_up), choice.rivals.as_slice()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn nobody_has_two_partners() {
        check(&[(0, 0, 9.0), (1, 0, 8.0)], &[(Some(0), None, &[8.0]), (None, Some(0), &[])]);
        check(
            &[(0, 0, 9.0), (0, 1, 8.0), (1, 0, 8.5), (1, 1, 2.0)],
            &[(Some(0), Some(1), &[]), (Some(1), Some(0), &[])],
        );
    }

    #[test]
    fn a_rival_is_a_free_record_only() {
        check(&[(0, 0, 9.0), (0, 1, 8.0)], &[(Some(0), Some(1), &[8.0])]);
        check(&[(0, 0, 9.0), (0, 1, 8.0), (1, 1, 8.5)], &[(Some(0), Some(1), &[]), (Some(1), None, &[])]);
        check(&[(0, 0, 9.0), (0, 1, -3.0)], &[(Some(0), Some(1), &[-3.0])]);
    }

    #[test]
    fn a_tie_goes_to_the_first_places() {
        check(&[(0, 1, 5.0), (0, 0, 5.0)], &[(Some(0), Some(1), &[5.0])]);
        check(
            &[(0, 0, 5.0), (0, 1, 5.0), (1, 0, 5.0), (1, 1, 5.0)],
            &[(Some(0), Some(1), &[]), (Some(1), Some(0), &[])],
        );
    }

    #[test]
    fn light_pairs_and_no_pairs_leave_records_alone() {
        check(&[(0, 0, -0.1)], &[(None, Some(0), &[])]);
        check(&[], &[(None, None, &[])]);
        check(&[], &[]);
    }
}
