//! Checks of one project across months (跨期校核): cumulative capital that falls, slips of unit, stages that go back.

use model::datasets::findings::Finding;
use model::field::Field;
use model::finding::{Draft, FindingCode};
use model::findings::{T501_CUMULATIVE_FALLS, T502_STAGE_REGRESSES, X412_UNIT_SLIP};
use model::severity::Severity;
use model::stage::Stage;

use crate::checks::ledger::{is_slip, yi};
use crate::thresholds::Thresholds;
use crate::typed_record::TypedRecord;

/// Walks through the records of one project in order of months; a doubted value is withheld, and the last good one
/// stays what later months are held against.
pub fn check_history(history: &mut [&mut TypedRecord], thresholds: &Thresholds) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut capital = Last::default();
    let mut invested = Last::default();
    let mut stage: Option<(Stage, usize)> = None;
    for index in 0..history.len() {
        let (before, rest) = history.split_at_mut(index);
        let Some(record) = rest.first_mut() else { continue };
        findings.extend(capital.check(record, before, index, Field::ArrivedTotal, thresholds));
        findings.extend(invested.check(record, before, index, Field::InvestDone, thresholds));
        findings.extend(check_stage(record, before, index, &mut stage));
    }
    findings
}

/// The last good value and the record that said it.
#[derive(Default)]
struct Last {
    value: Option<(i64, usize)>,
}

impl Last {
    fn check(
        &mut self,
        record: &mut TypedRecord,
        before: &[&mut TypedRecord],
        index: usize,
        field: Field,
        thresholds: &Thresholds,
    ) -> Option<Finding> {
        let value = record.good_amount(field)?;
        let Some((last, place)) = self.value else {
            self.value = Some((value, index));
            return None;
        };
        let slip = is_slip(value, last, thresholds.unit_slip_tolerance);
        let fall = (field == Field::ArrivedTotal).then(|| fall(record, value, last, thresholds)).flatten();
        let (code, severity) = match (slip, fall) {
            (true, _) => (X412_UNIT_SLIP, Severity::Error),
            (false, Some(severity)) => (T501_CUMULATIVE_FALLS, severity),
            (false, None) => {
                self.value = Some((value, index));
                return None;
            }
        };
        if severity == Severity::Error {
            record.withheld.insert(field);
        } else {
            self.value = Some((value, index));
        }
        Some(against_earlier(record, before[place], code, field, yi(last)).severity(severity).finish())
    }
}

/// How grave a fall is: nothing within the rounding of the printed number or where the remarks explain it.
fn fall(record: &TypedRecord, value: i64, last: i64, thresholds: &Thresholds) -> Option<Severity> {
    let rounding = record.last_digits.get(&Field::ArrivedTotal).copied().unwrap_or(1);
    let fall = last.saturating_sub(value);
    if fall <= rounding || explains_a_fall(record) {
        return None;
    }
    let is_grave = fall as f64 > last as f64 * thresholds.unexplained_fall;
    Some(if is_grave { Severity::Error } else { Severity::Warning })
}

/// Remarks that say why a cumulative figure falls.
fn explains_a_fall(record: &TypedRecord) -> bool {
    let notes =
        [Field::Note, Field::ProgressText, Field::ProblemText].map(|field| record.text(field).unwrap_or(""));
    notes.iter().any(|note| {
        ["核减", "更正", "调减", "冲减", "退回资金", "撤资"].iter().any(|word| note.contains(word))
    })
}

fn check_stage(
    record: &mut TypedRecord,
    before: &[&mut TypedRecord],
    index: usize,
    last: &mut Option<(Stage, usize)>,
) -> Option<Finding> {
    let stage = record.good_progress().stage?;
    let progress = stage.progress()?;
    let Some((earlier, place)) = *last else {
        *last = Some((stage, index));
        return None;
    };
    let started = Stage::Started.progress();
    let falls_back = earlier.progress() >= started && Some(progress) < started;
    if !falls_back || record.progress_field != Some(Field::StatusRaw) {
        *last = Some((stage, index));
        return None;
    }
    record.withheld.insert(Field::StatusRaw);
    let expected = earlier.zh().to_owned();
    let draft = against_earlier(record, before[place], T502_STAGE_REGRESSES, Field::StatusRaw, expected);
    Some(draft.finish())
}

fn against_earlier(
    record: &TypedRecord,
    earlier: &TypedRecord,
    code: FindingCode,
    field: Field,
    expected: String,
) -> Draft {
    code.draft(&record.record.return_id)
        .sheet(&record.record.sheet)
        .address(record.place(field))
        .field(field)
        .record(&record.record.record_id)
        .raw(record.raw(field))
        .expected(expected)
        .related(&earlier.file, &earlier.record.sheet, earlier.place(field))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(capital: i64, note: &str) -> TypedRecord {
        let mut record = TypedRecord::default();
        record.amounts.insert(Field::ArrivedTotal, capital);
        record.texts.insert(Field::Note, note.to_owned());
        record
    }

    fn codes(mut months: Vec<TypedRecord>) -> Vec<String> {
        let mut history: Vec<&mut TypedRecord> = months.iter_mut().collect();
        check_history(&mut history, &Thresholds::default()).into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn a_fall_is_found_once_and_the_last_good_value_stays() {
        assert_eq!(codes(vec![month(500, ""), month(300, ""), month(600, "")]), ["T501"]);
        assert!(codes(vec![month(500, ""), month(300, "核减：前期多报"), month(300, "")]).is_empty());
        assert_eq!(codes(vec![month(500, ""), month(5_000_000, ""), month(600, "")]), ["X412"]);
    }
}
