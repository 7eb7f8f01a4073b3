//! Share of the projects that are not terminated (履约率).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::quotient::quotient;

/// Fulfilment rate (履约率).
pub const METRIC: Metric = Metric {
    name: CohortMetric::fulfilment_rate().name,
    zh: "履约率",
    en: "fulfilment rate",
    formula: "(n_projects - n_terminated) / n_projects",
    unit: CohortMetric::fulfilment_rate().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "when there is no project",
    source: "履约率, first meaning (渭南: 291 of 292, one terminated)",
};

/// Share of the projects that are not terminated.
///
/// Unit: share, 0 to 1. Missing: when there is no project. Another use of the word, 履约 over 新签合同, is not this metric.
pub fn fulfilment_rate(n_projects: Expr, n_terminated: Expr) -> Expr {
    quotient(n_projects.clone() - n_terminated, n_projects)
}

/// The same from the counts and sums of a cut.
pub fn figure() -> Expr {
    fulfilment_rate(CohortMetric::n_projects().expr(), CohortMetric::n_terminated().expr())
}
