//! Projects of which no return of that month speaks (当月未报项目数).

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::tallies::how_many;

/// Not reported in that month (当月未报项目数).
pub const METRIC: Metric = Metric {
    name: CohortMetric::n_unreported().name,
    zh: "当月未报项目数",
    en: "not reported in that month",
    formula: "count of not reported",
    unit: CohortMetric::n_unreported().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: 0 when there is none",
    source: "the register of monthly returns",
};

/// How many projects of a cut no return of that month speaks of.
pub fn figure() -> Expr {
    how_many(ProjectMonth::reported().expr().not())
}
