//! The projects that the figures of a month count (计入项目), in the order of the data sheet.

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::month::Month;
use model::population::{counts_as_started, is_counted};

use crate::release::Release;

/// One counted project in the month of the report.
#[derive(Debug, Clone, Copy)]
pub struct CountedProject<'a> {
    /// Its row of the panel.
    pub month: &'a ProjectMonth,
    /// Its names and dates; nothing where `projects` lacks it.
    pub project: Option<&'a Project>,
    /// Counts as started, under the policy `start`.
    pub started: bool,
    /// Counts as started and did not in the month before.
    pub newly_started: bool,
}

/// The population of the month: the projects that the scope names, less those that the policy drops; sorted by event,
/// edition, unit and number, so that those of an edition are a block.
pub fn counted_projects<'a>(release: &Release<'a>) -> Vec<CountedProject<'a>> {
    let Release { policy, scope, rows, .. } = *release;
    let before: BTreeMap<&str, bool> = months_of(rows.project_months, Month::of(release.as_of).plus(-1))
        .map(|month| (month.project_id.as_str(), counts_as_started(month, policy)))
        .collect();
    let projects: BTreeMap<&str, &Project> =
        rows.projects.iter().map(|project| (project.project_id.as_str(), project)).collect();
    let of_month = months_of(rows.project_months, Month::of(release.as_of));
    let counted = of_month.filter(|month| is_counted(month, policy, scope)).map(|month| {
        let id = month.project_id.as_str();
        let started = counts_as_started(month, policy);
        let newly_started = started && !before.get(id).copied().unwrap_or(false);
        CountedProject { month, project: projects.get(id).copied(), started, newly_started }
    });
    let mut counted: Vec<CountedProject> = counted.collect();
    counted.sort_by_key(|one| key_of(one.month));
    counted
}

fn months_of(months: &[ProjectMonth], month: Month) -> impl Iterator<Item = &ProjectMonth> {
    months.iter().filter(move |row| Month::of(row.as_of) == month)
}

/// What is not known stands last.
fn key_of(month: &ProjectMonth) -> [(bool, &str); 4] {
    [
        (month.event.is_none(), month.event.as_deref().unwrap_or_default()),
        (month.cohort.is_none(), month.cohort.as_deref().unwrap_or_default()),
        (month.unit_code.is_none(), month.unit_code.as_deref().unwrap_or_default()),
        (false, &month.project_id),
    ]
}

#[cfg(test)]
mod tests {
    use model::policy::{KeepOrDrop, Policy, Scope, Start};

    use super::*;
    use crate::release::Rows;

    fn month(id: &str, as_of: &str, cohort: &str, started: bool) -> ProjectMonth {
        ProjectMonth {
            project_id: id.to_owned(),
            as_of: as_of.parse().unwrap(),
            event: Some("智博会".to_owned()),
            cohort: Some(cohort.to_owned()),
            tracked: true,
            started: Some(started),
            ..ProjectMonth::default()
        }
    }

    fn counted(months: &[ProjectMonth], policy: &Policy, scope: &Scope) -> Vec<(String, bool, bool)> {
        let release = Release {
            name: "",
            release_id: "",
            as_of: "2023-07-31".parse().unwrap(),
            rows: Rows { project_months: months, ..Rows::default() },
            reference: &model::reference::Reference::default(),
            definitions: &[],
            policy,
            scope,
            style: &crate::style::Style::default(),
            is_synthetic: false,
        };
        let counted = counted_projects(&release).into_iter();
        counted.map(|one| (one.month.project_id.clone(), one.started, one.newly_started)).collect()
    }

    #[test]
    fn scope_policy_and_the_month_before_decide() {
        let months = [
            month("B", "2023-07-31", "2021", true),
            month("A", "2023-07-31", "2022", true),
            month("A", "2023-06-30", "2022", true),
            ProjectMonth { terminated: true, ..month("T", "2023-07-31", "2020", true) },
            ProjectMonth { tracked: false, ..month("U", "2023-07-31", "2020", true) },
        ];
        let told = |list: &[(&str, bool, bool)]| -> Vec<(String, bool, bool)> {
            list.iter().map(|(id, started, new)| (id.to_string(), *started, *new)).collect()
        };
        let scope = Scope { tracked_only: true, ..Scope::default() };
        let all = counted(&months, &Policy::default(), &scope);
        assert_eq!(all, told(&[("T", true, true), ("B", true, true), ("A", true, false)]));
        let dropping = Policy { terminated: KeepOrDrop::Drop, ..Policy::default() };
        assert_eq!(counted(&months, &dropping, &scope).len(), 2);
        let current = Policy { start: Start::Current, ..Policy::default() };
        assert_eq!(counted(&months, &current, &scope)[0], ("T".to_owned(), false, false));
    }
}
