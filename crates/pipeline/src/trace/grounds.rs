//! What tracing reads of a release (追溯依据): the datasets from the figures down to the cells.

use std::collections::BTreeMap;

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::columns::ColumnRow;
use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::links::Link;
use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::records::Record;
use model::datasets::returns::ReturnRow;
use model::datasets::values::ValueRow;
use model::row::Row;
use serde_json::Value;
use store::parquet_rows::read_rows;
use store::releases::Release;

use crate::error::PipelineError;
use crate::manifest::{InputFile, Manifest};
use crate::manifest_plan::plan_of_release;
use crate::plan::Plan;

/// The datasets of a release that tracing walks through, and the settings they were made with.
#[derive(Debug, Clone)]
pub struct Grounds {
    /// The settings of the release.
    pub plan: Plan,
    /// Every setting that decided what the datasets hold, as the manifest has them.
    pub settings: Value,
    /// Version of the rules that read the workbooks.
    pub reading: String,
    /// What went in.
    pub inputs: Vec<InputFile>,
    /// The figures.
    pub metrics: Vec<CohortMetric>,
    /// The panel.
    pub project_months: Vec<ProjectMonth>,
    /// What single records say.
    pub observations: Vec<Observation>,
    /// Where each value stood.
    pub values: Vec<ValueRow>,
    /// The project rows.
    pub records: Vec<Record>,
    /// The received files.
    pub returns: Vec<ReturnRow>,
    /// The header leaves.
    pub columns: Vec<ColumnRow>,
    /// The lines of the ledger.
    pub ledger_entries: Vec<LedgerEntry>,
    /// The projects.
    pub projects: Vec<Project>,
    /// Why a record belongs to a project.
    pub links: Vec<Link>,
}

impl Grounds {
    /// Reads them.
    pub fn read(release: &Release) -> Result<Grounds, PipelineError> {
        let manifest = Manifest::read(&release.folder);
        let told = manifest.map(|manifest| (manifest.reading, manifest.inputs, manifest.settings));
        let (reading, inputs, settings) = told.unwrap_or_default();
        Ok(Grounds {
            plan: plan_of_release(&release.folder)?,
            settings,
            reading,
            inputs,
            metrics: rows(release)?,
            project_months: rows(release)?,
            observations: rows(release)?,
            values: rows(release)?,
            records: rows(release)?,
            returns: rows(release)?,
            columns: rows(release)?,
            ledger_entries: rows(release)?,
            projects: rows(release)?,
            links: rows(release)?,
        })
    }

    /// The project with this id.
    pub fn project(&self, id: &str) -> Option<&Project> {
        let place = self.projects.binary_search_by(|project| project.project_id.as_str().cmp(id)).ok()?;
        self.projects.get(place)
    }

    /// The record with this id; a copy of a return has the record of the first.
    pub fn record(&self, id: &str) -> Option<&Record> {
        let place = self.records.binary_search_by(|record| record.record_id.as_str().cmp(id)).ok()?;
        self.records.get(place)
    }

    /// The values of a record.
    pub fn values_of(&self, record_id: &str) -> &[ValueRow] {
        let start = self.values.partition_point(|value| value.record_id.as_str() < record_id);
        let rest = self.values.get(start..).unwrap_or_default();
        let n = rest.iter().take_while(|value| value.record_id == record_id).count();
        rest.get(..n).unwrap_or_default()
    }

    /// Content hashes of the ledgers, by file.
    pub fn ledger_ids(&self) -> BTreeMap<&str, &str> {
        let ledgers = self.inputs.iter().filter(|input| input.kind == "ledger");
        ledgers.map(|input| (input.file.as_str(), input.sha256.as_str())).collect()
    }
}

fn rows<R: Row>(release: &Release) -> Result<Vec<R>, PipelineError> {
    Ok(read_rows(&release.dataset_path(R::DATASET.name))?)
}
