//! The projects in the data of the page (项目数据): what they are, how they stand, their months.

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::supervision::Supervision;
use model::month::Month;
use model::population::{counts_as_started, is_counted};
use serde::Serialize;

use crate::page::data::standing::age_at_start;
use crate::page::data::timeline::{Timeline, timeline};
use crate::page::data::yuan::Yuan;
use crate::release::Release;

/// One project. What is missing or no is left out.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ProjectData<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    investor: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aliases: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signed: Option<String>,
    event: &'a str,
    cohort: &'a str,
    unit: &'a str,
    unit_group: &'a str,
    industry: &'a str,
    size_band: &'a str,
    investor_origin: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    counted: bool,
    #[serde(skip_serializing_if = "is_false")]
    newly: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    contract: Option<Yuan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    capital: Option<Yuan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<Yuan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    age: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_age: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<&'a str>,
    line: Timeline,
}

fn is_false(value: &bool) -> bool {
    !value
}

/// Every project that has months, in the order of the ids, and the others that the bridge of the month names.
pub fn project_data<'a>(release: &Release<'a>) -> Vec<ProjectData<'a>> {
    let rows = release.rows;
    let mut months: BTreeMap<&str, Vec<&ProjectMonth>> = BTreeMap::new();
    for month in rows.project_months.iter().filter(|month| month.as_of <= release.as_of) {
        months.entry(&month.project_id).or_default().push(month);
    }
    for row in rows.changes.iter().filter(|row| row.to_as_of == release.as_of) {
        if let Some(project) = row.project_id.as_deref() {
            months.entry(project).or_default();
        }
    }
    let known = rows.projects.iter().map(|project| (project.project_id.as_str(), project));
    let known: BTreeMap<&str, &Project> = known.collect();
    let light_key = |row: &'a Supervision| ((row.project_id.as_str(), Month::of(row.as_of).index()), row);
    let lights: BTreeMap<(&str, i32), &Supervision> = rows.supervision.iter().map(light_key).collect();
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for project in rows.projects.iter().filter(|project| project.counted_project_id != project.project_id) {
        parts.entry(&project.counted_project_id).or_default().push(&project.project_id);
    }
    let one = |(id, mut of_project): (&'a str, Vec<&'a ProjectMonth>)| {
        of_project.sort_by_key(|month| month.as_of);
        let mut data = described(id, known.get(id).copied());
        data.parts = parts.get(id).cloned().unwrap_or_default();
        data.line = timeline(&of_project, &lights, release.policy);
        let last = of_project.last().filter(|last| last.as_of == release.as_of);
        if let Some(last) = last {
            let light = lights.get(&(id, Month::of(last.as_of).index()));
            data.rules = light.and_then(|row| row.rules.as_deref());
            stand(&mut data, last, &of_project, release);
        }
        data
    };
    months.into_iter().map(one).collect()
}

fn described<'a>(id: &'a str, project: Option<&'a Project>) -> ProjectData<'a> {
    let Some(project) = project else { return ProjectData { id, name: id, ..ProjectData::default() } };
    ProjectData {
        id,
        name: &project.name,
        investor: project.investor.as_deref(),
        entity: project.local_entity.as_deref(),
        aliases: project.aliases.as_deref(),
        signed: project.sign_date.map(|day| day.to_string()),
        event: project.event.as_deref().unwrap_or("unknown"),
        cohort: project.cohort.as_deref().unwrap_or("unknown"),
        unit: project.unit_code.as_deref().unwrap_or("unknown"),
        industry: project.industry_code.as_deref().unwrap_or("unknown"),
        ..ProjectData::default()
    }
}

/// How the project stands in the month of the page.
fn stand<'a>(
    data: &mut ProjectData<'a>,
    last: &'a ProjectMonth,
    months: &[&'a ProjectMonth],
    release: &Release<'a>,
) {
    let policy = release.policy;
    let or_unknown = |value: &'a Option<String>| value.as_deref().unwrap_or("unknown");
    let before = months.len().checked_sub(2).and_then(|place| months.get(place));
    data.event = or_unknown(&last.event);
    data.cohort = or_unknown(&last.cohort);
    data.unit = or_unknown(&last.unit_code);
    data.unit_group = or_unknown(&last.unit_group);
    data.industry = or_unknown(&last.industry_code);
    data.size_band = or_unknown(&last.size_band);
    data.investor_origin = or_unknown(&last.investor_origin);
    data.counted = is_counted(last, policy, release.scope);
    data.newly =
        counts_as_started(last, policy) && !before.is_some_and(|month| counts_as_started(month, policy));
    data.contract = last.contract_yuan.map(Yuan);
    data.capital = last.capital_cumulative_yuan.map(Yuan);
    data.month = last.capital_month_yuan.map(Yuan);
    data.age = last.months_since_signing.filter(|age| *age >= 0);
    data.start_age = age_at_start(months, policy);
}
