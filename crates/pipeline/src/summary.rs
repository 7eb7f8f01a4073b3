//! What a run says (运行小结): headline, tables, balance, findings, gates. Kept in the manifest, so that a run that
//! changes nothing can say it again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a run says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The figures of the headline; nothing when no month has any.
    pub figures: Option<Figures>,
    /// In Chinese.
    pub zh: Words,
    /// In English.
    pub en: Words,
    /// Nothing is lost.
    pub balance: BalanceSheet,
    /// Findings by code, gravest first, then most frequent.
    pub findings: Vec<FindingCount>,
    /// What had to hold.
    pub gates: Vec<Gate>,
}

/// The figures of the headline.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Month end, `YYYY-MM-DD`.
    pub as_of: String,
    /// Event.
    pub event: String,
    /// Projects.
    pub n_projects: i64,
    /// Contract value.
    pub contract_yuan: i64,
    /// Started or in production.
    pub n_started: i64,
    /// Share that has started; nothing without a project.
    pub start_rate: Option<f64>,
    /// Capital arrived since signing.
    pub capital_yuan: i64,
}

/// Headline and tables in one language.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// The sentence; nothing when no month has figures.
    pub headline: Option<String>,
    /// Between which bounds it lies; nothing when nothing is in doubt.
    #[serde(default)]
    pub doubts: Option<String>,
    /// The editions at equal age; nothing where they share none.
    #[serde(default)]
    pub equal_age: Option<String>,
    /// By edition, by unit, by month.
    pub tables: Vec<Table>,
}

/// A table whose figures are printed already.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What it is, for programs: `editions`, `units`, `months`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows, one text for each column.
    pub rows: Vec<Vec<String>>,
    /// Remarks under it.
    pub notes: Vec<String>,
}

/// One column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableColumn {
    /// Its header.
    pub header: String,
    /// Figures stand to the right.
    pub is_figure: bool,
    /// Shown where there is little room.
    #[serde(default)]
    pub is_brief: bool,
}

/// Everything seen is accounted for (平衡).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BalanceSheet {
    /// Received files by status.
    pub files: BTreeMap<String, u64>,
    /// Cells by role.
    pub cells: BTreeMap<String, u64>,
    /// Records seen.
    pub records_seen: u64,
    /// Records accepted.
    pub records_accepted: u64,
    /// Records excluded, by rule.
    pub records_excluded: BTreeMap<String, u64>,
    /// Records rejected, by reason.
    pub records_rejected: BTreeMap<String, u64>,
    /// Whether seen = accepted + excluded + rejected.
    pub closes: bool,
}

/// How often one code was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingCount {
    /// error, warning or info.
    pub severity: String,
    /// The code.
    pub code: String,
    /// How often.
    pub n: u64,
    /// What it says, in Chinese.
    pub zh: String,
    /// What it says, in English.
    pub en: String,
}

/// Something that had to hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Gate {
    /// The key in the pipeline file, `min_coverage`.
    pub name: String,
    /// What was measured; nothing when there was nothing to measure.
    pub measured: Option<f64>,
    /// The limit of the pipeline.
    pub limit: f64,
    /// It held.
    pub passed: bool,
    /// Nothing is published when it does not hold.
    pub blocks: bool,
}

impl Summary {
    /// Whether every gate that blocks held.
    pub fn may_be_published(&self) -> bool {
        self.gates.iter().all(|gate| gate.passed || !gate.blocks)
    }

    /// The exit code of DESIGN §5: 3 when a gate blocks, 1 when another does not hold, else 0.
    pub fn exit_code(&self) -> u8 {
        match (self.may_be_published(), self.gates.iter().all(|gate| gate.passed)) {
            (false, _) => 3,
            (true, false) => 1,
            (true, true) => 0,
        }
    }
}

impl BalanceSheet {
    /// Share of the records seen that was rejected; nothing when none was seen.
    pub fn rejected_share(&self) -> Option<f64> {
        let n_rejected: u64 = self.records_rejected.values().sum();
        (self.records_seen > 0).then(|| n_rejected as f64 / self.records_seen as f64)
    }
}
