//! Whether a table fits the declaration of its dataset: one rule for files and frames.

use model::schema::{Column, Dataset, Kind};

use crate::error::{Difference, StoreError};

/// One column as it was found in a file or frame.
#[derive(Debug, Clone)]
pub struct FoundColumn {
    /// Its name.
    pub name: String,
    /// Its type as declared types go; nothing when it is none of the six.
    pub kind: Option<Kind>,
    /// Its type as the engine calls it.
    pub engine_type: String,
    /// How many values are missing.
    pub n_missing: u64,
}

/// Refuses a table that lacks a declared column, has one of another type, or lacks required values.
///
/// `subject` begins the message: the file, or the frame. Columns that are not declared are no difference.
pub fn check_fit(subject: &str, dataset: &Dataset, found: &[FoundColumn]) -> Result<(), StoreError> {
    let differences =
        dataset.columns.iter().filter_map(|declared| difference(declared, found)).collect::<Vec<_>>();
    refuse(subject, dataset, differences)
}

/// Refuses a table with a column that the dataset does not declare.
pub fn check_nothing_else<'a>(
    subject: &str,
    dataset: &Dataset,
    names: impl Iterator<Item = &'a str>,
) -> Result<(), StoreError> {
    let undeclared = names.filter(|name| dataset.column(name).is_none());
    let differences = undeclared.map(|name| Difference::Undeclared { column: name.to_owned() }).collect();
    refuse(subject, dataset, differences)
}

fn refuse(subject: &str, dataset: &Dataset, differences: Vec<Difference>) -> Result<(), StoreError> {
    if differences.is_empty() {
        return Ok(());
    }
    Err(StoreError::DoesNotFit { subject: subject.to_owned(), dataset: dataset.name, differences })
}

fn difference(declared: &Column, found: &[FoundColumn]) -> Option<Difference> {
    let (column, expected) = (declared.name, declared.kind.as_str());
    match found.iter().find(|found| found.name == column) {
        None => Some(Difference::Missing { column, expected }),
        Some(other) if other.kind != Some(declared.kind) => {
            Some(Difference::OtherType { column, expected, found: other.engine_type.clone() })
        }
        Some(gaps) if gaps.n_missing > 0 && !declared.is_nullable() => {
            Some(Difference::NullsInRequired { column, n_missing: gaps.n_missing })
        }
        Some(_) => None,
    }
}
