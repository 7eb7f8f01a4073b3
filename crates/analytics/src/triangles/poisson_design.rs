//! The equations behind the over-dispersed Poisson model (过离散泊松模型的方程组): one unknown for each origin and
//! for each age but the first, solved by Cholesky's root of the information matrix.

use crate::not_estimable::NotEstimable;

/// One cell of the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ModelCell {
    /// Row of the triangle.
    pub origin_index: usize,
    /// Column of the triangle, counted from the start of the ladder.
    pub age_index: usize,
    /// The increment that the model expects, money.
    pub expected: f64,
}

/// The information matrix of the model, as the lower triangle of its root.
#[derive(Debug, Clone, PartialEq)]
pub struct InformationRoot {
    n_origins: usize,
    rows: Vec<Vec<f64>>,
}

impl InformationRoot {
    /// From the observed cells. Refused when they do not determine the unknowns.
    pub fn of(cells: &[ModelCell], n_origins: usize, n_ages: usize) -> Result<InformationRoot, NotEstimable> {
        let n_unknowns = n_origins + n_ages.saturating_sub(1);
        let mut matrix = vec![vec![0.0; n_unknowns]; n_unknowns];
        for cell in cells {
            let places = places(cell, n_origins);
            for row in places.into_iter().flatten() {
                for column in places.into_iter().flatten() {
                    matrix[row][column] += cell.expected;
                }
            }
        }
        Ok(InformationRoot { n_origins, rows: root(&matrix)? })
    }

    /// The variance of Σ expected over some cells, for a dispersion of 1: the quadratic form of the inverse.
    pub fn variance_of_sum(&self, cells: &[ModelCell]) -> f64 {
        let mut direction = vec![0.0; self.rows.len()];
        for cell in cells {
            for place in places(cell, self.n_origins).into_iter().flatten() {
                direction[place] += cell.expected;
            }
        }
        self.half_solved(direction).iter().map(|part| part * part).sum()
    }

    /// How much an observed cell determines its own expectation, 0 to 1.
    pub fn leverage(&self, cell: &ModelCell) -> f64 {
        if cell.expected <= 0.0 { 0.0 } else { self.variance_of_sum(&[*cell]) / cell.expected }
    }

    /// Root⁻¹ · direction.
    fn half_solved(&self, mut direction: Vec<f64>) -> Vec<f64> {
        for (row_index, row) in self.rows.iter().enumerate() {
            let known: f64 = row.iter().zip(&direction).take(row_index).map(|(root, part)| root * part).sum();
            direction[row_index] = (direction[row_index] - known) / row[row_index];
        }
        direction
    }
}

/// The unknowns of a cell: its origin, and its age unless that is the first.
fn places(cell: &ModelCell, n_origins: usize) -> [Option<usize>; 2] {
    [Some(cell.origin_index), cell.age_index.checked_sub(1).map(|age| n_origins + age)]
}

fn root(matrix: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, NotEstimable> {
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for (row_index, row) in matrix.iter().enumerate() {
        let mut root_row: Vec<f64> = Vec::new();
        for (column_index, other) in rows.iter().enumerate() {
            let known: f64 = root_row.iter().zip(other).map(|(left, right)| left * right).sum();
            root_row.push((row[column_index] - known) / other[column_index]);
        }
        let left = row[row_index] - root_row.iter().map(|part| part * part).sum::<f64>();
        if left.is_nan() || left <= row[row_index] * 1e-12 {
            return Err(NotEstimable::VolumeNotPositive);
        }
        root_row.push(left.sqrt());
        rows.push(root_row);
    }
    Ok(rows)
}
