//! Capital arrived since signing (累计到位资金合计).

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::metric::Metric;
use polars::prelude::Expr;

use crate::tallies::sum_of;

/// Capital arrived since signing (累计到位资金合计).
pub const METRIC: Metric = Metric {
    name: CohortMetric::capital_yuan().name,
    zh: "累计到位资金合计",
    en: "capital arrived since signing",
    formula: "sum of capital_cumulative_yuan",
    unit: CohortMetric::capital_yuan().unit,
    population: "projects in scope, less those that the policy drops",
    missing: "never: a project without a known value counts as 0",
    source: "到位资金: capital that has arrived for the project since signing, as reported",
};

/// The sum over the projects of a cut, in yuan.
pub fn figure() -> Expr {
    sum_of(ProjectMonth::capital_cumulative_yuan())
}
