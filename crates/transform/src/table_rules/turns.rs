//! Who speaks for a project in a month (整体与分项交替): the whole or its parts, whichever was reported last.

use std::collections::{BTreeMap, BTreeSet};

use crate::projects::KnownProject;
use crate::table_rules::facts::Fact;

/// In so many months whole and part must have been reported beside each other before neither replaces the other: a
/// real phase, not a row that was left in when the form changed.
const MONTHS_BESIDE: usize = 2;

/// The months in which a project was reported, and those in which its other side was: the parts of a whole, the whole
/// of a part.
#[derive(Debug, Clone, Default)]
pub struct Turns {
    own: BTreeSet<i32>,
    other: BTreeSet<i32>,
}

impl Turns {
    /// The first month in which it was reported.
    pub fn first(&self) -> Option<i32> {
        self.own.first().copied()
    }

    /// Whether it speaks in a month: its other side has not been reported since, or the two stand beside each other.
    /// What is reported later changes nothing.
    pub fn speaks_in(&self, month: i32) -> bool {
        let latest = |months: &BTreeSet<i32>| months.range(..=month).next_back().copied();
        let Some(other) = latest(&self.other) else { return true };
        latest(&self.own) >= Some(other) || self.stands_beside(month)
    }

    fn stands_beside(&self, month: i32) -> bool {
        let both = self.own.intersection(&self.other).take_while(|both| **both <= month);
        both.take(MONTHS_BESIDE).count() == MONTHS_BESIDE
    }
}

/// The turns of every project and part that was reported, or whose parts were.
pub fn turns<'a>(known: &'a BTreeMap<String, KnownProject>, facts: &'a [Fact]) -> BTreeMap<&'a str, Turns> {
    let mut turns: BTreeMap<&str, Turns> = BTreeMap::new();
    for Fact { project_id, month, .. } in facts {
        turns.entry(project_id).or_default().own.insert(*month);
    }
    for (part, known_part) in known {
        let whole = known_part.project.counted_project_id.as_str();
        if whole == part {
            continue;
        }
        let months_of = |id: &str| turns.get(id).map(|turns| turns.own.clone()).unwrap_or_default();
        let (of_whole, of_part) = (months_of(whole), months_of(part));
        turns.entry(part).or_default().other = of_whole;
        turns.entry(whole).or_default().other.extend(of_part);
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The months up to the tenth in which a side speaks.
    fn check(own: &[i32], other: &[i32], expected: &[i32]) {
        let turns = Turns { own: own.iter().copied().collect(), other: other.iter().copied().collect() };
        let first = turns.first().unwrap_or(1);
        let spoken: Vec<i32> = (first..=10).filter(|month| turns.speaks_in(*month)).collect();
        assert_eq!(spoken, expected, "{own:?} beside {other:?}");
    }

    #[test]
    fn the_side_that_was_reported_last_speaks() {
        check(&[1, 2], &[], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        check(&[1, 2], &[4, 5], &[1, 2, 3]);
        check(&[4, 5], &[1, 2], &[4, 5, 6, 7, 8, 9, 10]);
        check(&[1, 6], &[3, 8], &[1, 2, 6, 7]);
        check(&[3, 8], &[1, 6], &[3, 4, 5, 8, 9, 10]);
        check(&[], &[4], &[1, 2, 3]);
    }

    #[test]
    fn sides_that_stand_beside_each_other_for_months_both_go_on() {
        check(&[1, 2, 3], &[2, 3, 4, 5], &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        check(&[2, 3, 6], &[2, 3, 4, 8], &[2, 3, 4, 5, 6, 7, 8, 9, 10]);
        check(&[1, 2, 3], &[3, 4], &[1, 2, 3]);
        check(&[3], &[1, 3, 5], &[3, 4]);
        check(&[3], &[1, 3], &[3, 4, 5, 6, 7, 8, 9, 10]);
    }
}
