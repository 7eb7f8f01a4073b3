//! Symmetric systems of equations (对称线性方程组), small and dense.

/// A square matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct SquareMatrix {
    order: usize,
    cells: Vec<f64>,
}

impl SquareMatrix {
    /// All zeros.
    pub fn zeros(order: usize) -> Self {
        Self { order, cells: vec![0.0; order * order] }
    }

    /// Rows and columns.
    pub fn order(&self) -> usize {
        self.order
    }

    /// The value of a cell; 0 outside.
    pub fn at(&self, row: usize, column: usize) -> f64 {
        let inside = row < self.order && column < self.order;
        if inside { self.cells.get(row * self.order + column).copied().unwrap_or(0.0) } else { 0.0 }
    }

    /// Adds to a cell; nothing outside.
    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        let inside = row < self.order && column < self.order;
        if let Some(cell) = self.cells.get_mut(row * self.order + column).filter(|_| inside) {
            *cell += value;
        }
    }

    /// Adds `factor` times another matrix of the same order.
    pub fn add_scaled(&mut self, other: &Self, factor: f64) {
        for (cell, more) in self.cells.iter_mut().zip(&other.cells) {
            *cell += factor * more;
        }
    }

    /// Takes `pivot` out of what is left: each row and column loses its part of it.
    fn eliminate(&mut self, right: &mut [f64], pivot: usize, open: &[usize]) {
        let diagonal = self.at(pivot, pivot);
        let on_pivot = right.get(pivot).copied().unwrap_or(0.0);
        for row in open {
            let factor = self.at(*row, pivot) / diagonal;
            for column in open {
                self.add(*row, *column, -factor * self.at(pivot, *column));
            }
            if let Some(value) = right.get_mut(*row) {
                *value -= factor * on_pivot;
            }
        }
    }
}

/// uᵀ V⁻ u and the rank of V, for a V that may be singular but holds u: pivots below `tolerance` of the largest
/// diagonal are left out.
pub fn quadratic_form(matrix: &SquareMatrix, vector: &[f64], tolerance: f64) -> (f64, usize) {
    let (mut left, mut right) = (matrix.clone(), vector.to_vec());
    let mut open: Vec<usize> = (0..matrix.order()).collect();
    let least = tolerance * open.iter().map(|index| matrix.at(*index, *index)).fold(0.0, f64::max);
    let (mut sum, mut rank) = (0.0, 0);
    while let Some(place) = largest_pivot(&left, &open) {
        let pivot = open.swap_remove(place);
        let diagonal = left.at(pivot, pivot);
        if diagonal <= least {
            break;
        }
        let value = right.get(pivot).copied().unwrap_or(0.0);
        sum += value * value / diagonal;
        rank += 1;
        left.eliminate(&mut right, pivot, &open);
    }
    (sum, rank)
}

fn largest_pivot(matrix: &SquareMatrix, open: &[usize]) -> Option<usize> {
    let diagonal = |place: &usize| open.get(*place).map_or(0.0, |index| matrix.at(*index, *index));
    (0..open.len()).max_by(|left, right| diagonal(left).total_cmp(&diagonal(right)))
}

/// x with A x = b, for a symmetric A whose pivots are above 0; nothing when one is not.
pub fn solve_positive(matrix: &SquareMatrix, vector: &[f64]) -> Option<Vec<f64>> {
    let (mut left, mut right) = (matrix.clone(), vector.to_vec());
    let order = matrix.order();
    for pivot in 0..order {
        let diagonal = left.at(pivot, pivot);
        if diagonal.is_nan() || diagonal <= 0.0 {
            return None;
        }
        let open: Vec<usize> = (pivot + 1..order).collect();
        left.eliminate(&mut right, pivot, &open);
    }
    let mut solution = vec![0.0; order];
    for row in (0..order).rev() {
        let known: f64 =
            solution.iter().enumerate().skip(row + 1).map(|(column, x)| left.at(row, column) * x).sum();
        let value = (right.get(row)? - known) / left.at(row, row);
        *solution.get_mut(row)? = value;
    }
    Some(solution)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(rows: &[&[f64]]) -> SquareMatrix {
        let mut matrix = SquareMatrix::zeros(rows.len());
        for (row, cells) in rows.iter().enumerate() {
            cells.iter().enumerate().for_each(|(column, value)| matrix.add(row, column, *value));
        }
        matrix
    }

    #[test]
    fn a_system_is_solved() {
        let solution = solve_positive(&matrix(&[&[4.0, 2.0], &[2.0, 3.0]]), &[10.0, 9.0]).unwrap();
        assert!((solution[0] - 1.5).abs() < 1e-15 && (solution[1] - 2.0).abs() < 1e-15);
        assert_eq!(solve_positive(&matrix(&[&[1.0, 1.0], &[1.0, 1.0]]), &[1.0, 1.0]), None);
        assert_eq!(solve_positive(&SquareMatrix::zeros(0), &[]), Some(vec![]));
    }

    #[test]
    fn a_singular_form_has_a_lower_rank() {
        let singular = matrix(&[&[2.0, -1.0, -1.0], &[-1.0, 2.0, -1.0], &[-1.0, -1.0, 2.0]]);
        let (sum, rank) = quadratic_form(&singular, &[1.0, 0.0, -1.0], 1e-10);
        assert!((sum - 2.0 / 3.0).abs() < 1e-14);
        assert_eq!(rank, 2);
        assert_eq!(quadratic_form(&SquareMatrix::zeros(2), &[0.0, 0.0], 1e-10), (0.0, 0));
    }
}
