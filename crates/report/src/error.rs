//! Why a report could not be written.

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// The workbook writer refused.
    #[error("cannot write the sheet `{sheet}` of the report workbook")]
    Sheet {
        /// The sheet.
        sheet: String,
        /// What the writer said.
        source: rust_xlsxwriter::XlsxError,
    },
    /// The finished sheets could not be packed.
    #[error("cannot pack the report workbook")]
    Pack(#[source] rust_xlsxwriter::XlsxError),
}
