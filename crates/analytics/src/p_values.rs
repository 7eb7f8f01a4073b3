//! Tail probabilities of test statistics (p 值).
//!
//! From the incomplete gamma function: the normal tail of `statrs` is good to ten digits only.

use statrs::function::gamma::checked_gamma_ur;

/// The two-sided p-value of a normal statistic (双侧 p 值): 2 · P(Z > |z|), the χ² tail of z² with 1 degree of freedom.
pub fn two_sided_p_value(z: f64) -> f64 {
    chi_square_p_value(z * z, 1)
}

/// The p-value of a χ² statistic (卡方检验 p 值): the upper tail, 1 where the statistic is 0.
pub fn chi_square_p_value(statistic: f64, degrees_of_freedom: usize) -> f64 {
    let half_freedom = degrees_of_freedom as f64 / 2.0;
    checked_gamma_ur(half_freedom, statistic / 2.0).unwrap_or(if statistic > 0.0 { 0.0 } else { 1.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_p_value_is_two_sided() {
        assert!((two_sided_p_value(-1.959_963_984_540_054) - 0.05).abs() < 1e-14);
        assert_eq!(two_sided_p_value(0.0), 1.0);
    }
}
