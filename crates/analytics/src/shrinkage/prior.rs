//! How the true rates of the units scatter (先验分布), learnt from all of them by maximum likelihood.
//!
//! The counts of a unit are beta-binomial with the mean rate and a scatter ρ = 1 / (α + β): 0 when all units have one
//! rate. Both are found by bisection, so that the result is the same on every machine.

use crate::hits::{Hits, pooled};
use crate::not_estimable::NotEstimable;

/// Fewer units than this say nothing of how units differ.
const LEAST_UNITS: usize = 5;

/// A scatter beyond this means that every unit has either none or all.
const LARGEST_SCATTER: f64 = 1e6;

/// The distribution of the true rates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatePrior {
    /// The mean of the true rates.
    pub mean: f64,
    /// ρ, from 0 on. At 0 all units have the same rate, and every unit is drawn to it entirely.
    pub scatter: f64,
}

/// The distribution that makes the counts most likely. Units without projects are left out.
///
/// Refused with fewer than five units, with more hits than projects, when no project or every project has the
/// milestone, or when every unit has either none or all.
pub fn rate_prior(units: &[Hits]) -> Result<RatePrior, NotEstimable> {
    let units: Vec<Hits> = units.iter().filter(|unit| unit.n_projects > 0).copied().collect();
    if units.len() < LEAST_UNITS {
        return Err(NotEstimable::TooFewProjects);
    }
    let pooled = pooled(&units)?.rate()?;
    if pooled == 0.0 || pooled == 1.0 {
        return Err(NotEstimable::NoSpread);
    }
    let counts = Counts::of(&units);
    if counts.scatter_slope(pooled, 0.0) <= 0.0 {
        return Ok(RatePrior { mean: pooled, scatter: 0.0 });
    }
    let slope = |scatter: f64| counts.scatter_slope(counts.mean_at(scatter), scatter);
    if slope(LARGEST_SCATTER) > 0.0 {
        return Err(NotEstimable::NoSpread);
    }
    let scatter = crossing(0.0, LARGEST_SCATTER, slope);
    Ok(RatePrior { mean: counts.mean_at(scatter), scatter })
}

/// How many units have more than j hits, misses and projects: the likelihood asks no more of them, and a city of 41
/// units with ten thousand projects costs no more than its largest unit.
struct Counts {
    hits: Vec<f64>,
    misses: Vec<f64>,
    projects: Vec<f64>,
}

impl Counts {
    fn of(units: &[Hits]) -> Counts {
        let more_than = |count: fn(&Hits) -> u64| -> Vec<f64> {
            let most = units.iter().map(count).max().unwrap_or_default();
            let n_above = |j: u64| units.iter().filter(|unit| count(unit) > j).count() as f64;
            (0..most).map(n_above).collect()
        };
        Counts {
            hits: more_than(|unit| unit.n_hits),
            misses: more_than(|unit| unit.n_projects - unit.n_hits),
            projects: more_than(|unit| unit.n_projects),
        }
    }

    /// The most likely mean for a scatter.
    fn mean_at(&self, scatter: f64) -> f64 {
        crossing(0.0, 1.0, |mean| self.mean_slope(mean, scatter))
    }

    /// How the log-likelihood Σ ln(mean + jρ) + Σ ln(1 − mean + jρ) − Σ ln(1 + jρ) grows with the mean.
    fn mean_slope(&self, mean: f64, scatter: f64) -> f64 {
        let hits = over_counts(&self.hits, |j| 1.0 / (mean + j * scatter));
        hits - over_counts(&self.misses, |j| 1.0 / (1.0 - mean + j * scatter))
    }

    /// How it grows with the scatter.
    fn scatter_slope(&self, mean: f64, scatter: f64) -> f64 {
        let hits = over_counts(&self.hits, |j| j / (mean + j * scatter));
        let misses = over_counts(&self.misses, |j| j / (1.0 - mean + j * scatter));
        hits + misses - over_counts(&self.projects, |j| j / (1.0 + j * scatter))
    }
}

/// Where a falling function meets 0: halved until no number lies between.
fn crossing(mut low: f64, mut high: f64, function: impl Fn(f64) -> f64) -> f64 {
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return middle;
        }
        if function(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
}

fn over_counts(n_units: &[f64], part: impl Fn(f64) -> f64) -> f64 {
    n_units.iter().enumerate().map(|(j, n_units)| n_units * part(j as f64)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random_draws::gamma::gamma_with_mean;
    use crate::random_draws::stream::RandomStream;

    fn units(counts: &[(u64, u64)]) -> Vec<Hits> {
        counts.iter().map(|&(n_hits, n_projects)| Hits { n_hits, n_projects }).collect()
    }

    #[test]
    fn units_that_are_alike_have_no_scatter() {
        let alike = units(&[(10, 20), (11, 20), (9, 20), (10, 20), (10, 20), (0, 0)]);
        assert_eq!(rate_prior(&alike), Ok(RatePrior { mean: 0.5, scatter: 0.0 }));
        assert_eq!(rate_prior(&alike[..4]), Err(NotEstimable::TooFewProjects));
        let extremes = units(&[(0, 20), (20, 20), (0, 20), (20, 20), (0, 20), (20, 20)]);
        assert_eq!(rate_prior(&extremes), Err(NotEstimable::NoSpread));
        assert_eq!(rate_prior(&units(&[(0, 3); 6])), Err(NotEstimable::NoSpread));
        assert_eq!(rate_prior(&units(&[(4, 3); 6])), Err(NotEstimable::MoreHitsThanProjects));
    }

    #[test]
    fn the_prior_is_the_most_likely_one() {
        // Found by climbing the likelihood written with gamma functions, in another program.
        let six = units(&[(8, 10), (3, 12), (15, 20), (2, 9), (11, 14), (5, 18)]);
        let found = rate_prior(&six).unwrap();
        assert!(
            (found.mean - 0.518_277_934).abs() < 1e-6 && (found.scatter - 0.222_497_225).abs() < 1e-6,
            "{found:?}"
        );
    }

    /// A beta number as one gamma number of two.
    fn beta(stream: &mut RandomStream, alpha: f64, beta: f64) -> f64 {
        let (left, right) = (gamma_with_mean(stream, alpha, alpha), gamma_with_mean(stream, beta, beta));
        left / (left + right)
    }

    #[test]
    fn the_scatter_of_simulated_units_is_found_again() {
        let mut stream = RandomStream::from_seed(5);
        let unit = |_| {
            let rate = beta(&mut stream, 6.0, 4.0);
            let n_projects = 30;
            Hits { n_hits: (0..n_projects).filter(|_| stream.share() < rate).count() as u64, n_projects }
        };
        let units: Vec<Hits> = (0..300).map(unit).collect();
        let found = rate_prior(&units).unwrap();
        assert!((found.mean - 0.6).abs() < 0.03, "{found:?}");
        assert!((found.scatter - 0.1).abs() < 0.02, "{found:?}");
    }
}
