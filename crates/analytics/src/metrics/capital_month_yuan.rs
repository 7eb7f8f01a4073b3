//! Capital arrived since the month before (本月新增到位资金合计).

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::metric::Metric;
use polars::prelude::Expr;

use crate::tallies::sum_of;

/// Capital arrived in the month (本月新增到位资金合计).
pub const METRIC: Metric = Metric {
    name: CohortMetric::capital_month_yuan().name,
    zh: "本月新增到位资金合计",
    en: "capital arrived in the month",
    formula: "sum of capital_month_yuan",
    unit: CohortMetric::capital_month_yuan().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: a project without a known value counts as 0",
    source: "到位资金, change of the cumulative figure in one month",
};

/// The sum over the projects of a cut, in yuan.
pub fn figure() -> Expr {
    sum_of(ProjectMonth::capital_month_yuan())
}
