//! Picks rows of `cohort_metrics` (取数): which month, which event, which dimension. Nothing is computed.

use std::collections::BTreeSet;

use model::datasets::cohort_metrics::CohortMetric;
use model::date::Date;

/// The edition, and the value of a dimension, that stand for the whole.
pub const ALL: &str = "all";

/// The last month of the figures.
pub fn last_month(metrics: &[CohortMetric]) -> Option<Date> {
    metrics.iter().map(|metric| metric.as_of).max()
}

/// The events of the figures, in order.
pub fn events(metrics: &[CohortMetric]) -> Vec<&str> {
    let names: BTreeSet<&str> = metrics.iter().map(|metric| metric.event.as_str()).collect();
    names.into_iter().collect()
}

/// The editions of one event that stand by themselves, in order.
pub fn editions<'a>(metrics: &'a [CohortMetric], as_of: Date, event: &str) -> Vec<&'a str> {
    let of_event = at(metrics, as_of).filter(|metric| metric.event == event && metric.dimension == ALL);
    let names: BTreeSet<&str> = of_event.map(|metric| metric.cohort.as_str()).collect();
    names.into_iter().filter(|name| *name != ALL).collect()
}

/// The rows of one month.
pub fn at(metrics: &[CohortMetric], as_of: Date) -> impl Iterator<Item = &CohortMetric> {
    metrics.iter().filter(move |metric| metric.as_of == as_of)
}

/// The row of a whole: all editions of an event together, in one month.
pub fn whole<'a>(metrics: &'a [CohortMetric], as_of: Date, event: &str) -> Option<&'a CohortMetric> {
    at(metrics, as_of).find(|metric| metric.event == event && metric.dimension == ALL && metric.cohort == ALL)
}

/// The event with the most projects in a month, by name where several have as many.
pub fn main_event(metrics: &[CohortMetric], as_of: Date) -> Option<&str> {
    let wholes = events(metrics).into_iter().filter_map(|event| whole(metrics, as_of, event));
    let largest = wholes.reduce(|best, next| if next.n_projects > best.n_projects { next } else { best });
    largest.map(|metric| metric.event.as_str())
}
