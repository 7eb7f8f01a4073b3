//! Suspended projects (停工项目数).

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::tallies::how_many;

/// Suspended (停工项目数).
pub const METRIC: Metric = Metric {
    name: CohortMetric::n_suspended().name,
    zh: "停工项目数",
    en: "suspended",
    formula: "count of suspended",
    unit: CohortMetric::n_suspended().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: 0 when there is none",
    source: "停工 as reported",
};

/// How many projects of a cut are suspended.
pub fn figure() -> Expr {
    how_many(ProjectMonth::suspended().expr())
}
