//! A workspace (工作区): the pipeline definition with every path resolved and the command line applied.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, FixedOffset};
use model::date::Date;
use model::month::Month;
use report::lang::Lang;
use serde_json::json;

use crate::error::PipelineError;
use crate::overrides::Overrides;
use crate::plan::Plan;
use crate::plan_check::check_plan;
use crate::plan_file::read_plan;

/// A pattern, and the folder that it is relative to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The folder.
    pub base: PathBuf,
    /// The pattern.
    pub pattern: String,
}

/// A pipeline definition, ready to run.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The pipeline file.
    pub plan_file: PathBuf,
    /// The folder that paths of the file are relative to.
    pub root: PathBuf,
    /// The definition.
    pub plan: Plan,
    /// Patterns of received files.
    pub received: Vec<Pattern>,
    /// Patterns of ledgers.
    pub ledger: Vec<Pattern>,
    /// When each file came, where somebody names the file.
    pub register: Option<PathBuf>,
    /// Folder of the reference tables.
    pub reference: PathBuf,
    /// Folder of the decisions.
    pub decisions: Option<PathBuf>,
    /// Table of published figures.
    pub published: Option<PathBuf>,
    /// Folder of the store.
    pub store: PathBuf,
    /// The month that the figures speak about; nothing: the last one that a return speaks of.
    pub as_of: Option<Month>,
    /// Only what had been received by then.
    pub known_at: Option<DateTime<FixedOffset>>,
    /// Whether the release becomes the current one.
    pub moves_current: bool,
}

impl Workspace {
    /// Reads a pipeline file and applies the command line.
    pub fn open(plan_file: &Path, overrides: &Overrides) -> Result<Workspace, PipelineError> {
        let plan = read_plan(plan_file)?;
        check_plan(&plan, &plan_file.display().to_string())?;
        let root = root_of(plan_file);
        let below_root = |path: &String| root.join(path);
        let inputs = &plan.inputs;
        let register = inputs.register.as_ref().map(below_root);
        Ok(Workspace {
            received: patterns(&overrides.received, &inputs.received, &root),
            ledger: ledger_patterns(overrides.ledger.as_deref(), &inputs.ledger, &root),
            register: overrides.register.clone().or(register),
            reference: root.join(&inputs.reference),
            decisions: inputs.decisions.as_ref().map(below_root),
            published: inputs.published.as_ref().map(below_root),
            store: overrides.store.clone().unwrap_or_else(|| root.join(&plan.store.path)),
            as_of: overrides.as_of,
            known_at: known_at(&plan, overrides)?,
            moves_current: overrides.moves_current(),
            plan_file: plan_file.to_owned(),
            root,
            plan,
        })
    }

    /// Whether its reports speak Chinese.
    pub fn is_chinese(&self) -> bool {
        self.plan.report.lang == Lang::Zh
    }

    /// The day by which everything that counts was known.
    pub fn known_day(&self) -> Option<Date> {
        let day = self.known_at?.date_naive();
        Date::new(day.year(), day.month(), day.day())
    }

    /// Every setting that decides what the datasets hold, in an order that does not change.
    pub fn settings_json(&self) -> serde_json::Value {
        let plan = &self.plan;
        json!({
            "name": plan.name,
            "time_zone": plan.time_zone,
            "scope": plan.scope,
            "calendar": plan.calendar,
            "policy": plan.policy,
            "gates": plan.gates,
            "report": plan.report,
            "form": plan.form,
            "as_of": self.as_of.map(|month| month.to_string()),
            "known_at": self.known_at.map(|moment| moment.to_rfc3339()),
        })
    }
}

/// The folder above `pipelines/`, or the folder of the file.
fn root_of(plan_file: &Path) -> PathBuf {
    let folder = plan_file.parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    match absolute.parent() {
        Some(parent) if absolute.file_name().is_some_and(|name| name == "pipelines") => parent.to_owned(),
        _ => absolute,
    }
}

fn patterns(typed: &[String], written: &[String], root: &Path) -> Vec<Pattern> {
    let (base, patterns) = if typed.is_empty() { (root, written) } else { (Path::new(""), typed) };
    patterns.iter().map(|pattern| Pattern { base: base.to_owned(), pattern: pattern.clone() }).collect()
}

fn ledger_patterns(typed: Option<&Path>, written: &[String], root: &Path) -> Vec<Pattern> {
    let typed: Vec<String> = typed.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    patterns(&typed, written, root)
}

fn known_at(plan: &Plan, overrides: &Overrides) -> Result<Option<DateTime<FixedOffset>>, PipelineError> {
    let Some(text) = &overrides.known_at else { return Ok(None) };
    let moment = plan.time_zone.moment_until(text);
    moment.map(Some).ok_or_else(|| PipelineError::WrongValue {
        place: "the command line".to_owned(),
        key: "--known-at".to_owned(),
        found: format!("`{text}`"),
        allowed: "a day such as 2023-07-31 or a moment such as 2023-07-31T18:00:00+08:00".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_the_folder_above_pipelines() {
        assert_eq!(root_of(Path::new("/a/pipelines/p.toml")), Path::new("/a"));
        assert_eq!(root_of(Path::new("/a/other/p.toml")), Path::new("/a/other"));
        assert_eq!(root_of(Path::new("pipelines/p.toml")), std::path::absolute(".").unwrap());
    }
}
