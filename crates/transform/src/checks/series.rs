//! Which values of a cumulative series cannot stand beside the others (累计数列): the longest run that never falls is
//! believed, what stands outside it is doubted.

/// Marks the values to be doubted. `follows(earlier, later)` says whether one value may come after another; the
/// longest chain of values that follow each other is believed, and of equally long ones the earliest.
pub fn doubted(length: usize, follows: &dyn Fn(usize, usize) -> bool) -> Vec<bool> {
    let mut best = vec![1_usize; length];
    let mut before: Vec<Option<usize>> = vec![None; length];
    for later in 0..length {
        for earlier in 0..later {
            if follows(earlier, later) && best[earlier] + 1 > best[later] {
                best[later] = best[earlier] + 1;
                before[later] = Some(earlier);
            }
        }
    }
    let mut doubted = vec![true; length];
    let longest = best.iter().copied().max().unwrap_or(0);
    let mut place = best.iter().position(|run| *run == longest);
    while let Some(kept) = place {
        doubted[kept] = false;
        place = before[kept];
    }
    doubted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[i64], expected: &[i64]) {
        let marks = doubted(values.len(), &|earlier, later| values[later] >= values[earlier]);
        let found: Vec<i64> =
            values.iter().zip(marks).filter(|(_, mark)| *mark).map(|(value, _)| *value).collect();
        assert_eq!(found, expected, "{values:?}");
    }

    #[test]
    fn spikes_and_falls_are_told_apart() {
        check(&[1, 2, 3], &[]);
        check(&[10, 10, 90, 12, 13], &[90]);
        check(&[90, 10, 11, 12], &[90]);
        check(&[10, 11, 5, 12], &[5]);
        check(&[10, 8], &[8]);
        check(&[], &[]);
    }
}
