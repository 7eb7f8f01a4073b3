//! Status words (项目状态) and progress texts (进展情况): which stage they state as a fact.

use model::findings::{C321_STAGE_UNKNOWN, C322_START_DOUBTFUL};
use model::month::Month;
use model::policy::Policy;
use model::reference::StatusWord;
use model::stage::Stage;

use crate::cell_rules::outcome::{Outcome, Problem};
use crate::cell_rules::progress_clauses::{Stated, state_of};
use crate::cell_rules::stage_words::{Meaning, ONLY_ALONE, WORDS};
use crate::cell_rules::text::{missing_rule, plain};

/// The words of `status_words.csv`.
#[derive(Debug, Clone, Default)]
pub struct StatusWords {
    /// Every word in one spelling, as it stands in the table.
    table: Vec<(String, StatusWord)>,
    /// Words for sentences, longest first.
    lexicon: Vec<(String, Meaning)>,
}

/// What a status word or a progress text says. Missing flags: it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadStage {
    /// The stage.
    pub stage: Stage,
    /// Has started.
    pub started: Option<bool>,
    /// Is in production.
    pub in_production: Option<bool>,
    /// Is terminated.
    pub terminated: Option<bool>,
}

impl StatusWords {
    /// The words of a table.
    pub fn new(words: &[StatusWord]) -> StatusWords {
        let table: Vec<(String, StatusWord)> =
            words.iter().map(|word| (spelling(&word.variant), word.clone())).collect();
        let built_in = WORDS.iter().map(|(word, meaning)| ((*word).to_owned(), *meaning));
        let mut lexicon: Vec<(String, Meaning)> = built_in.collect();
        for (word, row) in &table {
            let known = lexicon.iter().any(|(of, _)| of == word) || ONLY_ALONE.contains(&word.as_str());
            let stage = row.canonical.parse::<Stage>().ok().filter(|stage| *stage != Stage::Superseded);
            if let Some(stage) = stage.filter(|stage| !known && is_sentence_word(row, word, *stage)) {
                lexicon.push((word.clone(), Meaning::Stage(stage)));
            }
        }
        lexicon.sort_by(|(left, _), (right, _)| right.len().cmp(&left.len()).then_with(|| left.cmp(right)));
        StatusWords { table, lexicon }
    }

    /// Reads the cell of a status column.
    pub fn read_word(&self, text: &str, policy: &Policy) -> Outcome<ReadStage> {
        let word = spelling(text);
        if let Some((_, row)) = self.table.iter().find(|(known, _)| *known == word) {
            return read_row(row, policy);
        }
        if let Some(rule) = missing_rule(&word) {
            return Outcome::missing(rule);
        }
        if let Some((_, row)) =
            self.table.iter().find(|(known, row)| row.matching == "pattern" && fits(known, &word))
        {
            return read_row(row, policy);
        }
        let outcome = read_stated(state_of(&word, &self.lexicon, None), policy, "status_contained");
        if outcome.value.is_some() {
            return outcome.confidence(0.9);
        }
        match self.contained(&word) {
            Some(row) => read_row(row, policy).confidence(0.7),
            None => Outcome::refused("status_unknown", Problem::new(C321_STAGE_UNKNOWN)),
        }
    }

    /// Reads a free text: the furthest stage that it states as a fact.
    ///
    /// `period` tells which months of a sentence without 已 or 预计 lie ahead. Missing: it states none.
    pub fn read_progress(&self, text: &str, period: Option<Month>, policy: &Policy) -> Outcome<ReadStage> {
        let text = plain(text);
        if let Some(rule) = missing_rule(&text) {
            return Outcome::missing(rule);
        }
        read_stated(state_of(&text, &self.lexicon, period), policy, "progress_text").confidence(0.9)
    }

    /// The longest word of the table inside a short text without a denial or a plan.
    fn contained(&self, text: &str) -> Option<&StatusWord> {
        let doubtful = ["未", "拟", "计划", "预计", "力争", "即将", "不", "没", "待"]
            .iter()
            .any(|word| text.contains(word));
        if doubtful || text.chars().count() > 12 {
            return None;
        }
        let literal = self.table.iter().filter(|(word, row)| {
            row.matching != "pattern" && word.chars().count() >= 2 && text.contains(word.as_str())
        });
        literal.max_by_key(|(word, _)| word.len()).map(|(_, row)| row)
    }
}

fn spelling(text: &str) -> String {
    plain(text).trim_matches(|sign: char| "。.,;、*".contains(sign)).to_uppercase()
}

/// Whether a word of the table may be looked for inside sentences.
fn is_sentence_word(row: &StatusWord, word: &str, stage: Stage) -> bool {
    row.matching != "pattern" && word.chars().count() >= 2 && stage != Stage::NotStarted
}

/// Whether a text has the form of a pattern, in which a run of X stands for anything: `预计X月开工`, `并入XX项目`.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((before, rest)) = pattern.split_once('X') else { return false };
    let after = rest.trim_start_matches('X');
    text.len() > before.len() + after.len() && text.starts_with(before) && text.ends_with(after)
}

fn read_row(row: &StatusWord, policy: &Policy) -> Outcome<ReadStage> {
    let Ok(stage) = row.canonical.parse::<Stage>() else { return Outcome::missing("missing_word") };
    let terminated = match stage {
        Stage::Terminated => Some(true),
        Stage::Superseded => None,
        _ => Some(false),
    };
    let read = ReadStage {
        stage,
        started: flag(&row.started, &row.setting, policy),
        in_production: flag(&row.in_production, &row.setting, policy),
        terminated,
    };
    let outcome = Outcome::read("status_word", read);
    if row.variant.contains("奠基") { outcome.problem(Problem::new(C322_START_DOUBTFUL)) } else { outcome }
}

fn flag(word: &str, setting: &str, policy: &Policy) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        "setting" => policy.counts(setting),
        _ => None,
    }
}

fn read_stated(stated: Stated, policy: &Policy, rule: &'static str) -> Outcome<ReadStage> {
    let Some(stage) = stated.stage else { return Outcome::missing("no_stage") };
    let mut read = flags_of(stage, policy);
    if stage == Stage::Suspended && stated.had_started {
        read.started = Some(true);
    }
    let outcome = Outcome::read(rule, read);
    if stated.ceremony { outcome.problem(Problem::new(C322_START_DOUBTFUL)) } else { outcome }
}

/// What a stage says by itself, under the policy.
pub fn flags_of(stage: Stage, policy: &Policy) -> ReadStage {
    let (started, in_production) = match stage {
        Stage::Landed => (Some(policy.landed_counts_as_started), Some(false)),
        Stage::LandAcquired => (Some(policy.land_counts_as_started), Some(false)),
        Stage::Started | Stage::UnderConstruction => (Some(true), Some(false)),
        Stage::StartedOrProduction => (Some(true), None),
        Stage::PartialProduction => (Some(true), Some(policy.partial_counts_as_production)),
        Stage::Completed => (Some(true), Some(policy.completed_counts_as_production)),
        Stage::InProduction | Stage::FullCapacity => (Some(true), Some(true)),
        Stage::Suspended | Stage::Superseded => (None, None),
        _ => (Some(false), Some(false)),
    };
    let terminated = (stage != Stage::Superseded).then_some(stage == Stage::Terminated);
    ReadStage { stage, started, in_production, terminated }
}
