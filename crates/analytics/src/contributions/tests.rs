//! What projects add up to is what the engine counts, for every metric and every cut of random panels.

use model::datasets::cohort_metrics::CohortMetric;
use model::policy::{KeepOrDrop, Start};
use model::row_values::row_value;
use polars::prelude::IntoLazy;
use proptest::prelude::*;
use store::frames::{frame_of, rows_of_frame};

use super::*;
use crate::analytics::cohort_metrics;
use crate::datasets::hand_made::{month, months, start};
use crate::metrics::METRICS;
use crate::metrics::median_months_to_start::median_of;

fn figures(rows: &[ProjectMonth], policy: &Policy, scope: &Scope) -> Vec<CohortMetric> {
    let planned = cohort_metrics(frame_of(rows).unwrap().lazy(), policy, scope).unwrap();
    rows_of_frame(&planned.collect().unwrap()).unwrap()
}

/// Every figure, made of its projects, is the figure of the engine.
fn check(rows: &[ProjectMonth], policy: &Policy, scope: &Scope) {
    for figure in figures(rows, policy, scope) {
        let counted = contributions(rows, figure.as_of, policy, scope);
        let cut = (figure.dimension.as_str(), figure.value.as_str());
        let members: Vec<&Contribution<'_>> =
            counted.iter().filter(|one| one.is_in(&figure.event, &figure.cohort, cut)).collect();
        let sum = |name: &str| members.iter().map(|one| one.amount(name).unwrap()).sum::<i64>();
        for metric in METRICS {
            let made = match composition(metric.name).unwrap() {
                Composition::Sum(name) => Some(sum(name) as f64),
                Composition::Quotient(over, under) => {
                    (sum(under) != 0).then(|| sum(over) as f64 / sum(under) as f64)
                }
                Composition::Median => {
                    median_of(members.iter().filter_map(|one| Some((one.months_followed?, one.start_seen))))
                }
            };
            let is_limit = matches!(metric.name, "start_rate_low" | "start_rate_high");
            assert!(
                is_limit || made == row_value(&figure, metric.name).unwrap().number(),
                "{} {figure:?}",
                metric.name
            );
        }
    }
}

#[test]
fn a_small_panel_is_told_project_by_project() {
    let mut rows = months("A", "2022-12", 3, |age, row| start(row, age, 1));
    rows.extend(months("B", "2023-01", 2, |_, row| row.terminated = true));
    check(&rows, &Policy::default(), &Scope::default());
    let january = rows[1].as_of;
    let told = contributions(&rows, january, &Policy::default(), &Scope::default());
    let told: Vec<_> = told.iter().map(|one| (one.row.project_id.as_str(), one.newly_started)).collect();
    assert_eq!(told, [("A", true), ("B", false)]);
}

#[test]
fn a_name_that_is_no_figure_adds_nothing() {
    let rows = [month("A", "2023-01")];
    let one = contributions(&rows, rows[0].as_of, &Policy::default(), &Scope::default())[0];
    assert_eq!((one.amount("n_project"), composition("n_project")), (None, None));
    assert_eq!(value_of(&rows[0], "colour"), None);
}

fn any_month() -> impl Strategy<Value = ProjectMonth> {
    let place = (0..4_u8, 0..4_i32, 0..3_u8, prop::option::of(-2..9_i32));
    let flags = (any::<[bool; 7]>(), prop::option::of(-5..60_i64), prop::option::of(0..9_i64));
    (place, flags).prop_map(|((project, at, cohort, age), (flags, contract, capital))| {
        let as_of = Month::new(2023, 1).unwrap().plus(at);
        ProjectMonth {
            cohort: (cohort > 0).then(|| (2020 + i32::from(cohort)).to_string()),
            unit_code: flags[0].then(|| "U1".to_owned()),
            tracked: flags[1],
            started: Some(flags[2]).filter(|_| flags[3]),
            start_month: flags[2].then(|| as_of.plus(-i32::from(cohort)).last_day()),
            in_production: Some(flags[4]),
            terminated: flags[5],
            suspended: flags[6],
            months_since_signing: age,
            contract_yuan: contract,
            capital_cumulative_yuan: capital,
            capital_month_yuan: capital,
            ..month(&format!("P{project}"), &as_of.to_string())
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_figure_is_the_sum_of_its_projects(
        months in prop::collection::vec(any_month(), 0..14), drops in any::<bool>(), is_current in any::<bool>(),
    ) {
        let mut rows = months;
        rows.sort_by(|a, b| (&a.project_id, a.as_of).cmp(&(&b.project_id, b.as_of)));
        rows.dedup_by(|a, b| (&a.project_id, a.as_of) == (&b.project_id, b.as_of));
        let policy = Policy {
            terminated: if drops { KeepOrDrop::Drop } else { KeepOrDrop::Keep },
            start: if is_current { Start::Current } else { Start::Ever },
            ..Policy::default()
        };
        check(&rows, &policy, &Scope { tracked_only: drops, ..Scope::default() });
    }
}
