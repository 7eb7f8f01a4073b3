//! Reads returns again whose headings need more than the return itself (表头再读): what people decided about one unit,
//! and what the unit's return of the month before teaches.

use std::collections::BTreeMap;

use ingest::overrides::{Authority, Heading, Overrides};
use model::month::Month;
use model::reading::Reading;
use rayon::prelude::*;
use transform::layouts::memory::{KnownReturn, LentHeading, lend};
use transform::read_return::unit_and_month;
use transform::received::{FileContent, ReceivedFile};
use transform::settings::Settings;
use transform::vocabulary::Vocabulary;

use crate::dictionary::HeaderRules;
use crate::error::PipelineError;
use crate::scan::ScannedFile;
use crate::stages::ingest::read_file;

/// What a return is about, as far as it could be told from a first reading.
type Claim = (Option<String>, Option<Month>);

/// Applies the decisions about single units, then what earlier returns lend. Nothing is read twice that need not be.
pub fn settle_headings(
    received: &mut [ReceivedFile],
    files: &[ScannedFile],
    rules: &HeaderRules,
    (vocabulary, settings): (&Vocabulary, &Settings),
) -> Result<(), PipelineError> {
    let claims: Vec<Claim> = received
        .iter()
        .map(|file| match &file.content {
            FileContent::Read(reading) => unit_and_month(file, reading, vocabulary, settings),
            _ => (None, None),
        })
        .collect();
    let decided: BTreeMap<usize, Overrides> = claims
        .iter()
        .enumerate()
        .filter_map(|(index, (unit, _))| Some((index, rules.decisions.of_unit(unit.as_deref()?))))
        .filter(|(_, overrides)| !overrides.is_empty())
        .collect();
    read_again(received, files, rules, &decided)?;
    let mut lent = lent_to(received, &claims, vocabulary.thresholds.header_confidence);
    for (index, overrides) in &mut lent {
        if let Some(of_unit) = decided.get(index) {
            *overrides = of_unit.clone().and(std::mem::take(overrides));
        }
    }
    read_again(received, files, rules, &lent)
}

/// What every return is lent by the one before it; returns that are lent nothing are left out.
fn lent_to(received: &[ReceivedFile], claims: &[Claim], bar: f64) -> BTreeMap<usize, Overrides> {
    let known = |(index, file): (usize, &'_ ReceivedFile)| -> Option<(usize, String, Month)> {
        let (unit, period) = claims.get(index)?;
        matches!(file.content, FileContent::Read(_)).then_some((index, unit.clone()?, (*period)?))
    };
    let known: Vec<(usize, String, Month)> = received.iter().enumerate().filter_map(known).collect();
    let returns: Vec<KnownReturn<'_>> = known
        .iter()
        .filter_map(|(index, unit_code, period)| {
            let reading = reading_of(received.get(*index)?)?;
            Some(KnownReturn { unit_code, period: *period, reading })
        })
        .collect();
    let lent = lend(&returns, bar).into_iter().zip(known);
    let lent = lent.filter(|(lent, _)| !lent.is_empty());
    lent.map(|(lent, (index, ..))| (index, overrides(lent))).collect()
}

fn reading_of(file: &ReceivedFile) -> Option<&Reading> {
    match &file.content {
        FileContent::Read(reading) => Some(reading),
        _ => None,
    }
}

fn overrides(lent: Vec<LentHeading>) -> Overrides {
    let mut overrides = Overrides::default();
    for lent in lent {
        overrides.heading(Heading {
            sheet: Some(lent.sheet),
            header: lent.header,
            field: Some(lent.field),
            unit: lent.unit,
            known: Some(lent.known),
            authority: Authority::Memory,
        });
    }
    overrides
}

/// Reads the files of a list again, with what is settled about each beside what is settled about all.
fn read_again(
    received: &mut [ReceivedFile],
    files: &[ScannedFile],
    rules: &HeaderRules,
    settled: &BTreeMap<usize, Overrides>,
) -> Result<(), PipelineError> {
    let read = settled.par_iter().filter_map(|(index, overrides)| {
        let file = files.get(*index)?;
        let rules = rules.with(overrides.clone().and(rules.settled.clone()));
        Some(read_file(file, &rules).map(|content| (*index, content)))
    });
    for (index, content) in read.collect::<Result<Vec<_>, PipelineError>>()? {
        if let Some(file) = received.get_mut(index) {
            tracing::info!(file = %file.file, "read again with settled headings");
            file.content = content;
        }
    }
    Ok(())
}
