//! The figures without one cell (去掉该格的指标): everything is computed again, with the cell left blank.

use model::cell_address::CellAddress;
use model::datasets::cohort_metrics::CohortMetric;
use store::releases::Store;
use transform::received::{FileContent, ReceivedFile};

use crate::error::PipelineError;
use crate::figure_moves::{FigureMove, figure_moves};
use crate::prepare::prepare;
use crate::process::describe_process;
use crate::progress::Progress;
use crate::read_inputs::read_inputs;
use crate::stages::analytics::metrics_of;
use crate::stages::transform::transform_files;
use crate::trace::blank_cell::blank;
use crate::workspace::Workspace;

/// What the figures are without a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WithoutCell {
    /// The figures that it moves, the newest month first; `after` is without the cell.
    pub moves: Vec<FigureMove>,
    /// The workspace is not what it was when the release was made, so both sides were computed from what is there now.
    pub inputs_have_changed: bool,
}

/// A cell of a received file or of a ledger.
#[derive(Debug, Clone, Copy)]
pub struct BlankedCell<'a> {
    /// It stands in a ledger.
    pub is_in_ledger: bool,
    /// Path below the root.
    pub file: &'a str,
    /// Sheet.
    pub sheet: &'a str,
    /// Cell.
    pub cell: CellAddress,
}

/// Computes the figures as if a cell were blank, in memory. `published` are the figures of the release.
pub fn without_cell(
    workspace: &Workspace,
    (release_id, published): (&str, &[CohortMetric]),
    cell: BlankedCell<'_>,
    progress: &dyn Progress,
) -> Result<WithoutCell, PipelineError> {
    let store = Store::open(&workspace.store)?;
    let _lock = store.lock(&describe_process(workspace.plan.time_zone))?;
    let prepared = prepare(workspace, progress)?;
    let (mut received, mut ledgers) = read_inputs(&store, workspace, &prepared, progress)?;
    let inputs_have_changed = prepared.release_id != release_id;
    let figures = |received: Vec<ReceivedFile>, ledgers: Vec<ReceivedFile>| {
        let transformed = transform_files(received, ledgers, &prepared, workspace)?;
        metrics_of(&transformed.project_months, &workspace.plan)
    };
    let before = match inputs_have_changed {
        true => figures(received.clone(), ledgers.clone())?,
        false => published.to_vec(),
    };
    blank_in(if cell.is_in_ledger { &mut ledgers } else { &mut received }, cell);
    let after = figures(received, ledgers)?;
    Ok(WithoutCell { moves: figure_moves(&before, &after), inputs_have_changed })
}

fn blank_in(files: &mut [ReceivedFile], cell: BlankedCell<'_>) {
    for file in files.iter_mut().filter(|file| file.file == cell.file) {
        if let FileContent::Read(reading) = &mut file.content {
            blank(reading, cell.sheet, cell.cell);
        }
    }
}
