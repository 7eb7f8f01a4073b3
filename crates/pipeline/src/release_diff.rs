//! How two releases or two moments differ (发布比较): figures, the projects and cells that moved them, and what went in.

pub mod cell_moves;
pub mod inputs;
pub mod ledger_moves;
pub mod project_moves;
pub mod side;

use model::date::Date;
use model::month::Month;

use crate::ask_error::AskError;
use crate::figure_moves::{FigureMove, figure_moves, figure_moves_between};
use crate::release_diff::cell_moves::{CellMove, cell_moves};
use crate::release_diff::inputs::{InputMove, SettingMove, input_moves, setting_moves};
use crate::release_diff::ledger_moves::{LedgerMove, ledger_moves};
use crate::release_diff::project_moves::{ProjectBridge, project_bridges};
use crate::release_diff::side::Side;
use crate::sought::Sought;
use crate::trace::figure_key::not_there;

/// How two sides differ.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseDiff {
    /// The first side.
    pub before: SideHead,
    /// The second side.
    pub after: SideHead,
    /// Files that went in differently.
    pub inputs: Vec<InputMove>,
    /// Settings and versions that differ.
    pub settings: Vec<SettingMove>,
    /// Figures that differ between the two months, the headline first.
    pub figures: Vec<FigureMove>,
    /// Figures of other months that both sides know and that differ.
    pub other_months: Vec<FigureMove>,
    /// What moved the figures of all editions together, project by project.
    pub bridges: Vec<ProjectBridge>,
    /// Cells that do not say the same.
    pub cells: Vec<CellMove>,
    /// Lines of the ledger that do not say the same.
    pub ledger: Vec<LedgerMove>,
}

/// What a side is called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SideHead {
    /// Id of the release that it is, or would be.
    pub release_id: String,
    /// The moment that was asked for.
    pub known_at: Option<String>,
    /// The month whose figures are compared; nothing where there are none.
    pub as_of: Option<Date>,
}

impl ReleaseDiff {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.inputs.is_empty()
            && self.settings.is_empty()
            && self.figures.is_empty()
            && self.other_months.is_empty()
            && self.bridges.is_empty()
            && self.cells.is_empty()
            && self.ledger.is_empty()
    }
}

/// Compares two sides: at one month, or each at the last month that it has figures of.
pub fn compare(before: &Side, after: &Side, as_of: Option<Month>) -> Result<ReleaseDiff, AskError> {
    let months = (month_of(before, as_of)?, month_of(after, as_of)?);
    let (old, new) = (&before.grounds, &after.grounds);
    let (from, to) = (months.0.unwrap_or_default(), months.1.unwrap_or_default());
    let bridges = project_bridges((before, from), (after, to));
    let is_common = |moved: &FigureMove| moved.before.is_some() && moved.after.is_some();
    let is_other = |moved: &FigureMove| moved.row().is_some_and(|row| from != to || row.as_of != to);
    let mut other_months = figure_moves(&old.metrics, &new.metrics);
    other_months.retain(|moved| is_common(moved) && is_other(moved));
    let head = |side: &Side, as_of| SideHead {
        release_id: side.release_id.clone(),
        known_at: side.known_at.clone(),
        as_of,
    };
    Ok(ReleaseDiff {
        before: head(before, months.0),
        after: head(after, months.1),
        inputs: input_moves(&old.inputs, &new.inputs),
        settings: settings(before, after),
        figures: figure_moves_between((&old.metrics, from), (&new.metrics, to)),
        other_months,
        cells: cell_moves(old, new, &bridges),
        ledger: ledger_moves(&old.ledger_entries, &new.ledger_entries),
        bridges,
    })
}

/// The month of a side whose figures are compared.
fn month_of(side: &Side, asked: Option<Month>) -> Result<Option<Date>, AskError> {
    let Some(month) = asked else { return Ok(side.last_month()) };
    let day = month.last_day();
    if side.grounds.metrics.iter().any(|row| row.as_of == day) {
        return Ok(Some(day));
    }
    let months: std::collections::BTreeSet<String> =
        side.grounds.metrics.iter().map(|row| Month::of(row.as_of).to_string()).collect();
    let newest: Vec<&str> = months.iter().rev().map(String::as_str).collect();
    Err(not_there(Sought::Month, &month.to_string(), [], newest))
}

/// The settings of a pipeline, and the versions of the program and of its rules.
fn settings(before: &Side, after: &Side) -> Vec<SettingMove> {
    let versions = [
        ("program", &before.program, &after.program),
        ("reading", &before.grounds.reading, &after.grounds.reading),
    ];
    let versions = versions
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(key, old, new)| SettingMove { key: key.to_owned(), before: old.clone(), after: new.clone() });
    versions.chain(setting_moves(&before.grounds.settings, &after.grounds.settings)).collect()
}
