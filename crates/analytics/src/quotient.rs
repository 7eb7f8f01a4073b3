//! The one way to divide (率): two integers become Float64 first, so that every engine gives the same bits.

use polars::prelude::{DataType, Expr, NULL, lit, when};

/// `numerator / denominator` as Float64. Missing when the denominator is 0; never infinite, never NaN.
pub fn quotient(numerator: Expr, denominator: Expr) -> Expr {
    let share = numerator.cast(DataType::Float64) / denominator.clone().cast(DataType::Float64);
    when(denominator.neq(lit(0_i64))).then(share).otherwise(lit(NULL))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::datasets::cohort_metrics::CohortMetric;
    use polars::prelude::{IntoLazy, df};
    use store::expr::AsExpr;

    #[test]
    fn nothing_is_divided_by_zero() {
        let figures = df!("n_started" => [1_i64, 0, 3], "n_projects" => [0_i64, 0, 4]).unwrap();
        let rate = quotient(CohortMetric::n_started().expr(), CohortMetric::n_projects().expr());
        let rates = figures.lazy().select([rate]).collect().unwrap();
        let rates: Vec<Option<f64>> = rates.columns()[0].f64().unwrap().iter().collect();
        assert_eq!(rates, [None, None, Some(0.75)]);
    }
}
