//! Why editions differ (差异分解测试).

use proptest::prelude::*;

use super::*;
use crate::test_panels::{TestProject, degenerate_panels, is_a_number, panel_until};

fn rows_at(projects: &[TestProject], last: i32) -> Vec<Decomposition> {
    let panel = panel_until(projects, last);
    decomposition(&panel, &Standings::of(&panel))
}

/// So many projects of an edition and an industry, so many of them started.
fn projects(cohort: &'static str, unit: &'static str, n_started: usize, n: usize) -> Vec<TestProject> {
    let project = |place: usize| TestProject {
        cohort,
        unit,
        industry: unit,
        started_at: (place < n_started).then_some(0),
        capital_a_month: place as i64 + 1,
        ..TestProject::new(format!("{cohort}-{unit}-{place}"))
    };
    (0..n).map(project).collect()
}

fn sum(rows: &[Decomposition], measure: &str, method: &str) -> f64 {
    let wanted = rows.iter().filter(|row| row.measure == measure && row.method == method);
    let wanted =
        wanted.filter(|row| row.dimension == "industry" && row.value == "all" && row.effect != "total");
    wanted.filter_map(|row| row.amount).sum()
}

#[test]
fn effects_add_up_to_the_difference_of_the_editions() {
    let lives = [
        projects("2020", "A", 3, 4),
        projects("2020", "B", 1, 6),
        projects("2021", "A", 2, 5),
        projects("2021", "C", 2, 2),
    ];
    let rows = rows_at(&lives.concat(), 1);
    let difference = 4.0 / 7.0 - 4.0 / 10.0;
    for method in ["kitagawa2", "kitagawa3"] {
        assert!((sum(&rows, "start_rate", method) - difference).abs() < 1e-12, "{method}");
    }
    let capital = 2.0 * ((15.0 + 3.0) - (10.0 + 21.0));
    for method in ["das_gupta", "lmdi_additive"] {
        assert!((sum(&rows, "capital", method) - capital).abs() < 1e-9, "{method}");
    }
    let standardised = rows.iter().find(|row| {
        row.method == "standardised" && row.dimension == "industry" && row.effect == "difference"
    });
    assert!((standardised.unwrap().amount.unwrap() - (2.0 / 5.0 - 3.0 / 4.0)).abs() < 1e-12);
}

#[test]
fn a_reversal_has_a_row_for_each_edition_and_one_over_all() {
    let lives = [
        projects("2020", "A", 81, 87),
        projects("2021", "A", 192, 263),
        projects("2020", "B", 234, 270),
        projects("2021", "B", 55, 80),
    ];
    let rows = rows_at(&lives.concat(), 0);
    let found: Vec<_> = rows
        .iter()
        .filter(|row| row.method == "reversal" && row.dimension == "unit" && row.measure == "start_rate")
        .map(|row| (row.from_cohort.as_str(), row.amount.unwrap() > 0.0, row.n_from, row.n_to))
        .collect();
    assert_eq!(found, [("2020", true, 87, 270), ("2021", true, 263, 80), ("all", false, 350, 350)]);
    assert!(rows.iter().filter(|row| row.method == "reversal").all(|row| row.value == "A > B"));
}

#[test]
fn nothing_panics_and_what_is_missing_has_a_note() {
    for panel in degenerate_panels() {
        let rows = decomposition(&panel, &Standings::of(&panel));
        for row in &rows {
            assert!(is_a_number(row.amount) && row.amount.is_some() != row.note.is_some(), "{row:?}");
        }
        assert!(rows.is_sorted_by(|left, right| key(left) < key(right)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn parts_sum_to_the_total(counts in prop::collection::vec((0..4_usize, 1..5_usize), 4)) {
        let [a, b, c, d] = counts[..] else { return Ok(()) };
        let lives = [
            projects("2020", "A", a.0, a.1),
            projects("2020", "B", b.0, b.1),
            projects("2021", "A", c.0, c.1),
            projects("2021", "B", d.0, d.1),
        ];
        let rows = rows_at(&lives.concat(), 0);
        for total in rows.iter().filter(|row| row.effect == "total" && row.dimension == "industry") {
            let parts = rows.iter().filter(|row| row.measure == total.measure && row.method == total.method);
            let parts = parts.filter(|row| row.dimension == "industry" && row.value != "all");
            let sum: f64 = parts.filter_map(|row| row.amount).sum();
            prop_assert!((sum - total.amount.unwrap()).abs() < 1e-12);
        }
    }
}
