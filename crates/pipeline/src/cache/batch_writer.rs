//! Writes a batch of returns into the cache (写入缓存): whole or not at all.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use model::datasets::cells::CellRow;
use model::datasets::columns::ColumnRow;
use model::datasets::findings::Finding;
use model::datasets::records::Record;
use model::reading::{Reading, Sheet};
use model::row::Row;
use store::hash::sha256_hex;
use store::parquet_rows::RowFile;
use transform::received::FileContent;

use crate::cache::batch_index::{BatchIndex, FILE_NAME, IndexedReturn};
use crate::error::PipelineError;

/// A batch that is being written, in a folder beside those that are whole.
pub struct BatchWriter {
    folder: PathBuf,
    index: BatchIndex,
    cells: RowFile,
    columns: RowFile,
    records: RowFile,
    findings: Vec<Finding>,
}

impl BatchWriter {
    /// Begins a batch below a folder.
    pub fn begin(parent: &Path) -> Result<BatchWriter, PipelineError> {
        let folder = parent.join(format!(".new-{}", std::process::id()));
        remove_folder(&folder)?;
        fs_err::create_dir_all(&folder).map_err(|error| PipelineError::io(&folder, error))?;
        Ok(BatchWriter {
            cells: RowFile::create(&file_of::<CellRow>(&folder), &CellRow::DATASET)?,
            columns: RowFile::create(&file_of::<ColumnRow>(&folder), &ColumnRow::DATASET)?,
            records: RowFile::create(&file_of::<Record>(&folder), &Record::DATASET)?,
            findings: Vec::new(),
            index: BatchIndex::default(),
            folder,
        })
    }

    /// Takes what `ingest` made of one file; the caller sorts by content hash. What is passed over by its name
    /// needs no cache, and a reading whose rows are out of order has to be read again every time.
    pub fn append(&mut self, return_id: &str, content: &mut FileContent) -> Result<(), PipelineError> {
        match content {
            FileContent::Read(reading) if is_in_order(reading) => self.append_reading(reading),
            FileContent::Read(reading) => {
                tracing::warn!(return_id, n_sheets = reading.sheets.len(), "kept a reading out of the cache");
                Ok(())
            }
            FileContent::Rejected { format, finding } => {
                self.index.returns.push(IndexedReturn::rejected(return_id, format, &finding.finding_id));
                self.findings.push(finding.as_ref().clone());
                Ok(())
            }
            FileContent::Skipped { .. } => Ok(()),
        }
    }

    fn append_reading(&mut self, reading: &mut Reading) -> Result<(), PipelineError> {
        self.index.returns.push(IndexedReturn::of(reading));
        self.append_cells(reading)?;
        self.columns.append(&reading.columns)?;
        self.records.append(&reading.records)?;
        self.findings.extend_from_slice(&reading.findings);
        Ok(())
    }

    /// Writes the cells sheet by sheet, by name, as their key asks; the sheets keep their places.
    fn append_cells(&mut self, reading: &mut Reading) -> Result<(), PipelineError> {
        let mut placed: Vec<(usize, Sheet)> = reading.sheets.drain(..).enumerate().collect();
        placed.sort_by(|left, right| left.1.name.cmp(&right.1.name));
        let (places, sheets): (Vec<usize>, Vec<Sheet>) = placed.into_iter().unzip();
        reading.sheets = sheets;
        let written = self.cells.append_with(|sink| reading.write_cells(sink));
        let mut placed: Vec<(usize, Sheet)> = places.into_iter().zip(reading.sheets.drain(..)).collect();
        placed.sort_by_key(|(place, _)| *place);
        reading.sheets = placed.into_iter().map(|(_, sheet)| sheet).collect();
        Ok(written?)
    }

    /// Puts the batch in its place. Its name comes from the returns that it holds.
    pub fn finish(mut self) -> Result<(), PipelineError> {
        for file in [self.cells, self.columns, self.records] {
            file.close_unsynced()?;
        }
        self.findings.sort_by(|left, right| left.finding_id.cmp(&right.finding_id));
        let mut findings = RowFile::create(&file_of::<Finding>(&self.folder), &Finding::DATASET)?;
        findings.append(&self.findings)?;
        findings.close_unsynced()?;
        let ids: Vec<&str> = self.index.returns.iter().map(|entry| entry.return_id.as_str()).collect();
        let name = sha256_hex(ids.join("\n").as_bytes());
        let index = serde_json::to_vec(&self.index).unwrap_or_default();
        let index_file = self.folder.join(FILE_NAME);
        fs_err::write(&index_file, index).map_err(|error| PipelineError::io(&index_file, error))?;
        let place = self.folder.with_file_name(name.get(..16).unwrap_or(&name));
        remove_folder(&place)?;
        fs_err::rename(&self.folder, &place).map_err(|error| PipelineError::io(&place, error))
    }
}

/// Whether every row has a key greater than the one before, as the files ask.
fn is_in_order(reading: &Reading) -> bool {
    let column_key =
        |column: &ColumnRow| (column.sheet.clone(), column.table, column.header_address.clone(), column.col);
    let names: BTreeSet<&str> = reading.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let findings: BTreeSet<&str> =
        reading.findings.iter().map(|finding| finding.finding_id.as_str()).collect();
    names.len() == reading.sheets.len()
        && findings.len() == reading.findings.len()
        && reading.sheets.iter().all(|sheet| ascends(sheet.cells.iter().map(|cell| (cell.row, cell.col))))
        && ascends(reading.columns.iter().map(column_key))
        && ascends(reading.records.iter().map(|record| &record.record_id))
}

fn ascends<K: Ord>(keys: impl Iterator<Item = K>) -> bool {
    keys.is_sorted_by(|before, after| before < after)
}

fn remove_folder(folder: &Path) -> Result<(), PipelineError> {
    match fs_err::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(PipelineError::io(folder, error)),
        _ => Ok(()),
    }
}

fn file_of<R: Row>(folder: &Path) -> PathBuf {
    folder.join(format!("{}.parquet", R::DATASET.name))
}
