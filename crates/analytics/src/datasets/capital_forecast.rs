//! The dataset `capital_forecast` (资金预测): what is still to come up to the age of the oldest cohort, by ten methods.
//!
//! Five methods for whole editions and their sum in every month, and for the other dimensions in the last month; five
//! further ones for whole editions in the last month. The ladder uses the cells that
//! all projects of a cohort have reached, so that a cohort is never forecast from part of it. Nothing stands in for a
//! figure that cannot be estimated: with three yearly cohorts by month most spreads of the ladder are not, and the note
//! says so. Limits are those of Mack 1993: what is to come is taken as lognormal.

use std::collections::BTreeMap;

use model::datasets::capital_forecast::CapitalForecast;
use model::month::Month;

use crate::cut_key::ALL;
use crate::datasets::capital_ladder::CapitalLadder;
use crate::datasets::forecast_limits::limits_of_ultimate;
use crate::datasets::forecast_methods::{MethodForecast, OriginForecast, forecast_by_all_methods};
use crate::datasets::further_forecasts::forecast_by_further_methods;
use crate::not_estimable::NotEstimable;
use crate::profiles::CutProfile;
use crate::whole_numbers::nearest_yuan;

/// The note where earlier cells rest on fewer projects than the newest.
const COVERAGE_GROWS: &str = "coverage_grows";

/// Month, event, dimension and value: cohorts with these are forecast together.
type Together<'a> = (Month, &'a str, &'static str, &'a str);

/// The rows, sorted by key.
pub fn capital_forecast(profiles: &[CutProfile]) -> Vec<CapitalForecast> {
    let mut groups: BTreeMap<Together<'_>, Vec<&CutProfile>> = BTreeMap::new();
    for cut in profiles.iter().filter(|cut| !cut.key.is_all_editions()) {
        let together = (cut.month, cut.key.event.as_str(), cut.key.dimension, cut.key.value.as_str());
        groups.entry(together).or_default().push(cut);
    }
    let last = groups.keys().map(|(month, ..)| *month).max();
    let is_asked_more = |(month, _, dimension, _): &Together<'_>| Some(*month) == last && *dimension == ALL;
    let mut rows: Vec<CapitalForecast> = groups
        .iter()
        .flat_map(|(together, cohorts)| rows_of(together, cohorts, is_asked_more(together)))
        .collect();
    rows.sort_by(|left, right| key(left).cmp(&key(right)));
    rows
}

fn key(row: &CapitalForecast) -> (model::date::Date, &str, &str, &str, &str, &str) {
    (row.as_of, &row.event, &row.cohort, &row.dimension, &row.value, &row.method)
}

fn rows_of(together: &Together<'_>, cohorts: &[&CutProfile], is_asked_more: bool) -> Vec<CapitalForecast> {
    let Ok(ladder) = CapitalLadder::of(cohorts) else { return Vec::new() };
    let note = ladder.has_growing_coverage().then_some(COVERAGE_GROWS);
    let rows_of_method = |method: MethodForecast| {
        let row = |forecast: OriginForecast| row_of(together, &ladder, method.name, &forecast, note);
        method.forecasts.into_iter().map(row).collect::<Vec<_>>()
    };
    let mut methods = forecast_by_all_methods(&ladder);
    if is_asked_more {
        methods.extend(forecast_by_further_methods(&ladder));
    }
    methods.into_iter().flat_map(rows_of_method).collect()
}

fn row_of(
    together: &Together<'_>,
    ladder: &CapitalLadder,
    method: &str,
    forecast: &OriginForecast,
    note: Option<&str>,
) -> CapitalForecast {
    let (month, event, dimension, value) = *together;
    let to_come = forecast.to_come();
    let error = forecast.error.transpose();
    let known_error = error.ok().flatten();
    let lognormal = || limits_of_ultimate(to_come.ok()?, known_error?);
    let limits = forecast.drawn.filter(|_| known_error.is_some()).or_else(lognormal);
    let latest = forecast.latest.map(|latest| latest.capital);
    let limit = |at: Option<f64>| at.zip(latest.ok()).and_then(|(at, latest)| nearest_yuan(latest + at).ok());
    let ultimate = forecast.ultimate.and_then(nearest_yuan);
    let reason = ultimate.err().or(error.err());
    CapitalForecast {
        as_of: month.last_day(),
        event: event.to_owned(),
        cohort: forecast.cohort.clone(),
        dimension: dimension.to_owned(),
        value: value.to_owned(),
        method: method.to_owned(),
        latest_age_months: forecast.latest.ok().and_then(|latest| latest.age_months),
        ultimate_age_months: ladder.last_age(),
        latest_yuan: latest.and_then(nearest_yuan).ok(),
        ultimate_yuan: ultimate.ok(),
        to_come_yuan: to_come.and_then(nearest_yuan).ok(),
        standard_error_yuan: known_error.and_then(|error| nearest_yuan(error).ok()),
        low_yuan: limit(limits.map(|limits| limits.low)),
        high_yuan: limit(limits.map(|limits| limits.high)),
        n_links: forecast.n_links,
        note: reason.map(NotEstimable::code).or(note).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests;
