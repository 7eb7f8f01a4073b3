//! Why samples could not be written.

/// Why a folder of samples or a single workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A file or folder could not be written.
    #[error("cannot write the samples")]
    Write(#[from] std::io::Error),
    /// A truth table could not be written.
    #[error("cannot write the truth table `{table}`")]
    Truth {
        /// Name of the table.
        table: &'static str,
        /// What the writer said.
        source: csv::Error,
    },
    /// The workbook writer refused something.
    #[error("cannot build the workbook of layout `{layout}`")]
    Workbook {
        /// Layout, or `ledger`.
        layout: &'static str,
        /// What the writer said.
        source: Box<rust_xlsxwriter::XlsxError>,
    },
    /// The folder already holds something that samples would mix with.
    #[error("`{folder}` is not empty; name a new folder")]
    NotEmpty {
        /// The folder.
        folder: String,
    },
}
