//! Share of the contract value that has started (开工率，按金额).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::quotient::quotient;

/// Start rate by value (开工率（按金额）).
pub const METRIC: Metric = Metric {
    name: CohortMetric::start_rate_by_value().name,
    zh: "开工率（按金额）",
    en: "start rate by value",
    formula: "contract_started_yuan / contract_yuan",
    unit: CohortMetric::start_rate_by_value().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "when the contract value is 0",
    source: "开工率 by amount instead of by count",
};

/// Share of the contract value that belongs to started projects.
///
/// Unit: share. Missing: when the contract value is 0.
pub fn start_rate_by_value(contract_started_yuan: Expr, contract_yuan: Expr) -> Expr {
    quotient(contract_started_yuan, contract_yuan)
}

/// The same from the counts and sums of a cut.
pub fn figure() -> Expr {
    start_rate_by_value(CohortMetric::contract_started_yuan().expr(), CohortMetric::contract_yuan().expr())
}
