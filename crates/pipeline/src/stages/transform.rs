//! The stage transform (转换): calls it, and writes its datasets.

use std::path::Path;

use model::reference::Reference;
use model::row::Row;
use store::parquet_rows::write_rows;
use transform::received::ReceivedFile;
use transform::settings::Settings;
use transform::transform::{Depth, transform};
use transform::transformed::Transformed;

use crate::error::PipelineError;
use crate::manifest::RowCounts;
use crate::workspace::Workspace;

/// Turns what was received into datasets.
pub fn transform_files(
    received: Vec<ReceivedFile>,
    ledgers: Vec<ReceivedFile>,
    reference: &Reference,
    workspace: &Workspace,
) -> Result<Transformed, PipelineError> {
    let settings = settings_of(workspace);
    let transformed = transform(received, ledgers, reference, &settings, Depth::Panel)?;
    let n_findings = transformed.findings.len();
    tracing::info!(n_records = transformed.records.len(), n_findings, "transformed");
    Ok(transformed)
}

/// What the stage has to know of the pipeline.
pub fn settings_of(workspace: &Workspace) -> Settings {
    let plan = &workspace.plan;
    Settings {
        policy: plan.policy.clone(),
        scope: plan.scope.clone(),
        form: plan.form.clone(),
        calendar: plan.calendar.clone(),
        as_of: workspace.as_of,
    }
}

/// Writes every dataset of the stage into a folder.
pub fn write_transformed(folder: &Path, transformed: &Transformed) -> Result<(), PipelineError> {
    write(folder, &transformed.returns)?;
    write(folder, &transformed.columns)?;
    write(folder, &transformed.records)?;
    write(folder, &transformed.ledger_entries)?;
    write(folder, &transformed.values)?;
    write(folder, &transformed.observations)?;
    write(folder, &transformed.links)?;
    write(folder, &transformed.projects)?;
    write(folder, &transformed.project_months)?;
    write(folder, &transformed.reconciliation)?;
    write(folder, &transformed.findings)
}

/// How many rows each dataset of the stage has.
pub fn row_counts(transformed: &Transformed) -> RowCounts {
    fn entry<R: Row>(rows: &[R]) -> (String, u64) {
        (R::DATASET.name.to_owned(), rows.len() as u64)
    }
    RowCounts::from([
        entry(&transformed.returns),
        entry(&transformed.columns),
        entry(&transformed.records),
        entry(&transformed.ledger_entries),
        entry(&transformed.values),
        entry(&transformed.observations),
        entry(&transformed.links),
        entry(&transformed.projects),
        entry(&transformed.project_months),
        entry(&transformed.reconciliation),
        entry(&transformed.findings),
    ])
}

fn write<R: Row>(folder: &Path, rows: &[R]) -> Result<(), PipelineError> {
    Ok(write_rows(&folder.join(format!("{}.parquet", R::DATASET.name)), rows)?)
}
