//! Every check in its order (全部校核): each record by itself, against the ledger, along the history of its project, then
//! what is only unusual, and the links.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::returns::ReturnRow;
use model::severity::Severity;

use crate::checks::column_slips::root_column_slips;
use crate::checks::cross_field::check_record;
use crate::checks::heaping::heaping;
use crate::checks::identical_returns::identical_returns;
use crate::checks::ledger::check_against_ledger;
use crate::checks::links::check_links;
use crate::checks::signed_twice::signed_twice;
use crate::checks::time::check_history;
use crate::checks::unusual::check_unusual;
use crate::checks::vanished::check_vanished;
use crate::dispositions::Disposition;
use crate::judged_record::JudgedRecord;
use crate::ledger_book::LedgerBook;
use crate::thresholds::Thresholds;
use crate::typed_record::TypedRecord;

/// What records are checked against.
pub struct Grounds<'a> {
    /// The received files.
    pub returns: &'a [ReturnRow],
    /// The ledger by number.
    pub book: &'a LedgerBook,
    /// The lines of the ledger.
    pub entries: &'a [LedgerEntry],
    /// Where checks begin to speak.
    pub thresholds: &'a Thresholds,
    /// As if no return carried a ledger number.
    pub ignore_ledger_no: bool,
}

/// All checks. A return that a later one replaced is checked too: whoever sent it wants to know.
pub fn check_all(judged: &mut [JudgedRecord], grounds: &Grounds<'_>, findings: &mut Vec<Finding>) {
    check_records(judged, grounds, findings);
    let Grounds { returns, book, thresholds, .. } = grounds;
    findings.extend(check_vanished(judged, returns, book));
    findings.extend(check_unusual(judged, book, thresholds));
    findings.extend(identical_returns(judged, returns, thresholds));
    findings.extend(heaping(judged, thresholds));
    findings.extend(signed_twice(book, grounds.entries, thresholds));
    findings.extend(check_links(judged, book, grounds.ignore_ledger_no));
    root_column_slips(judged, findings, thresholds);
}

fn check_records(judged: &mut [JudgedRecord], grounds: &Grounds<'_>, findings: &mut Vec<Finding>) {
    let Grounds { book, thresholds, .. } = grounds;
    let mut histories: BTreeMap<&str, Vec<&mut TypedRecord>> = BTreeMap::new();
    for JudgedRecord { record, linked, disposition, .. } in judged {
        findings.extend(check_record(record, thresholds));
        let is_whole = linked.counted_project_id == linked.link.project_id;
        let ledger = linked.ledger_no.as_ref().and_then(|number| book.projects.get(number));
        if let Some(ledger) = ledger.filter(|_| is_whole) {
            findings.extend(check_against_ledger(record, ledger, thresholds));
        }
        if !matches!(disposition, Disposition::Rejected(_)) {
            histories.entry(&linked.link.project_id).or_default().push(record);
        }
    }
    for (project, history) in &mut histories {
        history.sort_by_key(|record| (record.period, record.record.record_id.clone()));
        findings.extend(check_history(history, book.projects.get(*project), thresholds));
    }
}

/// Believes again what a person accepted: a value is withheld as long as an error stands at it that nobody accepted.
pub fn believe_accepted(judged: &mut [JudgedRecord], findings: &[Finding]) {
    let of = |accepted: bool| {
        let is_meant = move |finding: &&Finding| {
            finding.severity == Severity::Error.as_str() && (finding.state == "accepted") == accepted
        };
        let place = |finding: &Finding| Some((finding.record_id.clone()?, finding.field.clone()?));
        findings.iter().filter(is_meant).filter_map(place).collect::<std::collections::BTreeSet<_>>()
    };
    let (accepted, open) = (of(true), of(false));
    if accepted.is_empty() {
        return;
    }
    for JudgedRecord { record, .. } in judged {
        let id = record.record.record_id.clone();
        record.withheld.retain(|field| {
            let place = (id.clone(), field.name().to_owned());
            !accepted.contains(&place) || open.contains(&place)
        });
    }
}
