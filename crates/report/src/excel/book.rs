//! What every sheet of the workbook asks (工作簿): the counted projects in order, the words, and where rows stand.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;

use crate::calendar_words::as_of_words;
use crate::excel::cell::Target;
use crate::excel::counted_projects::{CountedProject, counted_projects};
use crate::excel::grid::{Grid, Heading};
use crate::excel::labels::{Dimension, Labels};
use crate::excel::last_records::{LastRecord, last_records};
use crate::excel::page::synthetic_words;
use crate::excel::tally::Cut;
use crate::figures::at;
use crate::lang::Lang;
use crate::release::Release;
use crate::style::Style;
use crate::tables::findings_list::shown_findings;

/// The release, and what is known of the sheets before they are drawn.
pub struct Book<'a> {
    /// The release.
    pub release: Release<'a>,
    /// The counted projects, in the order of the data sheet.
    pub counted: Vec<CountedProject<'a>>,
    /// Where each was last spoken of.
    pub last_records: BTreeMap<&'a str, LastRecord<'a>>,
    /// The words of values.
    pub labels: Labels,
    /// The findings that are listed, in order.
    pub findings: Vec<&'a Finding>,
    data_rows: BTreeMap<&'a str, u32>,
    finding_rows: BTreeMap<&'a str, Vec<u32>>,
}

impl<'a> Book<'a> {
    /// Of one release.
    pub fn of(release: &Release<'a>) -> Book<'a> {
        let counted = counted_projects(release);
        let months = counted.iter().map(|one| one.month);
        let of_month: Vec<_> = at(release.rows.metrics, release.as_of).cloned().collect();
        let labels = Labels::of(months, &of_month, release.reference, release.style.lang);
        let findings = shown_findings(release.rows.findings);
        let data_rows =
            (first_listed_row()..).zip(&counted).map(|(row, one)| (one.month.project_id.as_str(), row));
        let mut finding_rows: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (row, finding) in (first_listed_row()..).zip(&findings) {
            if let Some(project) = &finding.project_id {
                finding_rows.entry(project).or_default().push(row);
            }
        }
        Book {
            release: *release,
            data_rows: data_rows.collect(),
            last_records: last_records(release),
            counted,
            labels,
            findings,
            finding_rows,
        }
    }

    /// How figures are printed.
    pub fn style(&self) -> &'a Style {
        self.release.style
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.release.style.lang
    }

    /// The text of the two that is in the language of the report.
    pub fn pick<'b>(&self, zh: &'b str, en: &'b str) -> &'b str {
        self.lang().pick(zh, en)
    }

    /// Name of the data sheet.
    pub fn data_sheet(&self) -> &'static str {
        self.lang().pick("项目数据", "Projects")
    }

    /// Name of the sheet of findings.
    pub fn findings_sheet(&self) -> &'static str {
        self.lang().pick("问题清单", "Findings")
    }

    /// An empty sheet with its captions: what the data is, and in what amounts are.
    pub fn grid(&self, name: &str, title: &str, has_amounts: bool) -> Grid {
        let until = as_of_words(self.release.as_of, self.lang());
        let title = match self.lang() {
            Lang::Zh => format!("{title}（截至{until}）"),
            Lang::En => format!("{title} (by {until})"),
        };
        let left = if self.release.is_synthetic { synthetic_words(self.lang()) } else { "" };
        let unit = format!("{}{}", self.pick("单位：", "amounts in "), self.style().money_unit());
        Grid {
            name: name.to_owned(),
            title,
            left: left.to_owned(),
            right: if has_amounts { unit } else { String::new() },
            frozen_columns: 1,
            pages: (1, 0),
            ..Grid::default()
        }
    }

    /// The row of a project on the data sheet.
    pub fn project_target(&self, project_id: &str) -> Option<Target> {
        let row = *self.data_rows.get(project_id)?;
        Some(Target { sheet: self.data_sheet().to_owned(), row })
    }

    /// The first row of a cut on the data sheet.
    pub fn cut_target(&self, cut: &Cut<'_>) -> Option<Target> {
        let is_of_cut = |one: &&CountedProject<'_>| {
            cut.iter().all(|(dimension, value)| dimension.value_of(one.month) == *value)
        };
        self.project_target(&self.counted.iter().find(is_of_cut)?.month.project_id)
    }

    /// The rows of the findings that speak of a project.
    pub fn findings_of(&self, project_id: &str) -> &[u32] {
        self.finding_rows.get(project_id).map_or(&[], Vec::as_slice)
    }

    /// A row of the sheet of findings.
    pub fn finding_target(&self, row: u32) -> Target {
        Target { sheet: self.findings_sheet().to_owned(), row }
    }

    /// Name of a unit; the code itself where no table has it, nothing where there is no code.
    pub fn unit_name(&self, code: Option<&str>) -> String {
        let Some(code) = code else { return String::new() };
        let unit = self.release.reference.units.iter().find(|unit| unit.unit_id == code);
        unit.map_or(code, |unit| unit.name.as_str()).to_owned()
    }

    /// An edition as people say it.
    pub fn edition(&self, cohort: &str) -> String {
        match cohort {
            "all" => self.pick("合计", "total").to_owned(),
            cohort => self.labels.word(Dimension::Edition, cohort),
        }
    }

    /// Name of a project; the number where nothing names it.
    pub fn project_name(&self, project_id: &'a str) -> &'a str {
        let projects = self.release.rows.projects;
        let place = projects.binary_search_by(|project| project.project_id.as_str().cmp(project_id));
        place.ok().and_then(|place| projects.get(place)).map_or(project_id, |project| &project.name)
    }
}

/// The first row under the heading of a sheet that is one plain list.
fn first_listed_row() -> u32 {
    Grid::default().next_body_row(&Heading::default(), false)
}
