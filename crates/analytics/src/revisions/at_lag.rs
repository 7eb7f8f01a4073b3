//! The revision of each figure so many months after it was first published (首次公布后若干月的修订).

use std::collections::BTreeMap;

/// One figure at one vintage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vintage {
    /// The month that the figure is about, as 12 · year + month.
    pub period: i32,
    /// The month up to which returns were known.
    pub known_at: i32,
    /// The figure, in its unit.
    pub value: f64,
}

/// One figure, first published and later.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Revision {
    /// The month that it is about.
    pub period: i32,
    /// As first published.
    pub first: f64,
    /// As known so many months later.
    pub later: f64,
}

impl Revision {
    /// Later less first.
    pub fn amount(&self) -> f64 {
        self.later - self.first
    }
}

/// The revisions at `lag_months` after first publication, by period. A period whose lag has not passed yet (no vintage
/// of any period is that new) has none; a period that was not published again kept its figure.
pub fn revisions_at(vintages: &[Vintage], lag_months: i32) -> Vec<Revision> {
    let mut by_period: BTreeMap<i32, Vec<Vintage>> = BTreeMap::new();
    for vintage in vintages.iter().filter(|vintage| vintage.value.is_finite()) {
        by_period.entry(vintage.period).or_default().push(*vintage);
    }
    let newest = vintages.iter().map(|vintage| vintage.known_at).max();
    let revision = |(period, vintages): (i32, Vec<Vintage>)| {
        let first = vintages.iter().min_by_key(|vintage| vintage.known_at)?;
        let end = first.known_at.checked_add(lag_months)?;
        let until_then = vintages.iter().filter(|vintage| vintage.known_at <= end);
        let later = until_then.max_by_key(|vintage| vintage.known_at)?;
        (end <= newest?).then_some(Revision { period, first: first.value, later: later.value })
    };
    by_period.into_iter().filter_map(revision).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lag_that_has_not_passed_gives_no_revision() {
        let vintage = |period, known_at, value| Vintage { period, known_at, value };
        let vintages = [
            vintage(1, 1, 10.0),
            vintage(1, 2, 12.0),
            vintage(1, 4, 13.0),
            vintage(2, 2, 20.0),
            vintage(3, 4, 30.0),
            vintage(4, 4, f64::NAN),
        ];
        let revision = |period, first, later| Revision { period, first, later };
        assert_eq!(revisions_at(&vintages, 1), [revision(1, 10.0, 12.0), revision(2, 20.0, 20.0)]);
        assert_eq!(revisions_at(&vintages, 3), [revision(1, 10.0, 13.0)]);
        assert_eq!(revisions_at(&vintages, 12), []);
        assert_eq!(revisions_at(&[], 1), []);
    }
}
