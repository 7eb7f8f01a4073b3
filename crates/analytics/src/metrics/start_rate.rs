//! Share of the projects that have started (开工率).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::quotient::quotient;

/// Start rate (开工率).
pub const METRIC: Metric = Metric {
    name: CohortMetric::start_rate().name,
    zh: "开工率",
    en: "start rate",
    formula: "n_started / n_projects",
    unit: CohortMetric::start_rate().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "when there is no project",
    source: "开工率: 已开工项目个数 / 项目总个数; built projects are included (渭南: (18 + 180) / 292)",
};

/// Share of the projects that have started or are in production.
///
/// Unit: share, 0 to 1. Missing: when there is no project; zero means that none has started.
pub fn start_rate(n_started: Expr, n_projects: Expr) -> Expr {
    quotient(n_started, n_projects)
}

/// The same from the counts and sums of a cut.
pub fn figure() -> Expr {
    start_rate(CohortMetric::n_started().expr(), CohortMetric::n_projects().expr())
}
