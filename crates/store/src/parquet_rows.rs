//! Rows of a dataset to and from Parquet, without a frame. Every dataset file of luodi is written here.

use std::path::Path;

use arrow::array::{Array, RecordBatch};
use model::row::{Row, Sink};
use model::schema::Dataset;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::metadata::{KeyValue, SortingColumn};
use parquet::file::properties::WriterProperties;

use crate::arrow_rows::{BatchBuilder, rows_of_batch};
use crate::arrow_schema::{arrow_schema, file_words, key_places, kind_of_arrow};
use crate::damaged::reading;
use crate::durable::{NewFile, sync_folder};
use crate::error::StoreError;
use crate::fit::{FoundColumn, check_fit};
use crate::key_order::KeyOrder;

const ROWS_IN_BATCH: usize = 8 * 1024;
const BYTES_IN_BATCH: usize = 32 << 20;
const ROWS_IN_GROUP: usize = 128 * 1024;
const BYTES_IN_GROUP: usize = 64 << 20;

/// A Parquet file that is being written row by row. It appears under its name when it is closed, whole or not at
/// all. Rows must come in strictly ascending order of the key.
pub struct RowFile {
    dataset: Dataset,
    builder: BatchBuilder,
    order: KeyOrder,
    writer: ArrowWriter<fs_err::File>,
    file: NewFile,
    n_rows: u64,
}

impl RowFile {
    /// Begins the file; the folder must exist.
    pub fn create(path: &Path, dataset: &Dataset) -> Result<RowFile, StoreError> {
        let (new_file, file) = NewFile::create(path)?;
        let writer = ArrowWriter::try_new(file, arrow_schema(dataset), Some(writer_properties(dataset)))
            .map_err(|source| parquet_error(path, dataset, source))?;
        Ok(RowFile {
            dataset: *dataset,
            builder: BatchBuilder::new(dataset),
            order: KeyOrder::new(dataset),
            writer,
            file: new_file,
            n_rows: 0,
        })
    }

    /// Takes rows of the dataset.
    pub fn append<R: Row>(&mut self, rows: &[R]) -> Result<(), StoreError> {
        if R::DATASET.name != self.dataset.name {
            let problem = format!("rows of `{}` came", R::DATASET.name);
            return Err(StoreError::Values { dataset: self.dataset.name, problem });
        }
        rows.iter().try_for_each(|row| self.append_with(|sink| row.write(sink)))
    }

    /// Takes the values that `fill` gives: whole rows, in the order of the columns.
    pub fn append_with(&mut self, fill: impl FnOnce(&mut dyn Sink)) -> Result<(), StoreError> {
        fill(&mut self.builder);
        if self.builder.n_rows() >= ROWS_IN_BATCH || self.builder.n_bytes() >= BYTES_IN_BATCH {
            self.write_batch()?;
        }
        Ok(())
    }

    /// Ends the file and puts it in its place, safe from a power cut. Gives the number of rows.
    pub fn close(self) -> Result<u64, StoreError> {
        let folder = self.file.target().parent().map(Path::to_owned);
        let n_rows = self.put_in_place(true)?;
        folder.as_deref().map_or(Ok(()), sync_folder)?;
        Ok(n_rows)
    }

    /// Like `close`, but waits for no disk: for caches that can be made again. A killed process leaves no half
    /// file; a power cut may leave one that cannot be read.
    pub fn close_unsynced(self) -> Result<u64, StoreError> {
        self.put_in_place(false)
    }

    fn put_in_place(mut self, sync: bool) -> Result<u64, StoreError> {
        self.write_batch()?;
        let RowFile { dataset, writer, file: new_file, n_rows, .. } = self;
        let file =
            writer.into_inner().map_err(|source| parquet_error(new_file.target(), &dataset, source))?;
        if sync {
            file.sync_all()?;
        }
        drop(file);
        new_file.put_in_place()?;
        Ok(n_rows)
    }

    fn write_batch(&mut self) -> Result<(), StoreError> {
        let batch = self.builder.finish()?;
        self.order.check(&batch, self.file.target())?;
        self.n_rows += batch.num_rows() as u64;
        self.writer.write(&batch).map_err(|source| parquet_error(self.file.target(), &self.dataset, source))
    }
}

fn writer_properties(dataset: &Dataset) -> WriterProperties {
    let sorted_by =
        |place: usize| SortingColumn { column_idx: place as i32, descending: false, nulls_first: true };
    let words = file_words(dataset).into_iter().map(|(name, text)| KeyValue::new(name.to_owned(), text));
    WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_max_row_group_row_count(Some(ROWS_IN_GROUP))
        .set_max_row_group_bytes(Some(BYTES_IN_GROUP))
        .set_sorting_columns(Some(key_places(dataset).into_iter().map(sorted_by).collect()))
        .set_key_value_metadata(Some(words.collect()))
        .build()
}

/// Writes a dataset: sorts nothing, and refuses rows whose key does not strictly ascend. The file appears whole or
/// not at all.
pub fn write_rows<R: Row>(path: &Path, rows: &[R]) -> Result<(), StoreError> {
    let mut file = RowFile::create(path, &R::DATASET)?;
    file.append(rows)?;
    file.close().map(|_| ())
}

/// Reads a dataset; refuses a file that does not fit its declaration, with all differences at once. Columns that
/// are not declared are passed over.
pub fn read_rows<R: Row>(path: &Path) -> Result<Vec<R>, StoreError> {
    let dataset = R::DATASET;
    let (rows, found) = reading(path, || rows_and_columns(path, &dataset))?;
    check_fit(&format!("the file `{}`", path.display()), &dataset, &found)?;
    Ok(rows)
}

fn rows_and_columns<R: Row>(
    path: &Path,
    dataset: &Dataset,
) -> Result<(Vec<R>, Vec<FoundColumn>), StoreError> {
    let (mut rows, mut found) = (Vec::new(), Vec::new());
    for batch in batches_of(path, dataset, &mut found)? {
        let batch = batch.map_err(|source| parquet_error(path, dataset, source.into()))?;
        count_missing(&batch, &mut found);
        rows.extend(rows_of_batch(&batch));
    }
    Ok((rows, found))
}

/// Opens the file and lists its columns. The types are those of Parquet itself: what wrote the file does not matter.
fn batches_of(
    path: &Path,
    dataset: &Dataset,
    found: &mut Vec<FoundColumn>,
) -> Result<ParquetRecordBatchReader, StoreError> {
    let file = fs_err::File::open(path)?.into_file();
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(file, options)
        .map_err(|source| parquet_error(path, dataset, source))?;
    found.extend(builder.schema().fields().iter().map(|field| FoundColumn {
        name: field.name().clone(),
        kind: kind_of_arrow(field.data_type()),
        engine_type: field.data_type().to_string(),
        n_missing: 0,
    }));
    builder.with_batch_size(ROWS_IN_BATCH).build().map_err(|source| parquet_error(path, dataset, source))
}

fn count_missing(batch: &RecordBatch, found: &mut [FoundColumn]) {
    for (column, array) in found.iter_mut().zip(batch.columns()) {
        column.n_missing += array.logical_null_count() as u64;
    }
}

fn parquet_error(path: &Path, dataset: &Dataset, source: ParquetError) -> StoreError {
    StoreError::Parquet { path: path.to_owned(), dataset: dataset.name, source: Box::new(source) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::datasets::cells::CellRow;
    use model::datasets::links::Link;

    fn links(ids: &[&str]) -> Vec<Link> {
        ids.iter().map(|id| Link { record_id: (*id).to_owned(), ..Link::default() }).collect()
    }

    fn refused(ids: &[&str]) -> (String, usize) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("links.parquet");
        let error = write_rows(&path, &links(ids)).unwrap_err();
        (error.to_string(), fs_err::read_dir(folder.path()).unwrap().count())
    }

    #[test]
    fn a_repeated_or_unsorted_key_is_refused_and_leaves_no_file() {
        let (message, n_files) = refused(&["北碚-1", "北碚-2", "北碚-2"]);
        assert!(message.contains("two rows with the key record_id=北碚-2"), "{message}");
        assert_eq!(n_files, 0);
        let (message, _) = refused(&["b", "a"]);
        assert!(message.contains("record_id=a comes after record_id=b"), "{message}");
    }

    #[test]
    fn keys_are_watched_from_batch_to_batch() {
        let mut ids: Vec<String> = (0..ROWS_IN_BATCH).map(|number| format!("{number:08}")).collect();
        ids.push(ids[ROWS_IN_BATCH - 1].clone());
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        assert!(refused(&ids).0.contains("two rows with the key"));
    }

    #[test]
    fn all_columns_of_a_key_count() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cells.parquet");
        let cell =
            |sheet: &str, row, col| CellRow { sheet: sheet.to_owned(), row, col, ..CellRow::default() };
        let rows = [cell("a", 2, 9), cell("a", 10, 1), cell("a", 10, 2), cell("b", 1, 1)];
        write_rows(&path, &rows).unwrap();
        assert_eq!(read_rows::<CellRow>(&path).unwrap(), rows);
        assert!(write_rows(&path, &[cell("a", 10, 1), cell("a", 2, 9)]).is_err());
        assert_eq!(read_rows::<CellRow>(&path).unwrap(), rows);
    }

    #[test]
    fn a_file_is_there_only_after_it_was_closed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("links.parquet");
        let mut file = RowFile::create(&path, &Link::DATASET).unwrap();
        file.append(&links(&["a"])).unwrap();
        assert!(file.append::<CellRow>(&[]).is_err());
        drop(file);
        assert_eq!(fs_err::read_dir(folder.path()).unwrap().count(), 0);
        let mut file = RowFile::create(&path, &Link::DATASET).unwrap();
        file.append(&links(&["a", "b"])).unwrap();
        assert_eq!(file.close_unsynced().unwrap(), 2);
        assert_eq!(read_rows::<Link>(&path).unwrap().len(), 2);
    }
}
