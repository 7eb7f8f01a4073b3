//! Median months from signing to start (签约到开工的中位月数).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::{
    AnyValue, Column, DataType, Expr, Field, PlSmallStr, PolarsResult, Scalar, apply_multiple,
};
use store::expr::AsExpr;

use crate::marks::{MONTHS_FOLLOWED, START_SEEN};
use crate::survival::kaplan_meier::kaplan_meier;
use crate::survival::quantiles::age_reached;
use crate::survival::risk_sets::{Followed, risk_sets};

/// Median months to start (签约到开工的中位月数).
pub const METRIC: Metric = Metric {
    name: CohortMetric::median_months_to_start().name,
    zh: "签约到开工的中位月数",
    en: "median months to start",
    formula: "Kaplan–Meier median of the months from signing to start; projects not started or terminated are censored",
    unit: CohortMetric::median_months_to_start().unit,
    population: "projects in scope with a known month of signing, less those that the policy drops",
    missing: "when the curve ends above one half, or no month of signing is known",
    source: "Kaplan and Meier 1958, J. Am. Stat. Assoc. 53: 457–481; midpoint rule for the median",
};

/// The Kaplan–Meier median of the months followed, where `start_seen` says who had the event.
///
/// Unit: months, whole or half. Missing: when the curve ends above one half. A project without months is left out.
pub fn median_months_to_start(months_followed: Expr, start_seen: Expr) -> Expr {
    apply_multiple(median_of_group, [months_followed, start_seen], float64_field, true)
}

/// The same from the marks of a cut.
pub fn figure() -> Expr {
    median_months_to_start(MONTHS_FOLLOWED.expr(), START_SEEN.expr())
}

fn median_of_group(columns: &mut [Column]) -> PolarsResult<Column> {
    let median = match columns {
        [months, seen] => {
            let projects = months.i64()?.iter().zip(seen.bool()?.iter());
            median_of(projects.filter_map(|(months, seen)| Some((months?, seen?))))
        }
        _ => None,
    };
    let value = median.map_or(AnyValue::Null, AnyValue::Float64);
    Ok(Column::new_scalar(PlSmallStr::from_static(METRIC.name), Scalar::new(DataType::Float64, value), 1))
}

/// The median of projects, each with its months followed and whether its start has been seen.
pub fn median_of(projects: impl Iterator<Item = (i64, bool)>) -> Option<f64> {
    let followed: Vec<Followed> = projects.map(|(months, seen)| followed_for(months, seen)).collect();
    age_reached(&kaplan_meier(&risk_sets(&followed)), 0.5)
}

/// Followed from signing on: the list of projects is complete by signing.
fn followed_for(months: i64, happened: bool) -> Followed {
    Followed { entry: None, exit: months as f64, happened }
}

fn float64_field(_: &polars::prelude::Schema, _: &[Field]) -> PolarsResult<Field> {
    Ok(Field::new(PlSmallStr::from_static(METRIC.name), DataType::Float64))
}
