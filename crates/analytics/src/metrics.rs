//! Every metric of `cohort_metrics` (指标): one file each, and one line here.

use model::metric::Metric;
use polars::prelude::Expr;

macro_rules! metrics {
    (counted: $($counted:ident),+; derived: $($derived:ident),+;) => {
        $(pub mod $counted;)+
        $(pub mod $derived;)+

        /// Every metric: those that are counted, then those that follow from them.
        pub const METRICS: &[Metric] = &[$($counted::METRIC,)+ $($derived::METRIC),+];

        /// What is counted over the projects of a cut.
        pub fn counted_figures() -> Vec<Expr> {
            vec![$($counted::figure().alias($counted::METRIC.name)),+]
        }

        /// What follows from the counted figures of a cut.
        pub fn derived_figures() -> Vec<Expr> {
            vec![$($derived::figure().alias($derived::METRIC.name)),+]
        }
    };
}

metrics! {
    counted:
        n_projects,
        n_started,
        n_production,
        n_suspended,
        n_terminated,
        n_unreported,
        contract_yuan,
        contract_started_yuan,
        capital_yuan,
        capital_month_yuan,
        median_months_to_start,
        new_started;
    derived:
        start_rate,
        start_rate_low,
        start_rate_high,
        start_rate_by_value,
        production_rate,
        fulfilment_rate,
        capital_rate;
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::datasets::cohort_metrics::CohortMetric;
    use model::row::Row;

    #[test]
    fn every_metric_fills_a_declared_column_and_no_column_is_left() {
        let declared = CohortMetric::DATASET;
        let figures = declared.columns.iter().filter(|column| !declared.key.contains(&column.name));
        for column in figures {
            let metric = METRICS.iter().find(|metric| metric.name == column.name);
            let metric = metric.unwrap_or_else(|| panic!("`{}` has no metric", column.name));
            assert_eq!(metric.unit, column.unit, "{}", column.name);
            assert_eq!(metric.missing.starts_with("never"), column.missing.is_none(), "{}", column.name);
        }
        assert_eq!(METRICS.len(), declared.columns.len() - declared.key.len());
    }
}
