//! Why `store` had to stop. Every message names the file or folder, the dataset, the column, what was expected and what was found.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// One way in which a table is not what its dataset declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A declared column is not there.
    Missing {
        /// The column.
        column: &'static str,
        /// Its declared type.
        expected: &'static str,
    },
    /// A column has another type.
    OtherType {
        /// The column.
        column: &'static str,
        /// Its declared type.
        expected: &'static str,
        /// The type it has.
        found: String,
    },
    /// A column that always has a value lacks some.
    NullsInRequired {
        /// The column.
        column: &'static str,
        /// How many values are missing.
        n_missing: u64,
    },
    /// A column stands there that the dataset does not declare.
    Undeclared {
        /// The column.
        column: String,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Missing { column, expected } => {
                write!(f, "column `{column}` ({expected}) is missing")
            }
            Difference::OtherType { column, expected, found } => {
                write!(f, "column `{column}` should be {expected} and is {found}")
            }
            Difference::NullsInRequired { column, n_missing } => {
                write!(f, "column `{column}` should always have a value and lacks {n_missing}")
            }
            Difference::Undeclared { column } => write!(f, "column `{column}` is not declared"),
        }
    }
}

/// An error of the store: a file, a frame or a folder that is not as it must be.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// A file or folder could not be read or written; the source names it.
    #[error(transparent)]
    Files(#[from] io::Error),
    /// The store cannot be written.
    #[error(
        "the store `{folder}` cannot be written: choose another folder or give this one the right to write"
    )]
    NotWritable {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A Parquet file could not be read or written by rows.
    #[error("the file `{path}` of the dataset `{dataset}` could not be read or written as Parquet")]
    Parquet {
        /// The file.
        path: PathBuf,
        /// The dataset.
        dataset: &'static str,
        /// What the Parquet reader or writer said.
        source: Box<parquet::errors::ParquetError>,
    },
    /// A Parquet file could not be read or written as a frame.
    #[error("the file `{path}` could not be read or written as a frame")]
    FrameFile {
        /// The file.
        path: PathBuf,
        /// What polars said.
        source: Box<polars::error::PolarsError>,
    },
    /// The inside of a Parquet file makes no sense.
    #[error("the file `{path}` is damaged: make it again")]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// The engine refused a step on a frame.
    #[error("the frame of the dataset `{dataset}` could not be built or sorted")]
    Frame {
        /// The dataset.
        dataset: &'static str,
        /// What polars said.
        source: Box<polars::error::PolarsError>,
    },
    /// Rows could not become a record batch.
    #[error("rows of the dataset `{dataset}` could not be put into columns")]
    Arrow {
        /// The dataset.
        dataset: &'static str,
        /// What Arrow said.
        source: Box<arrow::error::ArrowError>,
    },
    /// Values were given in another order, number or type than declared.
    #[error("rows of the dataset `{dataset}` were not given as declared: {problem}")]
    Values {
        /// The dataset.
        dataset: &'static str,
        /// Which column expected what, and what came.
        problem: String,
    },
    /// A file or frame is not what its dataset declares; all differences at once.
    #[error("{subject} is not the dataset `{dataset}` as declared: {}", listed(.differences))]
    DoesNotFit {
        /// The file, or the frame.
        subject: String,
        /// The dataset.
        dataset: &'static str,
        /// Every difference, in the order of the declared columns.
        differences: Vec<Difference>,
    },
    /// Two rows have the same key.
    #[error("`{path}`: the dataset `{dataset}` has two rows with the key {key}")]
    RepeatedKey {
        /// The file that was to be written.
        path: PathBuf,
        /// The dataset.
        dataset: &'static str,
        /// The key, `column=value` for each column.
        key: String,
    },
    /// A row comes after one with a greater key.
    #[error("`{path}`: rows of the dataset `{dataset}` are not sorted by key: {key} comes after {previous}")]
    UnsortedKey {
        /// The file that was to be written.
        path: PathBuf,
        /// The dataset.
        dataset: &'static str,
        /// The key that comes too late.
        key: String,
        /// The greater key before it.
        previous: String,
    },
    /// Another run works on the store.
    #[error("the store is in use by another run ({by}): wait until it ends")]
    Locked {
        /// What the other run says of itself.
        by: String,
    },
    /// A release id that cannot be the name of a folder.
    #[error("`{id}` is no release id: letters, digits, `-`, `_` and `.` only, and no `.` at the beginning")]
    ReleaseId {
        /// The id as given.
        id: String,
    },
    /// The beginning of a release id fits several releases.
    #[error("`{id}` fits several releases: {candidates}")]
    AmbiguousRelease {
        /// The beginning as given.
        id: String,
        /// The releases that it fits.
        candidates: String,
    },
    /// `current` names no release of this store.
    #[error("`{path}` points to no release of this store: publish a release, or remove it")]
    BrokenCurrent {
        /// The link or pointer file.
        path: PathBuf,
    },
}

fn listed(differences: &[Difference]) -> String {
    differences.iter().map(Difference::to_string).collect::<Vec<_>>().join("; ")
}
