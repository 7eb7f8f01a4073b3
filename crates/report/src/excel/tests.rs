//! The workbook of small made-up releases: empty, one project, hostile names.

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::findings::Finding;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::supervision::Supervision;
use model::policy::{Policy, Scope};
use model::reference::Reference;

use super::*;
use crate::excel::cell::{Cell, Content};
use crate::release::Rows;
use crate::style::Style;

const HOSTILE: [&str; 7] = [
    "=cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "<script>alert(1)</script>",
    "a*b?c~d\"e",
    ">=100",
    "مشروع\u{202e}🚀",
    "1e3",
];

/// Rows that own themselves.
#[derive(Default)]
struct Panel {
    months: Vec<ProjectMonth>,
    projects: Vec<Project>,
    metrics: Vec<CohortMetric>,
    findings: Vec<Finding>,
    lights: Vec<Supervision>,
}

impl Panel {
    fn add(&mut self, id: &str, name: &str) {
        let text = || Some(name.to_owned());
        self.months.push(ProjectMonth {
            project_id: id.to_owned(),
            as_of: "2023-07-31".parse().unwrap(),
            event: Some("智博会".to_owned()),
            cohort: Some("2020".to_owned()),
            unit_code: text(),
            industry_code: text(),
            started: Some(true),
            reported: true,
            contract_yuan: Some(687_600_000_000),
            capital_cumulative_yuan: Some(110_220_000_000),
            ..ProjectMonth::default()
        });
        self.projects.push(Project {
            project_id: id.to_owned(),
            name: name.to_owned(),
            investor: text(),
            ..Project::default()
        });
        let (as_of, light) = ("2023-07-31".parse().unwrap(), "red".to_owned());
        self.lights.push(Supervision { as_of, project_id: id.to_owned(), light, ..Supervision::default() });
        let project_id = Some(id.to_owned());
        self.findings.push(Finding { raw: text(), file: text(), project_id, ..Finding::default() });
    }

    fn figure(&mut self, cohort: &str, dimension: &str, value: &str, n: i64) {
        self.metrics.push(CohortMetric {
            as_of: "2023-07-31".parse().unwrap(),
            event: "智博会".to_owned(),
            cohort: cohort.to_owned(),
            dimension: dimension.to_owned(),
            value: value.to_owned(),
            n_projects: n,
            n_started: n,
            new_started: n,
            contract_yuan: 687_600_000_000 * n,
            contract_started_yuan: 687_600_000_000 * n,
            capital_yuan: 110_220_000_000 * n,
            ..CohortMetric::default()
        });
    }

    fn told<T>(&self, lang: Lang, tell: impl Fn(&Release<'_>) -> T) -> T {
        let rows = Rows {
            metrics: &self.metrics,
            project_months: &self.months,
            projects: &self.projects,
            findings: &self.findings,
            supervision: &self.lights,
            ..Rows::default()
        };
        tell(&Release {
            name: "test",
            release_id: "",
            as_of: "2023-07-31".parse().unwrap(),
            rows,
            reference: &Reference::default(),
            definitions: &[],
            policy: &Policy::default(),
            scope: &Scope::default(),
            style: &Style { lang, ..Style::default() },
            is_synthetic: true,
        })
    }

    fn cells(&self, sheet: &str) -> Vec<Vec<Cell>> {
        self.told(Lang::Zh, |release| {
            let grids = sheets(&Book::of(release));
            let grid = grids.iter().find(|grid| grid.name == sheet).unwrap();
            grid.blocks.iter().flat_map(|block| block.rows.clone()).collect()
        })
    }
}

fn one_project() -> Panel {
    let mut panel = Panel::default();
    panel.add("P1", "新能源项目");
    panel.figure("2020", "all", "all", 1);
    panel.figure("all", "all", "all", 1);
    panel.figure("all", "unit", "新能源项目", 1);
    panel
}

fn hostile() -> Panel {
    let mut panel = Panel::default();
    let long = "长".repeat(40_000);
    for (place, name) in HOSTILE.into_iter().chain([long.as_str()]).enumerate() {
        panel.add(&format!("P{place}"), name);
        panel.figure("all", "unit", name, 1);
        panel.figure("all", "industry", name, 1);
    }
    panel.figure("all", "all", "all", 8);
    panel
}

#[test]
fn two_writes_give_the_same_bytes_in_both_languages() {
    for panel in [Panel::default(), one_project(), hostile()] {
        let written = |lang| panel.told(lang, |release| write_workbook(release).unwrap());
        let first = written(Lang::Zh);
        assert!(first.starts_with(b"PK"));
        assert_eq!(first, written(Lang::Zh));
        assert_ne!(first, written(Lang::En));
    }
}

#[test]
fn a_day_that_no_calendar_knows_is_no_end() {
    let far = |release: &Release<'_>| {
        write_workbook(&Release { as_of: Date::from_days(i32::MAX / 2), ..*release }).unwrap()
    };
    assert!(one_project().told(Lang::En, far).starts_with(b"PK"));
}

#[test]
fn figures_are_formulas_with_their_printed_values() {
    let rows = one_project().cells("分届次");
    let shown: Vec<&str> = rows[0].iter().map(Cell::shown).collect();
    assert_eq!(shown[..4], ["2020年", "1", "1", "100.0"]);
    assert_eq!(shown[11..16], ["6876.0", "6876.0", "100.0", "1102.2", "16.0"]);
    let live = rows[0].iter().filter(|cell| matches!(cell.content, Content::Formula { .. })).count();
    assert_eq!(live, rows[0].len() - 2, "all but the edition and the median");
    assert_eq!(rows[0][3].pattern, "0.0\"*\"");
    assert_eq!(rows[0][0].target.as_ref().map(|target| target.row), Some(3));
}

#[test]
fn a_figure_that_the_data_sheet_does_not_make_is_no_formula() {
    let mut panel = one_project();
    panel.metrics[0].n_started = 0;
    let rows = panel.cells("分届次");
    assert_eq!(rows[0][2].content, Content::Number("0".to_owned()));
    assert!(matches!(rows[0][1].content, Content::Formula { .. }));
    panel.months.clear();
    let rows = panel.cells("分届次");
    assert_eq!(rows[0][1].content, Content::Number("1".to_owned()));
}

#[test]
fn hostile_units_are_counted_each_by_itself() {
    let panel = hostile();
    let rows = panel.cells("分区县");
    assert_eq!(rows.len(), HOSTILE.len() + 2);
    for row in &rows[..HOSTILE.len() + 1] {
        let Content::Formula { formula, result } = &row[2].content else { panic!("no formula: {row:?}") };
        assert_eq!(result, "1");
        assert!(formula.chars().count() < 255, "{formula}");
    }
    let words: std::collections::BTreeSet<&str> = rows.iter().map(|row| row[1].shown()).collect();
    assert_eq!(words.len(), rows.len());
}

#[test]
fn a_project_leads_to_its_finding_and_back() {
    let panel = one_project();
    let project = &panel.cells("项目数据")[0];
    let finding = &panel.cells("问题清单")[0];
    let row_of = |cell: Option<&Cell>| cell.and_then(|cell| cell.target.clone()).map(|target| target.row);
    assert_eq!(row_of(project.iter().find(|cell| cell.target.is_some())), Some(3));
    assert_eq!(row_of(finding.last()), Some(3));
    assert_eq!(panel.cells("督办清单")[0][1].shown(), "红灯");
}
