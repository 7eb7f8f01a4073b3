//! Reads a small CSV table that people edit: UTF-8 with or without a mark, extra columns ignored.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::PipelineError;

/// The rows of a table.
pub fn read_table<R: DeserializeOwned>(file: &Path) -> Result<Vec<R>, PipelineError> {
    let refuse = |problem: String| PipelineError::Table { file: file.to_owned(), problem };
    let bytes = fs_err::read(file).map_err(|error| refuse(plain(&error)))?;
    rows_of(&bytes).map_err(refuse)
}

/// The rows of a table that may be missing.
pub fn read_optional_table<R: DeserializeOwned>(file: &Path) -> Result<Vec<R>, PipelineError> {
    if file.exists() { read_table(file) } else { Ok(Vec::new()) }
}

/// The rows of a table given as bytes, or what is wrong with it.
pub fn rows_of<R: DeserializeOwned>(bytes: &[u8]) -> Result<Vec<R>, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::Headers).from_reader(bytes);
    reader.deserialize().collect::<Result<Vec<R>, csv::Error>>().map_err(|error| error.to_string())
}

/// What the system says, without the path that the caller names.
fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "the file is missing".to_owned(),
        std::io::ErrorKind::PermissionDenied => "the file may not be read".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use model::reference::ExchangeRate;

    use super::*;

    #[test]
    fn extra_columns_and_a_byte_order_mark_do_no_harm() {
        let text = "\u{feff}currency,month,yuan,source,more\nUSD,2023-07,7.1,synthetic,x\n";
        let rows: Vec<ExchangeRate> = rows_of(text.as_bytes()).unwrap();
        assert_eq!(rows[0].yuan, "7.1");
    }

    #[test]
    fn a_missing_column_is_named() {
        let problem = rows_of::<ExchangeRate>(b"currency,month\nUSD,2023-07\n").unwrap_err();
        assert!(problem.contains("yuan"), "{problem}");
    }
}
