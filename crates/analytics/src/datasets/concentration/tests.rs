//! How money is spread (集中度测试).

use super::*;
use crate::test_panels::{TestProject, degenerate_panels, is_a_number, panel_until};

fn rows_at(projects: &[TestProject], last: i32) -> Vec<Concentration> {
    let panel = panel_until(projects, last);
    concentration(&panel, &Standings::of(&panel))
}

#[track_caller]
fn find<'a>(rows: &'a [Concentration], measure: &str, dimension: &str) -> &'a Concentration {
    let as_of = rows.iter().map(|row| row.as_of).max().unwrap();
    let is_wanted =
        |row: &&Concentration| row.as_of == as_of && row.cohort == "all" && row.measure == measure;
    rows.iter().filter(is_wanted).find(|row| row.dimension == dimension).unwrap()
}

fn four_projects() -> Vec<TestProject> {
    let new = |id: &str, contract| TestProject { contract, ..TestProject::new(id) };
    vec![
        TestProject { started_at: Some(0), ..new("P1", Some(600)) },
        TestProject { unit: "U2", ..new("P2", Some(300)) },
        TestProject { cohort: "2021", ..new("P3", Some(100)) },
        TestProject { unit: "U2", ..new("P4", None) },
    ]
}

#[test]
fn contract_value_is_spread_over_projects_and_units() {
    let rows = rows_at(&four_projects(), 1);
    let projects = find(&rows, "contract", "project");
    assert_eq!((projects.n, projects.n_unknown, projects.total_yuan), (3, 1, 1000));
    assert!((projects.hhi.unwrap() - 0.46).abs() < 1e-15 && projects.cr1 == Some(0.6));
    assert_eq!(projects.rate, Some(0.6));
    assert_eq!(projects.leave_one_out_project_id.as_deref(), Some("P1"));
    assert_eq!(projects.leave_one_out_rate, Some(0.0));
    let units = find(&rows, "contract", "unit");
    assert_eq!((units.n, units.cr1, units.rate), (2, Some(0.7), None));
}

#[test]
fn nothing_to_spread_is_said() {
    let rows = rows_at(&four_projects(), 1);
    let capital = find(&rows, "capital", "project");
    assert_eq!((capital.hhi, capital.note.as_deref()), (None, Some("zero_total")));
    let one = rows.iter().find(|row| row.cohort == "2021" && row.measure == "contract").unwrap();
    assert_eq!((one.hhi, one.hhi_normalised, one.note.as_deref()), (Some(1.0), None, Some("no_spread")));
}

#[test]
fn only_the_last_month_is_cut_by_dimensions() {
    let rows = rows_at(&four_projects(), 2);
    let last = rows.iter().map(|row| row.as_of).max().unwrap();
    assert!(rows.iter().all(|row| row.dimension == "project" || row.as_of == last));
    assert_eq!(rows.iter().filter(|row| row.as_of != last).count(), 2 * 3 * 2);
}

#[test]
fn nothing_panics_and_every_number_is_one() {
    for panel in degenerate_panels() {
        let rows = concentration(&panel, &Standings::of(&panel));
        for row in &rows {
            let measures = [row.hhi, row.hhi_normalised, row.effective_number, row.cr1, row.cr3, row.cr10];
            let others = [row.gini, row.theil, row.rate, row.leave_one_out_rate];
            assert!(measures.into_iter().chain(others).all(is_a_number), "{row:?}");
            assert!(row.hhi.is_some() || row.note.is_some(), "{row:?}");
        }
        assert!(rows.is_sorted_by(|left, right| key(left) < key(right)));
    }
}
