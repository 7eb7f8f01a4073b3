//! The recipe of a whole run (全流程): inputs to a published release, or nothing at all.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use model::date::Date;
use store::new_release::NewRelease;
use store::releases::Store;
use transform::transformed::Transformed;

use crate::error::PipelineError;
use crate::feedback::{self, Sent, write_feedback};
use crate::gates::{Evidence, measure};
use crate::manifest::{Manifest, Origin, OutputFile, write_json};
use crate::plan::ReportKind;
use crate::prepare::{Prepared, prepare};
use crate::process::{describe_process, now};
use crate::progress::Progress;
use crate::read_inputs::read_inputs;
use crate::release_rows::rows_of_run;
use crate::review_files::write_review;
use crate::stages::analytics::{Figures, Followed, analytics_outputs, analyze};
use crate::stages::output::{Output, row_counts, write_outputs};
use crate::stages::report::{ReportGround, release_of, style_of, write_reports};
use crate::stages::transform::{transform_files, transform_outputs};
use crate::summarize::{balance_sheet, summarize};
use crate::summary::Summary;
use crate::templates::{self, next_month, units_of, write_templates};
use crate::version::PROGRAM;
use crate::vintages::vintages;
use crate::workspace::Workspace;

/// Seconds by stage.
type Timings = BTreeMap<&'static str, f64>;

/// What a run did.
#[derive(Debug, Clone, PartialEq)]
pub struct RunOutcome {
    /// Id of the release.
    pub release_id: String,
    /// Folder of the release; nothing when a gate kept it from being published.
    pub folder: Option<PathBuf>,
    /// Where the datasets lie that a gate kept from being published.
    pub left_in: Option<PathBuf>,
    /// The release was there already.
    pub is_unchanged: bool,
    /// `current` points to it.
    pub is_current: bool,
    /// What the run says.
    pub summary: Summary,
    /// Files of the release.
    pub outputs: Vec<OutputFile>,
}

/// Runs every stage. Nothing is done when a release of the same inputs is there.
pub fn run(workspace: &Workspace, progress: &dyn Progress) -> Result<RunOutcome, PipelineError> {
    let store = Store::open(&workspace.store)?;
    let _lock = store.lock(&describe_process(workspace.plan.time_zone))?;
    let prepared = prepare(workspace, progress)?;
    match unchanged(&store, workspace, &prepared)? {
        Some(outcome) => Ok(outcome),
        None => make_release(&store, workspace, &prepared, progress),
    }
}

/// The release of the same inputs, where it is there and whole.
fn unchanged(
    store: &Store,
    workspace: &Workspace,
    prepared: &Prepared,
) -> Result<Option<RunOutcome>, PipelineError> {
    let id = &prepared.release_id;
    let release = store.release(id)?.filter(|release| release.id == *id);
    let Some(release) = release else { return Ok(None) };
    let Some(manifest) = Manifest::read(&release.folder) else {
        tracing::warn!(release = %id, "made a release again whose manifest is damaged");
        fs_err::remove_dir_all(&release.folder).map_err(|error| PipelineError::io(&release.folder, error))?;
        return Ok(None);
    };
    let points_here = |store: &Store| matches!(store.current(), Ok(Some(current)) if current.id == *id);
    if workspace.moves_current && !points_here(store) {
        store.begin(id)?.publish(true)?;
    }
    Ok(Some(RunOutcome {
        release_id: id.clone(),
        folder: Some(release.folder),
        left_in: None,
        is_unchanged: true,
        is_current: points_here(store),
        summary: manifest.summary,
        outputs: manifest.outputs,
    }))
}

fn make_release(
    store: &Store,
    workspace: &Workspace,
    prepared: &Prepared,
    progress: &dyn Progress,
) -> Result<RunOutcome, PipelineError> {
    let mut timings = Timings::new();
    let (received, ledgers) =
        timed(&mut timings, "ingest", || read_inputs(store, workspace, prepared, progress))?;
    progress.begin("transform", 0);
    let transform = || transform_files(received, ledgers, prepared, workspace);
    let transformed = timed(&mut timings, "transform", transform)?;
    progress.end();
    let as_of = as_of_of(workspace, &transformed);
    let vintages = timed(&mut timings, "vintages", || vintages(store, workspace, prepared, as_of))?;
    let analyze = || analyze(followed(&transformed), &vintages, &prepared.reference, &workspace.plan);
    let figures = timed(&mut timings, "analytics", analyze)?;
    let summary = summary_of(workspace, prepared, &transformed, &figures);
    let mut outcome = RunOutcome {
        release_id: prepared.release_id.clone(),
        folder: None,
        left_in: None,
        is_unchanged: false,
        is_current: false,
        summary,
        outputs: Vec::new(),
    };
    if !outcome.summary.may_be_published() {
        write_datasets(&store.work_folder(), store, workspace, prepared, &transformed, &figures)?;
        outcome.left_in = Some(store.work_folder());
        return Ok(outcome);
    }
    let release = store.begin(&prepared.release_id)?;
    timed(&mut timings, "write", || {
        write_datasets(release.folder(), store, workspace, prepared, &transformed, &figures)
    })?;
    outcome.outputs =
        write_manifest(&release, workspace, prepared, &outcome.summary, &transformed, &figures)?;
    write_json(&release.folder().join("timings.json"), &timings)?;
    outcome.folder = Some(release.publish(workspace.moves_current)?.folder);
    outcome.is_current = workspace.moves_current;
    let removed = store.prune(workspace.plan.store.keep_releases)?;
    tracing::info!(release = %outcome.release_id, n_removed = removed.len(), "published");
    Ok(outcome)
}

fn summary_of(
    workspace: &Workspace,
    prepared: &Prepared,
    transformed: &Transformed,
    figures: &Figures,
) -> Summary {
    let as_of = as_of_of(workspace, transformed);
    let balance = balance_sheet(&transformed.balance);
    let evidence = Evidence {
        returns: &transformed.returns,
        ledger_entries: &transformed.ledger_entries,
        units: &prepared.reference.units,
        as_of,
        reconciliation: &transformed.reconciliation,
        balance: &balance,
    };
    let gates = measure(&workspace.plan, &evidence);
    summarize((figures, &transformed.findings), as_of, (balance, gates), &prepared.reference, &workspace.plan)
}

/// The month that the figures speak about.
fn as_of_of(workspace: &Workspace, transformed: &Transformed) -> Option<Date> {
    let panel_end = transformed.project_months.iter().map(|row| row.as_of).max();
    workspace.as_of.map(|month| month.last_day()).or(panel_end)
}

fn write_datasets(
    folder: &Path,
    store: &Store,
    workspace: &Workspace,
    prepared: &Prepared,
    transformed: &Transformed,
    figures: &Figures,
) -> Result<(), PipelineError> {
    write_outputs(folder, &outputs_of(transformed, figures))?;
    write_review(folder, &transformed.review)?;
    let style = style_of(&workspace.plan, workspace.plan.report.lang);
    let ground = ReportGround {
        as_of: workspace.as_of.map(|month| month.last_day()),
        release_id: &prepared.release_id,
        reference: &prepared.reference,
        reference_folder: &workspace.reference,
        plan: &workspace.plan,
        style: &style,
    };
    let rows = rows_of_run(transformed, figures);
    write_reports(folder, rows, ground)?;
    let kinds = &workspace.plan.report.kinds;
    let release = release_of(rows, ground);
    if kinds.contains(&ReportKind::Feedback) {
        let sent = Sent { store, workspace, prepared };
        write_feedback(&folder.join(feedback::FOLDER), &release, &sent, None)?;
    }
    if kinds.contains(&ReportKind::Templates) {
        let units = units_of(workspace, &[], &prepared.reference)?;
        write_templates(&folder.join(templates::FOLDER), &release, &units, next_month(&release))?;
    }
    Ok(())
}

/// What analytics reads of what transform made.
fn followed(transformed: &Transformed) -> Followed<'_> {
    Followed {
        project_months: &transformed.project_months,
        doubts: &transformed.doubts,
        observations: &transformed.observations,
        relations: &transformed.relations,
        projects: &transformed.projects,
        milestones: &transformed.milestones,
    }
}

fn outputs_of<'a>(transformed: &'a Transformed, figures: &'a Figures) -> Vec<Output<'a>> {
    transform_outputs(transformed).into_iter().chain(analytics_outputs(figures)).collect()
}

fn write_manifest(
    release: &NewRelease,
    workspace: &Workspace,
    prepared: &Prepared,
    summary: &Summary,
    transformed: &Transformed,
    figures: &Figures,
) -> Result<Vec<OutputFile>, PipelineError> {
    let rows = row_counts(&outputs_of(transformed, figures));
    let origin = Origin {
        release_id: prepared.release_id.clone(),
        pipeline: workspace.plan.name.clone(),
        created: now(workspace.plan.time_zone),
        program: PROGRAM.to_owned(),
        reading: prepared.reading.clone(),
        settings: workspace.settings_json(),
    };
    let folder: &Path = release.folder();
    let manifest = Manifest::of(folder, origin, (&prepared.inputs, &rows), summary.clone())?;
    manifest.write(folder)?;
    Ok(manifest.outputs)
}

/// Runs a step and notes how many seconds it took.
fn timed<T>(timings: &mut Timings, stage: &'static str, step: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = step();
    timings.insert(stage, start.elapsed().as_secs_f64());
    done
}
