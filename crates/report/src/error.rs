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
    /// A part of the bulletin could not be written.
    #[error("cannot write the part `{part}` of the bulletin")]
    Part {
        /// The part of the package.
        part: String,
        /// What the writer said.
        source: std::io::Error,
    },
    /// The finished parts of the bulletin could not be packed.
    #[error("cannot pack the bulletin")]
    PackBulletin(#[source] zip::result::ZipError),
    /// The data behind the chart of the bulletin could not be written.
    #[error("cannot write the data of the chart")]
    ChartData(#[source] rust_xlsxwriter::XlsxError),
    /// The table of sentences is no table of sentences.
    #[error("cannot read the table of sentences")]
    SentenceTable(#[source] csv::Error),
    /// A key that no sentence of the bulletin has.
    #[error("there is no sentence `{key}`")]
    UnknownSentence {
        /// The key.
        key: String,
    },
    /// A slot that the sentence does not offer.
    #[error("the sentence `{key}` has no slot `{slot}`, only: {offered}")]
    UnknownSlot {
        /// The sentence.
        key: String,
        /// The slot.
        slot: String,
        /// The slots that it has.
        offered: String,
    },
    /// A return could be marked neither in place nor in a copy.
    #[error("cannot annotate the return `{file}`: {reason}")]
    Annotate {
        /// The file.
        file: String,
        /// What stood in the way.
        reason: String,
    },
    /// The data of the page could not be written.
    #[error("cannot write the data of the report page")]
    Data(#[source] serde_json::Error),
}
