//! The revisions of each figure over all months (修订统计): MR, MAR, RMAR and the test of the mean, 1, 3 and 12 months
//! after first publication.

use std::collections::BTreeMap;

use model::datasets::revision_summary::RevisionSummary;
use model::month::Month;

use crate::datasets::revisions::figures::Figure;
use crate::datasets::revisions::followed::{Followed, Place, values};
use crate::datasets::revisions::vintages::{Vintage, in_order};
use crate::not_estimable::NotEstimable;
use crate::revisions::at_lag::{Vintage as FigureAt, revisions_at};
use crate::revisions::statistics::{RevisionStatistics, revision_statistics};

/// Months after first publication at which revisions are summed up.
pub const LAGS: [i32; 3] = [1, 3, 12];

/// The dataset `revision_summary`, sorted by key. Vintages whose moment does not begin with a month are left out.
pub fn revision_summary(vintages: &[Vintage<'_>]) -> Vec<RevisionSummary> {
    let dated: Vec<Vintage<'_>> =
        vintages.iter().filter(|vintage| vintage.month().is_some()).copied().collect();
    let vintages = in_order(&dated);
    let known: Vec<i32> = vintages.iter().filter_map(Vintage::month).map(Month::index).collect();
    let followed = Followed::through(&vintages);
    let mut series: BTreeMap<(Place<'_>, Figure), Vec<FigureAt>> = BTreeMap::new();
    for (as_of, place) in followed.cohorts() {
        let (metrics, period) = (followed.metrics(as_of, place), Month::of(as_of).index());
        for figure in Figure::ALL {
            let at = |(vintage, value): (usize, Option<f64>)| {
                Some(FigureAt { period, known_at: *known.get(vintage)?, value: value? })
            };
            series
                .entry((place, figure))
                .or_default()
                .extend(values(figure, &metrics).into_iter().filter_map(at));
        }
    }
    let mut rows: Vec<RevisionSummary> =
        series.iter().flat_map(|((place, figure), figures)| summaries(*place, *figure, figures)).collect();
    rows.sort_by(|left, right| key(left).cmp(&key(right)));
    rows
}

fn key(row: &RevisionSummary) -> (&str, &str, &str, &str, &str, i32) {
    (&row.event, &row.cohort, &row.dimension, &row.value, &row.measure, row.lag_months)
}

fn summaries(place: Place<'_>, figure: Figure, figures: &[FigureAt]) -> Vec<RevisionSummary> {
    let at_lag = |lag: i32| {
        let statistics = revision_statistics(&revisions_at(figures, lag)).ok()?;
        Some(row(place, figure, lag, &statistics))
    };
    LAGS.into_iter().filter_map(at_lag).collect()
}

fn row(
    place: Place<'_>,
    figure: Figure,
    lag_months: i32,
    statistics: &RevisionStatistics,
) -> RevisionSummary {
    let [event, cohort, dimension, value] = place.map(str::to_owned);
    RevisionSummary {
        event,
        cohort,
        dimension,
        value,
        measure: figure.as_str().to_owned(),
        lag_months,
        n_periods: statistics.n_periods as i64,
        mean: statistics.mean,
        mean_absolute: statistics.mean_absolute,
        relative_mean_absolute: statistics.relative_mean_absolute.ok(),
        t: statistics.test.ok().map(|test| test.t),
        p: statistics.test.ok().map(|test| test.p_value),
        note: statistics.test.err().map(|reason: NotEstimable| reason.code().to_owned()),
    }
}
