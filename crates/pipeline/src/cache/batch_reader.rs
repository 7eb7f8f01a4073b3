//! Reads a batch of returns from the cache (读取缓存): each comes back as `ingest` gave it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::vec::IntoIter;

use model::datasets::cells::CellRow;
use model::datasets::columns::ColumnRow;
use model::datasets::findings::Finding;
use model::datasets::records::Record;
use model::reading::{Reading, Sheet};
use model::row::Row;
use store::error::StoreError;
use store::parquet_rows::read_rows;
use transform::received::FileContent;

use crate::cache::batch_index::{BatchIndex, IndexedReturn, IndexedSheet};
use crate::cache::cell_rows::Formats;

/// The rows of a batch that are still to be handed out, in order.
struct Rows {
    cells: IntoIter<CellRow>,
    columns: IntoIter<ColumnRow>,
    records: IntoIter<Record>,
    findings: BTreeMap<String, Finding>,
    formats: Formats,
}

/// Reads the wanted returns of a batch, by content hash.
pub fn read_batch(
    folder: &Path,
    index: &BatchIndex,
    wanted: &BTreeSet<&str>,
) -> Result<BTreeMap<String, FileContent>, StoreError> {
    let mut rows = Rows::of(folder)?;
    let mut contents = BTreeMap::new();
    for entry in &index.returns {
        let content = rows.content(entry);
        if wanted.contains(entry.return_id.as_str()) {
            contents.insert(entry.return_id.clone(), content);
        }
    }
    Ok(contents)
}

fn rows_in<R: Row>(folder: &Path) -> Result<IntoIter<R>, StoreError> {
    let file = folder.join(format!("{}.parquet", R::DATASET.name));
    Ok(read_rows::<R>(&file)?.into_iter())
}

impl Rows {
    fn of(folder: &Path) -> Result<Rows, StoreError> {
        Ok(Rows {
            cells: rows_in(folder)?,
            columns: rows_in(folder)?,
            records: rows_in(folder)?,
            findings: rows_in::<Finding>(folder)?.map(|row| (row.finding_id.clone(), row)).collect(),
            formats: Formats::default(),
        })
    }

    fn content(&mut self, entry: &IndexedReturn) -> FileContent {
        let findings: Vec<Finding> =
            entry.findings.iter().filter_map(|id| self.findings.remove(id)).collect();
        if entry.is_rejected {
            let finding = findings.into_iter().next().unwrap_or_default();
            return FileContent::Rejected { format: entry.format.clone(), finding: Box::new(finding) };
        }
        FileContent::Read(Box::new(Reading {
            return_id: entry.return_id.clone(),
            format: entry.format.clone(),
            sheets: self.sheets(&entry.sheets),
            columns: self.columns.by_ref().take(entry.n_columns).collect(),
            records: self.records.by_ref().take(entry.n_records).collect(),
            findings,
        }))
    }

    /// The sheets in their own order; their cells stand by name of the sheet.
    fn sheets(&mut self, indexed: &[IndexedSheet]) -> Vec<Sheet> {
        let mut sheets: Vec<Sheet> = indexed.iter().map(IndexedSheet::sheet).collect();
        let mut by_name: Vec<(&IndexedSheet, &mut Sheet)> = indexed.iter().zip(&mut sheets).collect();
        by_name.sort_by(|left, right| left.0.name.cmp(&right.0.name));
        let Rows { cells, formats, .. } = self;
        for (indexed, sheet) in by_name {
            sheet.cells = cells.by_ref().take(indexed.n_cells).map(|row| formats.cell(row)).collect();
        }
        sheets
    }
}
