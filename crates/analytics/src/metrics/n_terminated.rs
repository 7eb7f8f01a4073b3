//! Terminated projects (终止项目数).

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::tallies::how_many;

/// Terminated (终止项目数).
pub const METRIC: Metric = Metric {
    name: CohortMetric::n_terminated().name,
    zh: "终止项目数",
    en: "terminated",
    formula: "count of terminated",
    unit: CohortMetric::n_terminated().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: 0 when there is none",
    source: "终止 as reported or in the ledger",
};

/// How many projects of a cut are terminated.
pub fn figure() -> Expr {
    how_many(ProjectMonth::terminated().expr())
}
