//! Every dataset over panels that have next to nothing (退化输入检验): no panic, no number that is none, no null without its
//! note, no key twice.

use std::collections::BTreeSet;

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::doubts::Doubt;
use model::datasets::project_months::ProjectMonth;
use model::policy::Scope;
use model::published_figure::PublishedFigure;
use model::supervision_rule::SupervisionRule;

use crate::checked_rows::problems;
use crate::datasets::capital_forecast::capital_forecast;
use crate::datasets::capital_triangle::capital_triangle;
use crate::datasets::changes::bridges::changes;
use crate::datasets::cohort_ages::cohort_ages;
use crate::datasets::comparisons::comparisons;
use crate::datasets::concentration::concentration;
use crate::datasets::curve_quartiles::curve_quartiles;
use crate::datasets::decomposition::decomposition;
use crate::datasets::expected_starts::expected_starts;
use crate::datasets::published::rows::published_audit;
use crate::datasets::rankings::rows::rankings;
use crate::datasets::rankings::settings::RankingSettings;
use crate::datasets::revisions::rows::revisions;
use crate::datasets::revisions::summary::revision_summary;
use crate::datasets::revisions::vintages::Vintage;
use crate::datasets::start_curves::start_curves;
use crate::datasets::supervision::plans::Plans;
use crate::datasets::supervision::rows::supervision;
use crate::datasets::supervision::rules::RuleSet;
use crate::headline_ranges::headline_ranges;
use crate::panel::Panel;
use crate::profiles::profiles;
use crate::standings::Standings;
use crate::test_panels::{TestProject, panel_of, rows_until};

const RULES: &str = include_str!("../../../../data/reference/supervision_rules.csv");
const PRINTED: &str = include_str!("published/published_figures.csv");

fn rules() -> RuleSet {
    let rows: Vec<SupervisionRule> =
        csv::Reader::from_reader(RULES.as_bytes()).deserialize().map(Result::unwrap).collect();
    RuleSet::of(&rows, "yinchuan").unwrap()
}

fn printed() -> Vec<PublishedFigure> {
    csv::Reader::from_reader(PRINTED.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// What is wrong with any dataset of the stage, `cohort_metrics` and what follows from it aside.
fn problems_of(panel: &Panel) -> Vec<String> {
    let standings = Standings::of(panel);
    let profiles = profiles(panel, &standings);
    [
        problems(&cohort_ages(&profiles)),
        problems(&start_curves(panel, &standings, &profiles)),
        problems(&curve_quartiles(&profiles)),
        problems(&capital_triangle(&profiles)),
        problems(&capital_forecast(&profiles)),
        problems(&comparisons(panel, &standings, &profiles)),
        problems(&decomposition(panel, &standings)),
        problems(&concentration(panel, &standings)),
        problems(&changes(panel, &BTreeSet::new())),
        problems(&supervision(panel, &rules(), &Plans::default())),
        problems(&expected_starts(panel, &standings)),
        problems(&rankings(panel, &RankingSettings::default())),
        problems(&published_audit(&printed(), &[(None, panel)])),
    ]
    .concat()
}

#[track_caller]
fn check(name: &str, rows: &[ProjectMonth]) {
    let found = problems_of(&panel_of(rows));
    assert!(found.is_empty(), "{name}: {} problems\n{}", found.len(), found[..found.len().min(9)].join("\n"));
}

/// Twelve projects of three editions and four units that start and get their capital.
fn twelve() -> Vec<TestProject> {
    let project = |place: i32| TestProject {
        cohort: ["2020", "2021", "2022"][place as usize % 3],
        unit: ["U1", "U2", "U3", "U4"][place as usize % 4],
        industry: ["A", "B"][place as usize % 2],
        signed: place % 3,
        started_at: (place % 2 == 0).then_some(place % 5),
        capital_a_month: i64::from(place),
        contract: Some(100 + i64::from(place)),
        ..TestProject::new(format!("P{place:02}"))
    };
    (0..12).map(project).collect()
}

/// The twelve, each changed.
fn changed(change: impl Fn(&mut TestProject)) -> Vec<TestProject> {
    let mut projects = twelve();
    projects.iter_mut().for_each(change);
    projects
}

#[test]
fn few_projects_months_or_units() {
    check("no projects", &[]);
    check("one project", &rows_until(&twelve()[..1], 6));
    check("one project in one month", &rows_until(&twelve()[..1], 0));
    check("one month", &rows_until(&changed(|project| project.signed = 0), 0));
    check("one unit", &rows_until(&changed(|project| project.unit = "U1"), 6));
    check("one edition", &rows_until(&changed(|project| project.cohort = "2020"), 6));
    check("one edition called all", &rows_until(&changed(|project| project.cohort = "all"), 6));
    check("twelve projects", &rows_until(&twelve(), 6));
}

#[test]
fn all_alike() {
    let all_terminated = |project: &mut TestProject| {
        project.started_at = None;
        project.terminated_at = Some(0);
    };
    check("all terminated", &rows_until(&changed(all_terminated), 6));
    check("all started at once", &rows_until(&changed(|project| project.started_at = Some(0)), 6));
    check("none started", &rows_until(&changed(|project| project.started_at = None), 6));
    let both = |project: &mut TestProject| {
        project.started_at = Some(2);
        project.terminated_at = Some(2);
    };
    check("started and terminated in one month", &rows_until(&changed(both), 6));
}

#[test]
fn no_money_or_too_much() {
    check("contract values of 0", &rows_until(&changed(|project| project.contract = Some(0)), 6));
    check("no contract values", &rows_until(&changed(|project| project.contract = None), 6));
    check("negative contract values", &rows_until(&changed(|project| project.contract = Some(-5)), 6));
    check("no capital", &rows_until(&changed(|project| project.capital_a_month = 0), 6));
    check("capital taken back", &rows_until(&changed(|project| project.capital_a_month = -7), 6));
    let huge = |project: &mut TestProject| {
        project.contract = Some(i64::MAX);
        project.capital_a_month = i64::MAX / 9;
    };
    check("more than fits", &rows_until(&changed(huge), 6));
    let huge_negative = |project: &mut TestProject| {
        project.contract = Some(i64::MIN);
        project.capital_a_month = i64::MIN / 9;
    };
    check("less than fits", &rows_until(&changed(huge_negative), 6));
}

#[test]
fn no_figures_and_doubts_of_any_size() {
    let nothing =
        CohortMetric { cohort: "all".to_owned(), dimension: "all".to_owned(), ..CohortMetric::default() };
    let doubt = |change: i64| Doubt {
        started_change: change.signum(),
        contract_change_yuan: change,
        capital_change_yuan: change,
        ..Doubt::default()
    };
    let doubts = [doubt(i64::MAX), doubt(i64::MIN), doubt(0)];
    for figures in [&[][..], std::slice::from_ref(&nothing)] {
        assert!(problems(&headline_ranges(figures, &doubts, &Scope::default())).is_empty());
        let panel = panel_of(&rows_until(&twelve(), 2));
        let vintage = |known_at| Vintage { known_at, figures, panel: Some(&panel) };
        for vintages in
            [vec![], vec![vintage("2023-01")], vec![vintage("?"), vintage("2023-02"), vintage("2024-02")]]
        {
            assert!(problems(&revisions(&vintages, &BTreeSet::new())).is_empty());
            assert!(problems(&revision_summary(&vintages)).is_empty());
        }
    }
}

#[test]
fn nothing_known() {
    check("no dates", &rows_until(&changed(|project| project.is_dated = false), 6));
    check("no returns", &rows_until(&changed(|project| project.first_seen_at = 99), 6));
    let mut bare = rows_until(&twelve(), 6);
    for row in &mut bare {
        *row =
            ProjectMonth { project_id: row.project_id.clone(), as_of: row.as_of, ..ProjectMonth::default() };
    }
    check("nothing but a number and a month", &bare);
    let mut early = rows_until(&twelve(), 6);
    early.iter_mut().for_each(|row| row.months_since_signing = Some(-3));
    check("before the signing", &early);
    let mut ancient = rows_until(&twelve(), 6);
    ancient.iter_mut().for_each(|row| row.months_since_signing = Some(i32::MAX));
    check("older than any calendar", &ancient);
}
