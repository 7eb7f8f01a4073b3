//! The rows of a release (发布的各数据集): read from its folder, or borrowed from a run, as reports take them.

use std::path::Path;

use model::datasets::capital_forecast::CapitalForecast;
use model::datasets::capital_triangle::CapitalTriangleCell;
use model::datasets::changes::Change;
use model::datasets::cohort_ages::CohortAge;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::comparisons::Comparison;
use model::datasets::concentration::Concentration;
use model::datasets::decomposition::Decomposition;
use model::datasets::findings::Finding;
use model::datasets::headline_ranges::HeadlineRange;
use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::links::Link;
use model::datasets::milestones::Milestone;
use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::published_audit::PublishedAudit;
use model::datasets::rankings::Ranking;
use model::datasets::reconciliation::Reconciliation;
use model::datasets::records::Record;
use model::datasets::relations::Relation;
use model::datasets::returns::ReturnRow;
use model::datasets::start_curves::StartCurve;
use model::datasets::supervision::Supervision;
use model::datasets::values::ValueRow;
use model::row::Row;
use report::release::Rows;
use store::parquet_rows::read_rows;
use transform::transformed::Transformed;

use crate::error::PipelineError;
use crate::stages::analytics::Figures;

/// The rows of a release.
#[derive(Debug, Clone, Default)]
pub struct ReleaseRows {
    /// `cohort_metrics`.
    pub metrics: Vec<CohortMetric>,
    /// `headline_ranges`.
    pub ranges: Vec<HeadlineRange>,
    /// `cohort_ages`.
    pub ages: Vec<CohortAge>,
    /// `start_curves`.
    pub curves: Vec<StartCurve>,
    /// `capital_triangle`.
    pub triangle: Vec<CapitalTriangleCell>,
    /// `capital_forecast`.
    pub forecast: Vec<CapitalForecast>,
    /// `comparisons`.
    pub comparisons: Vec<Comparison>,
    /// `decomposition`.
    pub decomposition: Vec<Decomposition>,
    /// `concentration`.
    pub concentration: Vec<Concentration>,
    /// `changes`.
    pub changes: Vec<Change>,
    /// `supervision`.
    pub supervision: Vec<Supervision>,
    /// `rankings`.
    pub rankings: Vec<Ranking>,
    /// `published_audit`.
    pub published: Vec<PublishedAudit>,
    /// `projects`.
    pub projects: Vec<Project>,
    /// `project_months`.
    pub project_months: Vec<ProjectMonth>,
    /// `milestones`.
    pub milestones: Vec<Milestone>,
    /// `relations`.
    pub relations: Vec<Relation>,
    /// `links`.
    pub links: Vec<Link>,
    /// `ledger_entries`.
    pub ledger_entries: Vec<LedgerEntry>,
    /// `observations`.
    pub observations: Vec<Observation>,
    /// `records`.
    pub records: Vec<Record>,
    /// `values`.
    pub values: Vec<ValueRow>,
    /// `returns`.
    pub returns: Vec<ReturnRow>,
    /// `reconciliation`.
    pub reconciliation: Vec<Reconciliation>,
    /// `findings`.
    pub findings: Vec<Finding>,
}

impl ReleaseRows {
    /// Reads a folder of datasets; one that is not there has no rows.
    pub fn read(folder: &Path) -> Result<ReleaseRows, PipelineError> {
        Ok(ReleaseRows {
            metrics: rows_in(folder)?,
            ranges: rows_in(folder)?,
            ages: rows_in(folder)?,
            curves: rows_in(folder)?,
            triangle: rows_in(folder)?,
            forecast: rows_in(folder)?,
            comparisons: rows_in(folder)?,
            decomposition: rows_in(folder)?,
            concentration: rows_in(folder)?,
            changes: rows_in(folder)?,
            supervision: rows_in(folder)?,
            rankings: rows_in(folder)?,
            published: rows_in(folder)?,
            projects: rows_in(folder)?,
            project_months: rows_in(folder)?,
            milestones: rows_in(folder)?,
            relations: rows_in(folder)?,
            links: rows_in(folder)?,
            ledger_entries: rows_in(folder)?,
            observations: rows_in(folder)?,
            records: rows_in(folder)?,
            values: rows_in(folder)?,
            returns: rows_in(folder)?,
            reconciliation: rows_in(folder)?,
            findings: rows_in(folder)?,
        })
    }

    /// The rows, as reports take them.
    pub fn rows(&self) -> Rows<'_> {
        Rows {
            metrics: &self.metrics,
            ranges: &self.ranges,
            ages: &self.ages,
            curves: &self.curves,
            triangle: &self.triangle,
            forecast: &self.forecast,
            comparisons: &self.comparisons,
            decomposition: &self.decomposition,
            concentration: &self.concentration,
            changes: &self.changes,
            supervision: &self.supervision,
            rankings: &self.rankings,
            published: &self.published,
            projects: &self.projects,
            project_months: &self.project_months,
            milestones: &self.milestones,
            relations: &self.relations,
            links: &self.links,
            ledger_entries: &self.ledger_entries,
            observations: &self.observations,
            records: &self.records,
            values: &self.values,
            returns: &self.returns,
            reconciliation: &self.reconciliation,
            findings: &self.findings,
        }
    }
}

/// The rows of a run that is not written yet.
pub fn rows_of_run<'a>(transformed: &'a Transformed, figures: &'a Figures) -> Rows<'a> {
    Rows {
        metrics: &figures.metrics,
        ranges: &figures.ranges,
        ages: &figures.ages,
        curves: &figures.curves,
        triangle: &figures.triangle,
        forecast: &figures.forecast,
        comparisons: &figures.comparisons,
        decomposition: &figures.decomposition,
        concentration: &figures.concentration,
        changes: &figures.changes,
        supervision: &figures.supervision,
        rankings: &figures.rankings,
        published: &figures.through.published,
        projects: &transformed.projects,
        project_months: &transformed.project_months,
        milestones: &transformed.milestones,
        relations: &transformed.relations,
        links: &transformed.links,
        ledger_entries: &transformed.ledger_entries,
        observations: &transformed.observations,
        records: &transformed.records,
        values: &transformed.values,
        returns: &transformed.returns,
        reconciliation: &transformed.reconciliation,
        findings: &transformed.findings,
    }
}

fn rows_in<R: Row>(folder: &Path) -> Result<Vec<R>, PipelineError> {
    let path = folder.join(format!("{}.parquet", R::DATASET.name));
    if path.is_file() { Ok(read_rows(&path)?) } else { Ok(Vec::new()) }
}
