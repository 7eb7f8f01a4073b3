//! Projects that a unit reported last month and leaves out now (漏报).

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::findings::T505_PROJECT_VANISHED;
use model::month::Month;

use crate::judged_record::JudgedRecord;
use crate::ledger_book::LedgerBook;

/// A finding for every tracked project that the return of a unit leaves out although its return of the month before
/// had it: unless another unit reports it now, its parts are reported instead, or it has left the tracked set.
pub fn check_vanished(judged: &[JudgedRecord], returns: &[ReturnRow], book: &LedgerBook) -> Vec<Finding> {
    let mut reported: BTreeMap<i32, BTreeSet<&str>> = BTreeMap::new();
    let mut of_unit: BTreeMap<(&str, i32), BTreeMap<&str, &JudgedRecord>> = BTreeMap::new();
    for judged in judged.iter().filter(|judged| judged.in_force) {
        let (Some(month), Some(unit)) = (judged.record.period, judged.record.unit_code.as_deref()) else {
            continue;
        };
        let counted = judged.linked.counted_project_id.as_str();
        reported.entry(month.index()).or_default().insert(counted);
        if judged.counts() {
            of_unit.entry((unit, month.index())).or_default().insert(counted, judged);
        }
    }
    let mut findings = Vec::new();
    for row in returns.iter().filter(|row| row.status == "accepted") {
        let (Some(unit), Some(period)) = (row.unit_code.as_deref(), row.period) else { continue };
        let month = Month::of(period);
        let Some(before) = of_unit.get(&(unit, month.index() - 1)) else { continue };
        let now = reported.get(&month.index());
        let gone = before.iter().filter(|(project, _)| now.is_none_or(|now| !now.contains(*project)));
        let expected = gone.filter(|(project, _)| {
            book.projects
                .get(**project)
                .is_some_and(|ledger| ledger.is_tracked_in(month) && ledger.unit_in(month) == Some(unit))
        });
        findings.extend(expected.map(|(project, judged)| vanished(row, project, judged)));
    }
    findings
}

fn vanished(row: &ReturnRow, project: &str, judged: &JudgedRecord) -> Finding {
    use model::field::Field;
    let record = &judged.record;
    let mut finding = T505_PROJECT_VANISHED
        .draft(&row.return_id)
        .project(project)
        .raw(record.text(Field::ProjectName).unwrap_or(project))
        .related(&record.file, &record.record.sheet, record.place(Field::ProjectName))
        .finish();
    finding.file = Some(row.file.clone());
    finding
}
