//! Who speaks in the bulletin (行文): sentences, names and figures of one release in its language.

use model::datasets::cohort_metrics::CohortMetric;
use model::date::Date;

use crate::bulletin::document::{Block, LineKind};
use crate::bulletin::docx::node::without_controls;
use crate::bulletin::templates::Templates;
use crate::calendar_words::as_of_words;
use crate::error::ReportError;
use crate::figures::{main_event, whole};
use crate::headline::subject_words;
use crate::lang::Lang;
use crate::policy_words::policy_words;
use crate::release::Release;
use crate::style::Style;

/// A longer name is cut: a sentence has to stay one.
const LONGEST_NAME: usize = 48;

/// The values of the slots of a sentence.
pub type Values<'a> = &'a [(&'a str, String)];

/// What a section of the bulletin is written with.
#[derive(Debug, Clone, Copy)]
pub struct Speaker<'a> {
    /// The release.
    pub release: &'a Release<'a>,
    /// The sentences.
    pub templates: &'a Templates,
}

impl<'a> Speaker<'a> {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.release.style.lang
    }

    /// How figures are printed.
    pub fn style(&self) -> &'a Style {
        self.release.style
    }

    /// The month that the bulletin speaks about.
    pub fn as_of(&self) -> Date {
        self.release.as_of
    }

    /// The same in words.
    pub fn as_of_words(&self) -> String {
        as_of_words(self.as_of(), self.lang())
    }

    /// The event that the bulletin is about: the one with the most projects.
    pub fn event(&self) -> Option<&'a str> {
        main_event(self.release.rows.metrics, self.as_of())
    }

    /// The figures of all editions of the event together.
    pub fn whole(&self) -> Option<&'a CohortMetric> {
        whole(self.release.rows.metrics, self.as_of(), self.event()?)
    }

    /// A sentence with its slots filled.
    pub fn say(&self, key: &str, values: Values) -> Result<String, ReportError> {
        self.templates.fill(key, self.lang(), values)
    }

    /// The same as a line of a kind.
    pub fn line(&self, kind: LineKind, key: &str, values: Values) -> Result<Block, ReportError> {
        Ok(Block::Line(kind, self.say(key, values)?))
    }

    /// Editions and event, empty where nothing says.
    pub fn subject(&self, cohorts: &[String]) -> String {
        short(&subject_words(cohorts, self.event().unwrap_or_default(), self.lang()))
    }

    /// The short name of a unit; a code without a name stands for itself.
    pub fn unit(&self, code: &str) -> String {
        let known = self.release.reference.units.iter().find(|unit| unit.unit_id == code);
        match known.map(|unit| unit.short_name.as_str()).filter(|name| !name.is_empty()) {
            Some(name) => name.to_owned(),
            None if matches!(code, "" | "unknown") => self.lang().pick("单位不明", "unit unknown").to_owned(),
            None => short(code),
        }
    }

    /// Where a unit stands in the reference; those that are not in it come last.
    pub fn unit_place(&self, code: &str) -> usize {
        let units = &self.release.reference.units;
        units.iter().position(|unit| unit.unit_id == code).unwrap_or(usize::MAX)
    }

    /// The name of a project; its id where no name is known.
    pub fn project(&self, id: &str) -> String {
        let known = self.release.rows.projects.iter().find(|project| project.project_id == id);
        short(known.map(|project| project.name.as_str()).filter(|name| !name.trim().is_empty()).unwrap_or(id))
    }

    /// Names one after the other.
    pub fn list(&self, names: &[String]) -> String {
        names.join(self.lang().pick("、", ", "))
    }

    /// Sentences one after the other.
    pub fn paragraph(&self, sentences: &[String]) -> Block {
        Block::body(sentences.join(self.lang().pick("", " ")))
    }

    /// A share in per cent with its sign, or the words that there is none.
    pub fn share(&self, numerator: i64, denominator: i64) -> String {
        match self.style().percent(numerator, denominator) {
            Some(percent) => format!("{percent}{}", self.lang().pick("%", " %")),
            None => self.lang().pick("无法计算", "not to be computed").to_owned(),
        }
    }

    /// The same in a cell, where the column says that it is per cent.
    pub fn share_cell(&self, numerator: i64, denominator: i64) -> String {
        self.style().percent(numerator, denominator).unwrap_or_else(|| "—".to_owned())
    }

    /// What the policy says of one setting, by the name that [`policy_words`] gives it.
    pub fn setting(&self, zh: &str, en: &str) -> Option<String> {
        let name = self.lang().pick(zh, en);
        let settings = policy_words(self.release.policy, self.release.scope, self.lang());
        settings.into_iter().find(|(known, _)| known == name).map(|(_, meaning)| meaning)
    }
}

/// The number that the next table has.
pub fn next_table(blocks: &[Block]) -> String {
    (blocks.iter().filter(|block| matches!(block, Block::Table(_))).count() + 1).to_string()
}

/// The number that the next chart has.
pub fn next_chart(blocks: &[Block]) -> String {
    (blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count() + 1).to_string()
}

/// A name as one line that fits into a sentence.
pub fn short(name: &str) -> String {
    let name = without_controls(name);
    let name = name.trim();
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    name.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
}
