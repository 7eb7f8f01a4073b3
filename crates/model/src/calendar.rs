//! The reporting calendar (报送日历): who is expected to report, and until when.

use serde::{Deserialize, Serialize};

/// Who is expected to report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ExpectedUnits {
    /// `all` (every valid unit of `units.csv`) or `from_ledger` (every unit that has a tracked project).
    Rule(ExpectedRule),
    /// These unit codes.
    List(Vec<String>),
}

/// A rule that says who is expected to report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExpectedRule {
    /// Every valid unit.
    All,
    /// Every unit that has a tracked project.
    FromLedger,
}

/// The `[calendar]` of a pipeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Calendar {
    /// Who is expected to report.
    pub units: ExpectedUnits,
    /// Day of the following month until which a return is in time.
    pub due_day: u32,
    /// How many of the newest months are computed again as they were known when their returns were due.
    pub vintages: u32,
}

impl Default for Calendar {
    fn default() -> Calendar {
        Calendar { units: ExpectedUnits::Rule(ExpectedRule::All), due_day: 10, vintages: 0 }
    }
}
