//! Picks units and limits of the funnel (取点): units of equal size and rate together, limits by number of projects.

use std::collections::BTreeMap;

use model::datasets::rankings::Ranking;
use model::date::Date;

use crate::charts::palette::LOOKS;
use crate::figures::ALL;

/// One group of units with its funnel.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    /// Its name, or `all`.
    pub name: &'a str,
    /// Its dots.
    pub dots: Vec<Dot<'a>>,
    /// Its limits, by number of projects.
    pub limits: Vec<Limit>,
}

/// Units with the same number of projects and the same rate: they stand on one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot<'a> {
    /// Number of projects.
    pub n: i64,
    /// The start rate.
    pub rate: f64,
    /// The units.
    pub units: Vec<&'a Ranking>,
}

/// The limits at a number of projects.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limit {
    /// Number of projects.
    pub n: i64,
    /// 95 %: lower and upper.
    pub of_95: (f64, f64),
    /// 99.8 %: lower and upper.
    pub of_998: (f64, f64),
}

/// All units in one funnel; where that is not given, one funnel a group.
pub fn groups(rankings: &[Ranking], as_of: Date) -> Vec<Group<'_>> {
    let mut by_group: BTreeMap<&str, Vec<&Ranking>> = BTreeMap::new();
    for row in rankings.iter().filter(|row| row.as_of == as_of && row.metric == "start_rate") {
        by_group.entry(row.group.as_str()).or_default().push(row);
    }
    if let Some(all) = by_group.remove(ALL) {
        by_group = BTreeMap::from([(ALL, all)]);
    }
    let groups = by_group.into_iter().take(LOOKS.len());
    let groups = groups.map(|(name, rows)| Group { name, dots: dots(&rows), limits: limits(&rows) });
    groups.filter(|group| !group.dots.is_empty()).collect()
}

fn dots<'a>(rows: &[&'a Ranking]) -> Vec<Dot<'a>> {
    let mut dots: Vec<Dot<'a>> = Vec::new();
    for row in rows {
        let Some(rate) = row.value.filter(|rate| row.n > 0 && is_share(rate)) else { continue };
        match dots.iter_mut().find(|dot| dot.n == row.n && (dot.rate - rate).abs() < 1e-9) {
            Some(dot) => dot.units.push(row),
            None => dots.push(Dot { n: row.n, rate, units: vec![row] }),
        }
    }
    dots.sort_by(|one, other| one.n.cmp(&other.n).then(one.rate.total_cmp(&other.rate)));
    dots
}

fn limits(rows: &[&Ranking]) -> Vec<Limit> {
    let mut by_size: BTreeMap<i64, Limit> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.n > 0) {
        let pair = |low: Option<f64>, high: Option<f64>| low.filter(is_share).zip(high.filter(is_share));
        let both = pair(row.low_95, row.high_95).zip(pair(row.low_998, row.high_998));
        if let Some((of_95, of_998)) = both {
            by_size.entry(row.n).or_insert(Limit { n: row.n, of_95, of_998 });
        }
    }
    by_size.into_values().collect()
}

fn is_share(value: &f64) -> bool {
    (0.0..=1.0).contains(value)
}

/// How surprising a verdict is: 2 beyond 99.8 %, 1 beyond 95 %, 0 else.
pub fn surprise(row: &Ranking) -> u8 {
    match row.verdict.as_deref() {
        Some("far_below" | "far_above") => 2,
        Some("below" | "above") => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::ranking;

    fn july() -> Date {
        "2023-07-31".parse().unwrap()
    }

    #[test]
    fn units_on_one_place_are_one_dot() {
        let rows = [ranking("A", 2, 0.5), ranking("B", 2, 0.5), ranking("C", 9, 0.5), ranking("D", 0, 0.5)];
        let groups = groups(&rows, july());
        let dots: Vec<(i64, usize)> =
            groups.iter().flat_map(|group| group.dots.iter().map(|dot| (dot.n, dot.units.len()))).collect();
        assert_eq!(dots, [(2, 2), (9, 1)]);
    }

    #[test]
    fn groups_stand_in_only_where_the_whole_is_missing() {
        let of_group = |name: &str| Ranking { group: name.to_owned(), ..ranking("A", 2, 0.5) };
        let names = |rows: &[Ranking]| {
            groups(rows, july()).iter().map(|group| group.name.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names(&[of_group("乙"), of_group("甲"), of_group("all")]), ["all"]);
        assert_eq!(names(&[of_group("乙"), of_group("甲")]), ["乙", "甲"]);
    }

    #[test]
    fn what_is_no_share_is_not_drawn() {
        let rows = [ranking("A", 2, f64::NAN), ranking("B", 2, 1.5)];
        assert!(groups(&rows, july()).is_empty());
    }
}
