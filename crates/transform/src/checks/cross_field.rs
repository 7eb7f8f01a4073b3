//! Checks within one record (表内校核): dates in order, progress against dates, money against money.

use model::datasets::findings::Finding;
use model::field::Field;
use model::finding::FindingCode;
use model::findings::{
    C304_AMOUNT_IN_WORDS, X401_START_BEFORE_SIGNING, X402_PRODUCTION_BEFORE_START, X403_DATE_AFTER_PERIOD,
    X404_STAGE_AGAINST_DATE, X405_STAGE_AGAINST_TEXT, X406_YEAR_ABOVE_TOTAL, X407_CAPITAL_ABOVE_CONTRACT,
    X408_MONTHS_DO_NOT_ADD, X412_UNIT_SLIP, X413_EDITION_AGAINST_SIGNING, X414_CONTRACT_ZERO,
};
use model::month::Month;
use model::severity::Severity;

use crate::cell_rules::text::{plain, sends_elsewhere};
use crate::checks::ledger::{is_slip, yi};
use crate::thresholds::Thresholds;
use crate::typed_record::TypedRecord;

/// Checks one record; a field at which an error is found is withheld.
pub fn check_record(record: &mut TypedRecord, thresholds: &Thresholds) -> Vec<Finding> {
    let checks = [
        dates_after_period,
        start_before_signing,
        production_before_start,
        stage_against_date,
        stage_against_text,
        year_above_total,
        months_do_not_add,
        amounts_in_words,
        contract_zero,
        signed_before_edition,
    ];
    let mut findings = Vec::new();
    for check in checks {
        findings.extend(check(record));
    }
    findings.extend(capital_above_contract(record, thresholds));
    findings
}

/// A signing before the year of the edition that the row itself names.
fn signed_before_edition(record: &mut TypedRecord) -> Vec<Finding> {
    let year =
        record.cohort.as_ref().filter(|_| record.event_is_own).and_then(|cohort| cohort.parse::<i32>().ok());
    let signed = record.good_date(Field::SignDate);
    let is_before = year.zip(signed).is_some_and(|(year, signed)| signed.last_day().year() < year);
    if !is_before {
        return Vec::new();
    }
    let expected = record.raw(Field::SignDate).to_owned();
    vec![doubt(record, X413_EDITION_AGAINST_SIGNING, Field::EventYear, Some(Field::SignDate), expected)]
}

/// A19: a contract value of nothing.
fn contract_zero(record: &mut TypedRecord) -> Vec<Finding> {
    let is_zero = record.good_amount(Field::ContractValue) == Some(0);
    if !is_zero {
        return Vec::new();
    }
    vec![doubt(record, X414_CONTRACT_ZERO, Field::ContractValue, None, String::new())]
}

const FACTS: [Field; 4] = [Field::SignDate, Field::RegisterDate, Field::StartDate, Field::ProductionDate];

fn dates_after_period(record: &mut TypedRecord) -> Vec<Finding> {
    let Some(period) = record.period.map(Month::last_day) else { return Vec::new() };
    let late = |field: &Field| record.good_date(*field).is_some_and(|date| date.date > period);
    let fields: Vec<Field> = FACTS.into_iter().filter(late).collect();
    fields
        .into_iter()
        .map(|field| doubt(record, X403_DATE_AFTER_PERIOD, field, None, period.to_string()))
        .collect()
}

fn start_before_signing(record: &mut TypedRecord) -> Vec<Finding> {
    before(record, X401_START_BEFORE_SIGNING, Field::StartDate, Field::SignDate)
}

fn production_before_start(record: &mut TypedRecord) -> Vec<Finding> {
    before(record, X402_PRODUCTION_BEFORE_START, Field::ProductionDate, Field::StartDate)
}

/// `later` must not end before `earlier` begins.
fn before(record: &mut TypedRecord, code: FindingCode, later: Field, earlier: Field) -> Vec<Finding> {
    let (Some(second), Some(first)) = (record.good_date(later), record.good_date(earlier)) else {
        return Vec::new();
    };
    if second.last_day() >= first.date {
        return Vec::new();
    }
    vec![doubt(record, code, later, Some(earlier), record.raw(earlier).to_owned())]
}

/// A status word that says not started beside a start that is a fact.
fn stage_against_date(record: &mut TypedRecord) -> Vec<Finding> {
    let told_by_word = record.progress_field == Some(Field::StatusRaw);
    let not_started = record.progress.started == Some(false) && record.progress.terminated != Some(true);
    let Some(start) = record.good_date(Field::StartDate) else { return Vec::new() };
    if !(told_by_word && not_started) || record.withheld.contains(&Field::StatusRaw) {
        return Vec::new();
    }
    vec![doubt(
        record,
        X404_STAGE_AGAINST_DATE,
        Field::StatusRaw,
        Some(Field::StartDate),
        start.date.to_string(),
    )]
}

/// A status word that says not started beside words that say started contradicts them; the other way round the words
/// may be old.
fn stage_against_text(record: &mut TypedRecord) -> Vec<Finding> {
    let told_by_word = record.progress_field == Some(Field::StatusRaw);
    let ended = record.progress.terminated == Some(true);
    let Some((by_word, in_text)) = record.progress.started.zip(record.started_in_text) else {
        return Vec::new();
    };
    if !told_by_word || ended || by_word == in_text || record.withheld.contains(&Field::StatusRaw) {
        return Vec::new();
    }
    let code = if in_text { X404_STAGE_AGAINST_DATE } else { X405_STAGE_AGAINST_TEXT };
    let expected = record.raw(Field::ProgressText).to_owned();
    vec![doubt(record, code, Field::StatusRaw, Some(Field::ProgressText), expected)]
}

fn year_above_total(record: &mut TypedRecord) -> Vec<Finding> {
    let (year, total) = (record.good_amount(Field::ArrivedYear), record.good_amount(Field::ArrivedTotal));
    let tolerance = tolerance(record, &[Field::ArrivedYear, Field::ArrivedTotal]);
    match (year, total) {
        (Some(year), Some(total)) if year > total.saturating_add(tolerance) => {
            let expected = record.raw(Field::ArrivedTotal).to_owned();
            vec![doubt(
                record,
                X406_YEAR_ABOVE_TOTAL,
                Field::ArrivedYear,
                Some(Field::ArrivedTotal),
                expected,
            )]
        }
        _ => Vec::new(),
    }
}

/// What had arrived before and what arrived in the month must make what has arrived.
fn months_do_not_add(record: &mut TypedRecord) -> Vec<Finding> {
    let fields = [Field::ArrivedPrev, Field::ArrivedMonth, Field::ArrivedTotal];
    let [Some(before), Some(month), Some(total)] = fields.map(|field| record.good_amount(field)) else {
        return Vec::new();
    };
    let sum = before.saturating_add(month);
    if (sum - total).abs() <= tolerance(record, &fields) {
        return Vec::new();
    }
    vec![doubt(record, X408_MONTHS_DO_NOT_ADD, Field::ArrivedTotal, Some(Field::ArrivedPrev), yi(sum))]
}

/// An amount that is put off in words (待定, 详见备注) instead of a number. Of capital, 无 and 待定 say that there is none
/// yet; only words that send the reader elsewhere leave it open.
fn amounts_in_words(record: &mut TypedRecord) -> Vec<Finding> {
    let is_open = |field: Field| {
        let raw = plain(record.raw(field));
        let in_words = raw.chars().any(char::is_alphabetic) && !raw.chars().any(|sign| sign.is_ascii_digit());
        let is_told = record.amount(field).is_some() || record.withheld.contains(&field);
        in_words && !is_told && (field == Field::ContractValue || sends_elsewhere(&raw))
    };
    let fields: Vec<Field> =
        [Field::ContractValue, Field::ArrivedTotal].into_iter().filter(|field| is_open(*field)).collect();
    let doubts =
        fields.into_iter().map(|field| doubt(record, C304_AMOUNT_IN_WORDS, field, None, String::new()));
    doubts.collect()
}

/// Capital above the contract value: a little is unusual, far above is a slip of unit or of digits.
fn capital_above_contract(record: &mut TypedRecord, thresholds: &Thresholds) -> Vec<Finding> {
    let (capital, contract) =
        (record.good_amount(Field::ArrivedTotal), record.good_amount(Field::ContractValue));
    let Some((capital, contract)) = capital.zip(contract).filter(|(_, contract)| *contract > 0) else {
        return Vec::new();
    };
    let ratio = capital as f64 / contract as f64;
    let is_slip = is_slip(capital, contract, thresholds.unit_slip_tolerance);
    let code = match ratio {
        ratio if ratio <= thresholds.capital_above_contract => return Vec::new(),
        ratio if ratio <= thresholds.capital_far_above_contract && !is_slip => X407_CAPITAL_ABOVE_CONTRACT,
        _ => X412_UNIT_SLIP,
    };
    let expected = record.raw(Field::ContractValue).to_owned();
    vec![doubt(record, code, Field::ArrivedTotal, Some(Field::ContractValue), expected)]
}

/// How far numbers beside each other may be apart by rounding: two units of the finest printed digit, for a cell loses
/// its final noughts and the finest number tells how all of them are rounded; where one is approximate or has a unit of
/// its own, the digits of all of them together.
fn tolerance(record: &TypedRecord, fields: &[Field]) -> i64 {
    let digits = || fields.iter().filter_map(|field| record.last_digits.get(field).copied());
    if fields.iter().any(|field| record.is_loose(*field)) {
        return digits().sum();
    }
    digits().min().map_or(0, |digit| digit.saturating_mul(2))
}

/// A finding at a field, with the other field beside it; an error withholds the field.
fn doubt(
    record: &mut TypedRecord,
    code: FindingCode,
    field: Field,
    other: Option<Field>,
    expected: String,
) -> Finding {
    if code.severity == Severity::Error {
        record.withheld.insert(field);
    }
    let detail = other.map(|other| format!("{} {expected}", other.zh())).unwrap_or_default();
    code.draft(&record.record.return_id)
        .sheet(&record.record.sheet)
        .address(record.place(field))
        .field(field)
        .record(&record.record.record_id)
        .raw(record.raw(field))
        .related_cells(other.map_or("", |other| record.place(other)))
        .expected(expected)
        .detail(detail)
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typed_record::SpannedDate;
    use model::precision::Precision;

    fn record(dates: &[(Field, &str, Precision)]) -> TypedRecord {
        let mut record = TypedRecord { period: Some("2023-07".parse().unwrap()), ..TypedRecord::default() };
        for (field, date, precision) in dates {
            record.dates.insert(*field, SpannedDate { date: date.parse().unwrap(), precision: *precision });
        }
        record
    }

    fn codes(mut record: TypedRecord) -> Vec<String> {
        check_record(&mut record, &Thresholds::default()).into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn dates_that_cannot_be_are_found() {
        let day = Precision::Day;
        let early = [(Field::SignDate, "2021-08-23", day), (Field::StartDate, "2021-02-01", day)];
        assert_eq!(codes(record(&early)), ["X401"]);
        assert_eq!(codes(record(&[(Field::StartDate, "2023-08-01", day)])), ["X403"]);
        let same_month =
            [(Field::SignDate, "2021-08-23", day), (Field::StartDate, "2021-08-01", Precision::Month)];
        assert!(codes(record(&same_month)).is_empty(), "a start in the month of signing may lie after it");
    }

    #[test]
    fn a_year_above_its_total_is_withheld() {
        let mut doubted = record(&[]);
        doubted.amounts = [(Field::ArrivedYear, 900), (Field::ArrivedTotal, 800)].into();
        let findings = check_record(&mut doubted, &Thresholds::default());
        assert_eq!(findings[0].code, "X406");
        assert!(
            doubted.withheld.contains(&Field::ArrivedYear)
                && !doubted.withheld.contains(&Field::ArrivedTotal)
        );
    }
}
