//! A small release for the tests of templates (测试样例), and a way to look into what is written.

use std::io::Read as _;

use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::date::Date;
use model::policy::{Policy, Scope};
use model::reference::{Reference, StatusWord, UnitRow};

use crate::release::{Release, Rows};
use crate::style::Style;
use crate::template::{Template, write_template};

/// What a release is made of.
#[derive(Debug, Default)]
pub(crate) struct Fixture {
    pub(crate) projects: Vec<Project>,
    pub(crate) project_months: Vec<ProjectMonth>,
    pub(crate) observations: Vec<Observation>,
    pub(crate) scope: Scope,
    pub(crate) style: Style,
}

/// A day.
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

impl Fixture {
    /// A tracked project of 渝北区, under construction in July 2023.
    pub(crate) fn with(mut self, id: &str, name: &str) -> Fixture {
        self.projects.push(Project {
            project_id: id.to_owned(),
            counted_project_id: id.to_owned(),
            ledger_no: Some(id.to_owned()),
            event: Some("智博会".to_owned()),
            cohort: Some("2021".to_owned()),
            tracked: true,
            name: name.to_owned(),
            investor: Some(format!("{name}的投资方")),
            unit_code: Some("U1".to_owned()),
            sign_date: Some(day("2021-08-23")),
            contract_yuan: Some(1_000_000_000),
            ..Project::default()
        });
        self.project_months.push(ProjectMonth {
            project_id: id.to_owned(),
            as_of: day("2023-07-31"),
            tracked: true,
            unit_code: Some("U1".to_owned()),
            stage: Some("under_construction".to_owned()),
            started: Some(true),
            contract_yuan: Some(1_000_000_000),
            capital_cumulative_yuan: Some(123_456_789),
            ..ProjectMonth::default()
        });
        self
    }

    /// A part of a project, reported in a month.
    pub(crate) fn with_part(mut self, id: &str, whole: &str, period: &str) -> Fixture {
        self.projects.push(Project {
            project_id: id.to_owned(),
            counted_project_id: whole.to_owned(),
            tracked: true,
            name: format!("{id}的名称"),
            ..Project::default()
        });
        self.reported(id, period)
    }

    /// A return that speaks of a project.
    pub(crate) fn reported(mut self, id: &str, period: &str) -> Fixture {
        self.observations.push(Observation {
            record_id: format!("{id}-{period}"),
            project_id: id.to_owned(),
            period: day(period),
            capital_cumulative_yuan: Some(5_000_000),
            ..Observation::default()
        });
        self
    }

    /// Its projects changed.
    pub(crate) fn changed(mut self, change: impl Fn(&mut Project, &mut ProjectMonth)) -> Fixture {
        self.projects
            .iter_mut()
            .zip(&mut self.project_months)
            .for_each(|(project, month)| change(project, month));
        self
    }

    /// The release, seen by a test.
    pub(crate) fn see<T>(&self, look: impl FnOnce(&Release<'_>) -> T) -> T {
        let reference = Reference {
            units: vec![unit("U1", "渝北区", ""), unit("U0", "旧区", "2020-12-31")],
            status_words: [("签约", "signed"), ("在建", "under_construction"), ("投产", "in_production")]
                .map(word)
                .to_vec(),
            ..Reference::default()
        };
        look(&Release {
            name: "test",
            release_id: "",
            as_of: day("2023-07-31"),
            rows: Rows {
                projects: &self.projects,
                project_months: &self.project_months,
                observations: &self.observations,
                ..Rows::default()
            },
            reference: &reference,
            definitions: &[],
            policy: &Policy::default(),
            scope: &self.scope,
            style: &self.style,
            is_synthetic: true,
        })
    }

    /// The template of a unit for August 2023.
    pub(crate) fn template(&self, unit_code: &str) -> Option<Template> {
        self.see(|release| write_template(release, unit_code, day("2023-08-31")).unwrap())
    }

    /// A part of the workbook of 渝北区: `xl/worksheets/sheet1.xml`.
    pub(crate) fn part(&self, name: &str) -> String {
        let bytes = self.template("U1").unwrap().bytes;
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }
}

fn unit(unit_id: &str, name: &str, valid_to: &str) -> UnitRow {
    UnitRow {
        unit_id: unit_id.to_owned(),
        gbt2260: String::new(),
        name: name.to_owned(),
        short_name: name.to_owned(),
        kind: String::new(),
        unit_group: String::new(),
        valid_from: String::new(),
        valid_to: valid_to.to_owned(),
    }
}

fn word((variant, canonical): (&str, &str)) -> StatusWord {
    StatusWord {
        variant: variant.to_owned(),
        canonical: canonical.to_owned(),
        matching: "literal".to_owned(),
        started: String::new(),
        in_production: String::new(),
        in_denominator: String::new(),
        setting: String::new(),
    }
}
