//! Small panels made by hand for tests (测试面板).

use model::datasets::project_months::ProjectMonth;
use model::month::Month;
use model::policy::{Policy, Scope};

use crate::panel::Panel;

/// The month in which the first expo of the tests was held: 2020-09.
pub(crate) const EXPO: i32 = 12 * 2020 + 8;

/// The life of one project; ages are months since signing.
#[derive(Debug, Clone)]
pub(crate) struct TestProject {
    pub(crate) id: String,
    pub(crate) cohort: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) industry: &'static str,
    /// Months after [`EXPO`].
    pub(crate) signed: i32,
    pub(crate) is_dated: bool,
    pub(crate) started_at: Option<i32>,
    pub(crate) terminated_at: Option<i32>,
    pub(crate) contract: Option<i64>,
    /// What arrives each month from the first one seen on.
    pub(crate) capital_a_month: i64,
    /// The age at which the first return speaks of it.
    pub(crate) first_seen_at: i32,
}

impl TestProject {
    /// Signed at the first expo, waiting, seen from signing on, 100 yuan of contract, nothing arrived.
    pub(crate) fn new(id: impl Into<String>) -> TestProject {
        TestProject {
            id: id.into(),
            cohort: "2020",
            unit: "U1",
            industry: "A",
            signed: 0,
            is_dated: true,
            started_at: None,
            terminated_at: None,
            contract: Some(100),
            capital_a_month: 0,
            first_seen_at: 0,
        }
    }

    fn row(&self, age: i32) -> ProjectMonth {
        let by_then = |at: Option<i32>| at.is_some_and(|at| at <= age);
        let is_seen = age >= self.first_seen_at;
        let month = |age: i32| Month::from_index(EXPO + self.signed + age).last_day();
        let started = by_then(self.started_at);
        let n_seen = i64::from(age - self.first_seen_at + 1);
        ProjectMonth {
            project_id: self.id.clone(),
            as_of: month(age),
            event: Some("expo".to_owned()),
            cohort: Some(self.cohort.to_owned()),
            tracked: true,
            unit_code: Some(self.unit.to_owned()),
            unit_group: Some("G".to_owned()),
            industry_code: Some(self.industry.to_owned()),
            months_since_signing: self.is_dated.then_some(age),
            started: (is_seen || started).then_some(started),
            start_month: started.then(|| month(self.started_at.unwrap_or(age))),
            terminated: by_then(self.terminated_at),
            contract_yuan: self.contract,
            capital_cumulative_yuan: is_seen.then_some(n_seen * self.capital_a_month),
            reported: is_seen,
            months_unreported: is_seen.then_some(0),
            ..ProjectMonth::default()
        }
    }
}

/// The rows of the projects up to a month, counted after [`EXPO`].
pub(crate) fn rows_until(projects: &[TestProject], last: i32) -> Vec<ProjectMonth> {
    let rows = |project: &TestProject| -> Vec<ProjectMonth> {
        (0..=last - project.signed).map(|age| project.row(age)).collect()
    };
    projects.iter().flat_map(rows).collect()
}

/// The panel of rows under the default policy.
pub(crate) fn panel_of(rows: &[ProjectMonth]) -> Panel {
    Panel::new(rows, &Policy::default(), &Scope::default())
}

/// The panel of the projects up to a month, counted after [`EXPO`].
pub(crate) fn panel_until(projects: &[TestProject], last: i32) -> Panel {
    panel_of(&rows_until(projects, last))
}

/// The panels on which nothing may panic: none, one project, one month, all terminated, no money, no dates.
pub(crate) fn degenerate_panels() -> Vec<Panel> {
    let one = TestProject::new("P1");
    let terminated = TestProject { terminated_at: Some(0), ..TestProject::new("P2") };
    let poor = TestProject { contract: Some(0), started_at: Some(1), ..TestProject::new("P3") };
    let unknown = TestProject { contract: None, first_seen_at: 99, ..TestProject::new("P4") };
    let undated = TestProject { is_dated: false, ..TestProject::new("P5") };
    let started = TestProject { started_at: Some(0), cohort: "2021", ..TestProject::new("P6") };
    let repaid = TestProject { capital_a_month: -7, cohort: "2021", ..TestProject::new("P7") };
    let rich =
        TestProject { contract: Some(i64::MAX), capital_a_month: i64::MAX / 9, ..TestProject::new("P8") };
    let all = [&one, &terminated, &poor, &unknown, &undated, &started, &repaid, &rich].map(Clone::clone);
    let mut panels =
        vec![panel_of(&[]), panel_until(&all, 0), panel_until(&all, 3), panel_until(&all[1..5], 3)];
    panels.extend(all.iter().map(|project| panel_until(std::slice::from_ref(project), 3)));
    panels
}

/// Whether a number may stand in a dataset.
pub(crate) fn is_a_number(value: Option<f64>) -> bool {
    value.is_none_or(f64::is_finite)
}
