//! Panels made by hand (手工面板): for tests only.

use model::datasets::project_months::ProjectMonth;
use model::month::Month;
use model::policy::{Policy, Scope};

use crate::panel::Panel;

/// A tracked project of the edition of 2020, signed in that month, with a contract value of 100.
pub(crate) fn month(project: &str, as_of: &str) -> ProjectMonth {
    ProjectMonth {
        project_id: project.to_owned(),
        as_of: as_of.parse::<Month>().unwrap().last_day(),
        event: Some("智博会".to_owned()),
        cohort: Some("2020".to_owned()),
        tracked: true,
        unit_code: Some("U1".to_owned()),
        unit_group: Some("G1".to_owned()),
        months_since_signing: Some(0),
        started: Some(false),
        in_production: Some(false),
        contract_yuan: Some(100),
        reported: true,
        ..ProjectMonth::default()
    }
}

/// So many months of a project from its signing on, each changed by its number.
pub(crate) fn months(
    project: &str,
    signed: &str,
    n_months: i32,
    change: impl Fn(i32, &mut ProjectMonth),
) -> Vec<ProjectMonth> {
    let first: Month = signed.parse().unwrap();
    let one = |age: i32| {
        let mut month = month(project, &first.plus(age).to_string());
        month.months_since_signing = Some(age);
        change(age, &mut month);
        month
    };
    (0..n_months).map(one).collect()
}

/// Started from an age on.
pub(crate) fn start(month: &mut ProjectMonth, age: i32, at: i32) {
    if age >= at {
        month.started = Some(true);
        month.start_month = Some(Month::of(month.as_of).plus(at - age).last_day());
    }
}

/// The panel under the default policy.
pub(crate) fn panel(rows: &[ProjectMonth]) -> Panel {
    Panel::new(rows, &Policy::default(), &Scope { tracked_only: true, ..Scope::default() })
}
