//! What a person decided and the program must not ask again (人工决定), row by row as it stands in `data/decisions`.

use serde::{Deserialize, Serialize};

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

/// Which project the rows of a name belong to: a line of `links.csv`. It holds for every return, past and to come.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct LinkDecision {
    /// The unit whose returns it is about; empty: of every unit.
    #[serde(default)]
    pub unit_code: String,
    /// The name of the project as returns spell it.
    pub project_name: String,
    /// The investor as returns spell it; empty: whoever invests.
    #[serde(default)]
    pub investor: String,
    /// The project; `new` for one of its own.
    pub project_id: String,
    /// Who decided it.
    #[serde(default)]
    pub author: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A finding that is accepted: a line of `findings.csv`. It speaks of every finding that has all that it names.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FindingDecision {
    /// One finding; empty: every one that the other columns name.
    #[serde(default)]
    pub finding_id: String,
    /// The code.
    #[serde(default)]
    pub code: String,
    /// The unit.
    #[serde(default)]
    pub unit_code: String,
    /// The project.
    #[serde(default)]
    pub project_id: String,
    /// The field.
    #[serde(default)]
    pub field: String,
    /// The text that stands in the cell.
    #[serde(default)]
    pub raw: String,
    /// Who accepted it.
    #[serde(default)]
    pub author: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// An id that has been published: a line of `ids.csv`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct IdDecision {
    /// What the id was made from: the identity that luodi gives to the content.
    pub identity: String,
    /// The id.
    pub project_id: String,
}

/// Everything that was decided about projects and findings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// `links.csv`
    pub links: Vec<LinkDecision>,
    /// `findings.csv`
    pub findings: Vec<FindingDecision>,
    /// `ids.csv`
    pub ids: Vec<IdDecision>,
}
