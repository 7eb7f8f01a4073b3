//! Share of the projects that are in production (投产率).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::quotient::quotient;

/// Production rate (投产率).
pub const METRIC: Metric = Metric {
    name: CohortMetric::production_rate().name,
    zh: "投产率",
    en: "production rate",
    formula: "n_production / n_projects",
    unit: CohortMetric::production_rate().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "when there is no project",
    source: "投产率: in production over all",
};

/// Share of the projects that are in production.
///
/// Unit: share, 0 to 1. Missing: when there is no project.
pub fn production_rate(n_production: Expr, n_projects: Expr) -> Expr {
    quotient(n_production, n_projects)
}

/// The same from the counts and sums of a cut.
pub fn figure() -> Expr {
    production_rate(CohortMetric::n_production().expr(), CohortMetric::n_projects().expr())
}
