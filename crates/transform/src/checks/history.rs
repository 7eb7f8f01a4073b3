//! The records of one project along its months (项目历程), as the checks walk through them.

use std::collections::BTreeMap;

use model::field::Field;
use model::month::Month;

use crate::judged_record::JudgedRecord;
use crate::ledger_book::{LedgerBook, LedgerProject};
use crate::typed_record::TypedRecord;

/// The records of one project that count, in order of months.
#[derive(Debug, Clone)]
pub struct History<'a> {
    /// The project.
    pub project_id: &'a str,
    /// What the ledger knows of it.
    pub ledger: Option<&'a LedgerProject>,
    /// Its records, one a month.
    pub records: Vec<&'a TypedRecord>,
}

impl History<'_> {
    /// The month of signing: the ledger's, else what the latest record states.
    pub fn signed(&self) -> Option<Month> {
        let stated = || self.records.iter().rev().find_map(|record| record.good_date(Field::SignDate));
        let signed = self.ledger.and_then(|ledger| ledger.sign_date);
        signed.or_else(|| stated().map(|stated| stated.date)).map(Month::of)
    }

    /// The contract value: what the latest record states, else the ledger's.
    pub fn contract(&self) -> Option<i64> {
        let stated = self.records.iter().rev().find_map(|record| record.good_amount(Field::ContractValue));
        stated.or(self.ledger.and_then(|ledger| ledger.contract_yuan)).filter(|value| *value > 0)
    }
}

/// The histories of all projects whose records count, by id.
pub fn histories<'a>(judged: &'a [JudgedRecord], book: &'a LedgerBook) -> Vec<History<'a>> {
    let mut by_project: BTreeMap<&str, Vec<&TypedRecord>> = BTreeMap::new();
    for judged in judged.iter().filter(|judged| judged.counts() && judged.record.period.is_some()) {
        by_project.entry(&judged.linked.link.project_id).or_default().push(&judged.record);
    }
    let history = |(project_id, mut records): (&'a str, Vec<&'a TypedRecord>)| {
        records.sort_by(|a, b| (a.period, &a.record.record_id).cmp(&(b.period, &b.record.record_id)));
        records.dedup_by(|later, kept| later.period == kept.period);
        History { project_id, ledger: book.projects.get(project_id), records }
    };
    by_project.into_iter().map(history).collect()
}
