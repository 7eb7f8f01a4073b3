//! Comparisons of groups (组间比较测试).

use super::*;
use crate::profiles::profiles;
use crate::survival::gray::gray_test;
use crate::survival::groups::Member;
use crate::survival::log_rank::{AgeWeight, TiedVariance, compare_curves};
use crate::survival::spells::Spell;
use crate::test_panels::{TestProject, degenerate_panels, is_a_number, panel_until};

fn rows_at(projects: &[TestProject], last: i32) -> Vec<Comparison> {
    let panel = panel_until(projects, last);
    let standings = Standings::of(&panel);
    comparisons(&panel, &standings, &profiles(&panel, &standings))
}

#[track_caller]
fn find<'a>(rows: &'a [Comparison], dimension: &str, a: &str, method: &str) -> &'a Comparison {
    let as_of = rows.iter().map(|row| row.as_of).max().unwrap();
    let is_wanted = |row: &&Comparison| {
        row.as_of == as_of && row.dimension == dimension && row.a == a && row.method == method
    };
    rows.iter().find(is_wanted).unwrap()
}

/// Edition, unit, age at start, age at termination.
type Life = (&'static str, &'static str, Option<i32>, Option<i32>);

const LIVES: [Life; 8] = [
    ("2020", "U1", Some(1), None),
    ("2020", "U1", Some(2), None),
    ("2020", "U2", None, Some(3)),
    ("2020", "U2", Some(5), None),
    ("2021", "U1", Some(4), None),
    ("2021", "U2", None, None),
    ("2021", "U2", None, Some(1)),
    ("2021", "U3", None, None),
];

fn projects() -> Vec<TestProject> {
    let project = |(place, life): (usize, &Life)| TestProject {
        cohort: life.0,
        unit: life.1,
        started_at: life.2,
        terminated_at: life.3,
        ..TestProject::new(format!("P{place}"))
    };
    LIVES.iter().enumerate().map(project).collect()
}

fn members() -> Vec<Member> {
    let member = |(project, life): (usize, &Life)| {
        let (exit, status) = match (life.2, life.3) {
            (Some(start), _) => (start, 1),
            (None, Some(end)) => (end, 2),
            (None, None) => (6, 0),
        };
        let spell = Spell { project, entry: None, exit: f64::from(exit), status, weight: 1.0 };
        Member { spell, group: usize::from(life.0 == "2021"), stratum: 0 }
    };
    LIVES.iter().enumerate().map(member).collect()
}

#[test]
fn the_tests_are_those_of_single_spells() {
    let rows = rows_at(&projects(), 6);
    let members = members();
    for (name, weight) in [("log_rank", AgeWeight::One), ("wilcoxon", AgeWeight::AtRisk)] {
        let theirs = compare_curves(&members, 2, 1, weight, TiedVariance::Hypergeometric).unwrap().test;
        let ours = find(&rows, "cohort", "2020", name);
        assert!((ours.statistic.unwrap() - theirs.statistic).abs() < 1e-12);
        assert!((ours.p.unwrap() - theirs.p_value).abs() < 1e-12);
    }
    let ours = find(&rows, "cohort", "2020", "gray");
    assert!((ours.p.unwrap() - gray_test(&members, 2, 1, 0.0).unwrap().p_value).abs() < 1e-12);
}

#[test]
fn shares_and_mean_times_are_first_less_second() {
    let rows = rows_at(&projects(), 6);
    let newcombe = find(&rows, "cohort", "2020", "newcombe");
    assert_eq!((newcombe.n_a, newcombe.n_started_a, newcombe.n_b, newcombe.n_started_b), (4, 3, 4, 1));
    assert_eq!((newcombe.estimate, newcombe.p), (Some(0.5), None));
    assert!(newcombe.low < newcombe.estimate && newcombe.estimate < newcombe.high);
    let means = find(&rows, "cohort", "2020", "rmst_difference");
    assert_eq!(means.tau_months, Some(6));
    assert!(means.estimate.unwrap() < 0.0, "the first starts earlier");
}

#[test]
fn a_unit_stands_against_the_rest_of_its_group_and_all_pairs_share_a_correction() {
    let rows = rows_at(&projects(), 6);
    let unit = find(&rows, "unit", "U1", "newcombe");
    assert_eq!((unit.b.as_str(), unit.n_a, unit.n_b), ("rest", 3, 5));
    let fisher: Vec<_> =
        rows.iter().filter(|row| row.dimension == "unit" && row.method == "fisher").collect();
    assert_eq!(fisher.len(), 3);
    assert!(fisher.iter().all(|row| row.p_holm >= row.p));
    assert_eq!(find(&rows, "unit", "U3", "log_rank").n_a, 1);
}

#[test]
fn editions_are_compared_stratum_by_stratum() {
    // Alike within each industry and unlike in mix: 8 of 10 of A and 2 of 10 of B start in both editions.
    let edition = |cohort: &'static str, n_of: [usize; 2]| {
        let of_industry = move |(industry, n, n_started): (&'static str, usize, usize)| {
            (0..n).map(move |place| TestProject {
                cohort,
                industry,
                started_at: (place < n_started).then_some(1),
                ..TestProject::new(format!("{cohort}{industry}{place:02}"))
            })
        };
        let [of_a, of_b] = n_of;
        [("A", of_a, of_a * 8 / 10), ("B", of_b, of_b * 2 / 10)].into_iter().flat_map(of_industry)
    };
    let projects: Vec<TestProject> = edition("2020", [30, 10]).chain(edition("2021", [10, 30])).collect();
    let rows = rows_at(&projects, 3);
    let plain = find(&rows, "cohort", "2020", "newcombe");
    assert!((plain.estimate.unwrap() - 0.3).abs() < 1e-12);
    for method in ["mh_difference_industry", "standardised_industry"] {
        let row = find(&rows, "cohort", "2020", method);
        assert!(row.estimate.unwrap().abs() < 1e-12 && row.p.unwrap() > 0.999, "{row:?}");
        assert!(row.low.unwrap() < 0.0 && row.high.unwrap() > 0.0 && row.n_a == 40, "{row:?}");
    }
    let odds = find(&rows, "cohort", "2020", "mh_odds_ratio_industry");
    assert!((odds.estimate.unwrap() - 1.0).abs() < 1e-12 && odds.p_holm.is_some());
    assert!(find(&rows, "cohort", "2020", "equal_odds_industry").p.unwrap() > 0.999);
    let as_a_whole = find(&rows, "cohort", "2020", "mh_difference_size_band");
    assert!((as_a_whole.estimate.unwrap() - 0.3).abs() < 1e-12, "one band, called unknown");
    let single = find(&rows, "cohort", "2020", "equal_odds_size_band");
    assert_eq!(single.note.as_deref(), Some("too_few_projects"));
}

#[test]
fn nothing_panics_and_what_is_missing_has_a_note() {
    for panel in degenerate_panels() {
        let standings = Standings::of(&panel);
        let rows = comparisons(&panel, &standings, &profiles(&panel, &standings));
        for row in &rows {
            let numbers = [row.estimate, row.low, row.high, row.statistic, row.p, row.p_holm];
            assert!(numbers.into_iter().all(is_a_number), "{row:?}");
            assert!(row.note.is_some() || row.estimate.is_some() || row.p.is_some(), "{row:?}");
        }
        let key = |row: &Comparison| {
            let sides = (row.a.clone(), row.b.clone(), row.method.clone());
            (row.as_of, row.event.clone(), row.dimension.clone(), sides)
        };
        assert!(rows.is_sorted_by(|left, right| key(left) < key(right)));
    }
}

#[test]
fn with_many_editions_earlier_months_compare_neighbours_only() {
    let editions = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"];
    let project = |cohort| TestProject { cohort, ..TestProject::new(cohort) };
    let rows = rows_at(&editions.map(project), 1);
    let last = rows.iter().map(|row| row.as_of).max().unwrap();
    let n_pairs = |is_last: bool| {
        let fisher = rows.iter().filter(|row| row.dimension == "cohort" && row.method == "fisher");
        fisher.filter(|row| (row.as_of == last) == is_last).count()
    };
    assert_eq!((n_pairs(false), n_pairs(true)), (12, 13 * 12 / 2));
}

#[test]
fn with_many_industries_each_stands_against_the_rest() {
    let names: Vec<&'static str> =
        "ABCDEFGHIJKLMNOPQRSTU".split("").filter(|name| !name.is_empty()).collect();
    let projects: Vec<TestProject> =
        names.iter().map(|name| TestProject { industry: name, ..TestProject::new(*name) }).collect();
    let rows = rows_at(&projects, 0);
    let industry = find(&rows, "industry", "A", "newcombe");
    assert_eq!((industry.b.as_str(), industry.n_a, industry.n_b), ("rest", 1, 20));
}
