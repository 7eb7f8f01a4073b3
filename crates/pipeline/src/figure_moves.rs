//! Which figures differ between two states of `cohort_metrics` (指标变动): the headline first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use analytics::cut_key::ALL;
use analytics::metrics::METRICS;
use model::datasets::cohort_metrics::CohortMetric;
use model::date::Date;
use model::row_values::{RowValue, row_value};

/// One figure that is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureMove {
    /// Name of the metric.
    pub metric: &'static str,
    /// The row before; nothing where nobody was counted.
    pub before: Option<CohortMetric>,
    /// The row after; nothing where nobody is counted.
    pub after: Option<CohortMetric>,
}

impl FigureMove {
    /// The row of either side.
    pub fn row(&self) -> Option<&CohortMetric> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// What it was.
    pub fn old(&self) -> RowValue {
        value_in(self.before.as_ref(), self.metric)
    }

    /// What it is.
    pub fn new_value(&self) -> RowValue {
        value_in(self.after.as_ref(), self.metric)
    }

    /// By how much it moved, where it is a whole number on both sides; nobody counted is 0.
    pub fn change(&self) -> Option<i64> {
        let whole = |value: RowValue, is_there: bool| match value {
            RowValue::Whole(number) => Some(number),
            _ if !is_there => Some(0),
            _ => None,
        };
        let before = whole(self.old(), self.before.is_some())?;
        whole(self.new_value(), self.after.is_some())?.checked_sub(before)
    }

    /// Whether it is about all projects of an event or of an edition.
    pub fn is_headline(&self) -> bool {
        self.row().is_some_and(|row| row.dimension == ALL)
    }
}

fn value_in(row: Option<&CohortMetric>, metric: &str) -> RowValue {
    row.and_then(|row| row_value(row, metric)).unwrap_or(RowValue::Missing)
}

/// Every figure that differs at the same month, the newest month first, the whole before its parts.
pub fn figure_moves(before: &[CohortMetric], after: &[CohortMetric]) -> Vec<FigureMove> {
    moves_of(paired(before, after, |row| key(row.as_of, row)))
}

/// Every figure that differs between a month of one state and a month of another.
pub fn figure_moves_between(
    (before, from): (&[CohortMetric], Date),
    (after, to): (&[CohortMetric], Date),
) -> Vec<FigureMove> {
    let of = |rows: &[CohortMetric], month: Date| -> Vec<CohortMetric> {
        rows.iter().filter(|row| row.as_of == month).cloned().collect()
    };
    moves_of(paired(&of(before, from), &of(after, to), |row| key(to, row)))
}

/// Newest month, then the whole, then all editions, then by name.
type Key = (Reverse<Date>, String, (bool, String), (bool, String), String);

fn key(as_of: Date, row: &CohortMetric) -> Key {
    let all_first = |text: &str| (text != ALL, text.to_owned());
    let (dimension, cohort) = (all_first(&row.dimension), all_first(&row.cohort));
    (Reverse(as_of), row.event.clone(), dimension, cohort, row.value.clone())
}

type Pair<'a> = (Option<&'a CohortMetric>, Option<&'a CohortMetric>);

fn paired<'a>(
    before: &'a [CohortMetric],
    after: &'a [CohortMetric],
    key: impl Fn(&CohortMetric) -> Key,
) -> BTreeMap<Key, Pair<'a>> {
    let mut pairs: BTreeMap<Key, Pair<'a>> = BTreeMap::new();
    for row in before {
        pairs.entry(key(row)).or_default().0 = Some(row);
    }
    for row in after {
        pairs.entry(key(row)).or_default().1 = Some(row);
    }
    pairs
}

fn moves_of(pairs: BTreeMap<Key, Pair<'_>>) -> Vec<FigureMove> {
    let mut moves = Vec::new();
    for (before, after) in pairs.into_values().filter(|(before, after)| !are_alike(*before, *after)) {
        for metric in METRICS.iter().map(|metric| metric.name) {
            let moved = FigureMove { metric, before: before.cloned(), after: after.cloned() };
            if moved.old() != moved.new_value() {
                moves.push(moved);
            }
        }
    }
    moves
}

/// Whether two rows are the same but for their month.
fn are_alike(before: Option<&CohortMetric>, after: Option<&CohortMetric>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => CohortMetric { as_of: before.as_of, ..after.clone() } == *before,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(as_of: &str, cohort: &str, dimension: &str, n_started: i64) -> CohortMetric {
        CohortMetric {
            as_of: as_of.parse().unwrap(),
            event: "智博会".to_owned(),
            cohort: cohort.to_owned(),
            dimension: dimension.to_owned(),
            value: if dimension == ALL { ALL } else { "U1" }.to_owned(),
            n_started,
            start_rate: Some(n_started as f64 / 10.0),
            ..CohortMetric::default()
        }
    }

    fn told(moves: &[FigureMove]) -> Vec<String> {
        let tell = |moved: &FigureMove| {
            let row = moved.row().unwrap();
            let sides = format!("{}→{}", moved.old(), moved.new_value());
            format!("{} {} {} {} {sides}", row.as_of, row.cohort, row.dimension, moved.metric)
        };
        moves.iter().map(tell).collect()
    }

    #[test]
    fn the_newest_month_and_the_whole_come_first() {
        let before = [
            row("2023-06-30", "all", "all", 5),
            row("2023-07-31", "2020", "all", 5),
            row("2023-07-31", "all", "all", 6),
            row("2023-07-31", "all", "unit", 6),
        ];
        let after: Vec<CohortMetric> =
            before.iter().map(|one| row(&one.as_of.to_string(), &one.cohort, &one.dimension, 7)).collect();
        let told = told(&figure_moves(&before, &after));
        assert_eq!(told[0], "2023-07-31 all all n_started 6→7");
        assert_eq!(told[2], "2023-07-31 2020 all n_started 5→7");
        assert_eq!(told[4], "2023-07-31 all unit n_started 6→7");
        assert_eq!(told[6], "2023-06-30 all all n_started 5→7");
        assert!(figure_moves(&before, &before).is_empty());
    }

    #[test]
    fn a_cut_that_is_new_came_from_nothing() {
        let moves = figure_moves(&[], &[row("2023-07-31", "2020", "all", 2)]);
        let started = moves.iter().find(|moved| moved.metric == "n_started").unwrap();
        assert_eq!((started.old(), started.change()), (RowValue::Missing, Some(2)));
    }

    #[test]
    fn two_months_are_set_side_by_side() {
        let rows = [row("2023-06-30", "all", "all", 5), row("2023-07-31", "all", "all", 6)];
        let june = rows[0].as_of;
        let moves = figure_moves_between((&rows, june), (&rows, rows[1].as_of));
        assert_eq!(told(&moves)[0], "2023-07-31 all all n_started 5→6");
        assert!(figure_moves_between((&rows, june), (&rows, june)).is_empty());
    }
}
