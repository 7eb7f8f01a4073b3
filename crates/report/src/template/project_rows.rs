//! The projects of a template (模板项目): those that the unit follows and has not ended, in the order of the ledger.

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::date::Date;
use model::month::Month;

use crate::release::Release;
use crate::template::last_reported::LastReported;
use crate::template::project_row::ProjectRow;

/// What is known of the projects of a release before a month.
struct Known<'a> {
    release: &'a Release<'a>,
    month: Month,
    panel: BTreeMap<&'a str, &'a ProjectMonth>,
    parts: BTreeMap<&'a str, Vec<&'a Project>>,
    last: LastReported<'a>,
}

/// The projects of a unit that a return of the month should speak of.
pub fn project_rows(release: &Release<'_>, unit_code: &str, month: Date) -> Vec<ProjectRow> {
    let known = Known::before(release, Month::of(month));
    let followed = release.rows.projects.iter().filter(|project| known.is_followed(project, unit_code));
    let mut wholes: Vec<&Project> = followed.collect();
    wholes.sort_by_key(|project| (&project.event, &project.cohort, &project.ledger_no, &project.project_id));
    let rows = wholes.into_iter().flat_map(|whole| known.rows_of(whole));
    (1_i64..).zip(rows).map(|(number, row)| row.numbered(number)).collect()
}

impl<'a> Known<'a> {
    fn before(release: &'a Release<'a>, month: Month) -> Known<'a> {
        let rows = &release.rows;
        let earlier = || rows.project_months.iter().filter(|row| row.as_of < month.first_day());
        let last_month = earlier().map(|row| row.as_of).max();
        let panel = earlier().filter(|row| Some(row.as_of) == last_month);
        let mut parts: BTreeMap<&str, Vec<&Project>> = BTreeMap::new();
        for project in rows.projects.iter().filter(|project| project.counted_project_id != project.project_id)
        {
            parts.entry(project.counted_project_id.as_str()).or_default().push(project);
        }
        Known {
            release,
            month,
            panel: panel.map(|row| (row.project_id.as_str(), row)).collect(),
            parts,
            last: LastReported::before(month.first_day(), rows),
        }
    }

    /// Phases and parts come with their whole.
    fn is_followed(&self, project: &Project, unit_code: &str) -> bool {
        let known = self.panel.get(project.project_id.as_str());
        let unit = known.map_or(project.unit_code.as_deref(), |row| row.unit_code.as_deref());
        let scope = self.release.scope;
        unit == Some(unit_code)
            && project.counted_project_id == project.project_id
            && project.tracked
            && known.is_none_or(|row| row.tracked && !row.terminated)
            && project.sign_date.is_none_or(|day| day <= self.month.last_day())
            && scope.holds(project.event.as_deref(), project.cohort.as_deref(), project.tracked)
    }

    /// A project that its unit reports in parts has a row for each part, for the figures of whole and parts must not
    /// meet in one sum; every other one has one row.
    fn rows_of(&self, whole: &Project) -> Vec<ProjectRow> {
        let parts = self.parts.get(whole.project_id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let of_whole = self.last.of(&whole.project_id).map(|said| said.period);
        let is_open = |part: &&&Project| {
            let said = self.last.of(&part.project_id);
            said.is_some_and(|said| Some(said.period) > of_whole && said.terminated != Some(true))
        };
        let open = parts.iter().filter(is_open);
        let rows: Vec<ProjectRow> = open.map(|part| ProjectRow::of_part(part, whole, &self.last)).collect();
        if !rows.is_empty() {
            return rows;
        }
        let known = self.panel.get(whole.project_id.as_str()).copied();
        vec![ProjectRow::of_whole(whole, known, &self.last)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::columns::TemplateColumn;
    use crate::template::entry::Entry;
    use crate::template::fixture::{Fixture, day};

    /// The first letters of the names, and the numbers, of the rows of 渝北区 for August 2023.
    fn rows(fixture: &Fixture) -> Vec<String> {
        let shown = |row: &ProjectRow, column| match row.entry(column) {
            Entry::Words(text) => text,
            _ => "-".to_owned(),
        };
        let rows = fixture.see(|release| project_rows(release, "U1", day("2023-08-31")));
        let name = |row: &ProjectRow| shown(row, TemplateColumn::ProjectName);
        rows.iter().map(|row| format!("{} {}", shown(row, TemplateColumn::LedgerNo), name(row))).collect()
    }

    #[test]
    fn only_what_the_unit_follows_is_asked_for() {
        let three = || Fixture::default().with("Z-3", "丙").with("Z-1", "甲").with("Z-2", "乙");
        assert_eq!(rows(&three()), ["Z-1 甲", "Z-2 乙", "Z-3 丙"]);
        let without_2 = |change: fn(&mut Project, &mut ProjectMonth)| {
            let changed = three().changed(|project, month| {
                if project.project_id == "Z-2" {
                    change(project, month);
                }
            });
            assert_eq!(rows(&changed), ["Z-1 甲", "Z-3 丙"]);
        };
        without_2(|_, month| month.terminated = true);
        without_2(|_, month| month.tracked = false);
        without_2(|project, _| project.tracked = false);
        without_2(|_, month| month.unit_code = Some("U2".to_owned()));
        without_2(|project, _| project.sign_date = Some(day("2023-09-01")));
        without_2(|project, _| project.counted_project_id = "Z-1".to_owned());
    }

    #[test]
    fn a_project_is_asked_for_as_it_was_last_reported() {
        let whole = || Fixture::default().with("Z-1", "甲").reported("Z-1", "2023-05-31");
        let split =
            whole().with_part("Z-1-1", "Z-1", "2023-07-31").with_part("Z-1-66bfd04e", "Z-1", "2023-06-30");
        assert_eq!(rows(&split), ["Z-1-1 Z-1-1的名称", "Z-1-66bfd04e Z-1-66bfd04e的名称"]);
        let strange = whole().with_part("Y-7", "Z-1", "2023-06-30");
        assert_eq!(rows(&strange), ["- Y-7的名称"], "no number that leads back to its whole");
        let put_together = whole().with_part("Z-1-1", "Z-1", "2023-04-30");
        assert_eq!(rows(&put_together), ["Z-1 甲"]);
        let not_yet = whole().with_part("Z-1-1", "Z-1", "2023-08-31");
        assert_eq!(rows(&not_yet), ["Z-1 甲"]);
    }
}
