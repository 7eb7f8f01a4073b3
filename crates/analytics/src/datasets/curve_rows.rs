//! Rows of `start_curves` before they hold a figure (曲线行).

use model::datasets::start_curves::StartCurve;

use crate::not_estimable::NotEstimable;
use crate::profiles::CutProfile;

/// A row with its key and nothing else.
pub fn empty_row(cut: &CutProfile, method: &str, age_months: i32) -> StartCurve {
    StartCurve {
        as_of: cut.as_of(),
        event: cut.key.event.clone(),
        cohort: cut.key.cohort.clone(),
        dimension: cut.key.dimension.to_owned(),
        value: cut.key.value.clone(),
        method: method.to_owned(),
        age_months,
        ..StartCurve::default()
    }
}

/// The one row of a curve that cannot be estimated.
pub fn refused_row(cut: &CutProfile, method: &str, n_left_out: i64, reason: NotEstimable) -> StartCurve {
    StartCurve { n_left_out, note: Some(reason.code().to_owned()), ..empty_row(cut, method, 0) }
}
