//! The form (表式): how a set of returns is laid out, where it differs from the reference tables. All of it is
//! configuration, so that a foreign ledger needs no code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Where a return can say which edition, unit or month it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A column of the table.
    Column,
    /// A group row inside the table.
    Group,
    /// The title or the caption above the table.
    Title,
    /// The name of the sheet.
    Sheet,
    /// The name of the file.
    FileName,
    /// The name of the folder.
    Folder,
    /// The time of receipt.
    Received,
    /// The ledger.
    Ledger,
    /// The year of the date of signing.
    SignDate,
}

/// How unit names become unit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitNaming {
    /// Through `units.csv` and `unit_aliases.csv`.
    Reference,
    /// The text itself is the code.
    AsItComes,
}

/// The `[form]` of a pipeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Form {
    /// Link as if no return carried a ledger number.
    pub ignore_ledger_no: bool,
    /// The event of every record that names none.
    pub event: Option<String>,
    /// Where the edition stands, first hit wins.
    pub cohort_from: Vec<Place>,
    /// Name of a file with `{cohort}` where the edition stands (`{cohort}_WB_Projects`); nothing: as titles are read.
    pub cohort_pattern: Option<String>,
    /// Where the unit of a return stands, first hit wins.
    pub unit_from: Vec<Place>,
    /// Where the month of a return stands, first hit wins.
    pub period_from: Vec<Place>,
    /// How unit names become codes.
    pub unit_naming: UnitNaming,
    /// Currency of the amounts.
    pub currency: String,
    /// Unit of amounts where nothing names one: `万元`, or a number of full currency units such as `1`.
    pub amount_unit: Option<String>,
    /// An amount of zero says nothing.
    pub zero_is_missing: bool,
    /// Most non-empty cells of one workbook; one with more is refused.
    pub most_cells: u64,
    /// Header text to field.
    pub fields: BTreeMap<String, String>,
    /// Status word to stage.
    pub status_words: BTreeMap<String, String>,
}

impl Default for Form {
    fn default() -> Form {
        Form {
            ignore_ledger_no: false,
            event: None,
            cohort_from: vec![
                Place::Column,
                Place::Group,
                Place::Sheet,
                Place::Title,
                Place::FileName,
                Place::Ledger,
            ],
            cohort_pattern: None,
            unit_from: vec![Place::Title, Place::FileName, Place::Sheet, Place::Column],
            period_from: vec![Place::Title, Place::FileName, Place::Sheet, Place::Received, Place::Folder],
            unit_naming: UnitNaming::Reference,
            currency: "CNY".to_owned(),
            amount_unit: None,
            zero_is_missing: false,
            most_cells: 200_000,
            fields: BTreeMap::new(),
            status_words: BTreeMap::new(),
        }
    }
}
