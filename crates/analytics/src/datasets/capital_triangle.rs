//! The dataset `capital_triangle` (资金三角形): capital by cohort and age.
//!
//! Every age up to that of the oldest project of the event. Whole editions and all together in every month, the other
//! dimensions in the last month. Nothing is interpolated: a cell in which no capital is known is marked. The increments
//! of a cohort that is known from signing on add up to its capital in that month.

use model::datasets::capital_triangle::CapitalTriangleCell;

use crate::age_cells::{AgeCell, age_cells};
use crate::profiles::CutProfile;
use crate::whole_numbers::yuan;

/// The rows, sorted by key when the profiles are.
pub fn capital_triangle(profiles: &[CutProfile]) -> Vec<CapitalTriangleCell> {
    profiles.iter().flat_map(rows_of).collect()
}

fn rows_of(cut: &CutProfile) -> Vec<CapitalTriangleCell> {
    let mut before = Some(0);
    let row = |cell: AgeCell| {
        let capital = cell.has_capital().then_some(cell.capital);
        let increment = capital.zip(before).map(|(here, before)| here - before);
        before = capital;
        row_of(cut, &cell, capital, increment)
    };
    age_cells(&cut.profile, cut.n_ages).into_iter().map(row).collect()
}

fn row_of(
    cut: &CutProfile,
    cell: &AgeCell,
    capital: Option<i128>,
    increment: Option<i128>,
) -> CapitalTriangleCell {
    CapitalTriangleCell {
        as_of: cut.as_of(),
        event: cut.key.event.clone(),
        cohort: cut.key.cohort.clone(),
        dimension: cut.key.dimension.to_owned(),
        value: cut.key.value.clone(),
        age_months: cell.age_months as i32,
        n_projects: cell.n_projects,
        n_matured: cell.n_matured,
        n_observed: cell.n_capital,
        contract_yuan: yuan(cell.contract),
        capital_yuan: capital.map(yuan),
        capital_month_yuan: increment.map(yuan),
        cell: cell.kind_of_capital().as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests;
