//! An amount without a unit, beside the same project's other figures (单位推断): where they fit in one unit and in no
//! other, that unit is taken, and a finding says so.

use std::collections::BTreeMap;

use model::amount_unit::AmountUnit;
use model::datasets::findings::Finding;
use model::field::Field;
use model::findings::{H204_UNIT_MISSING, H205_UNIT_INFERRED};
use model::month::Month;
use model::reading::Content;

use crate::cell_rules::amounts::read_amount;
use crate::cell_rules::rates::Rates;
use crate::checks::beside::at;
use crate::judged_record::JudgedRecord;
use crate::ledger_book::LedgerBook;
use crate::typed_record::TypedRecord;

/// The units that returns leave out.
const UNITS: [(AmountUnit, &str); 2] = [(AmountUnit::YI, "亿元"), (AmountUnit::WAN, "万元")];

/// The rule of a value whose unit nothing names.
const UNIT_MISSING: &str = "unit_missing";

/// What the other returns of a project, and the ledger, say of one field.
#[derive(Default)]
struct Known {
    by_month: BTreeMap<Month, i64>,
    ledger: Vec<i64>,
}

/// Reads the amounts without a unit again where the evidence leaves one unit only; the finding that the unit is missing
/// becomes the warning that it was taken from the other figures.
pub fn infer_units(
    judged: &mut [JudgedRecord],
    book: &LedgerBook,
    rates: &Rates,
    findings: &mut Vec<Finding>,
) {
    for field in [Field::ContractValue, Field::ArrivedTotal] {
        let lacking: Vec<usize> =
            (0..judged.len()).filter(|place| lacks_unit(&judged[*place].record, field)).collect();
        for place in lacking {
            let known = known_of(judged, place, book, field);
            let record = &mut judged[place].record;
            let Some((amount, unit)) = fitting(record, field, &known, rates) else { continue };
            findings.retain(|finding| !is_of(finding, record, field));
            findings.push(at(record, H205_UNIT_INFERRED, field, unit.to_owned()).finish());
            take(record, field, amount, unit);
        }
    }
}

fn lacks_unit(record: &TypedRecord, field: Field) -> bool {
    record.values.iter().any(|value| value.field == field.name() && value.rule == UNIT_MISSING)
}

fn is_of(finding: &Finding, record: &TypedRecord, field: Field) -> bool {
    finding.code == H204_UNIT_MISSING.code
        && finding.record_id.as_deref() == Some(record.record.record_id.as_str())
        && finding.field.as_deref() == Some(field.name())
}

fn known_of(judged: &[JudgedRecord], place: usize, book: &LedgerBook, field: Field) -> Known {
    let project = &judged[place].linked.link.project_id;
    let mut known = Known::default();
    for other in judged.iter().filter(|other| other.linked.link.project_id == *project && other.in_force) {
        if let Some((month, value)) = other.record.period.zip(other.record.good_amount(field)) {
            known.by_month.insert(month, value);
        }
    }
    if field == Field::ContractValue {
        known.ledger = book.projects.get(project).map(|ledger| ledger.known_contracts()).unwrap_or_default();
    }
    known
}

/// An amount with what one unit of its last printed digit is worth.
type Amount = (i64, i64);

/// The only unit in which the number fits.
fn fitting(
    record: &TypedRecord,
    field: Field,
    known: &Known,
    rates: &Rates,
) -> Option<(Amount, &'static str)> {
    let raw = Content::Text(record.raw(field).to_owned());
    let read = |unit| {
        let amount = read_amount(&raw, None, Some(unit), rates, record.period).value?;
        Some((amount.yuan, amount.last_digit_yuan))
    };
    let fits = |(value, digit): Amount| match field {
        Field::ContractValue => {
            let values = known.ledger.iter().chain(known.by_month.values());
            values.into_iter().any(|other| (other - value).abs() <= digit / 2)
        }
        _ => lies_between((value, digit), record.period, &known.by_month),
    };
    let mut fitting = UNITS.iter().filter_map(|(unit, name)| Some((read(*unit)?, *name)));
    let found: Vec<(Amount, &'static str)> = fitting.by_ref().filter(|(amount, _)| fits(*amount)).collect();
    match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Whether a cumulative amount lies between those of the months around it, within its rounding, and is of their size.
fn lies_between((value, digit): Amount, month: Option<Month>, known: &BTreeMap<Month, i64>) -> bool {
    let Some(month) = month else { return false };
    let before = known.range(..month).next_back().map(|(_, value)| *value).filter(|value| *value > 0);
    let after = known.range(month..).find(|(other, _)| **other > month).map(|(_, value)| *value);
    let Some(size) = before.or(after).filter(|size| *size > 0) else { return false };
    let of_their_size = value > 0 && (value as f64 / size as f64).max(size as f64 / value as f64) < 100.0;
    of_their_size
        && before.is_none_or(|before| before <= value + digit)
        && after.is_none_or(|after| value <= after + digit)
}

fn take(record: &mut TypedRecord, field: Field, (amount, digit): Amount, unit: &str) {
    record.withheld.remove(&field);
    record.amounts.insert(field, amount);
    record.last_digits.insert(field, digit);
    for value in record.values.iter_mut().filter(|value| value.field == field.name()) {
        value.value = Some(amount.to_string());
        value.unit = Some(unit.to_owned());
        value.unit_source = Some("history".to_owned());
        value.rule = "unit_from_history".to_owned();
        value.confidence = 0.8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::datasets::values::ValueRow;

    fn month(period: &str, capital: Option<i64>, raw: &str) -> JudgedRecord {
        let mut record = TypedRecord { period: Some(period.parse().unwrap()), ..TypedRecord::default() };
        record.record.record_id = period.to_owned();
        let rule = if capital.is_some() { "text_with_unit" } else { UNIT_MISSING };
        let field = Field::ArrivedTotal.name().to_owned();
        record.values.push(ValueRow {
            field,
            raw: raw.to_owned(),
            rule: rule.to_owned(),
            ..ValueRow::default()
        });
        record.amounts.extend(capital.map(|yuan| (Field::ArrivedTotal, yuan)));
        if capital.is_none() {
            record.withheld.insert(Field::ArrivedTotal);
        }
        JudgedRecord { record, in_force: true, ..JudgedRecord::default() }
    }

    fn check(raw: &str, expected: Option<i64>) {
        let mut judged = [
            month("2023-03", Some(10_100_000), "1010万元"),
            month("2023-04", None, raw),
            month("2023-05", Some(10_600_000), "1060万元"),
        ];
        let mut findings = Vec::new();
        infer_units(&mut judged, &LedgerBook::default(), &Rates::default(), &mut findings);
        assert_eq!(judged[1].record.good_amount(Field::ArrivedTotal), expected, "{raw}");
        assert_eq!(findings.len(), usize::from(expected.is_some()));
    }

    #[test]
    fn a_unit_is_taken_where_only_one_fits() {
        check("0.1", Some(10_000_000));
        check("1020", Some(10_200_000));
        check("5", None);
        check("0.3", None);
    }
}
