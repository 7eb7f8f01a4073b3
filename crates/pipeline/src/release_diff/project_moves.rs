//! By which projects the figures moved (项目变动): the exact bridge from one side to the other.

use std::collections::{BTreeMap, BTreeSet};

use analytics::cut_key::ALL;
use analytics::datasets::changes::bridges::{Bridges, Stand};
use analytics::panel::Panel;
use model::datasets::changes::Change;
use model::date::Date;
use model::month::Month;
use serde::Serialize;

use crate::release_diff::side::Side;

/// The bridge of one figure of all editions together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProjectBridge {
    /// Event.
    pub event: String,
    /// The figure of `cohort_metrics`.
    pub measure: String,
    /// The figure of the first side.
    pub opening: i64,
    /// The figure of the second side.
    pub closing: i64,
    /// What moved it, project by project.
    pub steps: Vec<ProjectStep>,
    /// Opening and all steps make closing.
    pub closes: bool,
}

/// What one project moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProjectStep {
    /// The project.
    pub project_id: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit_code: Option<String>,
    /// What happened: started, arrived, revised …
    pub component: String,
    /// By how much.
    pub amount: i64,
}

/// The bridges between a month of one side and a month of the other, those that moved.
pub fn project_bridges((before, from): (&Side, Date), (after, to): (&Side, Date)) -> Vec<ProjectBridge> {
    let panel = |side: &Side| {
        let plan = &side.grounds.plan;
        Panel::new(&side.grounds.project_months, &plan.policy, &plan.scope)
    };
    let stand = |side: &Side, month: Date| Stand { as_of: Month::of(month), known_at: side.known_at.clone() };
    let re_signed: BTreeSet<String> = [before, after].into_iter().flat_map(re_signed).collect();
    let (old, new) = (panel(before), panel(after));
    let bridges =
        Bridges::between_vintages((&old, stand(before, from)), (&new, stand(after, to)), &re_signed);
    let mut grouped: BTreeMap<(String, String), Vec<Change>> = BTreeMap::new();
    for row in bridges.rows().filter(|row| row.cohort == ALL) {
        grouped.entry((row.event.clone(), row.measure.clone())).or_default().push(row);
    }
    let bridges = grouped.into_iter().map(|(key, rows)| bridge(key, &rows, (before, after)));
    bridges.filter(|bridge| !bridge.steps.is_empty() || bridge.opening != bridge.closing).collect()
}

fn re_signed(side: &Side) -> Vec<String> {
    let again = side.relations.iter().filter(|relation| relation.kind == "resigned_as");
    again.flat_map(|relation| [relation.project_id.clone(), relation.related_id.clone()]).collect()
}

fn bridge((event, measure): (String, String), rows: &[Change], sides: (&Side, &Side)) -> ProjectBridge {
    let end = |component: &str| {
        let ends = rows.iter().filter(|row| row.component == component);
        ends.map(|row| row.amount).sum::<i64>()
    };
    let (opening, closing) = (end("opening"), end("closing"));
    let mut steps: Vec<ProjectStep> = rows.iter().filter_map(|row| step(row, sides)).collect();
    steps.sort_by(|a, b| {
        let largest = b.amount.unsigned_abs().cmp(&a.amount.unsigned_abs());
        largest.then_with(|| (&a.project_id, &a.component).cmp(&(&b.project_id, &b.component)))
    });
    let moved: i64 = steps.iter().map(|step| step.amount).sum();
    ProjectBridge { closes: opening + moved == closing, event, measure, opening, closing, steps }
}

fn step(row: &Change, (before, after): (&Side, &Side)) -> Option<ProjectStep> {
    let project_id = row.project_id.clone()?;
    let known = after.grounds.project(&project_id).or_else(|| before.grounds.project(&project_id));
    Some(ProjectStep {
        name: known.map(|project| project.name.clone()).unwrap_or_default(),
        unit_code: known.and_then(|project| project.unit_code.clone()),
        component: row.component.clone(),
        amount: row.amount,
        project_id,
    })
}
