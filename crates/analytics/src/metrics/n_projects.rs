//! Projects of the population (项目数).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::Expr;

use crate::tallies::how_many_rows;

/// Projects (项目数).
pub const METRIC: Metric = Metric {
    name: CohortMetric::n_projects().name,
    zh: "项目数",
    en: "projects",
    formula: "count of projects",
    unit: CohortMetric::n_projects().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: 0 when there is none",
    source: "projects tracked in the month, as bulletins count them",
};

/// How many projects a cut has: one row each.
pub fn figure() -> Expr {
    how_many_rows()
}
