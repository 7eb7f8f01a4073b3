//! The recipe (指标计算): the panel becomes the figures of every month, event, edition and dimension.

use model::datasets::cohort_metrics::CohortMetric;
use model::policy::{Policy, Scope};
use model::row::Row;
use polars::prelude::{Expr, LazyFrame, SortMultipleOptions, UnionArgs, concat};
use store::expr::AsExpr;

use crate::cuts::{CUT_KEY, cut_by, cuts};
use crate::error::AnalyticsError;
use crate::marks::mark_project_months;
use crate::metrics::{counted_figures, derived_figures};
use crate::population::keep_population;

/// The dataset `cohort_metrics`, planned.
///
/// In: `project_months`, in any order. Out: one row for each key of `cohort_metrics` that has a project, sorted by
/// the key, in the declared columns. Missing: as each metric declares.
pub fn cohort_metrics(
    project_months: LazyFrame,
    policy: &Policy,
    scope: &Scope,
) -> Result<LazyFrame, AnalyticsError> {
    let marked = mark_project_months(project_months, policy)?;
    let population = keep_population(marked, policy, scope).cache();
    let parts: Vec<LazyFrame> = cuts().map(|cut| count(cut_by(population.clone(), &cut))).collect();
    let counted = concat(parts, UnionArgs::default())?;
    Ok(in_declared_form(counted.with_columns(derived_figures())))
}

/// Counts and sums the projects of each cut.
///
/// In: any number of rows a key. Out: one row a key, in any order.
fn count(cut: LazyFrame) -> LazyFrame {
    let key: Vec<Expr> = CUT_KEY.iter().map(AsExpr::expr).collect();
    cut.group_by(key).agg(counted_figures())
}

/// The declared columns in their order, sorted by key: the order of groups is not promised.
fn in_declared_form(figures: LazyFrame) -> LazyFrame {
    let declared: Vec<Expr> = CohortMetric::DATASET.columns.iter().map(AsExpr::expr).collect();
    let key: Vec<Expr> = CUT_KEY.iter().map(AsExpr::expr).collect();
    figures.select(declared).sort_by_exprs(key, SortMultipleOptions::default())
}

#[cfg(test)]
mod tests;
