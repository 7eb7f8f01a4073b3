//! What goes out: the rows of every dataset that `transform` fills, and the balance.

use std::collections::BTreeMap;

use model::datasets::columns::ColumnRow;
use model::datasets::doubts::Doubt;
use model::datasets::findings::Finding;
use model::datasets::ledger_changes::LedgerChange;
use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::links::Link;
use model::datasets::milestones::Milestone;
use model::datasets::observations::Observation;
use model::datasets::project_months::ProjectMonth;
use model::datasets::projects::Project;
use model::datasets::reconciliation::Reconciliation;
use model::datasets::records::Record;
use model::datasets::relations::Relation;
use model::datasets::returns::ReturnRow;
use model::datasets::values::ValueRow;

use crate::review::Review;

/// Every dataset of the stage, sorted by key.
#[derive(Debug, Clone, Default)]
pub struct Transformed {
    /// Every received file.
    pub returns: Vec<ReturnRow>,
    /// Every header leaf.
    pub columns: Vec<ColumnRow>,
    /// Every project row, with what became of it.
    pub records: Vec<Record>,
    /// Every line of the ledger.
    pub ledger_entries: Vec<LedgerEntry>,
    /// Every value with its place.
    pub values: Vec<ValueRow>,
    /// Every accepted record, typed.
    pub observations: Vec<Observation>,
    /// Why a record belongs to a project.
    pub links: Vec<Link>,
    /// Every project.
    pub projects: Vec<Project>,
    /// When each milestone happened.
    pub milestones: Vec<Milestone>,
    /// How projects hang together.
    pub relations: Vec<Relation>,
    /// What ledgers that follow each other say differently.
    pub ledger_changes: Vec<LedgerChange>,
    /// The panel.
    pub project_months: Vec<ProjectMonth>,
    /// By how much the panel would move if a doubt fell the other way.
    pub doubts: Vec<Doubt>,
    /// Every total and count against its rows.
    pub reconciliation: Vec<Reconciliation>,
    /// Everything wrong or doubtful.
    pub findings: Vec<Finding>,
    /// What waits for a decision.
    pub review: Review,
    /// Nothing is lost.
    pub balance: Balance,
}

/// The conservation balance (平衡): everything seen is accounted for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Balance {
    /// Received files by status.
    pub files: BTreeMap<String, u64>,
    /// Cells by role, over all returns that were read.
    pub cells: BTreeMap<String, u64>,
    /// Records seen.
    pub records_seen: u64,
    /// Records accepted.
    pub records_accepted: u64,
    /// Records excluded, by rule.
    pub records_excluded: BTreeMap<String, u64>,
    /// Records rejected, by reason.
    pub records_rejected: BTreeMap<String, u64>,
}

impl Balance {
    /// Whether seen = accepted + excluded + rejected.
    pub fn closes(&self) -> bool {
        let excluded: u64 = self.records_excluded.values().sum();
        let rejected: u64 = self.records_rejected.values().sum();
        self.records_seen == self.records_accepted + excluded + rejected
    }
}
