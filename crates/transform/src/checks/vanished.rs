//! Projects that a unit reported last month and leaves out now (漏报).

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::findings::T505_PROJECT_VANISHED;
use model::month::Month;

use crate::judged_record::JudgedRecord;
use crate::ledger_book::LedgerBook;

/// A finding for every tracked project that the return of a unit leaves out although its return of the month before
/// had it: unless another unit reports it now, its parts are reported instead, it has left the tracked set, or all that
/// was reported of it was said to have ended, for an ended project is not asked for again.
pub fn check_vanished(judged: &[JudgedRecord], returns: &[ReturnRow], book: &LedgerBook) -> Vec<Finding> {
    let mut reported: BTreeMap<i32, BTreeSet<&str>> = BTreeMap::new();
    let mut of_unit: BTreeMap<(&str, i32), BTreeMap<&str, &JudgedRecord>> = BTreeMap::new();
    let endings = endings(judged);
    for judged in judged.iter().filter(|judged| judged.in_force) {
        let (Some(month), Some(unit)) = (judged.record.period, judged.record.unit_code.as_deref()) else {
            continue;
        };
        let counted = judged.linked.counted_project_id.as_str();
        reported.entry(month.index()).or_default().insert(counted);
        if judged.counts() && !has_ended(&endings, judged) {
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

/// What records say of an ending, by project or part and month.
type Endings<'a> = BTreeMap<&'a str, BTreeMap<Month, bool>>;

fn endings(judged: &[JudgedRecord]) -> Endings<'_> {
    let mut endings = Endings::new();
    for JudgedRecord { record, linked, .. } in judged.iter().filter(|judged| judged.counts()) {
        if let Some((month, ended)) = record.period.zip(record.good_progress().terminated) {
            endings.entry(&linked.link.project_id).or_default().insert(month, ended);
        }
    }
    endings
}

/// Whether the latest record up to this one that speaks of an ending says that there was one.
fn has_ended(endings: &Endings<'_>, judged: &JudgedRecord) -> bool {
    let told = endings.get(judged.linked.link.project_id.as_str());
    let until = judged.record.period.and_then(|month| told?.range(..=month).next_back());
    until.is_some_and(|(_, ended)| *ended)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger_book::LedgerProject;
    use crate::linking::linked::Linked;
    use crate::typed_record::{Progress, TypedRecord};

    /// A record of the project `A` or of a part: month of 2023, whether it says that the project was ended.
    fn record((project, month, terminated): (&str, i32, Option<bool>)) -> JudgedRecord {
        let progress = Progress { terminated, ..Progress::default() };
        let period = Some(Month::from_index(2023 * 12 + month - 1));
        let record =
            TypedRecord { period, progress, unit_code: Some("U1".to_owned()), ..TypedRecord::default() };
        let linked = Linked::to_ledger(&record, project, "A", "ledger_no", 1.0);
        JudgedRecord { record, linked, in_force: true, ..JudgedRecord::default() }
    }

    /// The months up to July whose return is told that it leaves `A` out.
    fn check(rows: &[(&str, i32, Option<bool>)], expected: &[i32]) {
        let judged: Vec<JudgedRecord> = rows.iter().map(|row| record(*row)).collect();
        let ledger = LedgerProject {
            ledger_no: "A".to_owned(),
            tracked: true,
            unit_code: Some("U1".to_owned()),
            ..LedgerProject::default()
        };
        let book = LedgerBook { projects: [("A".to_owned(), ledger)].into() };
        let returned = |month: i32| ReturnRow {
            return_id: month.to_string(),
            status: "accepted".to_owned(),
            unit_code: Some("U1".to_owned()),
            period: Some(Month::from_index(2023 * 12 + month - 1).last_day()),
            ..ReturnRow::default()
        };
        let returns: Vec<ReturnRow> = (1..=7).map(returned).collect();
        let findings = check_vanished(&judged, &returns, &book);
        let months: Vec<i32> =
            findings.iter().map(|finding| finding.return_id.as_deref().unwrap().parse().unwrap()).collect();
        assert_eq!(months, expected, "{rows:?}");
    }

    #[test]
    fn a_project_that_was_left_out_is_told_of_once() {
        check(&[("A", 1, None), ("A", 2, Some(false))], &[3]);
        check(&[("A", 1, Some(false)), ("A", 4, Some(false)), ("A-1", 5, Some(false))], &[2, 6]);
    }

    #[test]
    fn a_project_that_was_ended_may_be_left_out() {
        check(&[("A", 1, Some(false)), ("A", 2, Some(true))], &[]);
        check(&[("A", 1, Some(true)), ("A", 2, None)], &[]);
        check(&[("A", 1, Some(true)), ("A", 2, Some(false))], &[3]);
        check(&[("A-1", 2, Some(true)), ("A-2", 2, Some(false))], &[3]);
        check(&[("A-1", 2, Some(false)), ("A-2", 2, Some(true))], &[3]);
        check(&[("A-1", 2, Some(true)), ("A-2", 2, Some(true))], &[]);
    }
}
