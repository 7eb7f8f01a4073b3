//! Contract value (合同额合计).

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::metric::Metric;
use polars::prelude::Expr;

use crate::tallies::sum_of;

/// Contract value (合同额合计).
pub const METRIC: Metric = Metric {
    name: CohortMetric::contract_yuan().name,
    zh: "合同额合计",
    en: "contract value",
    formula: "sum of contract_yuan",
    unit: CohortMetric::contract_yuan().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: a project without a known value counts as 0",
    source: "正式合同额: the amount of the signed formal contract, as bulletins count it",
};

/// The sum over the projects of a cut, in yuan.
pub fn figure() -> Expr {
    sum_of(ProjectMonth::contract_yuan())
}
