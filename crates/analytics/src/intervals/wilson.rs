//! The Wilson interval (威尔逊区间) of a share, 95 %.

use polars::prelude::{DataType, Expr, NULL, lit, when};

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;
const Z_SQUARED: f64 = Z * Z;

/// The lower limit for `k` of `n`, never below 0. Missing when `n` is 0.
pub fn wilson_low(k: Expr, n: Expr) -> Expr {
    limit(n.clone(), (centre(k.clone()) - margin(k, n.clone())) / width(n))
}

/// The upper limit for `k` of `n`, never above 1. Missing when `n` is 0.
pub fn wilson_high(k: Expr, n: Expr) -> Expr {
    limit(n.clone(), (centre(k.clone()) + margin(k, n.clone())) / width(n))
}

/// 2k + z²
fn centre(k: Expr) -> Expr {
    lit(2.0) * real(k) + lit(Z_SQUARED)
}

/// z · √(z² + 4k(n − k) / n)
fn margin(k: Expr, n: Expr) -> Expr {
    let spread = lit(4.0) * real(k.clone()) * (real(n.clone()) - real(k)) / real(n);
    lit(Z) * (lit(Z_SQUARED) + spread).sqrt()
}

/// 2(n + z²)
fn width(n: Expr) -> Expr {
    lit(2.0) * (real(n) + lit(Z_SQUARED))
}

/// The limit kept inside 0 to 1, which rounding errors could leave.
fn limit(n: Expr, limit: Expr) -> Expr {
    when(n.lt_eq(lit(0_i64)))
        .then(lit(NULL))
        .when(limit.clone().lt(lit(0.0)))
        .then(lit(0.0))
        .when(limit.clone().gt(lit(1.0)))
        .then(lit(1.0))
        .otherwise(limit)
}

fn real(count: Expr) -> Expr {
    count.cast(DataType::Float64)
}

#[cfg(test)]
mod tests {
    use model::datasets::cohort_metrics::CohortMetric;
    use polars::prelude::{IntoLazy, df};
    use proptest::prelude::*;
    use store::expr::AsExpr;

    use super::*;

    /// k, n and the limits as R and statsmodels print them (alpha 0.05, Wilson).
    const PRINTED: [(i64, i64, f64, f64); 14] = [
        (0, 1, 0.0, 0.79345068562276),
        (1, 1, 0.20654931437724, 1.0),
        (1, 2, 0.09453120573423, 0.90546879426577),
        (4, 5, 0.37553462976253, 0.96377589136757),
        (3, 10, 0.10779126740630, 0.60322185253885),
        (1, 29, 0.00611321429276, 0.17175521879320),
        (53, 58, 0.81356370937126, 0.96261461687381),
        (31, 83, 0.27719687339769, 0.48098314470449),
        (128, 207, 0.55059363026433, 0.68180848018431),
        (0, 207, 0.0, 0.01821965585981),
        (207, 207, 0.98178034414019, 1.00000000000000),
        (1, 1000, 0.00017654637063, 0.00564255859796),
        (999_999, 1_000_000, 0.99999433508820, 0.99999982347542),
        (50_000, 1_000_000, 0.04957456172547, 0.05042889557419),
    ];

    fn limits(k: i64, n: i64) -> (Option<f64>, Option<f64>) {
        let (started, projects) = (CohortMetric::n_started(), CohortMetric::n_projects());
        let figures = df!(started.name => [k], projects.name => [n]).unwrap();
        let low = wilson_low(started.expr(), projects.expr()).alias("low");
        let high = wilson_high(started.expr(), projects.expr()).alias("high");
        let limits = figures.lazy().select([low, high]).collect().unwrap();
        let limit = |name: &str| limits.column(name).unwrap().f64().unwrap().get(0);
        (limit("low"), limit("high"))
    }

    #[test]
    fn limits_are_those_of_other_programs() {
        for (k, n, low, high) in PRINTED {
            let (ours_low, ours_high) = limits(k, n);
            assert!((ours_low.unwrap() - low).abs() < 1e-12, "{k}/{n}: {ours_low:?}");
            assert!((ours_high.unwrap() - high).abs() < 1e-12, "{k}/{n}: {ours_high:?}");
        }
        assert_eq!(limits(0, 0), (None, None));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn limits_hold_the_rate_and_stay_inside_0_to_1(n in 1_i64..2_000_000, part in 0.0..=1.0_f64) {
            let k = (part * n as f64) as i64;
            let (low, high) = limits(k, n);
            let rate = k as f64 / n as f64;
            prop_assert!(0.0 <= low.unwrap() && low.unwrap() <= rate && rate <= high.unwrap() + 1e-15);
            prop_assert!(high.unwrap() <= 1.0);
        }
    }
}
