//! What says what a project counts for (凭据): which record, ledger line or month carried forward, and its cells.

use serde::Serialize;

use crate::trace::values::{TracedCell, TracedValue};

/// What an evidence says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// It is on the list, tracked or not.
    Listed,
    /// It has started.
    Started,
    /// How far it is.
    Stage,
    /// It is in production.
    Production,
    /// It is terminated.
    Terminated,
    /// Contract value.
    Contract,
    /// Capital arrived since signing.
    Capital,
    /// The same in the month before.
    CapitalBefore,
    /// When it was signed.
    Signed,
    /// The last return that speaks of it.
    LastReported,
}

impl Claim {
    /// The claim in Chinese and in English.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Claim::Listed => ("列入台账", "listed"),
            Claim::Started => ("开工", "started"),
            Claim::Stage => ("进展", "stage"),
            Claim::Production => ("投产", "production"),
            Claim::Terminated => ("终止", "terminated"),
            Claim::Contract => ("合同额", "contract value"),
            Claim::Capital => ("累计到位", "capital arrived"),
            Claim::CapitalBefore => ("上月累计到位", "capital the month before"),
            Claim::Signed => ("签约", "signed"),
            Claim::LastReported => ("最近报送", "last reported"),
        }
    }
}

/// One thing that is said of a project, where, and when.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence {
    /// What it says.
    pub claim: Claim,
    /// The project, or the part of it that it speaks of.
    pub project_id: String,
    /// The month of the return, `2023-05`; nothing for the ledger.
    pub month: Option<String>,
    /// Where the return names that month: title, caption, name of the file.
    pub month_from: Vec<TracedCell>,
    /// Months between the return and the month of the figure, where the value was carried forward.
    pub carried_months: i32,
    /// The record; nothing for the ledger.
    pub record_id: Option<String>,
    /// Path of the return, or of the ledger.
    pub file: String,
    /// The amount that it gives.
    pub amount_yuan: Option<i64>,
    /// The values behind it, with their cells.
    pub values: Vec<TracedValue>,
}
