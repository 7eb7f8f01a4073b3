//! What a run needs before it reads a workbook (准备): inputs, reference tables, dictionary, the id of the release.

use model::decisions::Decisions;
use model::reference::Reference;

use crate::decisions::HeaderDecisions;
use crate::dictionary::{HeaderRules, reading_version};
use crate::error::PipelineError;
use crate::progress::Progress;
use crate::project_decisions::read_decisions;
use crate::reference::reference_of;
use crate::release_id::release_id;
use crate::version::{PROGRAM, READING_SOURCE};
use crate::workspace::Workspace;
use crate::workspace_inputs::{WorkspaceInputs, gather};

/// What a run needs before it reads a workbook.
#[derive(Debug)]
pub struct Prepared {
    /// Everything that goes in, hashed.
    pub inputs: WorkspaceInputs,
    /// The reference tables.
    pub reference: Reference,
    /// How headings are read.
    pub headings: HeaderRules,
    /// Version of everything that decides how a workbook is read.
    pub reading: String,
    /// What people decided about projects and findings.
    pub decisions: Decisions,
    /// Id of the release that the run makes.
    pub release_id: String,
}

/// Gathers what a run needs.
pub fn prepare(workspace: &Workspace, progress: &dyn Progress) -> Result<Prepared, PipelineError> {
    let reference = reference_of(workspace)?;
    let inputs = gather(workspace, progress)?;
    let of_headings = HeaderDecisions::read(workspace.decisions.as_deref())?;
    let headings = HeaderRules::new(&reference.header_synonyms, &workspace.plan.form, of_headings);
    let decisions = read_decisions(workspace.decisions.as_deref())?;
    let reading = reading_version(&reference.header_synonyms, &headings, READING_SOURCE);
    let release_id = release_id(&inputs, &workspace.settings_json(), PROGRAM, &reading);
    Ok(Prepared { inputs, reference, headings, reading, decisions, release_id })
}
