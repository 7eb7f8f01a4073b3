//! The dataset `curve_quartiles` (开工时间四分位): by when a quarter, half and three quarters had started.
//!
//! Whole editions and all together in every month, the other dimensions in the last month. Read off the curves of
//! `start_curves`: Kaplan–Meier as R's `quantile.survfit` does, Aalen–Johansen by the same rule, so that the share is of
//! all projects and a termination keeps a project from it for good. A share that the curve does not come to has no
//! months, and never the last age instead.

use model::datasets::curve_quartiles::CurveQuartile;

use crate::confidence::Confidence;
use crate::not_estimable::NotEstimable;
use crate::profiles::CutProfile;
use crate::survival::counted_incidence::counted_incidence;
use crate::survival::kaplan_meier::kaplan_meier;
use crate::survival::leaving::{LeavingAt, of_start_only, risk_sets_at_ages};
use crate::survival::limits::LimitScale;
use crate::survival::quantiles::{Quantile, incidence_quantile_with_limits, quantile_with_limits};

/// The shares, in percent.
const PERCENTS: [i32; 3] = [25, 50, 75];

/// The rows, sorted by key when the profiles are.
pub fn curve_quartiles(profiles: &[CutProfile]) -> Vec<CurveQuartile> {
    profiles.iter().flat_map(rows_of).collect()
}

fn rows_of(cut: &CutProfile) -> Vec<CurveQuartile> {
    let leaving = cut.profile.leaving();
    let mut rows = incidence_rows(cut, &leaving);
    rows.extend(kaplan_meier_rows(cut, &leaving));
    rows
}

fn incidence_rows(cut: &CutProfile, leaving: &[LeavingAt]) -> Vec<CurveQuartile> {
    let steps: Vec<_> =
        counted_incidence(leaving).iter().map(|step| (f64::from(step.age_months), step.started)).collect();
    let quartile = |percent: i32| incidence_quantile_with_limits(&steps, share(percent), Confidence::P95);
    PERCENTS.iter().map(|percent| row_of(cut, leaving, "aj", *percent, quartile(*percent))).collect()
}

fn kaplan_meier_rows(cut: &CutProfile, leaving: &[LeavingAt]) -> Vec<CurveQuartile> {
    let ages: Vec<u32> = leaving.iter().map(|at| at.age_months).collect();
    let curve = kaplan_meier(&risk_sets_at_ages(&of_start_only(leaving), &ages));
    let quartile =
        |percent: i32| quantile_with_limits(&curve, share(percent), LimitScale::LogLog, Confidence::P95);
    PERCENTS.iter().map(|percent| row_of(cut, leaving, "km", *percent, quartile(*percent))).collect()
}

fn share(percent: i32) -> f64 {
    f64::from(percent) / 100.0
}

fn row_of(
    cut: &CutProfile,
    leaving: &[LeavingAt],
    method: &str,
    percent: i32,
    quartile: Quantile,
) -> CurveQuartile {
    let reason =
        if leaving.is_empty() { NotEstimable::NothingObserved } else { NotEstimable::BeyondFollowUp };
    CurveQuartile {
        as_of: cut.as_of(),
        event: cut.key.event.clone(),
        cohort: cut.key.cohort.clone(),
        dimension: cut.key.dimension.to_owned(),
        value: cut.key.value.clone(),
        method: method.to_owned(),
        percent,
        n_projects: cut.profile.n_dated(),
        n_started: cut.profile.n_dated_started(),
        last_age_months: leaving.last().and_then(|at| i32::try_from(at.age_months).ok()),
        months: quartile.age_months,
        low: quartile.low,
        high: quartile.high,
        note: quartile.age_months.is_none().then(|| reason.code().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profiles::profiles;
    use crate::standings::Standings;
    use crate::test_panels::{TestProject, degenerate_panels, is_a_number, panel_until};

    /// The rows of all editions in the last month.
    fn last_month(projects: &[TestProject], last: i32) -> Vec<CurveQuartile> {
        let panel = panel_until(projects, last);
        let rows = curve_quartiles(&profiles(&panel, &Standings::of(&panel)));
        let as_of = rows.iter().map(|row| row.as_of).max();
        let is_wanted =
            |row: &CurveQuartile| Some(row.as_of) == as_of && row.dimension == "all" && row.cohort == "all";
        rows.into_iter().filter(is_wanted).collect()
    }

    fn started_at(ages: &[i32]) -> Vec<TestProject> {
        let project = |(place, age): (usize, &i32)| TestProject {
            started_at: Some(*age),
            ..TestProject::new(format!("P{place}"))
        };
        ages.iter().enumerate().map(project).collect()
    }

    #[test]
    fn without_terminations_both_methods_agree() {
        let rows = last_month(&started_at(&[1, 2, 3, 4, 5, 6, 7]), 12);
        let months = |method: &str| -> Vec<Option<f64>> {
            rows.iter().filter(|row| row.method == method).map(|row| row.months).collect()
        };
        assert_eq!(months("km"), [Some(2.0), Some(4.0), Some(6.0)]);
        assert_eq!(months("aj"), months("km"));
        assert!(rows.iter().all(|row| row.low <= row.months && row.note.is_none() && row.n_started == 7));
    }

    #[test]
    fn terminations_keep_the_share_of_all_projects_down() {
        let mut projects = started_at(&[1, 2, 3, 4]);
        let terminated =
            |place: i32| TestProject { terminated_at: Some(0), ..TestProject::new(format!("T{place}")) };
        projects.extend((0..4).map(terminated));
        let rows = last_month(&projects, 12);
        let said = |method: &str, percent: i32| {
            let row = rows.iter().find(|row| row.method == method && row.percent == percent).unwrap();
            (row.months, row.note.as_deref())
        };
        assert_eq!(said("km", 50), (Some(2.5), None));
        // half of all projects have started at 4 months, and nobody ever will after them
        assert_eq!((said("aj", 25), said("aj", 50)), ((Some(2.5), None), (Some(4.0), None)));
        assert_eq!(said("aj", 75), (None, Some("beyond_follow_up")));
    }

    #[test]
    fn nothing_panics_and_what_is_missing_has_a_note() {
        for panel in degenerate_panels() {
            let rows = curve_quartiles(&profiles(&panel, &Standings::of(&panel)));
            for row in &rows {
                assert!(row.months.is_some() != row.note.is_some(), "{row:?}");
                assert!([row.months, row.low, row.high].into_iter().all(is_a_number), "{row:?}");
            }
            let key = |row: &CurveQuartile| {
                let cut = (row.cohort.clone(), row.dimension.clone(), row.value.clone());
                (row.as_of, row.event.clone(), cut, row.method.clone(), row.percent)
            };
            assert!(rows.is_sorted_by(|left, right| key(left) < key(right)));
        }
    }
}
