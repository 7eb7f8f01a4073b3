//! Checks against the ledger (与台账核对): edition, contract value, slips of unit.

use model::datasets::findings::Finding;
use model::field::Field;
use model::finding::FindingCode;
use model::findings::{
    X401_START_BEFORE_SIGNING, X410_EDITION_AGAINST_LEDGER, X411_CONTRACT_AGAINST_LEDGER, X412_UNIT_SLIP,
};
use model::severity::Severity;

use crate::ledger_book::LedgerProject;
use crate::thresholds::Thresholds;
use crate::typed_record::TypedRecord;

/// Checks one record of a whole project against its ledger project.
pub fn check_against_ledger(
    record: &mut TypedRecord,
    ledger: &LedgerProject,
    thresholds: &Thresholds,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(edition(record, ledger));
    findings.extend(start_before_signing(record, ledger));
    findings.extend(contract(record, ledger, thresholds));
    findings.extend(capital(record, ledger, thresholds));
    findings
}

fn edition(record: &mut TypedRecord, ledger: &LedgerProject) -> Option<Finding> {
    let (said, known) = (record.cohort.clone()?, ledger.cohort.clone()?);
    (said != known).then(|| doubt(record, X410_EDITION_AGAINST_LEDGER, Field::EventYear, known))
}

/// A start before the signing that the ledger dates, where the return dates none.
fn start_before_signing(record: &mut TypedRecord, ledger: &LedgerProject) -> Option<Finding> {
    let start = record.good_date(Field::StartDate)?;
    let signed = ledger.sign_date.filter(|_| record.date(Field::SignDate).is_none())?;
    let is_before = start.last_day() < signed;
    is_before.then(|| doubt(record, X401_START_BEFORE_SIGNING, Field::StartDate, signed.to_string()))
}

fn contract(record: &mut TypedRecord, ledger: &LedgerProject, thresholds: &Thresholds) -> Option<Finding> {
    let said = record.good_amount(Field::ContractValue)?;
    let known = ledger.known_contracts();
    let first = *known.first()?;
    if known.iter().any(|value| is_slip(said, *value, thresholds.unit_slip_tolerance)) {
        return Some(doubt(record, X412_UNIT_SLIP, Field::ContractValue, yi(first)));
    }
    let agrees = known.iter().any(|value| is_same_contract(record, said, *value, thresholds));
    (!agrees).then(|| doubt(record, X411_CONTRACT_AGAINST_LEDGER, Field::ContractValue, yi(first)))
}

/// Whether a stated contract value is a known one: within a share of it, or, where it is approximate, within the
/// rounding of its last printed digit.
pub fn is_same_contract(record: &TypedRecord, said: i64, known: i64, thresholds: &Thresholds) -> bool {
    let field = Field::ContractValue;
    let digit = record.last_digits.get(&field).copied().unwrap_or(0);
    let rounding = if record.is_loose(field) { digit / 2 } else { 0 };
    let apart = (i128::from(said) - i128::from(known)).abs();
    apart as f64 <= known.abs() as f64 * thresholds.contract_against_ledger || apart <= i128::from(rounding)
}

/// Capital far above every contract value that the ledger knows, where the return has no good one of its own.
fn capital(record: &mut TypedRecord, ledger: &LedgerProject, thresholds: &Thresholds) -> Option<Finding> {
    if record.good_amount(Field::ContractValue).is_some() {
        return None;
    }
    let largest = ledger.known_contracts().into_iter().max()?;
    let said = record.good_amount(Field::ArrivedTotal)?;
    is_far_above(said, largest, thresholds)
        .then(|| doubt(record, X412_UNIT_SLIP, Field::ArrivedTotal, yi(largest)))
}

fn is_far_above(said: i64, contract: i64, thresholds: &Thresholds) -> bool {
    said as f64 > contract as f64 * thresholds.capital_far_above_contract
}

/// Whether two amounts differ by a factor of ten thousand, within a tolerance.
pub fn is_slip(said: i64, known: i64, tolerance: f64) -> bool {
    if said <= 0 || known <= 0 {
        return false;
    }
    let ratio = (said as f64 / known as f64).max(known as f64 / said as f64);
    (ratio / 10_000.0 - 1.0).abs() <= tolerance
}

/// An amount as 亿元, for messages.
pub fn yi(yuan: i64) -> String {
    let sign = if yuan < 0 { "-" } else { "" };
    let absolute = yuan.unsigned_abs();
    let fraction = format!("{:08}", absolute % 100_000_000);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}亿元", absolute / 100_000_000)
}

fn doubt(record: &mut TypedRecord, code: FindingCode, field: Field, expected: String) -> Finding {
    if code.severity == Severity::Error {
        record.withheld.insert(field);
    }
    code.draft(&record.record.return_id)
        .sheet(&record.record.sheet)
        .address(record.place(field))
        .field(field)
        .record(&record.record.record_id)
        .raw(record.raw(field))
        .expected(expected)
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typed_record::SpannedDate;

    #[test]
    fn a_start_before_the_signing_of_the_ledger_is_found() {
        let codes = |start: &str, signed: Option<&str>| {
            let mut record = TypedRecord::default();
            record.dates.insert(Field::StartDate, SpannedDate::on(start.parse().unwrap()));
            record.dates.extend(signed.map(|day| (Field::SignDate, SpannedDate::on(day.parse().unwrap()))));
            let ledger = LedgerProject { sign_date: "2020-09-15".parse().ok(), ..LedgerProject::default() };
            let found = check_against_ledger(&mut record, &ledger, &Thresholds::default());
            found.into_iter().map(|finding| finding.code).collect::<Vec<_>>()
        };
        assert_eq!(codes("2019-12-08", None), ["X401"]);
        assert!(codes("2020-09-15", None).is_empty());
        assert!(
            codes("2019-12-08", Some("2019-11-01")).is_empty(),
            "the return's own date is checked beside it"
        );
    }

    #[test]
    fn ten_thousandfold_is_a_slip() {
        assert!(is_slip(6_200_000_000, 620_000, 0.05));
        assert!(is_slip(620_000, 6_200_000_000, 0.05));
        assert!(!is_slip(6_200_000_000, 62_000_000, 0.05));
        assert!(!is_slip(0, 5, 0.05));
    }

    #[test]
    fn capital_far_above_the_ledger_is_told_from_a_little_above() {
        let thresholds = Thresholds::default();
        assert!(is_far_above(33_000_000_000_000, 6_200_000_000, &thresholds));
        assert!(!is_far_above(6_300_000_000, 6_200_000_000, &thresholds));
    }

    #[test]
    fn amounts_are_shown_in_yi() {
        assert_eq!(yi(6_200_000_000), "62亿元");
        assert_eq!(yi(176_000_000), "1.76亿元");
        assert_eq!(yi(-5_000), "-0.00005亿元");
    }
}
