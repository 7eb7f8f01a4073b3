//! Which editions become lines (届次取舍): the newest, in order, and how many are left out.

use crate::charts::palette::LOOKS;
use crate::figures::ALL;

/// The editions that are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editions<'a> {
    /// Their names, in order; `all` alone where there is no edition.
    pub names: Vec<&'a str>,
    /// Older ones that are not drawn.
    pub n_left_out: usize,
}

/// The newest editions among the cohorts of some rows.
pub fn newest<'a>(cohorts: impl Iterator<Item = &'a str>) -> Editions<'a> {
    let mut names: Vec<&str> = cohorts.collect();
    names.sort_unstable();
    names.dedup();
    let has_editions = names.iter().any(|name| *name != ALL);
    names.retain(|name| (*name == ALL) != has_editions);
    let n_left_out = names.len().saturating_sub(LOOKS.len());
    Editions { names: names.split_off(n_left_out), n_left_out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cohorts: &[&str], names: &[&str], n_left_out: usize) {
        let editions = newest(cohorts.iter().copied());
        assert_eq!((editions.names.as_slice(), editions.n_left_out), (names, n_left_out));
    }

    #[test]
    fn the_newest_editions_are_drawn() {
        check(&["2022", "all", "2020", "2022"], &["2020", "2022"], 0);
        check(&["all"], &["all"], 0);
        check(&[], &[], 0);
        let many = ["2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019", "all"];
        check(&many, &["2014", "2015", "2016", "2017", "2018", "2019"], 2);
    }
}
