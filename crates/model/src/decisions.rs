//! What a person decided and the program must not ask again (人工决定), row by row as it stands in `data/decisions`.

use serde::Deserialize;

/// What a heading, or a whole sheet, means in the returns of a unit: a line of `headers.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct HeaderDecision {
    /// The unit whose returns it is about; empty: of every unit.
    pub unit_code: String,
    /// The sheet that it is about; empty: every sheet.
    #[serde(default)]
    pub sheet: String,
    /// The heading, as `columns.header` has it, or its last part; empty: the sheet as a whole.
    pub header: String,
    /// The canonical field; `-` for none; of a sheet `count` or `skip`.
    pub field: String,
    /// The unit of its numbers; empty: as the return says.
    #[serde(default)]
    pub unit: String,
    /// Who decided it.
    #[serde(default)]
    pub author: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}
