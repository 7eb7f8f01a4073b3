//! Frames of a dataset: from rows and back, from Parquet and back, checked against the declaration at both borders.

use std::path::Path;

use model::row::Row;
use model::schema::Dataset;
use polars::prelude::{DataFrame, ParquetReader, PolarsError, SerReader, SortMultipleOptions};

use crate::arrow_rows::BatchBuilder;
use crate::damaged::reading;
use crate::error::StoreError;
use crate::fit::{FoundColumn, check_fit, check_nothing_else};
use crate::frame_rows::{FrameRows, frame_of_batches, kind_of_frame};
use crate::parquet_rows::RowFile;

const ROWS_IN_BATCH: usize = 64 * 1024;

/// The rows as a frame with all declared columns in order, also when there is no row.
pub fn frame_of<R: Row>(rows: &[R]) -> Result<DataFrame, StoreError> {
    let mut builder = BatchBuilder::new(&R::DATASET);
    let mut batches = Vec::new();
    for chunk in rows.chunks(ROWS_IN_BATCH) {
        chunk.iter().for_each(|row| row.write(&mut builder));
        batches.push(builder.finish()?);
    }
    frame_of_batches(&R::DATASET, &batches).map_err(|source| frame_error(&R::DATASET, source))
}

/// The rows of a frame, which is checked first.
pub fn rows_of_frame<R: Row>(frame: &DataFrame) -> Result<Vec<R>, StoreError> {
    check_frame(frame, &R::DATASET)?;
    let mut source = FrameRows::new(frame, &R::DATASET).map_err(|source| frame_error(&R::DATASET, source))?;
    Ok((0..frame.height()).map(|_| R::read(&mut source)).collect())
}

/// Refuses a frame that lacks a declared column, has one of another type, or lacks required values; all differences
/// at once. Order does not matter, and columns that are not declared may be there.
pub fn check_frame(frame: &DataFrame, dataset: &Dataset) -> Result<(), StoreError> {
    check_fit("the frame", dataset, &found_columns(frame))
}

/// Reads a Parquet file as a frame. With a dataset, the file is checked, and the frame has the declared columns in
/// order and no others.
pub fn read_frame(path: &Path, dataset: Option<&Dataset>) -> Result<DataFrame, StoreError> {
    let unreadable =
        |source: PolarsError| StoreError::FrameFile { path: path.to_owned(), source: Box::new(source) };
    let file = fs_err::File::open(path)?.into_file();
    let frame = reading(path, || ParquetReader::new(file).finish().map_err(unreadable))?;
    let Some(dataset) = dataset else { return Ok(frame) };
    check_fit(&format!("the file `{}`", path.display()), dataset, &found_columns(&frame))?;
    frame.select(dataset.columns.iter().map(|column| column.name)).map_err(unreadable)
}

/// Writes a frame as a dataset: checks it, sorts it by key, and refuses it when the key is not unique or a column is
/// not declared. The file appears whole or not at all, the same bytes as from rows.
pub fn write_frame(path: &Path, dataset: &Dataset, frame: &mut DataFrame) -> Result<(), StoreError> {
    check_frame(frame, dataset)?;
    let names = frame.columns().iter().map(|column| column.name().as_str());
    check_nothing_else("the frame", dataset, names)?;
    frame
        .sort_in_place(dataset.key, SortMultipleOptions::default())
        .map_err(|source| frame_error(dataset, source))?;
    let mut rows = FrameRows::new(frame, dataset).map_err(|source| frame_error(dataset, source))?;
    let mut file = RowFile::create(path, dataset)?;
    for _ in 0..frame.height() {
        file.append_with(|sink| rows.give_row(sink))?;
    }
    file.close().map(|_| ())
}

fn found_columns(frame: &DataFrame) -> Vec<FoundColumn> {
    let found = |column: &polars::prelude::Column| FoundColumn {
        name: column.name().to_string(),
        kind: kind_of_frame(column.dtype()),
        engine_type: column.dtype().to_string(),
        n_missing: column.null_count() as u64,
    };
    frame.columns().iter().map(found).collect()
}

fn frame_error(dataset: &Dataset, source: PolarsError) -> StoreError {
    StoreError::Frame { dataset: dataset.name, source: Box::new(source) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parquet_rows::{read_rows, write_rows};
    use model::datasets::links::Link;
    use polars::prelude::*;
    use polars_io::parquet::write::ParquetWriter;

    const MISFITS: &str = "column `project_id` (String) is missing; \
        column `method` should always have a value and lacks 1; \
        column `score` should be Float64 and is";

    fn misfit() -> DataFrame {
        let frame = df!(
            "record_id" => ["a", "b"],
            "method" => [Some("new"), None],
            "score" => [1i64, 2],
            "runner_up" => [None::<&str>, None],
            "runner_up_score" => [None::<f64>, None],
            "extra" => [1i32, 2],
        );
        frame.unwrap()
    }

    fn links() -> Vec<Link> {
        let link = |id: &str, score| Link { record_id: id.to_owned(), score, ..Link::default() };
        vec![link("a", 0.1), link("b", 0.2), link("龙", 0.3)]
    }

    #[test]
    fn a_frame_that_does_not_fit_is_refused_with_all_differences() {
        let message = check_frame(&misfit(), &Link::DATASET).unwrap_err().to_string();
        assert!(message.starts_with("the frame is not the dataset `links`"), "{message}");
        assert!(message.contains(MISFITS), "{message}");
        assert!(rows_of_frame::<Link>(&misfit()).is_err());
    }

    #[test]
    fn a_file_that_does_not_fit_is_refused_by_name_with_all_differences() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("links.parquet");
        ParquetWriter::new(fs_err::File::create(&path).unwrap()).finish(&mut misfit()).unwrap();
        let by_rows = read_rows::<Link>(&path).unwrap_err().to_string();
        let as_frame = read_frame(&path, Some(&Link::DATASET)).unwrap_err().to_string();
        for message in [by_rows, as_frame] {
            assert!(message.contains("links.parquet"), "{message}");
            assert!(message.contains(MISFITS), "{message}");
        }
        assert_eq!(read_frame(&path, None).unwrap().width(), 6);
    }

    #[test]
    fn a_file_of_another_writer_is_read_when_it_fits() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("links.parquet");
        let mut frame = frame_of(&links()).unwrap();
        frame.with_column(Series::new("extra".into(), [1, 2, 3]).into_column()).unwrap();
        ParquetWriter::new(fs_err::File::create(&path).unwrap()).finish(&mut frame).unwrap();
        assert_eq!(read_rows::<Link>(&path).unwrap(), links());
        let read = read_frame(&path, Some(&Link::DATASET)).unwrap();
        assert_eq!(rows_of_frame::<Link>(&read).unwrap(), links());
        assert!(read.column("extra").is_err());
    }

    #[test]
    fn frames_are_sorted_when_written_and_columns_come_in_declared_order() {
        let folder = tempfile::tempdir().unwrap();
        let (by_rows, as_frame) = (folder.path().join("rows"), folder.path().join("frame"));
        write_rows(&by_rows, &links()).unwrap();
        let mut frame = frame_of(&links()).unwrap().reverse();
        frame = frame
            .select(["score", "record_id", "runner_up_score", "runner_up", "method", "project_id"])
            .unwrap();
        write_frame(&as_frame, &Link::DATASET, &mut frame).unwrap();
        assert_eq!(fs_err::read(by_rows).unwrap(), fs_err::read(as_frame).unwrap());
    }

    #[test]
    fn a_frame_with_a_repeated_key_or_an_undeclared_column_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("links.parquet");
        let mut twice = frame_of(&[links(), links()].concat()).unwrap();
        let message = write_frame(&path, &Link::DATASET, &mut twice).unwrap_err().to_string();
        assert!(message.contains("two rows with the key record_id=a"), "{message}");
        let mut more = frame_of(&links()).unwrap();
        more.with_column(Series::new("extra".into(), [1, 2, 3]).into_column()).unwrap();
        let message = write_frame(&path, &Link::DATASET, &mut more).unwrap_err().to_string();
        assert!(message.contains("column `extra` is not declared"), "{message}");
        assert!(!path.exists());
    }

    #[test]
    fn a_damaged_file_is_an_error_and_never_a_panic() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("links.parquet");
        write_rows(&path, &links()).unwrap();
        let whole = fs_err::read(&path).unwrap();
        for length in (0..whole.len()).step_by(7) {
            fs_err::write(&path, &whole[..length]).unwrap();
            assert!(read_rows::<Link>(&path).is_err(), "{length}");
            assert!(read_frame(&path, None).is_err(), "{length}");
        }
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 0x15;
            fs_err::write(&path, &damaged).unwrap();
            let _ = read_rows::<Link>(&path);
        }
    }
}
