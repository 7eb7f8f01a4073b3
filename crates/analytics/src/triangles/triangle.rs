//! The triangle (三角形): cumulative capital by origin (cohort) and age in months.
//!
//! A cell is observed, missing or in the future. Nothing is interpolated; capital that was taken back stays as a
//! negative increment.

use crate::not_estimable::NotEstimable;

/// One figure that goes into a triangle.
#[derive(Debug, Clone, PartialEq)]
pub struct TriangleCell {
    /// The cohort, such as the year of signing.
    pub origin: String,
    /// Months since the origin.
    pub age_months: u32,
    /// Money: cumulative or incremental, as the constructor says. A value that is no number is a missing cell.
    pub value: f64,
}

/// What one cell of a triangle is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CellState {
    /// Cumulative money that was reported.
    Observed(f64),
    /// It should be known and is not: a later age of the same origin was reported.
    Missing,
    /// The origin has not reached that age.
    Future,
}

/// The newest figure of an origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Latest {
    /// Place in [`Triangle::ages_months`].
    pub age_index: usize,
    /// Cumulative money.
    pub cumulative: f64,
}

/// Cumulative money by origin and age. Origins stand as they came, ages in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Triangle {
    origins: Vec<String>,
    ages_months: Vec<u32>,
    cells: Vec<Vec<CellState>>,
}

impl Triangle {
    /// A triangle of cumulative figures. Refused when a cell comes twice.
    pub fn from_cumulative(cells: &[TriangleCell]) -> Result<Triangle, NotEstimable> {
        let (origins, ages_months, values) = laid_out(cells)?;
        let cells = values.iter().map(|row| marked(row)).collect();
        Ok(Triangle { origins, ages_months, cells })
    }

    /// A triangle of increments: the money of each single age. What comes after a missing increment is missing too,
    /// because its cumulative money is unknown. Refused when a cell comes twice.
    pub fn from_increments(cells: &[TriangleCell]) -> Result<Triangle, NotEstimable> {
        let (origins, ages_months, values) = laid_out(cells)?;
        let cells = values.iter().map(|row| summed(&marked(row))).collect();
        Ok(Triangle { origins, ages_months, cells })
    }

    /// The cohorts, one for each row.
    pub fn origins(&self) -> &[String] {
        &self.origins
    }

    /// Months since the origin, one for each column.
    pub fn ages_months(&self) -> &[u32] {
        &self.ages_months
    }

    /// What a cell is. Outside the triangle everything is in the future.
    pub fn cell(&self, origin_index: usize, age_index: usize) -> CellState {
        let cell = self.cells.get(origin_index).and_then(|row| row.get(age_index));
        cell.copied().unwrap_or(CellState::Future)
    }

    /// The cumulative money of a cell, when it was observed.
    pub fn cumulative(&self, origin_index: usize, age_index: usize) -> Option<f64> {
        match self.cell(origin_index, age_index) {
            CellState::Observed(value) => Some(value),
            CellState::Missing | CellState::Future => None,
        }
    }

    /// The newest observed figure of an origin. Missing when it has none.
    pub fn latest(&self, origin_index: usize) -> Option<Latest> {
        let observed =
            |age_index| Some(Latest { age_index, cumulative: self.cumulative(origin_index, age_index)? });
        (0..self.ages_months.len()).rev().find_map(observed)
    }

    /// The money of a single age; at the first age all that had arrived by then. Missing when it or the age before
    /// is not observed.
    pub fn increment(&self, origin_index: usize, age_index: usize) -> Option<f64> {
        let here = self.cumulative(origin_index, age_index)?;
        match age_index.checked_sub(1) {
            None => Some(here),
            Some(before) => Some(here - self.cumulative(origin_index, before)?),
        }
    }

    /// The first age at which capital had arrived anywhere: the ladder starts there. Missing when none has.
    pub fn first_positive_age(&self) -> Option<usize> {
        (0..self.ages_months.len()).find(|age_index| self.column_sum(*age_index) > 0.0)
    }

    fn column_sum(&self, age_index: usize) -> f64 {
        (0..self.origins.len()).filter_map(|origin_index| self.cumulative(origin_index, age_index)).sum()
    }
}

type LaidOut = (Vec<String>, Vec<u32>, Vec<Vec<Option<f64>>>);

/// The cells as a table, without their meaning.
fn laid_out(cells: &[TriangleCell]) -> Result<LaidOut, NotEstimable> {
    let mut origins: Vec<String> = Vec::new();
    for cell in cells {
        if !origins.contains(&cell.origin) {
            origins.push(cell.origin.clone());
        }
    }
    let mut ages_months: Vec<u32> = cells.iter().map(|cell| cell.age_months).collect();
    ages_months.sort_unstable();
    ages_months.dedup();
    let mut seen = vec![vec![false; ages_months.len()]; origins.len()];
    let mut values = vec![vec![None; ages_months.len()]; origins.len()];
    for cell in cells {
        let Some(row) = origins.iter().position(|origin| *origin == cell.origin) else { continue };
        let Ok(column) = ages_months.binary_search(&cell.age_months) else { continue };
        if std::mem::replace(&mut seen[row][column], true) {
            return Err(NotEstimable::InputsDisagree);
        }
        values[row][column] = Some(cell.value).filter(|value| value.is_finite());
    }
    Ok((origins, ages_months, values))
}

/// A row whose gaps are told from its future.
fn marked(row: &[Option<f64>]) -> Vec<CellState> {
    let n_known = row.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    let state = |(age_index, value): (usize, &Option<f64>)| match value {
        Some(value) => CellState::Observed(*value),
        None if age_index < n_known => CellState::Missing,
        None => CellState::Future,
    };
    row.iter().enumerate().map(state).collect()
}

/// A row of increments as cumulative money.
fn summed(row: &[CellState]) -> Vec<CellState> {
    let mut total = Some(0.0);
    let cumulate = |cell: &CellState| match *cell {
        CellState::Observed(increment) => {
            total = total.map(|total| total + increment);
            total.map_or(CellState::Missing, CellState::Observed)
        }
        CellState::Missing => {
            total = None;
            CellState::Missing
        }
        CellState::Future => CellState::Future,
    };
    row.iter().map(cumulate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(values: &[(&str, u32, f64)]) -> Vec<TriangleCell> {
        let cell = |(origin, age_months, value): &(&str, u32, f64)| TriangleCell {
            origin: (*origin).to_owned(),
            age_months: *age_months,
            value: *value,
        };
        values.iter().map(cell).collect()
    }

    #[test]
    fn gaps_are_marked_and_never_filled() {
        let triangle = Triangle::from_cumulative(&cells(&[
            ("2020", 0, 0.0),
            ("2020", 1, 5.0),
            ("2020", 3, 4.0),
            ("2021", 0, 0.0),
            ("2021", 1, f64::NAN),
        ]));
        let triangle = triangle.unwrap();
        assert_eq!(triangle.ages_months(), [0, 1, 3]);
        assert_eq!(triangle.cell(1, 1), CellState::Future);
        assert_eq!(triangle.increment(0, 2), Some(-1.0), "capital taken back stays negative");
        assert_eq!(triangle.first_positive_age(), Some(1));
        assert_eq!(triangle.latest(1), Some(Latest { age_index: 0, cumulative: 0.0 }));
        assert_eq!(triangle.cell(9, 9), CellState::Future);
    }

    #[test]
    fn after_a_lost_increment_the_total_is_unknown() {
        let given = cells(&[("2020", 1, 5.0), ("2020", 3, 4.0), ("2021", 1, 1.0), ("2021", 2, 1.0)]);
        let triangle = Triangle::from_increments(&given).unwrap();
        assert_eq!(triangle.cell(0, 1), CellState::Missing);
        assert_eq!(triangle.cell(0, 2), CellState::Missing);
        assert_eq!(triangle.latest(0), Some(Latest { age_index: 0, cumulative: 5.0 }));
        assert_eq!(triangle.cumulative(1, 1), Some(2.0));
        assert_eq!(triangle.increment(0, 2), None);
    }

    #[test]
    fn a_cell_that_comes_twice_is_refused() {
        let twice = cells(&[("2020", 1, 5.0), ("2020", 1, f64::NAN)]);
        assert_eq!(Triangle::from_cumulative(&twice), Err(NotEstimable::InputsDisagree));
        assert_eq!(Triangle::from_cumulative(&[]).unwrap().first_positive_age(), None);
    }
}
