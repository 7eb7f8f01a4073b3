//! The findings in the data of the page (问题数据), the gravest first. Texts stand once and are named by number.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use serde::Serialize;

use crate::page::data::strings::Strings;
use crate::page::finding_kind::kind;
use crate::page::printing::short_month;
use crate::release::Release;

/// A list with more rows is not read by anybody; the dataset `findings` holds them all.
const MOST_FINDINGS: usize = 3_000;

/// The findings.
#[derive(Debug, Serialize)]
pub struct FindingData {
    strings: Vec<String>,
    rows: Vec<[usize; 13]>,
    left_out: usize,
}

/// Of a release. Each row: kind, code, unit, month, file, sheet, address, text, expected, Chinese, English, project,
/// the other cell of a contradiction.
pub fn finding_data(release: &Release<'_>) -> FindingData {
    let mut findings: Vec<&Finding> = release.rows.findings.iter().collect();
    findings.sort_by_key(|finding| {
        (gravity(finding), &finding.unit_code, &finding.file, &finding.sheet, &finding.finding_id)
    });
    let left_out = findings.len().saturating_sub(MOST_FINDINGS);
    findings.truncate(MOST_FINDINGS);
    let projects = CountedProjects::of(release);
    let mut strings = Strings::default();
    let rows = findings.iter().map(|finding| row(finding, &projects, &mut strings)).collect();
    FindingData { rows, strings: strings.into_list(), left_out }
}

/// Under which project a project or a record is counted.
struct CountedProjects<'a> {
    by_project: BTreeMap<&'a str, &'a str>,
    by_record: BTreeMap<&'a str, &'a str>,
}

impl<'a> CountedProjects<'a> {
    fn of(release: &Release<'a>) -> CountedProjects<'a> {
        let (projects, observations) = (release.rows.projects.iter(), release.rows.observations.iter());
        CountedProjects {
            by_project: projects
                .map(|row| (row.project_id.as_str(), row.counted_project_id.as_str()))
                .collect(),
            by_record: observations
                .map(|row| (row.record_id.as_str(), row.counted_project_id.as_str()))
                .collect(),
        }
    }

    /// The project of a finding: the one that it names, else that of its record.
    fn project(&self, finding: &'a Finding) -> Option<&'a str> {
        let of_record = || self.by_record.get(finding.record_id.as_deref()?).copied();
        match finding.project_id.as_deref() {
            Some(named) => Some(self.by_project.get(named).copied().unwrap_or(named)),
            None => of_record(),
        }
    }
}

fn gravity(finding: &Finding) -> usize {
    ["error", "warning", "info"].iter().position(|known| *known == kind(finding)).unwrap_or(3)
}

fn row<'a>(finding: &'a Finding, projects: &CountedProjects<'a>, strings: &mut Strings) -> [usize; 13] {
    [
        strings.number(kind(finding)),
        strings.number(&finding.code),
        strings.number(finding.unit_code.as_deref().unwrap_or("unknown")),
        strings.number(&finding.period.map(short_month).unwrap_or_default()),
        strings.number_of(finding.file.as_deref()),
        strings.number_of(finding.sheet.as_deref()),
        strings.number_of(finding.address.as_deref()),
        strings.number_of(finding.raw.as_deref()),
        strings.number_of(finding.expected.as_deref()),
        strings.number(&finding.message_zh),
        strings.number(&finding.message_en),
        strings.number_of(projects.project(finding)),
        strings.number(&other_cell(finding)),
    ]
}

/// File › sheet › cell of the other side, as far as they differ; empty without one.
fn other_cell(finding: &Finding) -> String {
    let parts = [&finding.related_file, &finding.related_sheet, &finding.related_address];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" › ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_cell_is_told_as_far_as_it_differs() {
        let text = |text: &str| Some(text.to_owned());
        let here = Finding { related_address: text("C5"), ..Finding::default() };
        let elsewhere = Finding { related_file: text("a.xlsx"), related_sheet: text("S"), ..here.clone() };
        assert_eq!(
            (other_cell(&here), other_cell(&elsewhere)),
            ("C5".to_owned(), "a.xlsx › S › C5".to_owned())
        );
        assert_eq!(other_cell(&Finding::default()), "");
    }
}
