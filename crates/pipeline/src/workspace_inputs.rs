//! Everything that goes into a run (全部输入), hashed but not read as workbooks: fast enough to see that nothing changed.

use std::path::Path;

use ingest::container::is_passed_over;

use crate::error::PipelineError;
use crate::inputs::{Found, FoundFile, find_files};
use crate::progress::Progress;
use crate::register::{Register, read_register};
use crate::scan::{ScannedFile, received_by, scan};
use crate::workspace::{Pattern, Workspace};

/// Everything that goes into a run.
#[derive(Debug, Clone)]
pub struct WorkspaceInputs {
    /// The received files.
    pub received: Vec<ScannedFile>,
    /// The ledgers.
    pub ledgers: Vec<ScannedFile>,
    /// The reference tables.
    pub reference: Vec<ScannedFile>,
    /// The decisions.
    pub decisions: Vec<ScannedFile>,
}

/// Finds and hashes everything that goes into a run.
pub fn gather(workspace: &Workspace, progress: &dyn Progress) -> Result<WorkspaceInputs, PipelineError> {
    let found = find_files(&workspace.received)?;
    let register = read_register(workspace.register.as_deref(), &found.root, workspace.plan.time_zone)?;
    warn_of_strangers(&register, &found);
    let received = received_by(scan(&found.files, &register, progress), workspace.known_at);
    if received.iter().all(|file| file.passed_over.is_some()) {
        return Err(PipelineError::NoReturns { patterns: texts(&workspace.received) });
    }
    Ok(WorkspaceInputs {
        received,
        ledgers: ledgers(workspace, progress)?,
        reference: reference_tables(workspace, progress)?,
        decisions: workspace
            .decisions
            .as_deref()
            .map_or(Ok(Vec::new()), |folder| tables_in(folder, progress))?,
    })
}

fn ledgers(workspace: &Workspace, progress: &dyn Progress) -> Result<Vec<ScannedFile>, PipelineError> {
    let mut found = find_files(&workspace.ledger)?;
    found.files.retain(|file| is_passed_over(file.file.rsplit('/').next().unwrap_or(&file.file)).is_none());
    if found.files.is_empty() && !workspace.ledger.is_empty() {
        return Err(PipelineError::NoLedger { patterns: texts(&workspace.ledger) });
    }
    Ok(scan(&found.files, &Register::new(), progress))
}

/// The tables of the reference folder, and the published figures beside them.
fn reference_tables(
    workspace: &Workspace,
    progress: &dyn Progress,
) -> Result<Vec<ScannedFile>, PipelineError> {
    let mut tables = tables_in(&workspace.reference, progress)?;
    if let Some(file) = &workspace.published {
        let found = FoundFile { path: file.clone(), file: "published_figures.csv".to_owned() };
        tables.extend(scan(&[found], &Register::new(), progress));
    }
    Ok(tables)
}

fn tables_in(folder: &Path, progress: &dyn Progress) -> Result<Vec<ScannedFile>, PipelineError> {
    let pattern = Pattern { base: folder.to_owned(), pattern: "*.csv".to_owned() };
    Ok(scan(&find_files(&[pattern])?.files, &Register::new(), progress))
}

/// A register that names files which are not there may belong to another folder.
fn warn_of_strangers(register: &Register, found: &Found) {
    let is_there = |file: &String| found.files.binary_search_by(|known| known.file.cmp(file)).is_ok();
    let n_strangers = register.keys().filter(|file| !is_there(file)).count();
    if n_strangers > 0 {
        tracing::warn!(n_strangers, "the register names files that are not there");
    }
}

fn texts(patterns: &[Pattern]) -> Vec<String> {
    patterns.iter().map(|pattern| pattern.pattern.clone()).collect()
}
