//! Capital by cohort and age (资金三角形测试).

use proptest::prelude::*;

use super::*;
use crate::profiles::profiles;
use crate::standings::Standings;
use crate::test_panels::{TestProject, degenerate_panels, panel_until};

fn triangle(projects: &[TestProject], last: i32) -> Vec<CapitalTriangleCell> {
    let panel = panel_until(projects, last);
    capital_triangle(&profiles(&panel, &Standings::of(&panel)))
}

#[test]
fn a_cohort_that_is_seen_late_has_no_made_up_past() {
    let late = TestProject { first_seen_at: 2, capital_a_month: 5, ..TestProject::new("P1") };
    let rows = triangle(&[late], 3);
    let last: Vec<_> = rows
        .iter()
        .filter(|row| {
            row.as_of == rows[rows.len() - 1].as_of && row.cohort == "2020" && row.dimension == "all"
        })
        .map(|row| (row.cell.as_str(), row.capital_yuan, row.capital_month_yuan))
        .collect();
    let expected = [
        ("unobserved", None, None),
        ("unobserved", None, None),
        ("complete", Some(5), None),
        ("complete", Some(10), Some(5)),
    ];
    assert_eq!(last, expected);
}

#[test]
fn nothing_panics_and_cells_say_what_they_are() {
    for panel in degenerate_panels() {
        for row in capital_triangle(&profiles(&panel, &Standings::of(&panel))) {
            let is_known = ["complete", "partial"].contains(&row.cell.as_str());
            assert_eq!(row.capital_yuan.is_some(), is_known, "{row:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_increments_add_up_to_the_capital_of_the_month(
        lives in prop::collection::vec((0..5_i32, -3..9_i64, 0..2_usize), 1..9),
    ) {
        let project = |(place, &(signed, capital_a_month, cohort)): (usize, &(i32, i64, usize))| TestProject {
            signed,
            capital_a_month,
            cohort: ["2020", "2021"][cohort],
            ..TestProject::new(format!("P{place}"))
        };
        let projects: Vec<TestProject> = lives.iter().enumerate().map(project).collect();
        let rows = triangle(&projects, 6);
        let as_of = rows.iter().map(|row| row.as_of).max().unwrap();
        for cohort in ["2020", "2021"] {
            let cells = rows.iter().filter(|row| row.as_of == as_of && row.dimension == "all" && row.cohort == cohort);
            let sum: i64 = cells.filter_map(|row| row.capital_month_yuan).sum();
            let latest = projects.iter().filter(|project| project.cohort == cohort);
            let latest: i64 = latest.map(|one| i64::from(6 - one.signed + 1) * one.capital_a_month).sum();
            prop_assert_eq!(sum, latest);
        }
    }
}
