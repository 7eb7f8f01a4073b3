//! The curve on the day clock as rows of `start_curves` (按日计时的开工曲线): the method `km_days`.
//!
//! Kaplan–Meier over whole days from signing to start, read every 30 days: the age of a row counts steps of 30 days. Whole
//! editions and all together, in the last month. Who waits was last seen on the last day of that month; a termination
//! ends the observation at the end of the month that shows it. A group in which one started project lacks a day of
//! signing or of start has no such curve: a day made up from a month would be a fiction.

use std::collections::BTreeMap;

use model::datasets::start_curves::StartCurve;
use model::date::Date;
use model::month::Month;

use crate::confidence::Confidence;
use crate::cut_key::ALL;
use crate::datasets::curve_rows::{empty_row, refused_row};
use crate::not_estimable::NotEstimable;
use crate::panel::Panel;
use crate::profiles::CutProfile;
use crate::standings::{Outcome, Standing, Standings};
use crate::survival::kaplan_meier::{SurvivalStep, kaplan_meier};
use crate::survival::limits::{LimitScale, limits_of_share};
use crate::survival::risk_sets::{Followed, risk_sets};
use crate::whole_numbers::count;

const METHOD: &str = "km_days";

/// Days of one step of the curve.
const STEP_DAYS: i32 = 30;

/// What is known to the day, by project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DaysOfProjects {
    /// The day of signing.
    pub signed: BTreeMap<String, Date>,
    /// The day of the start.
    pub started: BTreeMap<String, Date>,
}

/// One project on the day clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Waited {
    days: i32,
    outcome: Outcome,
}

/// The rows of the last month, in the order of the profiles.
pub fn day_curves(
    panel: &Panel,
    standings: &Standings,
    profiles: &[CutProfile],
    days: &DaysOfProjects,
) -> Vec<StartCurve> {
    let Some((month, members)) = standings.last_month() else { return Vec::new() };
    let whole = |cut: &&CutProfile| cut.month.index() == month && cut.key.dimension == ALL;
    let rows = |cut: &CutProfile| {
        let names = &standings.names;
        let is_member = |one: &&Standing| {
            names.text(one.event) == cut.key.event
                && (cut.key.is_all_editions() || names.text(one.cohort) == cut.key.cohort)
        };
        let waited = members.iter().filter(is_member).map(|one| waited(panel, one, days));
        rows_of(cut, &waited.collect::<Vec<_>>())
    };
    profiles.iter().filter(whole).flat_map(rows).collect()
}

/// How long a project waited. Missing where the day of signing is not known; [`NotEstimable::DaysUnknown`] where it
/// started and one of the two days is not known.
fn waited(panel: &Panel, standing: &Standing, days: &DaysOfProjects) -> Result<Option<Waited>, NotEstimable> {
    let row = panel.months.get(standing.row as usize);
    let project = row.map_or("", |row| panel.words.text(row.project));
    let signed = days.signed.get(project);
    let until = match (standing.outcome, signed) {
        (Outcome::Started, signed) => {
            let started = days.started.get(project).filter(|_| signed.is_some());
            *started.ok_or(NotEstimable::DaysUnknown)?
        }
        (_, None) => return Ok(None),
        (Outcome::Waiting, _) => Month::from_index(standing.month).last_day(),
        (Outcome::Terminated, _) => {
            let months_since =
                standing.followed.map_or(0, |followed| followed.age.saturating_sub(followed.exit));
            let month = standing.month.saturating_sub(i32::try_from(months_since).unwrap_or(0));
            Month::from_index(month).last_day()
        }
    };
    let waited = |signed: &Date| Waited {
        days: until.days().saturating_sub(signed.days()).max(0),
        outcome: standing.outcome,
    };
    Ok(signed.map(waited))
}

fn rows_of(cut: &CutProfile, waited: &[Result<Option<Waited>, NotEstimable>]) -> Vec<StartCurve> {
    let n_undated = count(waited.iter().filter(|one| matches!(one, Ok(None))).count() as u64);
    let dated: Result<Vec<Option<Waited>>, NotEstimable> = waited.iter().copied().collect();
    let dated: Vec<Waited> = match dated {
        Ok(dated) => dated.into_iter().flatten().collect(),
        Err(reason) => return vec![refused_row(cut, METHOD, n_undated, reason)],
    };
    let Some(longest) = dated.iter().map(|one| one.days).max() else {
        return vec![refused_row(cut, METHOD, n_undated, NotEstimable::NothingObserved)];
    };
    let followed: Vec<Followed> = dated
        .iter()
        .map(|one| Followed {
            entry: None,
            exit: f64::from(one.days),
            happened: one.outcome == Outcome::Started,
        })
        .collect();
    let curve = kaplan_meier(&risk_sets(&followed));
    let steps = 0..=longest.saturating_add(STEP_DAYS - 1) / STEP_DAYS;
    steps.map(|step| StartCurve { n_left_out: n_undated, ..row_at(cut, step, &curve, &dated) }).collect()
}

/// The row of one step: everybody who left in the thirty days that end with it.
fn row_at(cut: &CutProfile, step: i32, curve: &[SurvivalStep], dated: &[Waited]) -> StartCurve {
    let until = step.saturating_mul(STEP_DAYS);
    let after = until - STEP_DAYS;
    let of = |outcome: Outcome| {
        let left = |one: &&Waited| one.outcome == outcome && after < one.days && one.days <= until;
        Some(count(dated.iter().filter(left).count() as u64))
    };
    let passed = curve.partition_point(|one| one.age_months <= f64::from(until));
    let last = passed.checked_sub(1).and_then(|place| curve.get(place));
    let survival = last.map_or(1.0, |one| one.survival);
    let se = last.map_or(Some(0.0), |one| one.standard_error);
    let limits = limits_of_share(survival, se, LimitScale::LogLog, Confidence::P95);
    StartCurve {
        n_risk: Some(count(dated.iter().filter(|one| one.days > after).count() as u64)),
        n_start: of(Outcome::Started),
        n_terminated: of(Outcome::Terminated),
        n_censored: of(Outcome::Waiting),
        survival: Some(survival),
        se,
        low: limits.map(|limits| limits.low),
        high: limits.map(|limits| limits.high),
        ..empty_row(cut, METHOD, step)
    }
}

#[cfg(test)]
mod tests;
