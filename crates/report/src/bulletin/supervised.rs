//! The projects under supervision (督办情况): how many lights of each colour, and the list of the red ones.

use std::collections::BTreeMap;

use model::datasets::supervision::Supervision;

use crate::bulletin::document::{Block, LineKind};
use crate::bulletin::red_list::{action_words, add_red_list};
use crate::bulletin::speaker::Speaker;
use crate::error::ReportError;

/// The annex: every project with a red light; nothing without one.
pub fn add_annex(blocks: &mut Vec<Block>, speaker: &Speaker) -> Result<(), ReportError> {
    let lights = lights(speaker);
    let red: Vec<&Supervision> = lights.iter().copied().filter(|row| row.light == "red").collect();
    if red.is_empty() {
        return Ok(());
    }
    blocks.push(speaker.line(LineKind::Annex, "annex", &[])?);
    add_red_list(blocks, speaker, &lights, red)
}

fn lights<'a>(speaker: &Speaker<'a>) -> Vec<&'a Supervision> {
    let rows = speaker.release.rows.supervision.iter();
    rows.filter(|row| row.as_of == speaker.as_of()).collect()
}

/// The fourth section.
pub fn add_supervision(blocks: &mut Vec<Block>, speaker: &Speaker) -> Result<(), ReportError> {
    blocks.push(speaker.line(LineKind::Heading, "heading_supervision", &[])?);
    let lights = lights(speaker);
    let as_of = ("as_of", speaker.as_of_words());
    if lights.is_empty() {
        blocks.push(speaker.line(LineKind::Body, "lights_missing", &[as_of])?);
        return Ok(());
    }
    let count = |light: &str| lights.iter().filter(|row| row.light == light).count().to_string();
    let counts = [
        as_of,
        ("n_red", count("red")),
        ("n_yellow", count("yellow")),
        ("n_green", count("green")),
        ("n_none", count("none")),
    ];
    let red: Vec<&Supervision> = lights.iter().copied().filter(|row| row.light == "red").collect();
    let mut sentences = vec![speaker.say("lights", &counts)?];
    if red.is_empty() {
        sentences.push(speaker.say("red_none", &[])?);
        blocks.push(speaker.paragraph(&sentences));
        return Ok(());
    }
    sentences.push(measures(speaker, &red)?);
    sentences.extend(newly_red(speaker, &red)?);
    sentences.push(speaker.say("red_request", &[])?);
    blocks.push(speaker.paragraph(&sentences));
    Ok(())
}

/// How many red projects call for which measure.
fn measures(speaker: &Speaker, red: &[&Supervision]) -> Result<String, ReportError> {
    let mut by_action: BTreeMap<&str, usize> = BTreeMap::new();
    for row in red {
        *by_action.entry(row.actions.as_deref().unwrap_or_default()).or_default() += 1;
    }
    let mut counted: Vec<(&str, usize)> = by_action.into_iter().collect();
    counted.sort_by_key(|(action, n)| (action.is_empty(), std::cmp::Reverse(*n), *action));
    let said = counted.into_iter().map(|(action, n)| match action {
        "" => speaker.say("red_without_action", &[("n", n.to_string())]),
        action => {
            speaker.say("red_action", &[("action", action_words(speaker, action)), ("n", n.to_string())])
        }
    });
    let said = said.collect::<Result<Vec<String>, _>>()?;
    let actions = said.join(speaker.lang().pick("，", ", "));
    speaker.say("red_actions", &[("actions", actions)])
}

/// How many were not red the month before; nothing where none or all of them are new.
fn newly_red(speaker: &Speaker, red: &[&Supervision]) -> Result<Option<String>, ReportError> {
    let n = red.iter().filter(|row| row.streak == 1).count();
    if n == 0 || n == red.len() {
        return Ok(None);
    }
    speaker.say("red_new", &[("n", n.to_string())]).map(Some)
}
