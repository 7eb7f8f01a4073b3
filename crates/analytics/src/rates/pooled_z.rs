//! The test of two shares with one pooled variance (合并方差的 z 检验).

use crate::not_estimable::NotEstimable;
use crate::p_values::two_sided_p_value;
use crate::rates::share::Share;

/// What the test says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ZTest {
    /// The statistic; above 0 when the first share is the larger one.
    pub z: f64,
    /// Two-sided, 0 to 1.
    pub p_value: f64,
}

/// (p₁ − p₂) / √(p(1 − p)(1/n₁ + 1/n₂)), where p is the share of both sides together.
///
/// Not estimable when all projects of both sides agree.
pub fn pooled_z(first: Share, second: Share) -> Result<ZTest, NotEstimable> {
    let pooled = (first.k() + second.k()) / (first.n() + second.n());
    let variance = pooled * (1.0 - pooled) * (1.0 / first.n() + 1.0 / second.n());
    if variance <= 0.0 {
        return Err(NotEstimable::NoVariation);
    }
    let z = (first.rate() - second.rate()) / variance.sqrt();
    Ok(ZTest { z, p_value: two_sided_p_value(z) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_tested_where_nothing_varies() {
        let (none, all) = (Share::new(0, 5).unwrap(), Share::new(5, 5).unwrap());
        assert_eq!(pooled_z(none, none), Err(NotEstimable::NoVariation));
        assert_eq!(pooled_z(all, all), Err(NotEstimable::NoVariation));
        assert!((pooled_z(all, none).unwrap().z - 10.0_f64.sqrt()).abs() < 1e-12);
    }
}
