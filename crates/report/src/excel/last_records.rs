//! Where a project was last spoken of (最近一次报送): file, sheet and cells of its last record, and what it says.

use std::collections::BTreeMap;

use model::datasets::observations::Observation;
use model::datasets::records::Record;
use model::datasets::returns::ReturnRow;

use crate::release::Release;

/// The last record of a project up to the month of the report.
#[derive(Debug, Clone, Copy)]
pub struct LastRecord<'a> {
    /// What it says.
    pub observation: &'a Observation,
    /// Its row of the return; nothing where `records` lacks it.
    pub record: Option<&'a Record>,
    /// The file it stands in; empty where `returns` lacks it.
    pub file: &'a str,
}

/// By counted project, out of returns that count. Where a month has several, that of the whole before those of parts.
pub fn last_records<'a>(release: &Release<'a>) -> BTreeMap<&'a str, LastRecord<'a>> {
    let rows = release.rows;
    let files: BTreeMap<&str, &ReturnRow> =
        rows.returns.iter().map(|row| (row.return_id.as_str(), row)).rev().collect();
    let mut latest: BTreeMap<&str, &Observation> = BTreeMap::new();
    let counts = |return_id: &str| files.get(return_id).is_none_or(|file| file.status == "accepted");
    for observation in rows.observations {
        if observation.period <= release.as_of && counts(&observation.return_id) {
            let kept = latest.entry(&observation.counted_project_id).or_insert(observation);
            if weight(observation) >= weight(kept) {
                *kept = observation;
            }
        }
    }
    let records: BTreeMap<&str, &Record> =
        rows.records.iter().map(|record| (record.record_id.as_str(), record)).collect();
    let found = latest.into_iter().map(|(project, observation)| {
        let record = records.get(observation.record_id.as_str()).copied();
        let file = files.get(observation.return_id.as_str()).map_or("", |row| row.file.as_str());
        (project, LastRecord { observation, record, file })
    });
    found.collect()
}

fn weight(observation: &Observation) -> (model::date::Date, bool, &str) {
    let is_whole = observation.project_id == observation.counted_project_id;
    (observation.period, is_whole, &observation.record_id)
}
