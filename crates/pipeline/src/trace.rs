//! From a figure to the cells behind it, and from a cell to the figures it moves (追溯).

pub mod blank_cell;
pub mod cell;
pub mod cell_place;
pub mod evidence;
pub mod figure;
pub mod figure_key;
pub mod finder;
pub mod grounds;
#[cfg(test)]
pub(crate) mod hand_made;
pub mod ledger_lines;
pub mod month_cells;
pub mod sayings;
pub mod timeline;
pub mod values;
pub mod without_cell;
pub mod workbooks;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::DateTime;
use store::releases::Store;

use crate::error::PipelineError;
use crate::open_release::open_release;
use crate::printing::Printing;
use crate::progress::Progress;
use crate::reference::read_reference;
use crate::trace::cell::{CellMeaning, cell_meaning, file_of};
use crate::trace::cell_place::TypedCell;
use crate::trace::evidence::Evidence;
use crate::trace::figure::{FigureTrace, trace_figure};
use crate::trace::figure_key::{FigureQuestion, metric_of, row_of};
use crate::trace::finder::Finder;
use crate::trace::grounds::Grounds;
use crate::trace::month_cells::month_cells;
use crate::trace::sayings::Sayings;
use crate::trace::timeline::{Timeline, project_named, timeline};
use crate::trace::values::{Headings, TracedCell};
use crate::trace::without_cell::{BlankedCell, WithoutCell, without_cell};
use crate::trace::workbooks::Workbooks;
use crate::workspace::Workspace;

/// An opened release that can be traced.
pub struct Tracing<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Id of the release.
    pub release_id: String,
    /// How figures and names are printed.
    pub printing: Printing,
    grounds: Grounds,
    cells: PathBuf,
}

/// A cell, and what the figures are without it.
#[derive(Debug, Clone, PartialEq)]
pub struct CellTrace {
    /// What it is.
    pub meaning: CellMeaning,
    /// What it moves.
    pub without: WithoutCell,
}

impl<'a> Tracing<'a> {
    /// Opens a release of a workspace, by the beginning of its id; without one the current one.
    pub fn open(
        workspace: &'a Workspace,
        release: Option<&str>,
        is_chinese: bool,
    ) -> Result<Tracing<'a>, PipelineError> {
        let release = open_release(&workspace.store, release)?;
        let grounds = Grounds::read(&release)?;
        let reference = read_reference(&workspace.reference)?;
        Ok(Tracing {
            workspace,
            printing: Printing::new(&grounds.plan, &reference, is_chinese),
            release_id: release.id,
            grounds,
            cells: Store::open(&workspace.store)?.cells_folder(),
        })
    }

    /// A figure and everything behind it, or one project's share of it. What all projects add is told in any case.
    pub fn figure(
        &self,
        question: &FigureQuestion,
        project: Option<&str>,
    ) -> Result<FigureTrace, PipelineError> {
        let metric = metric_of(&question.metric)?;
        let reference = read_reference(&self.workspace.reference)?;
        let row = row_of(&self.grounds.metrics, question, &reference)?;
        let mut traced = self.with_finder(|finder| trace_figure(metric, row, finder));
        if let Some(typed) = project {
            let counted = &project_named(&self.grounds, typed)?.counted_project_id;
            traced.projects.retain(|project| project.project_id == *counted);
        }
        self.complete(traced.projects.iter_mut().flat_map(|project| &mut project.evidence).collect());
        Ok(traced)
    }

    /// One project, month by month.
    pub fn project(&self, typed: &str) -> Result<Timeline, PipelineError> {
        let project = project_named(&self.grounds, typed)?;
        let mut traced = self.with_finder(|finder| timeline(project, finder));
        let said = traced.months.iter_mut().flat_map(|month| &mut month.said).map(|said| &mut said.evidence);
        self.complete(said.chain(&mut traced.listed).collect());
        Ok(traced)
    }

    /// A cell: what it is, and what the figures are without it.
    pub fn cell(&self, typed: &TypedCell, progress: &dyn Progress) -> Result<CellTrace, PipelineError> {
        let file = file_of(typed, &self.grounds)?;
        let wanted = BTreeSet::from([file.return_id.as_str()]);
        let workbooks = Workbooks::load(&self.cells, &self.grounds, &wanted);
        let meaning = cell_meaning(typed, &file, &self.grounds, &workbooks)?;
        let cell = BlankedCell {
            is_in_ledger: file.kind == "ledger",
            file: &file.file,
            sheet: &meaning.sheet,
            cell: meaning.cell,
        };
        let published = (self.release_id.as_str(), self.grounds.metrics.as_slice());
        let without = without_cell(&self.as_it_was(), published, cell, progress)?;
        Ok(CellTrace { meaning, without })
    }

    /// The workspace, as of the month and the moment of the release.
    fn as_it_was(&self) -> Workspace {
        let settings = &self.grounds.settings;
        let text = |key: &str| settings.get(key).and_then(serde_json::Value::as_str);
        Workspace {
            as_of: text("as_of").and_then(|month| month.parse().ok()),
            known_at: text("known_at").and_then(|moment| DateTime::parse_from_rfc3339(moment).ok()),
            ..self.workspace.clone()
        }
    }

    fn with_finder<T>(&self, find: impl FnOnce(&Finder<'_>) -> T) -> T {
        let sayings = Sayings::of(&self.grounds);
        let headings = Headings::of(&self.grounds.columns);
        let ids: BTreeSet<&str> = self.grounds.ledger_ids().into_values().collect();
        let ledgers = Workbooks::load(&self.cells, &self.grounds, &ids);
        find(&Finder { grounds: &self.grounds, sayings: &sayings, headings: &headings, ledgers: &ledgers })
    }

    /// Adds what only the workbooks know of the cells.
    fn complete(&self, evidence: Vec<&mut Evidence>) {
        let cells = evidence.iter().flat_map(|found| &found.values).flat_map(|value| &value.cells);
        let wanted: BTreeSet<String> = cells.map(|cell| cell.return_id.clone()).collect();
        let wanted: BTreeSet<&str> = wanted.iter().map(String::as_str).collect();
        let workbooks = Workbooks::load(&self.cells, &self.grounds, &wanted);
        for found in evidence {
            workbooks.complete(&mut found.values);
            found.month_from = self.month_from(found, &workbooks);
        }
    }

    fn month_from(&self, found: &Evidence, workbooks: &Workbooks) -> Vec<TracedCell> {
        let row = self.grounds.returns.iter().find(|row| row.file == found.file);
        let Some((row, month)) = row.zip(found.month.as_ref().and_then(|month| month.parse().ok())) else {
            return Vec::new();
        };
        let reading = workbooks.get(&row.return_id);
        reading.map(|reading| month_cells(row, reading, &self.grounds.plan.form, month)).unwrap_or_default()
    }
}
