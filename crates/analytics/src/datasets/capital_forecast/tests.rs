//! Forecasts of capital (资金预测测试).

use super::*;
use crate::profiles::profiles;
use crate::standings::Standings;
use crate::test_panels::{TestProject, degenerate_panels, panel_until};

fn forecasts(projects: &[TestProject], last: i32) -> Vec<CapitalForecast> {
    let panel = panel_until(projects, last);
    let rows = capital_forecast(&profiles(&panel, &Standings::of(&panel)));
    let as_of = rows.iter().map(|row| row.as_of).max();
    rows.into_iter().filter(|row| Some(row.as_of) == as_of && row.dimension == "all").collect()
}

#[track_caller]
fn find<'a>(rows: &'a [CapitalForecast], cohort: &str, method: &str) -> &'a CapitalForecast {
    rows.iter().find(|row| row.cohort == cohort && row.method == method).unwrap()
}

/// Three yearly cohorts by month; each month 10, 20 and 30 arrive.
fn three_cohorts() -> Vec<TestProject> {
    let cohort = |(place, cohort): (usize, &'static str)| TestProject {
        cohort,
        signed: 12 * place as i32,
        capital_a_month: 10 * (place as i64 + 1),
        contract: Some(1000 * (place as i64 + 1)),
        ..TestProject::new(format!("P{place}"))
    };
    ["2020", "2021", "2022"].into_iter().enumerate().map(cohort).collect()
}

#[test]
fn a_cohort_grows_as_the_older_ones_did() {
    let rows = forecasts(&three_cohorts(), 30);
    let young = find(&rows, "2022", "chain_ladder");
    assert_eq!((young.latest_age_months, young.ultimate_age_months), (Some(6), Some(30)));
    assert_eq!(
        (young.latest_yuan, young.ultimate_yuan, young.to_come_yuan),
        (Some(210), Some(930), Some(720))
    );
    assert_eq!((young.n_links, young.note.as_deref()), (Some(1), None));
    let old = find(&rows, "2020", "chain_ladder");
    assert_eq!((old.to_come_yuan, old.n_links), (Some(0), None));
    let sum = find(&rows, "all", "chain_ladder");
    assert_eq!((sum.latest_yuan, sum.ultimate_yuan), (Some(310 + 380 + 210), Some(310 + 620 + 930)));
    for method in ["bornhuetter_ferguson", "cape_cod"] {
        assert_eq!(find(&rows, "2022", method).ultimate_yuan, Some(930), "all cohorts are alike");
    }
}

#[test]
fn with_three_yearly_cohorts_by_month_the_error_is_not_estimable_and_the_note_says_so() {
    let rows = forecasts(&three_cohorts(), 30);
    let mack = find(&rows, "2022", "mack");
    assert_eq!((mack.ultimate_yuan, mack.standard_error_yuan, mack.low_yuan), (Some(930), None, None));
    assert_eq!(mack.note.as_deref(), Some("several_spreads_missing"));
    assert_eq!(find(&rows, "2020", "mack").standard_error_yuan, Some(0));
    assert_eq!(find(&rows, "all", "mack").note.as_deref(), Some("several_spreads_missing"));
}

#[test]
fn cohorts_that_share_no_age_give_no_forecast() {
    let late = three_cohorts().into_iter().zip([26, 14, 2]);
    let late: Vec<_> = late.map(|(one, first_seen_at)| TestProject { first_seen_at, ..one }).collect();
    let rows = forecasts(&late, 30);
    let young = find(&rows, "2022", "chain_ladder");
    assert_eq!((young.latest_yuan, young.ultimate_yuan), (Some(150), None));
    assert_eq!(young.note.as_deref(), Some("too_few_links"));
    assert_eq!(find(&rows, "all", "cape_cod").note.as_deref(), Some("too_few_links"));
}

#[test]
fn a_cohort_without_a_known_capital_is_told_and_growing_coverage_too() {
    let mut projects = three_cohorts();
    projects[1].first_seen_at = 99;
    let rows = forecasts(&projects, 30);
    assert_eq!(find(&rows, "2021", "mack").note.as_deref(), Some("nothing_observed"));
    assert_eq!(find(&rows, "all", "mack").ultimate_yuan, None);
    projects[1].first_seen_at = 0;
    projects.push(TestProject { id: "late".into(), first_seen_at: 20, ..projects[0].clone() });
    let rows = forecasts(&projects, 30);
    assert_eq!(find(&rows, "2022", "chain_ladder").note.as_deref(), Some("coverage_grows"));
}

fn six_cohorts() -> Vec<TestProject> {
    let cohorts = ["2020", "2021", "2022", "2023", "2024", "2025"];
    let cohort = |(place, cohort): (usize, &'static str)| TestProject {
        cohort,
        signed: place as i32,
        capital_a_month: [7, 12, 9, 15, 8, 11][place],
        ..TestProject::new(format!("P{place}"))
    };
    cohorts.into_iter().enumerate().map(cohort).collect()
}

#[test]
fn many_cohorts_have_errors_and_limits() {
    let rows = forecasts(&six_cohorts(), 5);
    for method in ["mack", "odp", "odp_bootstrap"] {
        let row = find(&rows, "2024", method);
        assert!(row.standard_error_yuan.is_some() && row.note.is_none(), "{row:?}");
        assert!(row.latest_yuan <= row.low_yuan && row.low_yuan <= row.ultimate_yuan, "{row:?}");
        assert!(row.ultimate_yuan <= row.high_yuan, "{row:?}");
    }
}

#[test]
fn further_methods_stand_beside_the_ladder() {
    let mut projects = three_cohorts();
    projects[0].capital_a_month = 40;
    let rows = forecasts(&projects, 30);
    let ultimate = |method| find(&rows, "2022", method).ultimate_yuan.unwrap();
    // all grow by one and the same pattern, so that every ladder says the same
    for method in ["ladder_newest", "ladder_simple", "ladder_regression", "odp_bootstrap"] {
        assert_eq!(ultimate(method), ultimate("chain_ladder"), "{method}");
    }
    let between = [ultimate("bornhuetter_ferguson"), ultimate("chain_ladder")];
    let benktander = ultimate("benktander");
    assert!(between.iter().min() < Some(&benktander) && Some(&benktander) < between.iter().max());
    let old = find(&rows, "2020", "odp_bootstrap");
    assert_eq!((old.to_come_yuan, old.standard_error_yuan, old.low_yuan), (Some(0), Some(0), None));
    let earlier = panel_until(&projects, 30);
    let all = capital_forecast(&profiles(&earlier, &Standings::of(&earlier)));
    let months: std::collections::BTreeSet<_> =
        all.iter().filter(|row| row.method == "benktander").map(|row| row.as_of).collect();
    assert_eq!(months.len(), 1, "in the last month alone");
}

/// The six, and of each edition one more project that is heard of later, so that no two grow alike.
fn uneven_cohorts() -> Vec<TestProject> {
    let mut projects = six_cohorts();
    projects.iter_mut().for_each(|project| project.capital_a_month *= 1_000_000);
    let late = |(place, project): (usize, &TestProject)| TestProject {
        id: format!("L{place}"),
        first_seen_at: [1, 2, 1, 1, 0, 0][place],
        capital_a_month: 4_000_000,
        ..project.clone()
    };
    let later: Vec<TestProject> = projects.iter().enumerate().map(late).collect();
    projects.extend(later);
    projects
}

#[test]
fn drawn_limits_are_near_the_analytic_ones_and_the_same_each_time() {
    let rows = forecasts(&uneven_cohorts(), 5);
    for cohort in ["2023", "2024", "2025", "all"] {
        let (drawn, analytic) = (find(&rows, cohort, "odp_bootstrap"), find(&rows, cohort, "odp"));
        let ratio = drawn.standard_error_yuan.unwrap() as f64 / analytic.standard_error_yuan.unwrap() as f64;
        assert!((0.5..2.0).contains(&ratio), "{drawn:?} {analytic:?}");
        assert!(drawn.low_yuan <= drawn.ultimate_yuan && drawn.ultimate_yuan <= drawn.high_yuan);
    }
    assert_eq!(rows, forecasts(&uneven_cohorts(), 5));
}

#[test]
fn nothing_panics_and_what_is_missing_has_a_note() {
    for panel in degenerate_panels() {
        let rows = capital_forecast(&profiles(&panel, &Standings::of(&panel)));
        for row in &rows {
            assert!(row.ultimate_yuan.is_some() || row.note.is_some(), "{row:?}");
        }
        assert!(rows.is_sorted_by(|left, right| key(left) < key(right)));
    }
}
