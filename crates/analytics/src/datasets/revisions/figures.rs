//! The figures whose revisions are followed (所追踪的指标), in the order of the names.

use model::datasets::cohort_metrics::CohortMetric;

use crate::datasets::changes::measures::Measure;

/// A figure of `cohort_metrics`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// A count or a sum.
    Sum(Measure),
    /// A rate.
    Rate(Rate),
}

/// A rate, with what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rate {
    /// 资金到位率.
    CapitalRate,
    /// 投产率.
    ProductionRate,
    /// 开工率.
    StartRate,
    /// 开工率（按金额）.
    StartRateByValue,
}

impl Figure {
    /// Every figure, in the order of the names.
    pub const ALL: [Figure; 10] = [
        Figure::Rate(Rate::CapitalRate),
        Figure::Sum(Measure::CapitalYuan),
        Figure::Sum(Measure::ContractStartedYuan),
        Figure::Sum(Measure::ContractYuan),
        Figure::Sum(Measure::NProduction),
        Figure::Sum(Measure::NProjects),
        Figure::Sum(Measure::NStarted),
        Figure::Rate(Rate::ProductionRate),
        Figure::Rate(Rate::StartRate),
        Figure::Rate(Rate::StartRateByValue),
    ];

    /// The name of the column in `cohort_metrics`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Figure::Sum(measure) => measure.as_str(),
            Figure::Rate(Rate::CapitalRate) => "capital_rate",
            Figure::Rate(Rate::ProductionRate) => "production_rate",
            Figure::Rate(Rate::StartRate) => "start_rate",
            Figure::Rate(Rate::StartRateByValue) => "start_rate_by_value",
        }
    }

    /// The figure of a cohort. Where a vintage has no such cohort, it has 0 projects, and no rate.
    pub fn of(self, metric: Option<&CohortMetric>) -> Option<f64> {
        let Some(metric) = metric else { return matches!(self, Figure::Sum(_)).then_some(0.0) };
        match self {
            Figure::Sum(measure) => Some(sum(measure, metric) as f64),
            Figure::Rate(Rate::CapitalRate) => metric.capital_rate,
            Figure::Rate(Rate::ProductionRate) => metric.production_rate,
            Figure::Rate(Rate::StartRate) => metric.start_rate,
            Figure::Rate(Rate::StartRateByValue) => metric.start_rate_by_value,
        }
        .filter(|value| value.is_finite())
    }

    /// The sums that it is made of.
    pub const fn sums(self) -> &'static [Measure] {
        match self {
            Figure::Sum(Measure::CapitalYuan) => &[Measure::CapitalYuan],
            Figure::Sum(Measure::ContractStartedYuan) => &[Measure::ContractStartedYuan],
            Figure::Sum(Measure::ContractYuan) => &[Measure::ContractYuan],
            Figure::Sum(Measure::NProduction) => &[Measure::NProduction],
            Figure::Sum(Measure::NProjects) => &[Measure::NProjects],
            Figure::Sum(Measure::NStarted) => &[Measure::NStarted],
            Figure::Rate(Rate::CapitalRate) => &[Measure::CapitalYuan, Measure::ContractYuan],
            Figure::Rate(Rate::ProductionRate) => &[Measure::NProduction, Measure::NProjects],
            Figure::Rate(Rate::StartRate) => &[Measure::NStarted, Measure::NProjects],
            Figure::Rate(Rate::StartRateByValue) => &[Measure::ContractStartedYuan, Measure::ContractYuan],
        }
    }
}

/// A sum of a cohort.
pub fn sum(measure: Measure, metric: &CohortMetric) -> i64 {
    match measure {
        Measure::CapitalYuan => metric.capital_yuan,
        Measure::ContractStartedYuan => metric.contract_started_yuan,
        Measure::ContractYuan => metric.contract_yuan,
        Measure::NProduction => metric.n_production,
        Measure::NProjects => metric.n_projects,
        Measure::NStarted => metric.n_started,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_in_the_order_of_their_names() {
        assert!(Figure::ALL.windows(2).all(|pair| pair[0].as_str() < pair[1].as_str()));
        assert_eq!(Figure::Rate(Rate::StartRate).of(None), None);
        assert_eq!(Figure::Sum(Measure::NStarted).of(None), Some(0.0));
    }
}
