//! Picks the start rates by month (取点): one line an edition, and the whole.

use model::datasets::cohort_metrics::CohortMetric;
use model::month::Month;

use crate::charts::editions::{Editions, newest};
use crate::figures::ALL;

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    /// The edition, or `all`.
    pub cohort: &'a str,
    /// Its months.
    pub points: Vec<MonthPoint>,
}

/// The start rate of one month, as the two numbers that make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthPoint {
    /// The month.
    pub month: Month,
    /// Projects that have started.
    pub n_started: i64,
    /// Projects.
    pub n_projects: i64,
}

/// The newest editions in order, the whole last where there are several; and how many older editions are left out.
pub fn lines<'a>(metrics: &'a [CohortMetric], event: &str) -> (Vec<Line<'a>>, usize) {
    let of_event: Vec<&CohortMetric> = metrics
        .iter()
        .filter(|row| row.event == event && row.dimension == ALL && row.value == ALL)
        .filter(|row| point(row).is_some())
        .collect();
    let Editions { mut names, n_left_out } = newest(of_event.iter().map(|row| row.cohort.as_str()));
    if names.len() > 1 {
        names.push(ALL);
    }
    let line = |cohort: &'a str| {
        let own = of_event.iter().filter(|row| row.cohort == cohort);
        let mut points: Vec<MonthPoint> = own.filter_map(|row| point(row)).collect();
        points.sort_by_key(|point| point.month);
        points.dedup_by_key(|point| point.month);
        Line { cohort, points }
    };
    let lines = names.into_iter().map(line).filter(|line| !line.points.is_empty());
    (lines.collect(), n_left_out)
}

/// A month with projects, of which not more have started than there are.
fn point(row: &CohortMetric) -> Option<MonthPoint> {
    let (n_started, n_projects) = (row.n_started, row.n_projects);
    let is_rate = n_projects > 0 && (0..=n_projects).contains(&n_started);
    is_rate.then(|| MonthPoint { month: Month::of(row.as_of), n_started, n_projects })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::metric;

    #[test]
    fn lines_are_editions_in_order_and_the_whole_last() {
        let rows = [
            metric("2023-07-31", "2022", 28, 63),
            metric("2023-07-31", "2021", 55, 84),
            metric("2023-06-30", "2021", 50, 84),
            metric("2023-07-31", "all", 83, 147),
            metric("2023-05-31", "2021", 0, 0),
        ];
        let (lines, n_left_out) = lines(&rows, "智博会");
        let found: Vec<(&str, Vec<i64>)> = lines
            .iter()
            .map(|line| (line.cohort, line.points.iter().map(|point| point.n_started).collect()))
            .collect();
        assert_eq!(found, [("2021", vec![50, 55]), ("2022", vec![28]), ("all", vec![83])]);
        assert_eq!(n_left_out, 0);
    }

    #[test]
    fn of_a_single_edition_the_whole_is_not_drawn_twice() {
        let rows = [metric("2023-07-31", "2021", 55, 84), metric("2023-07-31", "all", 55, 84)];
        let (lines, _) = lines(&rows, "智博会");
        assert_eq!(lines.iter().map(|line| line.cohort).collect::<Vec<_>>(), ["2021"]);
    }
}
