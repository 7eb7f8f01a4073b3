//! The dataset `start_curves` (开工曲线): time from signing to start, by four methods.
//!
//! Kaplan–Meier, Aalen–Johansen and its version by contract value: whole editions and all together in every month, the
//! other dimensions in the last month. Turnbull: whole editions and all together in the last month, since its work grows
//! with the third power of the ages. One row for each age at which somebody leaves. A curve that cannot be estimated has
//! one row, of age 0, with the reason. Everybody is followed from signing on: the list of signings is complete.

use model::datasets::start_curves::StartCurve;

use crate::confidence::Confidence;
use crate::cut_key::ALL;
use crate::datasets::curve_rows::{empty_row, refused_row};
use crate::datasets::turnbull_curves::turnbull_rows;
use crate::not_estimable::NotEstimable;
use crate::panel::Panel;
use crate::profiles::CutProfile;
use crate::rates::interval::Interval;
use crate::standings::Standings;
use crate::survival::aalen_johansen::Incidence;
use crate::survival::counted_incidence::{CountedStep, counted_incidence};
use crate::survival::leaving::{LeavingAt, of_start_only, risk_sets_at_ages};
use crate::survival::nelson_aalen::nelson_aalen;
use crate::whole_numbers::count;

/// The rows, sorted by key when the profiles are.
pub fn start_curves(panel: &Panel, standings: &Standings, profiles: &[CutProfile]) -> Vec<StartCurve> {
    let last = standings.last_month();
    let rows = |cut: &CutProfile| {
        let mut rows = incidence_rows(cut);
        rows.extend(kaplan_meier_rows(cut));
        if let Some((_, members)) = last.filter(|(month, _)| *month == cut.month.index())
            && cut.key.dimension == ALL
        {
            rows.extend(turnbull_rows(cut, panel, standings, members));
        }
        rows.extend(weighted_rows(cut));
        rows
    };
    profiles.iter().flat_map(rows).collect()
}

/// Aalen–Johansen: a termination competes with the start.
fn incidence_rows(cut: &CutProfile) -> Vec<StartCurve> {
    let leaving = cut.profile.leaving();
    rows_of(cut, "aj", &leaving, cut.profile.n_undated, NotEstimable::NothingObserved, with_incidence)
}

/// The same by contract value; the counts are those of the projects that have one.
fn weighted_rows(cut: &CutProfile) -> Vec<StartCurve> {
    let leaving = cut.profile.leaving_value();
    let n_weighing: u64 = leaving.iter().map(|at| at.leaving.n()).sum();
    let n_left_out = cut.profile.n_all - count(n_weighing);
    rows_of(cut, "weighted", &leaving, n_left_out, NotEstimable::NoExposure, with_incidence)
}

/// Kaplan–Meier with the hazard of Nelson and Aalen: a termination ends the observation.
fn kaplan_meier_rows(cut: &CutProfile) -> Vec<StartCurve> {
    let leaving = cut.profile.leaving();
    let starts = of_start_only(&leaving);
    let ages: Vec<u32> = starts.iter().map(|at| at.age_months).collect();
    let hazards = nelson_aalen(&risk_sets_at_ages(&starts, &ages));
    let rows =
        rows_of(cut, "km", &starts, cut.profile.n_undated, NotEstimable::NothingObserved, with_survival);
    let told = |(place, row): (usize, StartCurve)| {
        let n_terminated = leaving.get(place).map(|at| count(at.leaving.by_cause[2].n));
        StartCurve {
            // a termination ends the observation, and is still told apart from a last sighting
            n_censored: row.n_censored.zip(n_terminated).map(|(n, n_terminated)| n - n_terminated),
            n_terminated: row.n_terminated.and(n_terminated),
            cumulative_hazard: hazards.get(place).map(|step| step.hazard),
            ..row
        }
    };
    rows.into_iter().enumerate().map(told).collect()
}

fn rows_of(
    cut: &CutProfile,
    method: &str,
    leaving: &[LeavingAt],
    n_left_out: i64,
    reason: NotEstimable,
    figures: fn(&CountedStep, StartCurve) -> StartCurve,
) -> Vec<StartCurve> {
    if leaving.is_empty() {
        return vec![refused_row(cut, method, n_left_out, reason)];
    }
    let row = |step: &CountedStep| {
        let [censored, started, terminated] = step.leaving.by_cause;
        let counts = StartCurve {
            n_risk: Some(count(step.at_risk.n)),
            n_start: Some(count(started.n)),
            n_terminated: Some(count(terminated.n)),
            n_censored: Some(count(censored.n)),
            n_left_out,
            survival: Some(step.event_free.share),
            ..empty_row(cut, method, step.age_months as i32)
        };
        figures(step, counts)
    };
    counted_incidence(leaving).iter().map(row).collect()
}

fn with_incidence(step: &CountedStep, row: StartCurve) -> StartCurve {
    let (se, limits) = error_and_limits(&step.started);
    StartCurve {
        cif_start: Some(step.started.share),
        cif_terminated: Some(step.terminated.share),
        se: Some(se),
        low: limits.map(|limits| limits.low),
        high: limits.map(|limits| limits.high),
        ..row
    }
}

/// Greenwood's error; missing once the share is 0.
fn with_survival(step: &CountedStep, row: StartCurve) -> StartCurve {
    let (se, limits) = error_and_limits(&step.event_free);
    StartCurve {
        se: (step.event_free.share > 0.0).then_some(se),
        low: limits.map(|limits| limits.low),
        high: limits.map(|limits| limits.high),
        ..row
    }
}

fn error_and_limits(share: &Incidence) -> (f64, Option<Interval>) {
    let limits = share.limits(Confidence::P95);
    (share.standard_error, limits.filter(|limits| limits.low.is_finite() && limits.high.is_finite()))
}

#[cfg(test)]
mod tests;
