//! Projects in production (投产项目数).

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::tallies::how_many;

/// In production (投产项目数).
pub const METRIC: Metric = Metric {
    name: CohortMetric::n_production().name,
    zh: "投产项目数",
    en: "in production",
    formula: "count of in_production",
    unit: CohortMetric::n_production().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: 0 when there is none",
    source: "建成投产: built, accepted and formally in production, wholly or in part (wording of the statistical forms)",
};

/// How many projects of a cut are in production.
pub fn figure() -> Expr {
    how_many(ProjectMonth::in_production().expr())
}
