//! What the rows of the data sheet add up to (复算): a figure is given as a formula only where they make it.

use model::datasets::cohort_metrics::CohortMetric;

use crate::excel::counted_projects::CountedProject;
use crate::excel::labels::Dimension;

/// Whole numbers above this are no longer exact in a spreadsheet.
pub const LARGEST_EXACT: i64 = 1 << 53;

/// Which rows of the data sheet are counted: each dimension with its value.
pub type Cut<'a> = Vec<(Dimension, &'a str)>;

/// What is counted or summed over rows of the data sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// 项目数.
    Projects,
    /// 已开工或投产.
    Started,
    /// 投产.
    Production,
    /// 停工.
    Suspended,
    /// 终止.
    Terminated,
    /// 当月未报.
    Unreported,
    /// 本月新开工.
    NewStarted,
    /// 正式合同额.
    Contract,
    /// 其中已开工项目合同额.
    ContractStarted,
    /// 累计到位资金.
    Capital,
    /// 本月到位资金.
    CapitalMonth,
}

impl Measure {
    /// What one row adds.
    fn of_project(self, one: &CountedProject<'_>) -> i64 {
        let contract = one.month.contract_yuan.unwrap_or(0);
        match self {
            Measure::Projects => 1,
            Measure::Started => i64::from(one.started),
            Measure::Production => i64::from(one.month.in_production.unwrap_or(false)),
            Measure::Suspended => i64::from(one.month.suspended),
            Measure::Terminated => i64::from(one.month.terminated),
            Measure::Unreported => i64::from(!one.month.reported),
            Measure::NewStarted => i64::from(one.newly_started),
            Measure::Contract => contract,
            Measure::ContractStarted => contract * i64::from(one.started),
            Measure::Capital => one.month.capital_cumulative_yuan.unwrap_or(0),
            Measure::CapitalMonth => one.month.capital_month_yuan.unwrap_or(0),
        }
    }

    /// The figure as it was made.
    pub fn of_metric(self, metric: &CohortMetric) -> i64 {
        match self {
            Measure::Projects => metric.n_projects,
            Measure::Started => metric.n_started,
            Measure::Production => metric.n_production,
            Measure::Suspended => metric.n_suspended,
            Measure::Terminated => metric.n_terminated,
            Measure::Unreported => metric.n_unreported,
            Measure::NewStarted => metric.new_started,
            Measure::Contract => metric.contract_yuan,
            Measure::ContractStarted => metric.contract_started_yuan,
            Measure::Capital => metric.capital_yuan,
            Measure::CapitalMonth => metric.capital_month_yuan,
        }
    }
}

/// Whether the rows of a cut make the figure exactly.
pub fn is_made_by(
    projects: &[CountedProject<'_>],
    cut: &Cut<'_>,
    measure: Measure,
    metric: &CohortMetric,
) -> bool {
    let figure = measure.of_metric(metric);
    let of_cut = projects
        .iter()
        .filter(|one| cut.iter().all(|(dimension, value)| dimension.value_of(one.month) == *value));
    let sum: i128 = of_cut.map(|one| i128::from(measure.of_project(one))).sum();
    !projects.is_empty() && sum == i128::from(figure) && figure.unsigned_abs() <= LARGEST_EXACT.unsigned_abs()
}

#[cfg(test)]
mod tests {
    use model::datasets::project_months::ProjectMonth;

    use super::*;

    #[test]
    fn a_figure_that_the_rows_do_not_make_is_noticed() {
        let month = ProjectMonth {
            unit_code: Some("CQ500101".to_owned()),
            contract_yuan: Some(5),
            ..ProjectMonth::default()
        };
        let one = CountedProject { month: &month, project: None, started: true, newly_started: false };
        let metric = |n_projects, contract_started_yuan| CohortMetric {
            n_projects,
            contract_started_yuan,
            ..CohortMetric::default()
        };
        let check = |value: &str, measure, metric: &CohortMetric, expected| {
            let cut = vec![(Dimension::Unit, value)];
            assert_eq!(is_made_by(&[one], &cut, measure, metric), expected);
        };
        check("CQ500101", Measure::Projects, &metric(1, 5), true);
        check("CQ500101", Measure::ContractStarted, &metric(1, 5), true);
        check("CQ500101", Measure::ContractStarted, &metric(1, 6), false);
        check("CQ500102", Measure::Projects, &metric(1, 5), false);
        assert!(!is_made_by(&[], &Vec::new(), Measure::Projects, &metric(0, 0)));
    }
}
