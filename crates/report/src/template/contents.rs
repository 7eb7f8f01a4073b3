//! What goes into a template (模板内容): unit, month, projects and the words that may be chosen.

use model::date::Date;
use model::month::Month;
use model::reference::UnitRow;

use crate::lang::Lang;
use crate::release::Release;
use crate::template::columns::TemplateColumn;
use crate::template::layout::Layout;
use crate::template::project_row::ProjectRow;
use crate::template::project_rows::project_rows;
use crate::template::stage_words::{StageWord, stage_words};

/// What goes into a template.
#[derive(Debug, Clone)]
pub struct Contents {
    /// Full name of the unit.
    pub unit_name: String,
    /// The last day of the month.
    pub month: Date,
    /// The events that the return is about.
    pub events: Vec<String>,
    /// The editions that new projects can belong to.
    pub editions: Vec<String>,
    /// The known projects.
    pub projects: Vec<ProjectRow>,
    /// The stages that can be chosen.
    pub stages: Vec<StageWord>,
    /// The currency in Chinese: `元`.
    pub currency: String,
    /// The language of notes and messages.
    pub lang: Lang,
    /// The projects are invented, and every sheet says so.
    pub is_synthetic: bool,
    /// Where everything stands.
    pub layout: Layout,
}

impl Contents {
    /// What a release knows of a unit. Missing: the unit does not exist in that month and has no project.
    pub fn of(release: &Release<'_>, unit_code: &str, month: Date) -> Option<Contents> {
        let month = Month::of(month).last_day();
        if !(1900..=9998).contains(&month.year()) {
            return None; // no workbook has such days
        }
        let unit = release.reference.units.iter().find(|unit| unit.unit_id == unit_code);
        let projects = project_rows(release, unit_code, month);
        if projects.is_empty() && !unit.is_some_and(|unit| exists(unit, month)) {
            return None;
        }
        let events = named(&release.scope.events, projects.iter().map(|project| project.event.as_deref()));
        let has_one_event = events.len() == 1;
        let columns = TemplateColumn::ALL.into_iter();
        let columns = columns.filter(|column| *column != TemplateColumn::Event || !has_one_event);
        Some(Contents {
            unit_name: unit.map_or_else(|| unit_code.to_owned(), |unit| unit.name.clone()),
            month,
            events,
            editions: named(&release.scope.cohorts, projects.iter().map(|project| project.cohort.as_deref())),
            layout: Layout {
                columns: columns.collect(),
                n_projects: u32::try_from(projects.len()).unwrap_or(u32::MAX),
            },
            projects,
            stages: stage_words(&release.reference.status_words),
            currency: release.style.currency.word(Lang::Zh).to_owned(),
            lang: release.style.lang,
            is_synthetic: release.is_synthetic,
        })
    }

    /// The unit of amounts: `万元`.
    pub fn amount_unit(&self) -> String {
        format!("万{}", self.currency)
    }

    /// The stages of which something is true, as words.
    pub fn stages_where(&self, holds: impl Fn(&StageWord) -> bool) -> Vec<&str> {
        self.stages.iter().filter(|word| holds(word)).map(|word| word.word.as_str()).collect()
    }
}

/// What the scope names; where it names nothing, what the projects say.
fn named<'a>(scope: &[String], of_projects: impl Iterator<Item = Option<&'a str>>) -> Vec<String> {
    if !scope.is_empty() {
        return scope.to_vec();
    }
    let mut names: Vec<String> = of_projects.flatten().map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

/// Whether a unit is a reporting unit at the end of the month.
fn exists(unit: &UnitRow, month: Date) -> bool {
    let has_begun = unit.valid_from.parse::<Date>().map_or(true, |first| first <= month);
    let has_ended = unit.valid_to.parse::<Date>().is_ok_and(|last| last < month);
    has_begun && !has_ended
}
