//! Which records count (取舍): accepted, excluded by a stated rule, or rejected with a finding.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::field::Field;
use model::findings::{L604_NOT_IN_LEDGER, L605_TWO_UNITS, X409_ROW_TWICE};
use model::month::Month;
use model::policy::Scope;
use model::severity::Severity;

use crate::ledger_book::{LedgerBook, LedgerProject};
use crate::linking::linked::Linked;
use crate::typed_record::TypedRecord;

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Disposition {
    /// It counts.
    #[default]
    Accepted,
    /// It is outside the scope, by this rule.
    Excluded(&'static str),
    /// It cannot be used, for this reason.
    Rejected(&'static str),
}

impl Disposition {
    /// The word in the dataset.
    pub const fn word(&self) -> &'static str {
        match self {
            Disposition::Accepted => "accepted",
            Disposition::Excluded(_) => "excluded",
            Disposition::Rejected(_) => "rejected",
        }
    }

    /// Why.
    pub const fn reason(&self) -> Option<&'static str> {
        match self {
            Disposition::Accepted => None,
            Disposition::Excluded(rule) | Disposition::Rejected(rule) => Some(rule),
        }
    }
}

/// Decides about every record, in the order of `records`.
pub fn decide(
    records: &[TypedRecord],
    linked: &[Linked],
    returns: &[ReturnRow],
    book: &LedgerBook,
    scope: &Scope,
    findings: &mut Vec<Finding>,
) -> Vec<Disposition> {
    let mut dispositions: Vec<Disposition> = records
        .iter()
        .zip(linked)
        .map(|(record, linked)| {
            let ledger = linked.ledger_no.as_ref().and_then(|number| book.projects.get(number));
            by_itself(record, ledger, book, scope, findings)
        })
        .collect();
    reject_rows_twice(records, linked, &mut dispositions, findings);
    exclude_second_units(records, linked, returns, book, &mut dispositions, findings);
    dispositions
}

fn by_itself(
    record: &TypedRecord,
    ledger: Option<&LedgerProject>,
    book: &LedgerBook,
    scope: &Scope,
    findings: &mut Vec<Finding>,
) -> Disposition {
    if record.text(Field::ProjectName).is_none() && record.text(Field::ProjectCodeLocal).is_none() {
        return Disposition::Rejected("no_name");
    }
    let event = ledger.and_then(|project| project.event.as_ref()).or(record.event.as_ref());
    if !scope.events.is_empty() && event.is_some_and(|event| !scope.events.contains(event)) {
        return Disposition::Excluded("other_event");
    }
    let cohort = ledger.and_then(|project| project.cohort.as_ref()).or(record.cohort.as_ref());
    if !scope.cohorts.is_empty() && cohort.is_some_and(|cohort| !scope.cohorts.contains(cohort)) {
        return Disposition::Excluded("other_edition");
    }
    match ledger {
        Some(project) if scope.tracked_only => of_tracked_set(project, record.period),
        None if scope.tracked_only && !book.is_empty() => {
            findings.push(not_in_ledger(record));
            if record.event_is_own { Disposition::Accepted } else { Disposition::Excluded("not_in_ledger") }
        }
        _ => Disposition::Accepted,
    }
}

fn of_tracked_set(project: &LedgerProject, period: Option<Month>) -> Disposition {
    match period {
        Some(month) if project.is_tracked_in(month) => Disposition::Accepted,
        None if project.tracked => Disposition::Accepted,
        _ if project.was_ever_tracked() => Disposition::Excluded("removed"),
        _ => Disposition::Excluded("not_tracked"),
    }
}

fn not_in_ledger(record: &TypedRecord) -> Finding {
    L604_NOT_IN_LEDGER
        .draft(&record.record.return_id)
        .sheet(&record.record.sheet)
        .address(record.place(Field::ProjectName))
        .field(Field::ProjectName)
        .record(&record.record.record_id)
        .raw(record.text(Field::ProjectName).unwrap_or_default())
        .severity(if record.event_is_own { Severity::Warning } else { Severity::Info })
        .finish()
}

/// A project twice in one return counts once: the first row stays.
fn reject_rows_twice(
    records: &[TypedRecord],
    linked: &[Linked],
    dispositions: &mut [Disposition],
    findings: &mut Vec<Finding>,
) {
    let mut first: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for index in 0..records.len() {
        if dispositions[index] != Disposition::Accepted {
            continue;
        }
        let key = (records[index].return_index, linked[index].link.project_id.as_str());
        let Some(earlier) = first.get(&key) else {
            first.insert(key, index);
            continue;
        };
        dispositions[index] = Disposition::Rejected("row_twice");
        findings.push(row_twice(&records[index], &records[*earlier]));
    }
}

fn row_twice(record: &TypedRecord, earlier: &TypedRecord) -> Finding {
    let place = format!("{}!{}", earlier.record.sheet, earlier.record.area());
    X409_ROW_TWICE
        .draft(&record.record.return_id)
        .sheet(&record.record.sheet)
        .address(&record.record.area().to_string())
        .record(&record.record.record_id)
        .raw(record.text(Field::ProjectName).unwrap_or_default())
        .detail(place)
        .finish()
}

/// A project that two units report for one month counts once: under the unit of the ledger, else under the first.
fn exclude_second_units(
    records: &[TypedRecord],
    linked: &[Linked],
    returns: &[ReturnRow],
    book: &LedgerBook,
    dispositions: &mut [Disposition],
    findings: &mut Vec<Finding>,
) {
    let mut groups: BTreeMap<(&str, Option<Month>), Vec<usize>> = BTreeMap::new();
    for index in 0..records.len() {
        if dispositions[index] == Disposition::Accepted {
            groups.entry((&linked[index].link.project_id, records[index].period)).or_default().push(index);
        }
    }
    for ((_, period), group) in groups.into_iter().filter(|((_, month), _)| month.is_some()) {
        let ledger = linked[group[0]].ledger_no.as_ref().and_then(|number| book.projects.get(number));
        let ledger_unit = ledger.zip(period).and_then(|(project, month)| project.unit_in(month));
        let units: Vec<&Option<String>> = group.iter().map(|index| &records[*index].unit_code).collect();
        let several = units.iter().any(|unit| *unit != units[0]);
        if !several {
            continue;
        }
        let in_force = |index: &&usize| returns[records[**index].return_index].status == "accepted";
        let led = group.iter().find(|index| records[**index].unit_code.as_deref() == ledger_unit);
        let keeper = led.or_else(|| group.iter().find(in_force)).unwrap_or(&group[0]);
        let kept_unit = records[*keeper].unit_code.clone();
        for index in group.iter().filter(|index| records[**index].unit_code != kept_unit) {
            dispositions[*index] = Disposition::Excluded("reported_by_another_unit");
            findings.push(two_units(&records[*index], kept_unit.as_deref().unwrap_or_default()));
        }
    }
}

fn two_units(record: &TypedRecord, kept_unit: &str) -> Finding {
    L605_TWO_UNITS
        .draft(&record.record.return_id)
        .sheet(&record.record.sheet)
        .address(record.place(Field::ProjectName))
        .record(&record.record.record_id)
        .raw(record.text(Field::ProjectName).unwrap_or_default())
        .detail(kept_unit)
        .finish()
}
