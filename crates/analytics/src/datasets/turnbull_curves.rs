//! The interval-censored curve of a group as rows of `start_curves` (区间删失曲线行).

use model::datasets::start_curves::StartCurve;

use crate::datasets::curve_rows::{empty_row, refused_row};
use crate::not_estimable::NotEstimable;
use crate::panel::Panel;
use crate::profiles::CutProfile;
use crate::standings::{Standing, Standings};
use crate::start_intervals::start_intervals;
use crate::survival::innermost_intervals::{EventInterval, innermost_intervals};
use crate::survival::turnbull::{IntervalCurve, interval_curve};
use crate::whole_numbers::count;

const METHOD: &str = "turnbull";

/// More places than this cost too much: the work grows with the third power. Ten years of monthly returns.
const MOST_PLACES: usize = 120;

/// One row for each age by which a fall of the curve has ended. `month` is the population of the profile's month.
pub fn turnbull_rows(
    cut: &CutProfile,
    panel: &Panel,
    standings: &Standings,
    month: &[Standing],
) -> Vec<StartCurve> {
    let intervals = start_intervals(panel, &members_of(cut, standings, month));
    let n_silent = cut.profile.n_all - count(intervals.len() as u64);
    match bounded_curve(&intervals) {
        Ok(curve) => rows_of(cut, &curve, n_silent),
        Err(reason) => vec![refused_row(cut, METHOD, n_silent, reason)],
    }
}

fn bounded_curve(intervals: &[EventInterval]) -> Result<IntervalCurve, NotEstimable> {
    if innermost_intervals(intervals).len() > MOST_PLACES {
        return Err(NotEstimable::TooLarge);
    }
    interval_curve(intervals)
}

fn members_of(cut: &CutProfile, standings: &Standings, month: &[Standing]) -> Vec<Standing> {
    let names = &standings.names;
    let is_member = |standing: &&Standing| {
        names.text(standing.event) == cut.key.event
            && (cut.key.is_all_editions() || names.text(standing.cohort) == cut.key.cohort)
    };
    month.iter().filter(is_member).copied().collect()
}

fn rows_of(cut: &CutProfile, curve: &IntervalCurve, n_silent: i64) -> Vec<StartCurve> {
    let n_left_out = n_silent + count(curve.n_left_out);
    let by = curve.falls.iter().map(|fall| fall.place.by).filter(|by| by.is_finite());
    let row = |by: f64| {
        let survival = curve.survival_at(by).most;
        StartCurve {
            n_left_out,
            survival: Some(survival),
            cif_start: Some(1.0 - survival),
            ..empty_row(cut, METHOD, by as i32)
        }
    };
    let rows: Vec<StartCurve> = by.map(row).collect();
    if rows.is_empty() {
        // nobody has started: the curve stands at 1 as far as it reaches
        let flat =
            StartCurve { n_left_out, survival: Some(1.0), cif_start: Some(0.0), ..empty_row(cut, METHOD, 0) };
        return vec![flat];
    }
    rows
}
