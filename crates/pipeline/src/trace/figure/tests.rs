//! Figures of a small release.

use model::field::Field;

use super::*;
use crate::trace::figure_key::metric_of;
use crate::trace::grounds::Grounds;
use crate::trace::hand_made::empty;
use crate::trace::sayings::Sayings;
use crate::trace::values::Headings;
use crate::trace::workbooks::Workbooks;

fn grounds() -> Grounds {
    empty()
        .project_of("P1", "P1")
        .project_of("P2", "P2")
        .said("P1", "2023-05", &[(Field::StatusRaw, "started"), (Field::ArrivedTotal, "30")])
        .said("P2", "2023-05", &[(Field::StatusRaw, "signed"), (Field::ArrivedTotal, "12")])
        .panel("P1", "2023-05", |row| {
            row.started = Some(true);
            row.stage = Some("started".to_owned());
            row.capital_cumulative_yuan = Some(30);
        })
        .panel("P2", "2023-05", |row| {
            row.started = Some(false);
            row.stage = Some("signed".to_owned());
            row.capital_cumulative_yuan = Some(12);
        })
}

fn traced(grounds: &Grounds, metric: &str, row: &CohortMetric) -> FigureTrace {
    let (sayings, headings) = (Sayings::of(grounds), Headings::of(&grounds.columns));
    let ledgers = Workbooks::default();
    let finder = Finder { grounds, sayings: &sayings, headings: &headings, ledgers: &ledgers };
    trace_figure(metric_of(metric).unwrap(), row, &finder)
}

fn row() -> CohortMetric {
    CohortMetric {
        as_of: "2023-05-31".parse().unwrap(),
        event: "智博会".to_owned(),
        cohort: "all".to_owned(),
        dimension: "all".to_owned(),
        value: "all".to_owned(),
        n_projects: 2,
        n_started: 1,
        capital_yuan: 42,
        ..CohortMetric::default()
    }
}

#[test]
fn projects_add_up_and_each_is_proven() {
    let grounds = grounds();
    let check = |metric: &str, expected: (i64, Option<i64>, usize)| {
        let traced = traced(&grounds, metric, &row());
        assert_eq!((traced.sum, traced.base, traced.projects.len()), expected, "{metric}");
        assert!(traced.closes, "{metric}");
        assert!(traced.projects.iter().all(|project| project.is_proven), "{metric}: {traced:#?}");
    };
    check("n_projects", (2, None, 2));
    check("n_started", (1, None, 1));
    check("start_rate", (1, Some(2), 2));
    check("capital_yuan", (42, None, 2));
    check("n_suspended", (0, None, 0));
}

#[test]
fn what_does_not_add_up_or_is_not_said_is_told() {
    let mut grounds = grounds();
    assert!(!traced(&grounds, "capital_yuan", &CohortMetric { capital_yuan: 43, ..row() }).closes);
    grounds.project_months[0].capital_cumulative_yuan = Some(31);
    let doubtful = traced(&grounds, "capital_yuan", &CohortMetric { capital_yuan: 43, ..row() });
    let proven: Vec<bool> = doubtful.projects.iter().map(|project| project.is_proven).collect();
    assert_eq!((doubtful.closes, proven), (true, vec![false, true]));
    assert!(
        traced(&empty(), "start_rate", &CohortMetric { n_projects: 0, n_started: 0, ..row() })
            .projects
            .is_empty()
    );
}
