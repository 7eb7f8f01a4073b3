//! The reference tables that the program carries along (内置参考表): those of `data/reference` when it was built. A new
//! workspace begins with them, and a workbook that belongs to no pipeline is read with them.

use std::path::PathBuf;

use model::reference::Reference;
use serde::de::DeserializeOwned;

use crate::csv_table::rows_of;
use crate::error::PipelineError;

macro_rules! tables {
    ($folder:literal: $( $name:literal ),+) => {
        &[ $( ($name, include_str!(concat!("../../../data/", $folder, "/", $name))) ),+ ]
    };
}

/// Every reference table: name of the file, and its text.
pub const REFERENCE_TABLES: &[(&str, &str)] = tables!("reference":
    "units.csv", "unit_aliases.csv", "unit_successions.csv", "editions.csv", "industries.csv", "header_fields.csv",
    "header_synonyms.csv", "status_words.csv", "exchange_rates.csv", "thresholds.csv",
    "supervision_rules.csv");

/// Every table of decisions: name of the file, and its text, of which the first line is the header.
pub const DECISION_TABLES: &[(&str, &str)] =
    tables!("decisions": "links.csv", "headers.csv", "findings.csv", "ids.csv");

/// The reference that stands in these tables.
pub fn reference() -> Result<Reference, PipelineError> {
    Ok(Reference {
        units: rows("units.csv")?,
        unit_aliases: rows("unit_aliases.csv")?,
        unit_successions: rows("unit_successions.csv")?,
        editions: rows("editions.csv")?,
        industries: rows("industries.csv")?,
        header_synonyms: rows("header_synonyms.csv")?,
        status_words: rows("status_words.csv")?,
        exchange_rates: rows("exchange_rates.csv")?,
        thresholds: rows("thresholds.csv")?,
        supervision_rules: rows("supervision_rules.csv")?,
        published_figures: Vec::new(), // a bureau has its own
    })
}

fn rows<R: DeserializeOwned>(name: &str) -> Result<Vec<R>, PipelineError> {
    let refuse = |problem: String| PipelineError::Table { file: PathBuf::from(name), problem };
    let table = REFERENCE_TABLES.iter().find(|(known, _)| *known == name);
    let (_, text) = table.ok_or_else(|| refuse("it is not built in".to_owned()))?;
    rows_of(text.as_bytes()).map_err(refuse)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::reference::read_reference;

    #[test]
    fn the_built_in_tables_say_what_the_files_say() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/reference");
        assert_eq!(reference().unwrap(), read_reference(&folder).unwrap());
    }

    #[test]
    fn every_table_of_the_folder_is_built_in() {
        for (folder, tables) in [("reference", REFERENCE_TABLES), ("decisions", DECISION_TABLES)] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(folder);
            let entries = fs_err::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name());
            let there: Vec<String> = entries.filter_map(|name| name.into_string().ok()).collect();
            for name in there.iter().filter(|name| name.ends_with(".csv")) {
                assert!(tables.iter().any(|(known, _)| known == name), "{folder}/{name}");
            }
        }
    }
}
