//! The capital of the year against the months around it (本年到位): it grows within a year and begins anew in January; and
//! the total of the month before, as this return repeats it, is the one that was reported.

use model::datasets::findings::Finding;
use model::field::Field;
use model::findings::{T503_YEAR_FALLS, T504_YEAR_NOT_RESET, T510_PREVIOUS_DIFFERS};

use crate::checks::beside::{FALLS, against, explains};
use crate::checks::history::History;
use crate::checks::ledger::yi;
use crate::typed_record::TypedRecord;

/// The findings of one project, from each month to the next.
pub fn year_to_date(history: &History<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for pair in history.records.windows(2) {
        let [before, record] = pair else { continue };
        let Some((then, now)) = before.period.zip(record.period) else { continue };
        let found = match then.year() == now.year() {
            true => year_falls(before, record),
            false => year_not_reset(before, record),
        };
        let follows = now.index() - then.index() == 1;
        findings.extend(found);
        findings.extend(previous_differs(before, record).filter(|_| follows));
    }
    for finding in &mut findings {
        finding.project_id = Some(history.project_id.to_owned());
    }
    findings
}

fn year_falls(before: &TypedRecord, record: &TypedRecord) -> Option<Finding> {
    let field = Field::ArrivedYear;
    let (then, now) = (before.good_amount(field)?, record.good_amount(field)?);
    let falls = then - now > rounding(before, record, field, field) && !explains(record, &FALLS);
    falls.then(|| against(record, before, T503_YEAR_FALLS, field, yi(then)).finish())
}

/// The capital of a new year that still holds all of the old one: it is not below last year's, and the cumulative
/// capital has not risen by as much since.
fn year_not_reset(before: &TypedRecord, record: &TypedRecord) -> Option<Finding> {
    let (year, total) = (Field::ArrivedYear, Field::ArrivedTotal);
    let (then, now) = (before.good_amount(year)?, record.good_amount(year)?);
    let rise = record.good_amount(total)? - before.good_amount(total)?;
    let kept = then > 0 && now >= then && now > rise + rounding(before, record, year, total);
    kept.then(|| against(record, before, T504_YEAR_NOT_RESET, year, yi(rise.max(0))).finish())
}

fn previous_differs(before: &TypedRecord, record: &TypedRecord) -> Option<Finding> {
    let (total, previous) = (Field::ArrivedTotal, Field::ArrivedPrev);
    let (then, said) = (before.good_amount(total)?, record.good_amount(previous)?);
    let differs = (said - then).abs() > rounding(before, record, total, previous);
    (differs && !explains(record, &FALLS)).then(|| {
        let draft = against(record, before, T510_PREVIOUS_DIFFERS, previous, yi(then));
        draft.related(&before.file, &before.record.sheet, before.place(total)).finish()
    })
}

/// How far two printed numbers may be apart by rounding.
fn rounding(before: &TypedRecord, record: &TypedRecord, then: Field, now: Field) -> i64 {
    let digit = |record: &TypedRecord, field| record.last_digits.get(&field).copied().unwrap_or(1);
    digit(before, then).saturating_add(digit(record, now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::month::Month;

    fn month(period: &str, amounts: &[(Field, i64)]) -> TypedRecord {
        let period: Option<Month> = Some(period.parse().unwrap());
        TypedRecord { period, amounts: amounts.iter().copied().collect(), ..TypedRecord::default() }
    }

    fn check(months: [TypedRecord; 2], expected: &[&str]) {
        let history = History { project_id: "P", ledger: None, records: months.iter().collect() };
        let found: Vec<String> = year_to_date(&history).into_iter().map(|finding| finding.code).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_year_begins_in_january() {
        use Field::{ArrivedPrev, ArrivedTotal, ArrivedYear};
        let december = || month("2022-12", &[(ArrivedYear, 500), (ArrivedTotal, 900)]);
        check([december(), month("2023-01", &[(ArrivedYear, 20), (ArrivedTotal, 920)])], &[]);
        check([december(), month("2023-01", &[(ArrivedYear, 520), (ArrivedTotal, 920)])], &["T504"]);
        let march = month("2023-03", &[(ArrivedYear, 50)]);
        check([march, month("2023-04", &[(ArrivedYear, 30)])], &["T503"]);
        check([december(), month("2023-01", &[(ArrivedPrev, 800)])], &["T510"]);
        check([december(), month("2023-02", &[(ArrivedPrev, 800)])], &[]);
    }
}
