//! What was read before (缓存): readings by content hash and rule version, so that no workbook is read twice.

pub mod batch_index;
pub mod batch_reader;
pub mod batch_writer;
pub mod cell_rows;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use transform::received::FileContent;

use crate::cache::batch_index::BatchIndex;
use crate::cache::batch_reader::read_batch;
use crate::cache::batch_writer::BatchWriter;
use crate::error::PipelineError;

/// The readings of one rule version.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    batches: Vec<(PathBuf, BatchIndex)>,
}

impl Cache {
    /// Opens the readings of a rule version below the folder of all readings. Batches that are not whole are as
    /// good as missing; what killed runs left is removed, so the caller holds the lock.
    pub fn open(cells_folder: &Path, rule_version: &str) -> Result<Cache, PipelineError> {
        let folder = cells_folder.join(rule_version);
        fs_err::create_dir_all(&folder).map_err(|error| PipelineError::io(&folder, error))?;
        let (unfinished, whole) = batches_in(&folder)?;
        for path in unfinished {
            fs_err::remove_dir_all(&path).map_err(|error| PipelineError::io(&path, error))?;
        }
        Ok(Cache { batches: indexed(whole), folder })
    }

    /// The readings of a rule version, to look at: nothing is made or removed, and no lock is needed.
    pub fn look_into(cells_folder: &Path, rule_version: &str) -> Cache {
        let folder = cells_folder.join(rule_version);
        let batches = batches_in(&folder).map(|(_, whole)| indexed(whole)).unwrap_or_default();
        Cache { folder, batches }
    }

    /// What is known of some files, by content hash. Batches are read in parallel.
    pub fn load(&self, wanted: &BTreeSet<&str>) -> BTreeMap<String, FileContent> {
        let asked =
            |index: &BatchIndex| index.returns.iter().any(|entry| wanted.contains(entry.return_id.as_str()));
        let batches = self.batches.par_iter().filter(|(_, index)| asked(index));
        let loaded: Vec<BTreeMap<String, FileContent>> =
            batches.map(|(folder, index)| load_batch(folder, index, wanted)).collect();
        loaded.into_iter().flatten().collect()
    }

    /// Begins a batch of new readings.
    pub fn begin_batch(&self) -> Result<BatchWriter, PipelineError> {
        BatchWriter::begin(&self.folder)
    }
}

/// What a batch knows of some files; nothing when it is damaged.
fn load_batch(folder: &Path, index: &BatchIndex, wanted: &BTreeSet<&str>) -> BTreeMap<String, FileContent> {
    read_batch(folder, index, wanted).unwrap_or_else(|error| {
        tracing::warn!(batch = %folder.display(), %error, "passed over a damaged batch");
        BTreeMap::new()
    })
}

/// The batches of a folder: those that were never put in their place, and the others.
fn batches_in(folder: &Path) -> Result<(Vec<PathBuf>, Vec<PathBuf>), PipelineError> {
    let entries = fs_err::read_dir(folder).map_err(|error| PipelineError::io(folder, error))?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.path())).partition(|path| is_unfinished(path)))
}

fn indexed(folders: Vec<PathBuf>) -> Vec<(PathBuf, BatchIndex)> {
    let index = |path: PathBuf| BatchIndex::read(&path).map(|index| (path, index));
    let mut batches: Vec<(PathBuf, BatchIndex)> = folders.into_iter().filter_map(index).collect();
    batches.sort_by(|left, right| left.0.cmp(&right.0));
    batches
}

/// Whether a batch was never put in its place.
fn is_unfinished(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".new-"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use model::cell_address::{Area, CellAddress};
    use model::datasets::columns::ColumnRow;
    use model::datasets::records::Record;
    use model::field::Field;
    use model::findings::{R102_ENCRYPTED, R106_NO_TABLE};
    use model::reading::{Cell, Content, Reading, Role, Sheet};

    use super::*;

    fn cell(row: u32, content: Content) -> Cell {
        let number_format = (row == 2).then(|| Arc::from("0.00\"亿元\""));
        Cell {
            row,
            col: 3,
            content,
            number_format,
            has_formula: row == 3,
            hidden: row == 4,
            role: Role::Data,
        }
    }

    fn reading(return_id: &str) -> Reading {
        let contents = [
            Content::Text("=1+1 ，北碚\n".to_owned()),
            Content::Number(-0.1),
            Content::Date(45122.5, "2023-07-15T12:00:00".to_owned()),
            Content::Boolean(true),
            Content::Error("#REF!".to_owned()),
        ];
        let cells = contents.into_iter().zip(1..).map(|(content, row)| cell(row, content)).collect();
        let merge = Area::new(CellAddress::new(1, 3), CellAddress::new(2, 4));
        let column =
            ColumnRow { return_id: return_id.to_owned(), sheet: "台账".to_owned(), ..ColumnRow::default() };
        let raw = vec![(Field::ProjectName, "某项目".to_owned())];
        Reading {
            return_id: return_id.to_owned(),
            format: "xls".to_owned(),
            sheets: vec![
                Sheet { name: "汇总".to_owned(), hidden: true, cells: Vec::new(), merges: Vec::new() },
                Sheet { name: "台账".to_owned(), hidden: false, cells, merges: vec![merge] },
            ],
            columns: vec![column],
            records: vec![Record { record_id: format!("{return_id}-02-01-00001"), raw, ..Record::default() }],
            findings: vec![R106_NO_TABLE.draft(return_id).sheet("汇总").finish()],
        }
    }

    #[test]
    fn readings_and_rejects_come_back_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), "1-abc").unwrap();
        let mut batch = cache.begin_batch().unwrap();
        let refusal = R102_ENCRYPTED.draft("aa").finish();
        let mut rejected =
            FileContent::Rejected { format: "xlsx".to_owned(), finding: Box::new(refusal.clone()) };
        batch.append("aa", &mut rejected).unwrap();
        for id in ["bb", "cc"] {
            let mut read = FileContent::Read(Box::new(reading(id)));
            batch.append(id, &mut read).unwrap();
            assert!(matches!(read, FileContent::Read(read) if *read == reading(id)));
        }
        batch.finish().unwrap();

        let cache = Cache::open(folder.path(), "1-abc").unwrap();
        let contents = cache.load(&BTreeSet::from(["aa", "cc", "dd"]));
        assert_eq!(contents.keys().collect::<Vec<_>>(), ["aa", "cc"]);
        assert!(matches!(&contents["cc"], FileContent::Read(read) if **read == reading("cc")));
        assert!(matches!(&contents["aa"], FileContent::Rejected { finding, .. } if **finding == refusal));
        assert_eq!(Cache::look_into(folder.path(), "1-abc").load(&BTreeSet::from(["cc"])).len(), 1);
        assert!(Cache::look_into(folder.path(), "2-abc").load(&BTreeSet::from(["aa"])).is_empty());
        assert!(!folder.path().join("2-abc").exists(), "looking makes no folder");
        assert!(Cache::open(folder.path(), "2-abc").unwrap().load(&BTreeSet::from(["aa"])).is_empty());
    }

    #[test]
    fn a_reading_out_of_order_is_read_again_every_time() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), "1").unwrap();
        let mut batch = cache.begin_batch().unwrap();
        let mut twice = reading("bb");
        twice.sheets.push(twice.sheets[1].clone());
        batch.append("bb", &mut FileContent::Read(Box::new(twice))).unwrap();
        batch.finish().unwrap();
        assert!(Cache::open(folder.path(), "1").unwrap().load(&BTreeSet::from(["bb"])).is_empty());
    }

    #[test]
    fn a_damaged_batch_is_as_good_as_missing() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), "1").unwrap();
        let mut batch = cache.begin_batch().unwrap();
        batch.append("bb", &mut FileContent::Read(Box::new(reading("bb")))).unwrap();
        batch.finish().unwrap();
        let cache = Cache::open(folder.path(), "1").unwrap();
        let cells = cache.batches[0].0.join("cells.parquet");
        fs_err::write(&cells, "no parquet").unwrap();
        assert!(cache.load(&BTreeSet::from(["bb"])).is_empty());
    }
}
