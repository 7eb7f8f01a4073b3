//! What changed since the month before (当月变化): how many projects, and the largest of them by name.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use model::datasets::changes::Change;

use crate::bulletin::speaker::Speaker;
use crate::calendar_words::as_of_words;
use crate::error::ReportError;

/// So many projects are named.
const MOST_NAMES: usize = 3;

/// One kind of change: its sentence, the steps of the bridges that belong to it, and the measure; empty for any.
type Kind = (&'static str, &'static [&'static str], &'static str);

const KINDS: [Kind; 9] = [
    ("change_entered", &["new", "listed_late"], "n_projects"),
    ("change_removed", &["removed"], "n_projects"),
    ("change_started", &["started"], "n_started"),
    ("change_produced", &["produced"], "n_production"),
    ("change_retracted", &["retracted"], ""),
    ("change_suspended", &["suspended"], ""),
    ("change_terminated", &["terminated"], ""),
    ("change_revised", &["revised"], "contract_yuan"),
    ("change_corrected", &["corrected"], "capital_yuan"),
];

/// The sentence about the changes since the month before; nothing where there is no bridge to this month.
pub fn changes_of_month(speaker: &Speaker, event: &str) -> Result<Vec<String>, ReportError> {
    let is_it = |change: &&Change| {
        change.to_as_of == speaker.as_of()
            && change.from_as_of < change.to_as_of
            && change.from_known_at.is_none()
            && change.event == event
            && change.cohort == "all"
    };
    let bridges: Vec<&Change> = speaker.release.rows.changes.iter().filter(is_it).collect();
    let Some(previous) = bridges.iter().map(|change| change.from_as_of).max() else { return Ok(Vec::new()) };
    let steps: Vec<&Change> = bridges.into_iter().filter(|change| change.from_as_of == previous).collect();
    let mut said = Vec::new();
    for kind in KINDS {
        said.extend(change(speaker, &steps, kind)?);
    }
    if said.is_empty() {
        said.push(speaker.say("changes_nothing", &[])?);
    }
    let changes = said.join(speaker.lang().pick("；", "; "));
    let values = [("previous", as_of_words(previous, speaker.lang())), ("changes", changes)];
    Ok(vec![speaker.say("changes_since", &values)?])
}

fn change(speaker: &Speaker, steps: &[&Change], kind: Kind) -> Result<Option<String>, ReportError> {
    let (key, components, measure) = kind;
    let is_it = |step: &&&Change| {
        components.contains(&step.component.as_str()) && (measure.is_empty() || step.measure == measure)
    };
    let projects: BTreeSet<&str> =
        steps.iter().filter(is_it).filter_map(|step| step.project_id.as_deref()).collect();
    if projects.is_empty() {
        return Ok(None);
    }
    let values = [("n", projects.len().to_string()), ("names", names(speaker, &projects)?)];
    speaker.say(key, &values).map(Some)
}

/// The projects with the largest contracts by name, and that there are others.
fn names(speaker: &Speaker, projects: &BTreeSet<&str>) -> Result<String, ReportError> {
    let contract = |id: &str| {
        let known = speaker.release.rows.projects.iter().find(|project| project.project_id == id);
        known.and_then(|project| project.contract_yuan)
    };
    let mut ids: Vec<&str> = projects.iter().copied().collect();
    ids.sort_by_key(|id| (Reverse(contract(id)), *id));
    let named: Vec<String> = ids.iter().take(MOST_NAMES).map(|id| speaker.project(id)).collect();
    let named = speaker.list(&named);
    if ids.len() > MOST_NAMES { speaker.say("names_and_others", &[("names", named)]) } else { Ok(named) }
}
