//! Definitions and notes (统计口径、附注): how figures are made, and what they are made from.

use crate::bulletin::document::{Block, LineKind};
use crate::bulletin::speaker::{Speaker, short};
use crate::error::ReportError;
use crate::policy_words::policy_words;
use crate::rounding::Rounding;

const DEFINITIONS: [&str; 4] =
    ["definition_start_rate", "definition_capital_rate", "definition_equal_age", "definition_verdict"];

/// The sixth section.
pub fn add_definitions(blocks: &mut Vec<Block>, speaker: &Speaker) -> Result<(), ReportError> {
    let lang = speaker.lang();
    blocks.push(speaker.line(LineKind::Heading, "heading_policy", &[])?);
    for key in DEFINITIONS {
        blocks.push(speaker.line(LineKind::Note, key, &[])?);
    }
    let settings = policy_words(speaker.release.policy, speaker.release.scope, lang);
    let settings = settings.into_iter().map(|(name, meaning)| [name, meaning].join(lang.pick("：", ": ")));
    let settings = settings.collect::<Vec<String>>().join(lang.pick("；", "; "));
    blocks.push(speaker.line(LineKind::Note, "policy", &[("settings", settings)])?);
    let rounding = match speaker.style().rounding {
        Rounding::HalfUp => lang.pick("四舍五入", "half up"),
        Rounding::Truncate => lang.pick("截断", "truncated"),
    };
    let values = [("unit", speaker.style().money_unit()), ("rounding", rounding.to_owned())];
    blocks.push(speaker.line(LineKind::Note, "printing", &values)?);
    Ok(())
}

/// What the figures are made from, and the signature where the sentences have one.
pub fn add_notes(blocks: &mut Vec<Block>, speaker: &Speaker) -> Result<(), ReportError> {
    let release = speaker.release;
    let mut notes = Vec::new();
    if release.is_synthetic {
        notes.push(speaker.say("synthetic", &[])?);
    }
    if !release.release_id.is_empty() {
        let values = [("name", short(release.name)), ("release_id", short(release.release_id))];
        notes.push(speaker.say("release", &values)?);
    }
    if !notes.is_empty() {
        blocks.push(speaker.line(LineKind::Heading, "heading_notes", &[])?);
        blocks.extend(notes.into_iter().map(|note| Block::Line(LineKind::Note, note)));
    }
    let signature = speaker.say("sign_off", &[])?;
    if !signature.is_empty() {
        blocks.push(Block::Line(LineKind::Signature, signature));
    }
    Ok(())
}
