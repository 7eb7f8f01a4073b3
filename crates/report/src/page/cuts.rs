//! The cuts of the last month (统计分组): every row of `cohort_metrics` that a figure of the page can be opened for.

use std::collections::BTreeMap;

use model::datasets::cohort_metrics::CohortMetric;
use model::date::Date;

/// Event, edition, dimension, value.
pub type CutKey<'a> = (&'a str, &'a str, &'a str, &'a str);

/// The cuts, numbered in the order of their keys.
#[derive(Debug, Default)]
pub struct Cuts<'a> {
    rows: BTreeMap<CutKey<'a>, &'a CohortMetric>,
}

impl<'a> Cuts<'a> {
    /// The cuts of one month.
    pub fn of(metrics: &'a [CohortMetric], as_of: Date) -> Cuts<'a> {
        let rows = metrics.iter().filter(|row| row.as_of == as_of);
        Cuts { rows: rows.map(|row| (key(row), row)).collect() }
    }

    /// The number of a row; nothing for a row of another month.
    pub fn number(&self, row: &CohortMetric) -> Option<usize> {
        self.rows.contains_key(&key(row)).then(|| self.rows.range(..key(row)).count())
    }

    /// The rows in the order of their numbers.
    pub fn rows(&self) -> impl Iterator<Item = &'a CohortMetric> + '_ {
        self.rows.values().copied()
    }
}

fn key(row: &CohortMetric) -> CutKey<'_> {
    (&row.event, &row.cohort, &row.dimension, &row.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_are_numbered_as_they_are_listed() {
        let day: Date = "2023-07-31".parse().unwrap();
        let row = |value: &str| CohortMetric {
            as_of: day,
            dimension: "unit".to_owned(),
            value: value.to_owned(),
            ..CohortMetric::default()
        };
        let metrics = [row("b"), row("a")];
        let cuts = Cuts::of(&metrics, day);
        assert_eq!((cuts.number(&metrics[0]), cuts.number(&metrics[1])), (Some(1), Some(0)));
        assert_eq!(cuts.rows().map(|row| row.value.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(cuts.number(&row("c")), None);
    }
}
