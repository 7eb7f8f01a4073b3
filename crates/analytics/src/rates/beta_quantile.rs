//! Quantiles of the beta distribution (贝塔分布分位数), also for a million projects.
//!
//! The crate `statrs` stops its continued fraction after 140 steps, which costs digits there; only its ln Γ is used.

use statrs::function::gamma::ln_gamma;

/// Enough for parameters of a hundred million: about √max(a, b) steps are needed.
const MOST_STEPS: u32 = 100_000;
/// Stands for 0 in a denominator (Lentz's rule).
const TINY: f64 = 1e-300;

/// The x at which Beta(a, b) has reached `reached`, for a, b > 0 and 0 < `reached` < 1.
///
/// By halving, down to neighbouring numbers: the distribution only rises.
pub fn beta_quantile(a: f64, b: f64, reached: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return middle;
        }
        if beta_reached(a, b, middle) < reached { low = middle } else { high = middle }
    }
}

/// The distribution function of Beta(a, b) at 0 < x < 1 (DLMF 8.17).
pub fn beta_reached(a: f64, b: f64, x: f64) -> f64 {
    let ln_front = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p();
    let front = ln_front.exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * continued_fraction(a, b, x) / a
    } else {
        1.0 - front * continued_fraction(b, a, 1.0 - x) / b
    }
}

/// DLMF 8.17.22: 1 / (1 + d₁ / (1 + d₂ / (1 + …))), from the front.
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut numerator = 1.0;
    let mut denominator = 1.0 / not_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = denominator;
    for step in 1..=MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for part in [even, odd] {
            denominator = 1.0 / not_zero(1.0 + part * denominator);
            numerator = not_zero(1.0 + part / numerator);
            change = denominator * numerator;
            value *= change;
        }
        if (change - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    value
}

fn not_zero(value: f64) -> f64 {
    if value.abs() < TINY { TINY } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distribution_is_known_where_it_is_simple() {
        for x in [0.01, 0.3, 0.77] {
            assert!((beta_reached(1.0, 1.0, x) - x).abs() < 1e-14);
            assert!((beta_reached(3.0, 1.0, x) - x.powi(3)).abs() < 1e-14);
            let arcsine = 2.0 / std::f64::consts::PI * x.sqrt().asin();
            assert!((beta_reached(0.5, 0.5, x) - arcsine).abs() < 1e-13);
        }
    }

    #[test]
    fn the_median_of_a_symmetric_distribution_is_one_half() {
        for a in [0.5, 4.0, 333.5, 500_000.5] {
            assert!((beta_quantile(a, a, 0.5) - 0.5).abs() < 1e-11, "{a}");
        }
    }
}
