//! Gamma numbers (伽马随机数). Source: Marsaglia and Tsang 2000.

use crate::random_draws::stream::RandomStream;

/// A gamma number with that mean and variance; the mean itself when the variance is 0. A negative mean gives the
/// mirror image, so that capital taken back keeps its sign.
pub fn gamma_with_mean(stream: &mut RandomStream, mean: f64, variance: f64) -> f64 {
    if mean == 0.0 || variance.is_nan() || variance <= 0.0 {
        return mean;
    }
    let shape = mean * mean / variance;
    gamma(stream, shape) * variance / mean
}

/// A gamma number of scale 1. The shape is above 0.
fn gamma(stream: &mut RandomStream, shape: f64) -> f64 {
    if shape < 1.0 {
        // A shape below 1 is one more, shrunk by a power of a uniform number.
        let shrink = (1.0 - stream.share()).powf(1.0 / shape);
        return gamma(stream, shape + 1.0) * shrink;
    }
    let centre = shape - 1.0 / 3.0;
    let width = 1.0 / (9.0 * centre).sqrt();
    loop {
        let normal = stream.normal();
        let cube = (1.0 + width * normal).powi(3);
        let uniform = 1.0 - stream.share();
        let bound = 0.5 * normal * normal + centre - centre * cube + centre * cube.ln();
        if cube > 0.0 && uniform.ln() < bound {
            return centre * cube;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mean: f64, variance: f64) {
        let mut stream = RandomStream::from_seed(7);
        let n = 40_000;
        let drawn: Vec<f64> = (0..n).map(|_| gamma_with_mean(&mut stream, mean, variance)).collect();
        let found_mean = drawn.iter().sum::<f64>() / f64::from(n);
        let found_variance = drawn.iter().map(|one| (one - found_mean).powi(2)).sum::<f64>() / f64::from(n);
        assert!((found_mean / mean - 1.0).abs() < 0.02, "{found_mean}");
        assert!((found_variance / variance - 1.0).abs() < 0.06, "{found_variance}");
    }

    #[test]
    fn draws_have_the_mean_and_variance_they_should() {
        check(4.0, 2.0);
        check(0.5, 0.5);
        check(-3.0, 6.0);
        let mut stream = RandomStream::from_seed(7);
        assert_eq!(gamma_with_mean(&mut stream, 3.0, 0.0), 3.0);
        assert_eq!(gamma_with_mean(&mut stream, 0.0, 3.0), 0.0);
    }
}
