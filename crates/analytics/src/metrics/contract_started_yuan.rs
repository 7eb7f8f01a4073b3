//! Contract value of the started projects (开工项目合同额合计).

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::metric::Metric;
use polars::prelude::Expr;
use store::expr::AsExpr;

use crate::marks::COUNTS_AS_STARTED;
use crate::tallies::sum_of_those;

/// Contract value of the started projects (开工项目合同额合计).
pub const METRIC: Metric = Metric {
    name: CohortMetric::contract_started_yuan().name,
    zh: "开工项目合同额合计",
    en: "contract value of the started projects",
    formula: "sum of contract_yuan where started",
    unit: CohortMetric::contract_started_yuan().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: a project without a known value counts as 0",
    source: "开工项目金额, as bulletins print it beside the count",
};

/// The sum over the started projects of a cut, in yuan.
pub fn figure() -> Expr {
    sum_of_those(ProjectMonth::contract_yuan(), COUNTS_AS_STARTED.expr())
}
