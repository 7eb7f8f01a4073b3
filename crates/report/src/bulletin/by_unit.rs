//! The units (区县情况): placed within their groups, without those that have few projects, and called good or bad only
//! where chance does not explain the difference.

use model::datasets::rankings::Ranking;

use crate::bulletin::document::{Block, LineKind};
use crate::bulletin::speaker::Speaker;
use crate::bulletin::unit_group::{UnitGroup, groups, has_note};
use crate::bulletin::unit_table::placed;
use crate::error::ReportError;
use crate::tables::figure_columns::FEW_PROJECTS;

/// So many units are named in a sentence.
const MOST_NAMED: usize = 40;

const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The third section.
pub fn add_units(blocks: &mut Vec<Block>, speaker: &Speaker) -> Result<(), ReportError> {
    blocks.push(speaker.line(LineKind::Heading, "heading_units", &[])?);
    let groups = groups(speaker);
    if groups.is_empty() {
        let values = [("as_of", speaker.as_of_words())];
        blocks.push(speaker.line(LineKind::Body, "ranking_missing", &values)?);
        return Ok(());
    }
    let few = ("few", FEW_PROJECTS.to_string());
    let rule = speaker.say("ranking_rule", &[few])?;
    let verdicts = verdicts(speaker, &groups)?;
    blocks.push(speaker.paragraph(&[vec![rule], verdicts].concat()));
    for (index, group) in groups.iter().enumerate() {
        let figure = (index + 1).to_string();
        let numeral = NUMERALS.get(index).copied().unwrap_or(&figure);
        let number = speaker.lang().pick(numeral, &figure).to_owned();
        let values = [("number", number), ("group", group.name.clone())];
        blocks.push(speaker.line(LineKind::SubHeading, "group_heading", &values)?);
        add_group(blocks, speaker, group)?;
    }
    Ok(())
}

/// What may be said of good and bad, all groups together; nothing where no unit is placed.
fn verdicts(speaker: &Speaker, groups: &[UnitGroup]) -> Result<Vec<String>, ReportError> {
    let placed: Vec<&Ranking> =
        groups.iter().filter(|group| group.is_placed()).flat_map(|group| &group.ranked).copied().collect();
    let named = |verdicts: &[&str]| -> Vec<String> {
        let is_it = |row: &&&Ranking| verdicts.contains(&row.verdict.as_deref().unwrap_or_default());
        placed.iter().filter(is_it).map(|row| speaker.unit(&row.unit_code)).collect()
    };
    if placed.is_empty() {
        return Ok(Vec::new());
    }
    let kinds: [(&str, &[&str]); 4] = [
        ("verdict_high", &["far_above"]),
        ("verdict_low", &["far_below"]),
        ("verdict_watch_high", &["above"]),
        ("verdict_watch_low", &["below"]),
    ];
    let mut said = Vec::new();
    for (key, verdicts) in kinds {
        let names = named(verdicts);
        if !names.is_empty() {
            said.push(speaker.say(key, &[("names", speaker.list(&names))])?);
        }
    }
    said.push(speaker.say(if said.is_empty() { "verdict_none" } else { "verdict_rest" }, &[])?);
    Ok(said)
}

fn add_group(blocks: &mut Vec<Block>, speaker: &Speaker, group: &UnitGroup) -> Result<(), ReportError> {
    let few = ("few", FEW_PROJECTS.to_string());
    let mut sentences = Vec::new();
    match group.ranked.as_slice() {
        [] => sentences.push(speaker.say("group_none", std::slice::from_ref(&few))?),
        [only] => sentences.push(only_one(speaker, group, only)?),
        _ => {}
    }
    if group.ranked.iter().any(|row| has_note(row, "overdispersed")) {
        sentences.push(speaker.say("overdispersed", &[])?);
    }
    for (key, rows) in [("group_few", &group.few), ("group_excluded", &group.excluded)] {
        if !rows.is_empty() {
            let names = ("names", many_counts(speaker, group, rows)?);
            sentences.push(speaker.say(key, &[few.clone(), names])?);
        }
    }
    if !sentences.is_empty() {
        blocks.push(speaker.paragraph(&sentences));
    }
    if group.is_placed() {
        placed(blocks, speaker, group)?;
    }
    Ok(())
}

fn only_one(speaker: &Speaker, group: &UnitGroup, row: &Ranking) -> Result<String, ReportError> {
    let few = ("few", FEW_PROJECTS.to_string());
    let unit = counts(speaker, group, row)?;
    speaker.say("group_one", &[few, ("unit", unit)])
}

/// Units with their counts; the first of them where there are very many.
fn many_counts(speaker: &Speaker, group: &UnitGroup, rows: &[&Ranking]) -> Result<String, ReportError> {
    let names = rows.iter().take(MOST_NAMED).map(|row| counts(speaker, group, row));
    let names = speaker.list(&names.collect::<Result<Vec<String>, _>>()?);
    if rows.len() > MOST_NAMED { speaker.say("names_and_others", &[("names", names)]) } else { Ok(names) }
}

/// A unit with its projects and starts, or with its projects alone where its starts are not known.
fn counts(speaker: &Speaker, group: &UnitGroup, row: &Ranking) -> Result<String, ReportError> {
    let values = [("unit", speaker.unit(&row.unit_code)), ("n", row.n.to_string())];
    match group.started(row) {
        Some(started) => {
            let started = ("started", started.to_string());
            speaker.say("unit_counts", &[values.as_slice(), &[started]].concat())
        }
        None => speaker.say("unit_projects", &values),
    }
}
