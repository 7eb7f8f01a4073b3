//! Lower limit of the start rate (开工率下限).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::intervals::wilson::wilson_low;

/// Start rate, lower limit (开工率下限).
pub const METRIC: Metric = Metric {
    name: CohortMetric::start_rate_low().name,
    zh: "开工率下限",
    en: "start rate, lower limit",
    formula: "Wilson 95 %: (2k + z² - z·√(z² + 4k(n - k) / n)) / (2(n + z²)), k = n_started, n = n_projects, z = 1.959963984540054",
    unit: CohortMetric::start_rate_low().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "when there is no project",
    source: "Wilson 1927, J. Am. Stat. Assoc. 22: 209–212",
};

/// Lower limit of the start rate.
///
/// Unit: share, 0 to 1. Missing: when there is no project.
pub fn start_rate_low(n_started: Expr, n_projects: Expr) -> Expr {
    wilson_low(n_started, n_projects)
}

/// The same from the counts and sums of a cut.
pub fn figure() -> Expr {
    start_rate_low(CohortMetric::n_started().expr(), CohortMetric::n_projects().expr())
}
