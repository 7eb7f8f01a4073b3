//! Checks of one project across months (跨期校核): cumulative capital that falls or leaps, slips of unit, stages that
//! go back, contract values that change for one month.

use model::datasets::findings::Finding;
use model::field::Field;
use model::findings::{
    T501_CUMULATIVE_FALLS, T502_STAGE_REGRESSES, T511_CONTRACT_JUMPS, X407_CAPITAL_ABOVE_CONTRACT,
    X411_CONTRACT_AGAINST_LEDGER, X412_UNIT_SLIP,
};
use model::severity::Severity;
use model::stage::Stage;

use crate::checks::beside::{FALLS, REVISIONS, against, explains};
use crate::checks::ledger::{is_same_contract, is_slip, yi};
use crate::checks::series::doubted;
use crate::ledger_book::LedgerProject;
use crate::thresholds::Thresholds;
use crate::typed_record::TypedRecord;

/// Walks through the records of one project in order of months; a doubted value is withheld.
pub fn check_history(
    history: &mut [&mut TypedRecord],
    ledger: Option<&LedgerProject>,
    thresholds: &Thresholds,
) -> Vec<Finding> {
    let mut findings = check_contracts(history, ledger, thresholds);
    findings.extend(check_leaps(history, thresholds));
    findings.extend(check_cumulative(history, Field::ArrivedTotal, thresholds));
    findings.extend(check_cumulative(history, Field::InvestDone, thresholds));
    findings.extend(check_stages(history));
    findings
}

/// A value that stands outside the longest run that never falls is doubted.
fn check_cumulative(history: &mut [&mut TypedRecord], field: Field, thresholds: &Thresholds) -> Vec<Finding> {
    let places: Vec<usize> =
        (0..history.len()).filter(|place| history[*place].good_amount(field).is_some()).collect();
    let value = |index: usize| history[places[index]].good_amount(field).unwrap_or(0);
    let follows = |earlier: usize, later: usize| {
        let slip = is_slip(value(later), value(earlier), thresholds.unit_slip_tolerance);
        let (record, before) = (&*history[places[later]], &*history[places[earlier]]);
        let fall = fall((record, value(later)), (before, value(earlier)), field, thresholds);
        !slip && fall != Some(Severity::Error)
    };
    let marks = doubted(places.len(), &follows);
    let mut findings = Vec::new();
    for index in 0..places.len() {
        let earlier = (0..index).rev().find(|other| !marks[*other]);
        let later = (index + 1..places.len()).find(|other| !marks[*other]);
        let Some(other) = earlier.or(later).filter(|_| marks[index] || earlier.is_some()) else { continue };
        let (now, then) = (value(index), value(other));
        let (record, beside) = (&*history[places[index]], &*history[places[other]]);
        let slip = is_slip(now, then, thresholds.unit_slip_tolerance);
        let code = if slip { X412_UNIT_SLIP } else { T501_CUMULATIVE_FALLS };
        let draft = against(record, beside, code, field, yi(then));
        if marks[index] {
            findings.push((Some(places[index]), draft.finish()));
        } else if fall((record, now), (beside, then), field, thresholds).is_some() {
            findings.push((None, draft.severity(Severity::Warning).finish()));
        }
    }
    withhold(history, field, findings)
}

/// How grave a fall is: nothing within the rounding of the printed numbers (`0.8亿元`, then 7960 万元) or where the remarks explain it.
fn fall(
    (record, value): (&TypedRecord, i64),
    (before, last): (&TypedRecord, i64),
    field: Field,
    thresholds: &Thresholds,
) -> Option<Severity> {
    let last_digit = |record: &TypedRecord| record.last_digits.get(&field).copied().unwrap_or(1);
    let loose = if before.is_loose(field) { last_digit(before) / 2 } else { 0 };
    let rounding = last_digit(record).max(loose);
    let fall = last.saturating_sub(value);
    let other_unit = record.unit_code != before.unit_code;
    if field != Field::ArrivedTotal || fall <= rounding || explains(record, &FALLS) {
        return None;
    }
    let is_grave = fall as f64 > last as f64 * thresholds.unexplained_fall;
    match is_grave {
        true => Some(Severity::Error),
        false if other_unit => None, // two units round one project differently
        false => Some(Severity::Warning),
    }
}

/// Capital that in one month leaps above the contract value.
fn check_leaps(history: &mut [&mut TypedRecord], thresholds: &Thresholds) -> Vec<Finding> {
    let mut last: Option<usize> = None;
    let mut findings = Vec::new();
    for place in 0..history.len() {
        let record = &*history[place];
        let (Some(capital), Some(contract)) =
            (record.good_amount(Field::ArrivedTotal), record.good_amount(Field::ContractValue))
        else {
            continue;
        };
        let before = last.map(|last| &*history[last]);
        let rise = before.and_then(|before| Some(capital - before.good_amount(Field::ArrivedTotal)?));
        let above = contract > 0 && capital as f64 > contract as f64 * thresholds.capital_above_contract;
        let leaps = rise.is_some_and(|rise| rise as f64 > contract as f64 * thresholds.capital_leap);
        match before.filter(|_| above && leaps) {
            Some(before) => {
                let draft =
                    against(record, before, X407_CAPITAL_ABOVE_CONTRACT, Field::ArrivedTotal, yi(contract));
                findings.push((Some(place), draft.severity(Severity::Error).finish()));
            }
            None => last = Some(place),
        }
    }
    withhold(history, Field::ArrivedTotal, findings)
}

/// A contract value that no ledger knows beside months that agree with it, or that changes for one month only.
fn check_contracts(
    history: &mut [&mut TypedRecord],
    ledger: Option<&LedgerProject>,
    thresholds: &Thresholds,
) -> Vec<Finding> {
    let field = Field::ContractValue;
    let values: Vec<Option<i64>> = history.iter().map(|record| record.good_amount(field)).collect();
    let known = ledger.map(LedgerProject::known_contracts).unwrap_or_default();
    let same =
        |place: usize, left: i64, right: i64| is_same_contract(history[place], left, right, thresholds);
    let is_known = |place: usize, value: i64| known.iter().any(|known| same(place, value, *known));
    let mut findings = Vec::new();
    for place in 0..history.len() {
        let Some(value) = values[place] else { continue };
        let explained = explains(history[place], &REVISIONS);
        let before = (0..place).rev().find_map(|other| Some((other, values[other]?)));
        let after = (place + 1..history.len()).find_map(|other| Some((other, values[other]?)));
        let agreeing = (0..history.len())
            .rev()
            .find(|other| values[*other].is_some_and(|value| is_known(*other, value)));
        let against_ledger =
            agreeing.filter(|_| !is_known(place, value)).map(|other| (other, X411_CONTRACT_AGAINST_LEDGER));
        let for_one_month = before
            .zip(after)
            .filter(|((_, then), (_, next))| same(place, *then, *next) && !same(place, value, *then));
        let for_one_month = for_one_month.map(|((other, _), _)| (other, T511_CONTRACT_JUMPS));
        let Some((other, code)) = against_ledger.or(for_one_month).filter(|_| !explained) else { continue };
        let expected = yi(values[other].unwrap_or(0));
        let draft = against(history[place], history[other], code, field, expected);
        findings.push((Some(place), draft.severity(Severity::Error).finish()));
    }
    withhold(history, field, findings)
}

/// A stage before the start after one that had started.
fn check_stages(history: &mut [&mut TypedRecord]) -> Vec<Finding> {
    let started = Stage::Started.progress();
    let mut last: Option<(Stage, usize)> = None;
    let mut findings = Vec::new();
    for place in 0..history.len() {
        let record = &*history[place];
        let Some(stage) = record.good_progress().stage.filter(|stage| stage.progress().is_some()) else {
            continue;
        };
        let gone_back =
            last.filter(|(earlier, _)| earlier.progress() >= started && stage.progress() < started);
        match gone_back.filter(|_| record.progress_field == Some(Field::StatusRaw)) {
            Some((earlier, other)) => {
                let expected = earlier.zh().to_owned();
                let draft = against(record, history[other], T502_STAGE_REGRESSES, Field::StatusRaw, expected);
                findings.push((Some(place), draft.finish()));
            }
            None => last = Some((stage, place)),
        }
    }
    withhold(history, Field::StatusRaw, findings)
}

/// Withholds the field where a finding stands at a place, and gives the findings.
fn withhold(
    history: &mut [&mut TypedRecord],
    field: Field,
    findings: Vec<(Option<usize>, Finding)>,
) -> Vec<Finding> {
    let mut given = Vec::with_capacity(findings.len());
    for (place, finding) in findings {
        if let Some(record) = place.and_then(|place| history.get_mut(place)) {
            record.withheld.insert(field);
        }
        given.push(finding);
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(capital: i64, contract: i64, note: &str) -> TypedRecord {
        let mut record = TypedRecord::default();
        record.amounts.insert(Field::ArrivedTotal, capital);
        record.amounts.insert(Field::ContractValue, contract);
        record.texts.insert(Field::Note, note.to_owned());
        record
    }

    fn check(mut months: Vec<TypedRecord>, expected: &[(&str, &str)]) {
        let mut history: Vec<&mut TypedRecord> = months.iter_mut().collect();
        let findings = check_history(&mut history, None, &Thresholds::default());
        let found: Vec<(&str, &str)> =
            findings.iter().map(|finding| (finding.code.as_str(), finding.severity.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_fall_is_found_once_and_a_spike_is_told_from_a_fall() {
        check(vec![month(500, 9000, ""), month(300, 9000, ""), month(600, 9000, "")], &[("T501", "error")]);
        check(vec![month(500, 9000, ""), month(300, 9000, "核减：前期多报"), month(300, 9000, "")], &[]);
        check(vec![month(500, 9000, ""), month(490, 9000, "")], &[("T501", "warning")]);
        let spike =
            vec![month(500, 9000, ""), month(900, 9000, ""), month(510, 9000, ""), month(520, 9000, "")];
        check(spike, &[("T501", "error")]);
    }

    #[test]
    fn slips_and_leaps_are_found() {
        check(vec![month(500, 0, ""), month(5_000_000, 0, ""), month(600, 0, "")], &[("X412", "error")]);
        check(vec![month(500, 1000, ""), month(1200, 1000, "")], &[("X407", "error")]);
    }

    #[test]
    fn a_contract_value_of_one_month_is_doubted_unless_it_is_explained() {
        let of = |value, note| month(0, value, note);
        check(vec![of(1000, ""), of(1100, ""), of(1000, "")], &[("T511", "error")]);
        check(vec![of(1000, ""), of(1100, "签订补充协议"), of(1000, "")], &[]);
        check(vec![of(1000, ""), of(1100, ""), of(1100, "")], &[]);
    }
}
