//! Writes a frame of no declared dataset: the answer to a query, for other programs.

use std::path::Path;

use polars::prelude::DataFrame;
use polars_io::parquet::write::{ParquetCompression, ParquetWriter};

use crate::durable::NewFile;
use crate::error::StoreError;

/// Writes a frame as it is. The file appears whole or not at all.
pub fn write_any_frame(path: &Path, frame: &mut DataFrame) -> Result<(), StoreError> {
    let (target, mut file) = NewFile::create(path)?;
    let writer = ParquetWriter::new(&mut file).with_compression(ParquetCompression::Zstd(None));
    writer
        .finish(frame)
        .map_err(|source| StoreError::FrameFile { path: path.to_owned(), source: Box::new(source) })?;
    file.sync_all()?;
    Ok(target.put_in_place()?)
}

#[cfg(test)]
mod tests {
    use polars::prelude::df;

    use super::*;
    use crate::frames::read_frame;

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.parquet");
        let mut frame = df!("区县" => ["万州区", "奉节县"], "n" => [1i64, 2]).unwrap();
        write_any_frame(&path, &mut frame).unwrap();
        assert_eq!(read_frame(&path, None).unwrap(), frame);
    }
}
