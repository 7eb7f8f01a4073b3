//! The dataset `cohort_ages` (同龄比较): what each cohort had reached at each age, so that a young expo is not read as a
//! bad one.
//!
//! Every age up to that of the oldest project of the event; above its own age a cohort is in the future. Whole editions
//! and all together in every month, the other dimensions in the last month. Projects without a month of signing are in
//! no age; they are counted beside.

use model::datasets::cohort_ages::CohortAge;

use crate::age_cells::{AgeCell, CellKind, age_cells};
use crate::profiles::CutProfile;
use crate::survival::counted_incidence::{CountedStep, counted_incidence};
use crate::whole_numbers::{quotient, yuan};

/// The rows, sorted by key when the profiles are.
pub fn cohort_ages(profiles: &[CutProfile]) -> Vec<CohortAge> {
    profiles.iter().flat_map(rows_of).collect()
}

fn rows_of(cut: &CutProfile) -> Vec<CohortAge> {
    let steps = counted_incidence(&cut.profile.leaving());
    let mut passed = 0;
    let mut rows = Vec::with_capacity(cut.n_ages);
    for cell in age_cells(&cut.profile, cut.n_ages) {
        while steps.get(passed).is_some_and(|step| step.age_months as usize <= cell.age_months) {
            passed += 1;
        }
        rows.push(row_of(cut, &cell, incidence_after(&steps, passed)));
    }
    rows
}

/// The share that has started after so many steps.
fn incidence_after(steps: &[CountedStep], passed: usize) -> f64 {
    passed.checked_sub(1).and_then(|place| steps.get(place)).map_or(0.0, |step| step.started.share)
}

fn row_of(cut: &CutProfile, cell: &AgeCell, incidence: f64) -> CohortAge {
    let kind = cell.kind_of_start();
    let is_reached = kind != CellKind::Future;
    let capital = cell.has_capital().then(|| yuan(cell.capital));
    let capital_matured = cell.has_capital().then(|| yuan(cell.capital_matured));
    let (contract, contract_matured) = (yuan(cell.contract), yuan(cell.contract_matured));
    CohortAge {
        as_of: cut.as_of(),
        event: cut.key.event.clone(),
        cohort: cut.key.cohort.clone(),
        dimension: cut.key.dimension.to_owned(),
        value: cut.key.value.clone(),
        age_months: cell.age_months as i32,
        n_projects: cell.n_projects,
        n_undated: cut.profile.n_undated,
        n_matured: cell.n_matured,
        n_observed: cell.n_seen,
        n_started: cell.n_started,
        n_started_matured: cell.n_started_matured,
        start_rate: quotient(cell.n_started, cell.n_projects).filter(|_| is_reached),
        start_rate_matured: quotient(cell.n_started_matured, cell.n_matured),
        start_rate_aj: is_reached.then_some(incidence),
        contract_yuan: contract,
        contract_matured_yuan: contract_matured,
        capital_yuan: capital,
        capital_matured_yuan: capital_matured,
        capital_rate: capital.and_then(|capital| quotient(capital, contract)),
        capital_rate_matured: capital_matured.and_then(|capital| quotient(capital, contract_matured)),
        cell: kind.as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests;
