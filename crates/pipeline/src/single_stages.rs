//! Single stages (单步运行): each reads what the one before left in the folder `work` of the store.

use std::path::{Path, PathBuf};

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::columns::ColumnRow;
use model::datasets::doubts::Doubt;
use model::datasets::findings::Finding;
use model::datasets::milestones::Milestone;
use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::records::Record;
use model::datasets::relations::Relation;
use model::reference::Reference;
use model::row::Row;
use store::lock::Lock;
use store::parquet_rows::{read_rows, write_rows};
use store::releases::Store;
use transform::received::FileContent;

use crate::error::PipelineError;
use crate::gates::{Evidence, measure};
use crate::manifest::{OutputFile, RowCounts, output_files, write_json};
use crate::prepare::prepare;
use crate::process::describe_process;
use crate::progress::{Progress, Silent};
use crate::read_inputs::read_inputs;
use crate::reference::{read_reference, reference_of};
use crate::release_rows::ReleaseRows;
use crate::review_files::write_review;
use crate::stages::analytics::{Figures, Followed, analytics_outputs, analyze};
use crate::stages::output::{row_counts, write_outputs};
use crate::stages::report::{ReportGround, style_of, write_reports};
use crate::stages::transform::{transform_files, transform_outputs};
use crate::stages::vintage::Vintages;
use crate::summarize::{balance_sheet, summarize};
use crate::summary::{BalanceSheet, Summary};
use crate::vintages::vintages;
use crate::workspace::Workspace;

/// The balance, between `transform` and `report`.
const BALANCE: &str = "balance.json";

/// What a single stage did.
#[derive(Debug, Clone, PartialEq)]
pub struct StageOutcome {
    /// The folder that it wrote into.
    pub folder: PathBuf,
    /// The files of that folder.
    pub outputs: Vec<OutputFile>,
    /// What `report` says.
    pub summary: Option<Summary>,
}

/// The store, held for one stage.
struct Bench {
    store: Store,
    folder: PathBuf,
    _lock: Lock,
}

/// `luodi ingest`: reads what was received into the cache, and leaves `columns` and `records`.
pub fn ingest_only(workspace: &Workspace, progress: &dyn Progress) -> Result<StageOutcome, PipelineError> {
    let bench = bench(workspace)?;
    let prepared = prepare(workspace, progress)?;
    let (received, ledgers) = read_inputs(&bench.store, workspace, &prepared, progress)?;
    let mut columns: Vec<ColumnRow> = Vec::new();
    let mut records: Vec<Record> = Vec::new();
    for file in received.into_iter().chain(ledgers) {
        if let FileContent::Read(reading) = file.content {
            columns.extend(reading.columns);
            records.extend(reading.records);
        }
    }
    columns.sort_by_cached_key(|row| {
        (row.return_id.clone(), row.sheet.clone(), row.table, row.header_address.clone(), row.col)
    });
    columns.dedup();
    records.sort_by(|left, right| left.record_id.cmp(&right.record_id));
    records.dedup();
    write_rows(&bench.file::<ColumnRow>(), &columns)?;
    write_rows(&bench.file::<Record>(), &records)?;
    let rows = [("columns", columns.len()), ("records", records.len())];
    let rows = rows.into_iter().map(|(name, n_rows)| (name.to_owned(), n_rows as u64)).collect();
    bench.outcome(&rows, None)
}

/// `luodi transform`: takes the readings from the cache, and leaves every dataset up to the panel.
pub fn transform_only(workspace: &Workspace, progress: &dyn Progress) -> Result<StageOutcome, PipelineError> {
    let bench = bench(workspace)?;
    bench.needs::<Record>("transform", "ingest")?;
    let prepared = prepare(workspace, progress)?;
    let (received, ledgers) = read_inputs(&bench.store, workspace, &prepared, progress)?;
    let transformed = transform_files(received, ledgers, &prepared, workspace)?;
    let outputs = transform_outputs(&transformed);
    write_outputs(&bench.folder, &outputs)?;
    write_review(&bench.folder, &transformed.review)?;
    write_json(&bench.folder.join(BALANCE), &balance_sheet(&transformed.balance))?;
    bench.outcome(&row_counts(&outputs), None)
}

/// `luodi analyze`: takes the panel, and leaves the figures.
pub fn analyze_only(workspace: &Workspace) -> Result<StageOutcome, PipelineError> {
    let bench = bench(workspace)?;
    bench.needs::<ProjectMonth>("analyze", "transform")?;
    let vintages = vintages_of_stage(&bench, workspace)?;
    let followed = Followed {
        project_months: &bench.rows::<ProjectMonth>()?,
        doubts: &bench.rows::<Doubt>()?,
        observations: &bench.rows::<Observation>()?,
        relations: &bench.rows::<Relation>()?,
        projects: &bench.rows::<Project>()?,
        milestones: &bench.rows::<Milestone>()?,
    };
    let figures = analyze(followed, &vintages, &reference_of(workspace)?, &workspace.plan)?;
    let outputs = analytics_outputs(&figures);
    write_outputs(&bench.folder, &outputs)?;
    bench.outcome(&row_counts(&outputs), None)
}

/// The vintages of the stage `analyze`; the returns are looked at only where some are asked for.
fn vintages_of_stage(bench: &Bench, workspace: &Workspace) -> Result<Vintages, PipelineError> {
    if workspace.plan.calendar.vintages == 0 {
        return Ok(Vintages::default());
    }
    let panel_end = bench.rows::<ProjectMonth>()?.iter().map(|row| row.as_of).max();
    let as_of = workspace.as_of.map(|month| month.last_day()).or(panel_end);
    vintages(&bench.store, workspace, &prepare(workspace, &Silent)?, as_of)
}

/// `luodi report`: takes figures and findings, and leaves the workbook.
pub fn report_only(workspace: &Workspace) -> Result<StageOutcome, PipelineError> {
    let bench = bench(workspace)?;
    bench.needs::<CohortMetric>("report", "analyze")?;
    bench.needs::<Finding>("report", "transform")?;
    let reference = read_reference(&workspace.reference)?;
    let rows = ReleaseRows::read(&bench.folder)?;
    let as_of = workspace.as_of.map(|month| month.last_day());
    let style = style_of(&workspace.plan, workspace.plan.report.lang);
    let ground = ReportGround {
        as_of,
        release_id: "",
        reference: &reference,
        reference_folder: &workspace.reference,
        plan: &workspace.plan,
        style: &style,
    };
    write_reports(&bench.folder, rows.rows(), ground)?;
    let summary = summary_of(&bench, workspace, &reference, rows);
    bench.outcome(&RowCounts::new(), Some(summary))
}

fn summary_of(bench: &Bench, workspace: &Workspace, reference: &Reference, rows: ReleaseRows) -> Summary {
    let as_of = workspace.as_of.map(|month| month.last_day());
    let balance: BalanceSheet = read_json(&bench.folder.join(BALANCE)).unwrap_or_default();
    let last_month = rows.metrics.iter().map(|metric| metric.as_of).max();
    let evidence = Evidence {
        returns: &rows.returns,
        ledger_entries: &rows.ledger_entries,
        units: &reference.units,
        as_of: as_of.or(last_month),
        reconciliation: &rows.reconciliation,
        balance: &balance,
    };
    let gates = measure(&workspace.plan, &evidence);
    let figures =
        Figures { metrics: rows.metrics, ranges: rows.ranges, ages: rows.ages, ..Figures::default() };
    summarize((&figures, &rows.findings), as_of, (balance, gates), reference, &workspace.plan)
}

fn bench(workspace: &Workspace) -> Result<Bench, PipelineError> {
    let store = Store::open(&workspace.store)?;
    let lock = store.lock(&describe_process(workspace.plan.time_zone))?;
    Ok(Bench { folder: store.work_folder(), store, _lock: lock })
}

fn read_json<T: serde::de::DeserializeOwned>(file: &Path) -> Option<T> {
    serde_json::from_slice(&fs_err::read(file).ok()?).ok()
}

impl Bench {
    fn file<R: Row>(&self) -> PathBuf {
        self.folder.join(format!("{}.parquet", R::DATASET.name))
    }

    fn rows<R: Row>(&self) -> Result<Vec<R>, PipelineError> {
        Ok(read_rows(&self.file::<R>())?)
    }

    fn needs<R: Row>(&self, stage: &'static str, before: &'static str) -> Result<(), PipelineError> {
        let missing = self.file::<R>();
        if missing.is_file() { Ok(()) } else { Err(PipelineError::StageBefore { stage, before, missing }) }
    }

    fn outcome(self, rows: &RowCounts, summary: Option<Summary>) -> Result<StageOutcome, PipelineError> {
        let mut outputs = output_files(&self.folder, rows)?;
        outputs.retain(|file| file.dataset.is_none() || file.rows.is_some());
        Ok(StageOutcome { folder: self.folder, outputs, summary })
    }
}
