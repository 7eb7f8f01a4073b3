//! The life of one project, month by month, with the cells that say so (项目轨迹).

use model::datasets::links::Link;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::field::Field;
use model::month::Month;

use crate::ask_error::AskError;
use crate::sought::Sought;
use crate::trace::evidence::{Claim, Evidence};
use crate::trace::figure_key::not_there;
use crate::trace::finder::Finder;
use crate::trace::grounds::Grounds;
use crate::trace::sayings::Saying;

/// One project and its months.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// The project.
    pub project: Project,
    /// Its line in the ledger, or the record that first named it.
    pub listed: Vec<Evidence>,
    /// Its months, in order.
    pub months: Vec<TimelineMonth>,
}

/// One month of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineMonth {
    /// What the panel holds.
    pub row: ProjectMonth,
    /// What the returns of that month say of it and of its parts; empty where the month was carried forward.
    pub said: Vec<Said>,
}

/// What one record says in a month.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The record and its cells.
    pub evidence: Evidence,
    /// Why the record belongs to the project.
    pub link: Option<Link>,
}

/// What is shown of a record.
const SHOWN: [Field; 11] = [
    Field::ProjectName,
    Field::StatusRaw,
    Field::IsStarted,
    Field::IsCompleted,
    Field::IsProduction,
    Field::IsFullCapacity,
    Field::StartDate,
    Field::ProductionDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedMonth,
];

/// The project that is meant: by its id, its number or its name, where that is one project's alone.
pub fn project_named<'a>(grounds: &'a Grounds, typed: &str) -> Result<&'a Project, AskError> {
    let typed = typed.trim();
    let by_id = grounds.projects.iter().find(|project| project.project_id.eq_ignore_ascii_case(typed));
    if let Some(project) = by_id {
        return Ok(project);
    }
    let mut named = grounds.projects.iter().filter(|project| project.name == typed);
    if let (Some(project), None) = (named.next(), named.next()) {
        return Ok(project);
    }
    let names =
        grounds.projects.iter().flat_map(|project| [project.project_id.as_str(), project.name.as_str()]);
    Err(not_there(Sought::Project, typed, names, []))
}

/// The months of a project. A part is shown as its whole is counted.
pub fn timeline(project: &Project, finder: &Finder<'_>) -> Timeline {
    let counted = project.counted_project_id.as_str();
    let rows = finder.grounds.project_months.iter().filter(|row| row.project_id == counted);
    let mut rows: Vec<&ProjectMonth> = rows.collect();
    rows.sort_by_key(|row| row.as_of);
    let month = |row: &ProjectMonth| {
        let month = Month::of(row.as_of);
        let parts = finder.sayings.parts_of_whole(counted);
        let of_month = parts.iter().flat_map(|part| finder.sayings.of_project(part));
        let of_month = of_month.filter(|saying| saying.month == month);
        TimelineMonth { row: row.clone(), said: of_month.map(|saying| said(saying, month, finder)).collect() }
    };
    Timeline {
        project: project.clone(),
        listed: listed(counted, finder),
        months: rows.into_iter().map(month).collect(),
    }
}

fn listed(counted: &str, finder: &Finder<'_>) -> Vec<Evidence> {
    let month = Month::from_index(0);
    let claims = [Claim::Listed, Claim::Signed];
    claims.into_iter().flat_map(|claim| finder.evidence(claim, counted, month)).collect()
}

fn said(saying: &Saying<'_>, month: Month, finder: &Finder<'_>) -> Said {
    let evidence = finder.of_saying(Claim::Stage, saying, month);
    let record_id = &saying.observation.record_id;
    let place = finder.grounds.links.binary_search_by(|link| link.record_id.cmp(record_id));
    Said {
        evidence: Evidence { values: finder.values(saying, &SHOWN), ..evidence },
        link: place.ok().and_then(|place| finder.grounds.links.get(place)).cloned(),
    }
}
