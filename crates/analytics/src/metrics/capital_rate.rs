//! Capital arrived over contract value (资金到位率).

use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::quotient::quotient;

/// Capital arrival rate (资金到位率).
pub const METRIC: Metric = Metric {
    name: CohortMetric::capital_rate().name,
    zh: "资金到位率",
    en: "capital arrival rate",
    formula: "capital_yuan / contract_yuan",
    unit: CohortMetric::capital_rate().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "when the contract value is 0",
    source: "资金到位率, cumulative stock ratio (阿坝: 326 / 2104 亿元); not the yearly flow ratio of the same name",
};

/// Share of the contract value that has arrived as capital since signing.
///
/// Unit: share, above 1 where more has arrived than was signed. Missing: when the contract value is 0. The yearly flow ratio of the same name is not this metric.
pub fn capital_rate(capital_yuan: Expr, contract_yuan: Expr) -> Expr {
    quotient(capital_yuan, contract_yuan)
}

/// The same from the counts and sums of a cut.
pub fn figure() -> Expr {
    capital_rate(CohortMetric::capital_yuan().expr(), CohortMetric::contract_yuan().expr())
}
