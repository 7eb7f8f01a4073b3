//! Projects started in that month and not in the month before (本月新开工项目数).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::marks::NEWLY_STARTED;
use crate::tallies::how_many;

/// Newly started (本月新开工项目数).
pub const METRIC: Metric = Metric {
    name: CohortMetric::new_started().name,
    zh: "本月新开工项目数",
    en: "newly started",
    formula: "count of started in this month and not started in the month before",
    unit: CohortMetric::new_started().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: 0 when there is none",
    source: "较上月新增开工, as bulletins print it",
};

/// How many projects of a cut count as started for the first month.
pub fn figure() -> Expr {
    how_many(NEWLY_STARTED.expr())
}
