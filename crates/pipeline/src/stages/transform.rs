//! The stage transform (转换): calls it, and writes its datasets.

use model::decisions::Decisions;
use transform::received::ReceivedFile;
use transform::settings::Settings;
use transform::transform::{Depth, transform};
use transform::transformed::Transformed;

use crate::calendar_findings::add_calendar_findings;
use crate::error::PipelineError;
use crate::prepare::Prepared;
use crate::stages::output::{Output, output};
use crate::workspace::Workspace;

/// Turns what was received into datasets.
pub fn transform_files(
    received: Vec<ReceivedFile>,
    ledgers: Vec<ReceivedFile>,
    prepared: &Prepared,
    workspace: &Workspace,
) -> Result<Transformed, PipelineError> {
    let settings = settings_of(workspace, &prepared.decisions);
    let mut transformed = transform(received, ledgers, &prepared.reference, &settings, Depth::Panel)?;
    add_calendar_findings(&mut transformed, &workspace.plan, &prepared.reference);
    let n_findings = transformed.findings.len();
    tracing::info!(n_records = transformed.records.len(), n_findings, "transformed");
    Ok(transformed)
}

/// What the stage has to know of the pipeline.
pub fn settings_of(workspace: &Workspace, decisions: &Decisions) -> Settings {
    let plan = &workspace.plan;
    Settings {
        policy: plan.policy.clone(),
        scope: plan.scope.clone(),
        form: plan.form.clone(),
        calendar: plan.calendar.clone(),
        as_of: workspace.as_of,
        known_at: workspace.known_day(),
        decisions: decisions.clone(),
    }
}

/// Every dataset of the stage.
pub fn transform_outputs(transformed: &Transformed) -> Vec<Output<'_>> {
    vec![
        output(&transformed.returns),
        output(&transformed.columns),
        output(&transformed.records),
        output(&transformed.ledger_entries),
        output(&transformed.ledger_changes),
        output(&transformed.values),
        output(&transformed.observations),
        output(&transformed.links),
        output(&transformed.projects),
        output(&transformed.relations),
        output(&transformed.milestones),
        output(&transformed.project_months),
        output(&transformed.doubts),
        output(&transformed.reconciliation),
        output(&transformed.findings),
    ]
}
