//! Reads the small tables that people edit (参考表) from `data/reference`.

use std::path::Path;

use model::reference::Reference;

use crate::csv_table::{read_optional_table, read_table};
use crate::error::PipelineError;
use crate::workspace::Workspace;

/// Reads every reference table. Rates, thresholds, successions and rules of supervision may be missing; the others may
/// not.
pub fn read_reference(folder: &Path) -> Result<Reference, PipelineError> {
    Ok(Reference {
        units: read_table(&folder.join("units.csv"))?,
        unit_aliases: read_table(&folder.join("unit_aliases.csv"))?,
        unit_successions: read_optional_table(&folder.join("unit_successions.csv"))?,
        editions: read_table(&folder.join("editions.csv"))?,
        industries: read_table(&folder.join("industries.csv"))?,
        header_synonyms: read_table(&folder.join("header_synonyms.csv"))?,
        status_words: read_table(&folder.join("status_words.csv"))?,
        exchange_rates: read_optional_table(&folder.join("exchange_rates.csv"))?,
        thresholds: read_optional_table(&folder.join("thresholds.csv"))?,
        published_figures: Vec::new(),
        supervision_rules: read_optional_table(&folder.join("supervision_rules.csv"))?,
    })
}

/// The reference tables of a workspace, with the published figures that its pipeline names.
pub fn reference_of(workspace: &Workspace) -> Result<Reference, PipelineError> {
    let mut reference = read_reference(&workspace.reference)?;
    if let Some(file) = &workspace.published {
        if !file.is_file() {
            tracing::warn!(file = %file.display(), "there are no published figures to make again");
        }
        reference.published_figures = read_optional_table(file)?;
    }
    Ok(reference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_table_is_named_with_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let error = read_reference(folder.path()).unwrap_err().to_string();
        assert!(error.contains("units.csv") && error.contains("the file is missing"), "{error}");
    }

    #[test]
    fn the_tables_of_the_workspace_can_be_read() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/reference");
        let reference = read_reference(&folder).unwrap();
        assert!(reference.units.len() > 40);
        assert!(reference.header_synonyms.iter().any(|row| row.variant == "项目名称"));
    }
}
