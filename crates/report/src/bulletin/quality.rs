//! Returns and quality of data (报送和数据质量): who has reported for the month, and what is wrong with it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::findings::{T507_LATE, T508_MISSING};

use crate::bulletin::document::{Block, LineKind};
use crate::bulletin::speaker::Speaker;
use crate::calendar_words::month_words;
use crate::error::ReportError;

/// So many units are named.
const MOST_UNITS: usize = 5;

/// The fifth section.
pub fn add_quality(blocks: &mut Vec<Block>, speaker: &Speaker) -> Result<(), ReportError> {
    blocks.push(speaker.line(LineKind::Heading, "heading_quality", &[])?);
    let of_month = |finding: &&Finding| finding.period == Some(speaker.as_of());
    let findings: Vec<&Finding> = speaker.release.rows.findings.iter().filter(of_month).collect();
    blocks.push(speaker.paragraph(&coverage(speaker, &findings)?));
    let has_returns = speaker.release.rows.returns.iter().any(|row| row.period == Some(speaker.as_of()));
    if has_returns || !findings.is_empty() {
        blocks.push(speaker.paragraph(&mistakes(speaker, &findings)?));
    }
    Ok(())
}

/// Who has reported, who not, who late. Those that were expected are those that reported and those found missing.
fn coverage(speaker: &Speaker, findings: &[&Finding]) -> Result<Vec<String>, ReportError> {
    let month = ("month", month_words(speaker.as_of(), speaker.lang()));
    let of_month = |row: &&ReturnRow| row.period == Some(speaker.as_of()) && row.status != "skipped";
    let returns: Vec<&ReturnRow> = speaker.release.rows.returns.iter().filter(of_month).collect();
    let received: BTreeSet<&str> = returns.iter().filter_map(|row| row.unit_code.as_deref()).collect();
    let units = |code: &str| -> BTreeSet<&str> {
        findings
            .iter()
            .filter(|found| found.code == code)
            .filter_map(|found| found.unit_code.as_deref())
            .collect()
    };
    let (missing, late) = (units(T508_MISSING.code), units(T507_LATE.code));
    if received.is_empty() && missing.is_empty() {
        return Ok(vec![speaker.say("returns_missing", &[month])?]);
    }
    let values = [
        month,
        ("expected", received.union(&missing).count().to_string()),
        ("received", received.len().to_string()),
        ("missing", missing.len().to_string()),
    ];
    let key = if missing.is_empty() { "returns_all" } else { "returns" };
    let mut sentences = vec![speaker.say(key, &values)?];
    if !missing.is_empty() {
        sentences.push(speaker.say("missing_units", &[("names", names(speaker, missing))])?);
    }
    sentences.extend(lateness(speaker, &returns, late)?);
    let rejected = returns.iter().filter(|row| row.status == "rejected").count();
    if rejected > 0 {
        sentences.push(speaker.say("rejected_returns", &[("n", rejected.to_string())])?);
    }
    Ok(sentences)
}

/// Who was late; that none was only where it is known of every return when it came.
fn lateness(
    speaker: &Speaker,
    returns: &[&ReturnRow],
    late: BTreeSet<&str>,
) -> Result<Option<String>, ReportError> {
    if !late.is_empty() {
        let values = [("n", late.len().to_string()), ("names", names(speaker, late))];
        return speaker.say("late_units", &values).map(Some);
    }
    let is_known = returns.iter().all(|row| row.received_at.is_some());
    is_known.then(|| speaker.say("late_none", &[])).transpose()
}

fn names(speaker: &Speaker, units: BTreeSet<&str>) -> String {
    let mut units: Vec<&str> = units.into_iter().collect();
    units.sort_by_key(|code| (speaker.unit_place(code), *code));
    let names: Vec<String> = units.into_iter().map(|code| speaker.unit(code)).collect();
    speaker.list(&names)
}

/// What is still open in the returns of the month, and where most errors are.
fn mistakes(speaker: &Speaker, findings: &[&Finding]) -> Result<Vec<String>, ReportError> {
    let month = ("month", month_words(speaker.as_of(), speaker.lang()));
    let is_open = |found: &&&Finding| !matches!(found.state.as_str(), "fixed" | "accepted");
    let open: Vec<&Finding> = findings.iter().filter(is_open).copied().collect();
    if open.is_empty() {
        return Ok(vec![speaker.say("findings_none", &[month])?]);
    }
    let count = |severity: &str| open.iter().filter(|found| found.severity == severity).count();
    let values = [
        month,
        ("n", open.len().to_string()),
        ("n_errors", count("error").to_string()),
        ("n_warnings", count("warning").to_string()),
        ("n_infos", count("info").to_string()),
    ];
    let mut sentences = vec![speaker.say("findings", &values)?];
    if count("error") > 0 {
        sentences.extend(most_errors(speaker, &open)?);
        if let Some(flagged) = speaker.setting("有错误的数值", "values with an error") {
            sentences.push(speaker.say("withheld", &[("flagged", flagged)])?);
        }
    }
    Ok(sentences)
}

/// The units with most errors; of those that have equally many, all or none. Nothing where that leaves nobody.
fn most_errors(speaker: &Speaker, open: &[&Finding]) -> Result<Option<String>, ReportError> {
    let mut errors: BTreeMap<&str, usize> = BTreeMap::new();
    for found in open.iter().filter(|found| found.severity == "error") {
        *errors.entry(found.unit_code.as_deref().unwrap_or_default()).or_default() += 1;
    }
    let mut units: Vec<(&str, usize)> = errors.into_iter().collect();
    units.sort_by_key(|(code, n)| (Reverse(*n), speaker.unit_place(code), *code));
    let left_out = units.get(MOST_UNITS).map_or(0, |(_, n)| *n);
    let said = units
        .into_iter()
        .filter(|(_, n)| *n > left_out)
        .map(|(code, n)| speaker.say("unit_errors", &[("unit", speaker.unit(code)), ("n", n.to_string())]));
    let said = said.collect::<Result<Vec<String>, _>>()?;
    if said.is_empty() {
        return Ok(None);
    }
    speaker.say("errors_by_unit", &[("names", speaker.list(&said))]).map(Some)
}
