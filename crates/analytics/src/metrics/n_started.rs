//! Projects that have started or are in production (开工项目数).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::marks::COUNTS_AS_STARTED;
use crate::tallies::how_many;

/// Started or in production (开工项目数).
pub const METRIC: Metric = Metric {
    name: CohortMetric::n_started().name,
    zh: "开工项目数",
    en: "started or in production",
    formula: "count of (started or in_production), under the policy start",
    unit: CohortMetric::n_started().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: 0 when there is none",
    source: "开工: permanent works have begun (wording of the statistical forms); bulletins print started and in production together",
};

/// How many projects of a cut count as started.
pub fn figure() -> Expr {
    how_many(COUNTS_AS_STARTED.expr())
}
