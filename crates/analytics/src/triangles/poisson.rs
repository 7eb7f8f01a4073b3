//! The over-dispersed Poisson model (过离散泊松模型): increments with a variance in proportion to their mean.
//!
//! Its forecasts are those of the chain ladder, so that nothing is iterated: the fitted past is the newest figure
//! divided back by the factors. Source: Renshaw and Verrall 1998; England and Verrall 2002.

use crate::finite::ratio;
use crate::not_estimable::NotEstimable;
use crate::triangles::link_factors::{Averaging, link_factors};
use crate::triangles::poisson_design::{InformationRoot, ModelCell};
use crate::triangles::triangle::Triangle;

/// The fitted model. Ages are counted from the start of the ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct PoissonFit {
    /// The observed cells.
    pub past: Vec<ModelCell>,
    /// What was observed there, increments in money.
    pub observed: Vec<f64>,
    /// The cells to come.
    pub future: Vec<ModelCell>,
    /// Variance over mean: Pearson's χ² / degrees of freedom. Unit: money.
    pub dispersion: f64,
    /// Cells less unknowns.
    pub degrees_of_freedom: usize,
    /// How many observed increments are negative.
    pub n_negative: usize,
    /// Rows of the triangle.
    pub n_origins: usize,
    /// Columns from the start of the ladder on.
    pub n_ages: usize,
}

impl PoissonFit {
    /// The root of the information matrix of the fitted past.
    pub fn information(&self) -> Result<InformationRoot, NotEstimable> {
        InformationRoot::of(&self.past, self.n_origins, self.n_ages)
    }
}

/// Fits the model. Refused when cells are missing, a column of increments sums to nothing or less, an origin has no
/// capital, or there are no more cells than unknowns.
pub fn poisson_fit(triangle: &Triangle) -> Result<PoissonFit, NotEstimable> {
    let start = triangle.first_positive_age().ok_or(NotEstimable::NothingObserved)?;
    let rows: Result<Vec<Row>, NotEstimable> =
        (0..triangle.origins().len()).map(|origin_index| row_from(triangle, origin_index, start)).collect();
    let rows = rows?;
    let n_ages = triangle.ages_months().len() - start;
    refuse_empty_columns(&rows, n_ages)?;
    let factors: Result<Vec<f64>, NotEstimable> =
        link_factors(triangle, Averaging::CHAIN_LADDER).iter().skip(start).map(|link| link.factor).collect();
    fitted(&rows, &factors?, n_ages)
}

/// The increments of one origin from the start of the ladder on.
struct Row {
    increments: Vec<f64>,
    newest: f64,
}

fn row_from(triangle: &Triangle, origin_index: usize, start: usize) -> Result<Row, NotEstimable> {
    let latest = triangle.latest(origin_index).ok_or(NotEstimable::NothingObserved)?;
    let mut increments = Vec::new();
    let mut before = 0.0;
    for age_index in start..=latest.age_index {
        let here = triangle.cumulative(origin_index, age_index).ok_or(NotEstimable::CellsMissing)?;
        increments.push(here - before);
        before = here;
    }
    if increments.is_empty() || latest.cumulative <= 0.0 {
        return Err(NotEstimable::VolumeNotPositive);
    }
    Ok(Row { increments, newest: latest.cumulative })
}

fn refuse_empty_columns(rows: &[Row], n_ages: usize) -> Result<(), NotEstimable> {
    let column = |age_index: usize| rows.iter().filter_map(move |row| row.increments.get(age_index));
    if (0..n_ages).all(|age_index| column(age_index).sum::<f64>() > 0.0) {
        Ok(())
    } else {
        Err(NotEstimable::ColumnNotPositive)
    }
}

fn fitted(rows: &[Row], factors: &[f64], n_ages: usize) -> Result<PoissonFit, NotEstimable> {
    let (mut past, mut observed, mut future) = (Vec::new(), Vec::new(), Vec::new());
    for (origin_index, row) in rows.iter().enumerate() {
        let n_known = row.increments.len();
        let expected = expected_increments(row, factors);
        let cells = expected.into_iter().enumerate();
        let mut cells: Vec<ModelCell> =
            cells.map(|(age_index, expected)| ModelCell { origin_index, age_index, expected }).collect();
        future.extend(cells.split_off(n_known));
        past.extend(cells);
        observed.extend_from_slice(&row.increments);
    }
    let n_unknowns = rows.len() + n_ages - 1;
    let degrees_of_freedom = past.len().checked_sub(n_unknowns).filter(|left| *left > 0);
    let degrees_of_freedom = degrees_of_freedom.ok_or(NotEstimable::TooFewLinks)?;
    let residual = |(cell, value): (&ModelCell, &f64)| ratio((value - cell.expected).powi(2), cell.expected);
    let squares: Result<Vec<f64>, NotEstimable> = past.iter().zip(&observed).map(residual).collect();
    let dispersion = squares?.iter().sum::<f64>() / degrees_of_freedom as f64;
    let n_negative = observed.iter().filter(|value| **value < 0.0).count();
    Ok(PoissonFit {
        past,
        observed,
        future,
        dispersion,
        degrees_of_freedom,
        n_negative,
        n_origins: rows.len(),
        n_ages,
    })
}

/// The increments that the model expects of an origin at every age: its newest figure carried back and forth.
fn expected_increments(row: &Row, factors: &[f64]) -> Vec<f64> {
    let newest_index = row.increments.len() - 1;
    let mut cumulative = vec![row.newest; factors.len() + 1];
    for age_index in (0..newest_index).rev() {
        cumulative[age_index] = cumulative[age_index + 1] / factors[age_index];
    }
    for age_index in newest_index..factors.len() {
        cumulative[age_index + 1] = cumulative[age_index] * factors[age_index];
    }
    let mut before = 0.0;
    cumulative.iter().map(|here| here - std::mem::replace(&mut before, *here)).collect()
}
