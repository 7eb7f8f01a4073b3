//! What each project adds to a figure (贡献): the plain twin of what the engine counts, project by project.
//!
//! The engine counts a cut without naming who is in it; here every project of it stands by itself. A test holds both
//! together: for every metric, event, edition and value, what the projects add up to is the figure.

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::date::Date;
use model::month::Month;
use model::policy::{Policy, Scope};

use crate::cut_key::{ALL, UNKNOWN};
use crate::panel::{Panel, PanelMonth};

/// A project of the population in one month, and what the metrics ask of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contribution<'a> {
    /// Its month.
    pub row: &'a ProjectMonth,
    /// The month before it, where the panel has one.
    pub before: Option<&'a ProjectMonth>,
    /// It counts as started.
    pub started: bool,
    /// It counts as started for the first month.
    pub newly_started: bool,
    /// Its start has been seen by this month.
    pub start_seen: bool,
    /// Months from signing to the start, or to the end of what is known.
    pub months_followed: Option<i64>,
}

/// Everybody who is counted in a month, sorted by project.
pub fn contributions<'a>(
    rows: &'a [ProjectMonth],
    month: Date,
    policy: &Policy,
    scope: &Scope,
) -> Vec<Contribution<'a>> {
    let panel = Panel::new(rows, policy, scope);
    let mut sorted: Vec<&ProjectMonth> = rows.iter().collect();
    sorted.sort_by(|a, b| (&a.project_id, a.as_of).cmp(&(&b.project_id, b.as_of)));
    let paired: Vec<(&ProjectMonth, &PanelMonth)> = sorted.into_iter().zip(&panel.months).collect();
    let histories = paired.chunk_by(|left, right| left.1.project == right.1.project);
    histories.filter_map(|history| of_history(history, month)).collect()
}

fn of_history<'a>(history: &[(&'a ProjectMonth, &PanelMonth)], month: Date) -> Option<Contribution<'a>> {
    let place = history.iter().position(|(row, _)| row.as_of == month)?;
    let (row, own) = history.get(place)?;
    if !own.counted {
        return None;
    }
    let before = place.checked_sub(1).and_then(|place| history.get(place));
    let terminated = history.iter().filter(|(row, _)| row.terminated);
    let terminated_at = terminated.filter_map(|(row, _)| row.months_since_signing).min();
    let start_seen = own.start_month.is_some_and(|start| start <= own.month);
    Some(Contribution {
        row,
        before: before.map(|(row, _)| *row),
        started: own.started,
        newly_started: own.started && before.is_none_or(|(_, before)| !before.started),
        start_seen,
        months_followed: months_followed(row, start_seen, terminated_at),
    })
}

/// To the start where it has been seen, else to the termination, else to this month. Never below 0.
fn months_followed(row: &ProjectMonth, start_seen: bool, terminated_at: Option<i32>) -> Option<i64> {
    let age = row.months_since_signing.map(i64::from);
    let months = if start_seen {
        let since = i64::from(Month::of(row.as_of).index()) - i64::from(Month::of(row.start_month?).index());
        age.map(|age| age - since)
    } else if row.terminated {
        terminated_at.map(i64::from)
    } else {
        age
    };
    months.map(|months| months.max(0))
}

impl Contribution<'_> {
    /// What the project adds to a counted or summed figure of `cohort_metrics`; nothing where the name is none of
    /// these. An amount that is not known adds 0.
    pub fn amount(&self, figure: &str) -> Option<i64> {
        let row = self.row;
        let is = |name: &str| figure == name;
        Some(match () {
            () if is(CohortMetric::n_projects().name) => 1,
            () if is(CohortMetric::n_started().name) => i64::from(self.started),
            () if is(CohortMetric::n_production().name) => i64::from(row.in_production == Some(true)),
            () if is(CohortMetric::n_suspended().name) => i64::from(row.suspended),
            () if is(CohortMetric::n_terminated().name) => i64::from(row.terminated),
            () if is(CohortMetric::n_unreported().name) => i64::from(!row.reported),
            () if is(CohortMetric::contract_yuan().name) => row.contract_yuan.unwrap_or(0),
            () if is(CohortMetric::contract_started_yuan().name) && !self.started => 0,
            () if is(CohortMetric::contract_started_yuan().name) => row.contract_yuan.unwrap_or(0),
            () if is(CohortMetric::capital_yuan().name) => row.capital_cumulative_yuan.unwrap_or(0),
            () if is(CohortMetric::capital_month_yuan().name) => row.capital_month_yuan.unwrap_or(0),
            () if is(CohortMetric::new_started().name) => i64::from(self.newly_started),
            () if is(NOT_TERMINATED) => i64::from(!row.terminated),
            () => return None,
        })
    }

    /// Whether a cut of `cohort_metrics` counts it: `all` stands for every edition and for the whole.
    pub fn is_in(&self, event: &str, cohort: &str, (dimension, value): (&str, &str)) -> bool {
        let row = self.row;
        let named = |text: &Option<String>, wanted: &str| text.as_deref().unwrap_or(UNKNOWN) == wanted;
        named(&row.event, event)
            && (cohort == ALL || named(&row.cohort, cohort))
            && (dimension == ALL || value_of(row, dimension) == Some(value))
    }
}

/// The value of a dimension of `cohort_metrics` in a month; nothing where there is no such dimension.
pub fn value_of<'a>(row: &'a ProjectMonth, dimension: &str) -> Option<&'a str> {
    let text = match dimension {
        "unit" => &row.unit_code,
        "unit_group" => &row.unit_group,
        "industry" => &row.industry_code,
        "size_band" => &row.size_band,
        "investor_origin" => &row.investor_origin,
        _ => return None,
    };
    Some(text.as_deref().unwrap_or(UNKNOWN))
}

/// Projects that are not terminated: what the fulfilment rate has above its line.
pub const NOT_TERMINATED: &str = "n_not_terminated";

/// How a figure is made of what the projects add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Composition {
    /// Their sum.
    Sum(&'static str),
    /// One sum over another.
    Quotient(&'static str, &'static str),
    /// The median of the months followed.
    Median,
}

/// How a metric of `cohort_metrics` is made; nothing where there is no such metric.
pub fn composition(metric: &str) -> Option<Composition> {
    let summed = crate::metrics::METRICS.iter().map(|known| known.name).find(|name| *name == metric)?;
    let (started, projects) = (CohortMetric::n_started().name, CohortMetric::n_projects().name);
    let contract = CohortMetric::contract_yuan().name;
    Some(match metric {
        "start_rate" | "start_rate_low" | "start_rate_high" => Composition::Quotient(started, projects),
        "start_rate_by_value" => Composition::Quotient(CohortMetric::contract_started_yuan().name, contract),
        "production_rate" => Composition::Quotient(CohortMetric::n_production().name, projects),
        "fulfilment_rate" => Composition::Quotient(NOT_TERMINATED, projects),
        "capital_rate" => Composition::Quotient(CohortMetric::capital_yuan().name, contract),
        "median_months_to_start" => Composition::Median,
        _ => Composition::Sum(summed),
    })
}

#[cfg(test)]
mod tests;
