//! The bootstrap of the over-dispersed Poisson model (自助法), seeded. Source: England and Verrall 1999, 2002.
//!
//! Each round shuffles the standardised residuals over the fitted past, fits the ladder again and draws every cell
//! to come from a gamma distribution with the model's mean and variance.

use crate::not_estimable::NotEstimable;
use crate::percentiles::Ordered;
use crate::random_draws::gamma::gamma_with_mean;
use crate::random_draws::stream::RandomStream;
use crate::triangles::poisson::PoissonFit;

/// How many rounds from which seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounds {
    /// 999 give limits of 95 %; the mean and the spread of a sum need some thousands to stand to the percent.
    pub n: usize,
    /// The same seed gives the same figures.
    pub seed: u64,
}

/// What the rounds gave, money.
#[derive(Debug, Clone, PartialEq)]
pub struct Bootstrapped {
    /// What is still to come of all origins, in each round, in order. Any interval is two percentiles of it.
    pub to_come: Ordered,
    /// The same of each origin by itself; 0 in every round for one that has reached the last age.
    pub origins: Vec<Ordered>,
    /// Rounds whose shuffled past had a column without capital, and therefore no ladder.
    pub n_unusable: usize,
}

/// The bootstrap. Refused when no round could be used.
pub fn poisson_bootstrap(fit: &PoissonFit, rounds: Rounds) -> Result<Bootstrapped, NotEstimable> {
    let residuals = standardised_residuals(fit)?;
    let mut stream = RandomStream::from_seed(rounds.seed);
    let mut sums = Vec::new();
    let mut origins = vec![Vec::new(); fit.n_origins];
    for _ in 0..rounds.n {
        let shuffled = shuffled_past(fit, &residuals, &mut stream);
        if let Some(future) = future_means(fit, &shuffled) {
            let drawn = drawn_by_origin(fit, &future, &mut stream);
            sums.push(drawn.iter().sum());
            origins.iter_mut().zip(drawn).for_each(|(all, one)| all.push(one));
        }
    }
    let n_unusable = rounds.n - sums.len();
    let origins = origins.into_iter().map(Ordered::from).collect::<Result<_, _>>()?;
    Ok(Bootstrapped { to_come: Ordered::from(sums)?, origins, n_unusable })
}

/// One round of what is still to come of each origin. The means stand in the order of the cells to come.
fn drawn_by_origin(fit: &PoissonFit, means: &[f64], stream: &mut RandomStream) -> Vec<f64> {
    let mut drawn = vec![0.0; fit.n_origins];
    for (cell, mean) in fit.future.iter().zip(means) {
        let money = gamma_with_mean(stream, *mean, fit.dispersion * mean.abs());
        drawn.get_mut(cell.origin_index).into_iter().for_each(|sum| *sum += money);
    }
    drawn
}

/// (observed − expected) / √expected, enlarged by what the fit took away. Cells that the fit meets exactly because
/// nothing else determines them have no residual.
fn standardised_residuals(fit: &PoissonFit) -> Result<Vec<f64>, NotEstimable> {
    let information = fit.information()?;
    let mut residuals = Vec::new();
    for (cell, observed) in fit.past.iter().zip(&fit.observed) {
        let left_over = 1.0 - information.leverage(cell);
        if left_over > 1e-9 && cell.expected > 0.0 {
            residuals.push((observed - cell.expected) / (cell.expected * left_over).sqrt());
        }
    }
    if residuals.is_empty() { Err(NotEstimable::TooFewLinks) } else { Ok(residuals) }
}

/// Cumulative money of each origin, with shuffled residuals.
fn shuffled_past(fit: &PoissonFit, residuals: &[f64], stream: &mut RandomStream) -> Vec<Vec<f64>> {
    let mut rows: Vec<Vec<f64>> = vec![Vec::new(); fit.n_origins];
    for cell in &fit.past {
        let residual = residuals[stream.place(residuals.len())];
        let increment = cell.expected + residual * cell.expected.abs().sqrt();
        let row = &mut rows[cell.origin_index];
        let before = row.last().copied().unwrap_or(0.0);
        row.push(before + increment);
    }
    rows
}

/// The means of the cells to come by the ladder of a shuffled past. Missing when it has none.
fn future_means(fit: &PoissonFit, rows: &[Vec<f64>]) -> Option<Vec<f64>> {
    let mut factors = Vec::new();
    for age_index in 0..fit.n_ages - 1 {
        let links = rows.iter().filter_map(|row| Some((row.get(age_index)?, row.get(age_index + 1)?)));
        let (here, next) = links.fold((0.0, 0.0), |sums, link| (sums.0 + link.0, sums.1 + link.1));
        if here <= 0.0 {
            return None;
        }
        factors.push(next / here);
    }
    let mut means = Vec::new();
    for row in rows {
        let mut cumulative = row.last().copied().unwrap_or(0.0);
        for factor in factors.iter().skip(row.len() - 1) {
            means.push(cumulative * (factor - 1.0));
            cumulative *= factor;
        }
    }
    Some(means)
}
