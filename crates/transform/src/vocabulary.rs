//! The reference tables, ready to be asked: units, events, status words, industries, rates, thresholds (词表).

use std::collections::BTreeMap;

use model::reference::{Reference, StatusWord, UnitRow};
use model::stage::Stage;

use crate::cell_rules::cohorts::Events;
use crate::cell_rules::industries::Industries;
use crate::cell_rules::rates::Rates;
use crate::cell_rules::statuses::StatusWords;
use crate::cell_rules::unit_names::UnitNames;
use crate::error::TransformError;
use crate::settings::Settings;
use crate::thresholds::Thresholds;

/// Every word that the stage knows.
#[derive(Debug)]
pub struct Vocabulary {
    /// Unit names.
    pub units: UnitNames,
    /// Events and editions.
    pub events: Events,
    /// Status words.
    pub status_words: StatusWords,
    /// Industries.
    pub industries: Industries,
    /// Exchange rates.
    pub rates: Rates,
    /// Thresholds of the checks.
    pub thresholds: Thresholds,
    unit_rows: BTreeMap<String, UnitRow>,
    successors: BTreeMap<String, String>,
}

impl Vocabulary {
    /// The vocabulary of a pipeline: the reference tables and what its form adds.
    pub fn new(reference: &Reference, settings: &Settings) -> Result<Vocabulary, TransformError> {
        let mut status_words = reference.status_words.clone();
        for (word, stage) in &settings.form.status_words {
            status_words.insert(0, form_status_word(word, stage)?);
        }
        Ok(Vocabulary {
            units: UnitNames::new(&reference.units, &reference.unit_aliases),
            events: Events::new(&reference.editions),
            status_words: StatusWords::new(&status_words),
            industries: Industries::new(&reference.industries),
            rates: Rates::new(&reference.exchange_rates),
            thresholds: Thresholds::new(&reference.thresholds)?,
            successors: successors(reference),
            unit_rows: reference.units.iter().map(|row| (row.unit_id.clone(), row.clone())).collect(),
        })
    }

    /// The group that a unit belongs to.
    pub fn unit_group(&self, unit_code: &str) -> Option<&str> {
        self.unit_rows.get(unit_code).map(|row| row.unit_group.as_str()).filter(|group| !group.is_empty())
    }

    /// The unit that followed a unit that is gone, itself where none did.
    pub fn successor<'a>(&'a self, unit_code: &'a str) -> &'a str {
        self.successors.get(unit_code).map_or(unit_code, String::as_str)
    }

    /// The short name of a unit; the code itself where the tables do not know it.
    pub fn unit_name<'a>(&'a self, unit_code: &'a str) -> &'a str {
        self.unit_rows.get(unit_code).map_or(unit_code, |row| row.short_name.as_str())
    }
}

/// The unit that took over the whole of another one, or what remained of it; a town that went elsewhere is no
/// successor of its district.
fn successors(reference: &Reference) -> BTreeMap<String, String> {
    let follows =
        reference.unit_successions.iter().filter(|row| matches!(row.part.as_str(), "whole" | "remainder"));
    let gone = |unit: &str| reference.units.iter().any(|row| row.unit_id == unit && !row.valid_to.is_empty());
    follows
        .filter(|row| gone(&row.from_unit_id))
        .map(|row| (row.from_unit_id.clone(), row.to_unit_id.clone()))
        .collect()
}

fn form_status_word(word: &str, stage: &str) -> Result<StatusWord, TransformError> {
    let parsed: Stage = stage.parse().map_err(|_| TransformError::Reference {
        table: "[form.status_words]",
        problem: format!("`{word}` = `{stage}` is no stage; stages are {}", known_stages()),
    })?;
    let yes_or_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let started = parsed.progress().is_some_and(|progress| progress >= 6);
    let in_production = parsed.progress().is_some_and(|progress| progress >= 8);
    Ok(StatusWord {
        variant: word.to_owned(),
        canonical: stage.to_owned(),
        matching: "literal".to_owned(),
        started: if parsed == Stage::Suspended { "keep".to_owned() } else { yes_or_no(started) },
        in_production: if parsed == Stage::Suspended { "keep".to_owned() } else { yes_or_no(in_production) },
        in_denominator: "yes".to_owned(),
        setting: String::new(),
    })
}

fn known_stages() -> String {
    Stage::ALL.map(Stage::as_str).join(", ")
}
