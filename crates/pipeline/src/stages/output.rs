//! A dataset that is ready to be written (产出): its name, how many rows it has, and its rows.

use std::path::Path;

use model::row::Row;
use store::parquet_rows::write_rows;

use crate::error::PipelineError;
use crate::manifest::RowCounts;

/// Writes a dataset into a folder.
type Write<'a> = dyn Fn(&Path) -> Result<(), PipelineError> + 'a;

/// One dataset of a stage.
pub struct Output<'a> {
    name: &'static str,
    n_rows: u64,
    write: Box<Write<'a>>,
}

/// The rows of a dataset, ready to be written.
pub fn output<R: Row>(rows: &[R]) -> Output<'_> {
    let write = |folder: &Path| Ok(write_rows(&folder.join(format!("{}.parquet", R::DATASET.name)), rows)?);
    Output { name: R::DATASET.name, n_rows: rows.len() as u64, write: Box::new(write) }
}

/// Writes datasets into a folder.
pub fn write_outputs(folder: &Path, outputs: &[Output<'_>]) -> Result<(), PipelineError> {
    outputs.iter().try_for_each(|output| (output.write)(folder))
}

/// How many rows each dataset has.
pub fn row_counts(outputs: &[Output<'_>]) -> RowCounts {
    outputs.iter().map(|output| (output.name.to_owned(), output.n_rows)).collect()
}
