//! Facts that should not change from one return to the next (事实变动): rule A11, and stated dates.

use model::datasets::findings::Finding;
use model::field::Field;
use model::finding::FindingCode;
use model::findings::{T511_CONTRACT_JUMPS, T517_DATE_CHANGED, T518_INDUSTRY_CHANGED};

use crate::checks::beside::{REVISIONS, against, explains};
use crate::checks::history::History;
use crate::checks::ledger::yi;
use crate::thresholds::Thresholds;
use crate::typed_record::{SpannedDate, TypedRecord};

/// Dates that are facts.
const DATES: [Field; 3] = [Field::SignDate, Field::StartDate, Field::ProductionDate];

/// A finding at each date that leaves no day in common with what was stated before, and at an industry that changes.
pub fn changed_facts(history: &History<'_>, thresholds: &Thresholds) -> Vec<Finding> {
    let mut findings: Vec<Finding> = DATES.iter().filter_map(|field| changed_date(history, *field)).collect();
    findings.extend(changed_industry(history));
    findings.extend(changed_contract(history, thresholds));
    for finding in &mut findings {
        finding.project_id = Some(history.project_id.to_owned());
    }
    findings
}

/// The last change of a date: one finding, not one a month.
fn changed_date(history: &History<'_>, field: Field) -> Option<Finding> {
    let dated = history.records.iter().filter_map(|record| Some((*record, record.good_date(field)?)));
    let dated: Vec<(&TypedRecord, SpannedDate)> = dated.collect();
    let change = dated.windows(2).rev().find(|pair| !overlap(pair[0].1, pair[1].1))?;
    let [(before, then), (record, _)] = change else { return None };
    Some(against(record, before, T517_DATE_CHANGED, field, then.date.to_string()).detail(field.zh()).finish())
}

fn overlap(left: SpannedDate, right: SpannedDate) -> bool {
    left.date <= right.last_day() && right.date <= left.last_day()
}

fn changed_industry(history: &History<'_>) -> Option<Finding> {
    let named = history.records.iter().filter(|record| record.industry_code.is_some());
    let named: Vec<&TypedRecord> = named.copied().collect();
    let change = named.windows(2).rev().find(|pair| pair[0].industry_code != pair[1].industry_code)?;
    let code: FindingCode = T518_INDUSTRY_CHANGED;
    let expected = change[0].raw(Field::IndustryRaw).to_owned();
    Some(against(change[1], change[0], code, Field::IndustryRaw, expected).finish())
}

/// A10: the last leap of the contract value that neither the remarks nor the ledger explain; ten or a hundred times
/// the value is told as such.
fn changed_contract(history: &History<'_>, thresholds: &Thresholds) -> Option<Finding> {
    let field = Field::ContractValue;
    let valued = history.records.iter().filter_map(|record| Some((*record, record.good_amount(field)?)));
    let valued: Vec<(&TypedRecord, i64)> = valued.filter(|(_, value)| *value > 0).collect();
    let known = history.ledger.map(|ledger| ledger.known_contracts()).unwrap_or_default();
    let near = |left: i64, right: i64, share: f64| (left as f64 - right as f64).abs() <= share * right as f64;
    let in_ledger =
        |value: i64| known.iter().any(|known| near(value, *known, thresholds.contract_against_ledger));
    let leaps = |pair: &&[(&TypedRecord, i64)]| {
        let [(_, then), (record, now)] = pair else { return false };
        !near(*now, *then, thresholds.contract_jump) && !in_ledger(*now) && !explains(record, &REVISIONS)
    };
    let [(before, then), (record, now)] = valued.windows(2).rev().find(leaps)? else { return None };
    let times = (*now.max(then) as f64 / *now.min(then) as f64).round();
    let detail = if times >= 2.0 { format!("{times:.0}") } else { String::new() };
    Some(against(record, before, T511_CONTRACT_JUMPS, field, yi(*then)).detail(detail).finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::precision::Precision;

    fn month(period: &str, contract: i64, start: &str, precision: Precision) -> TypedRecord {
        let mut record = TypedRecord { period: Some(period.parse().unwrap()), ..TypedRecord::default() };
        record.amounts.insert(Field::ContractValue, contract);
        record.dates.insert(Field::StartDate, SpannedDate { date: start.parse().unwrap(), precision });
        record
    }

    fn check(months: [TypedRecord; 2], expected: &[&str]) {
        let history = History { project_id: "P", ledger: None, records: months.iter().collect() };
        let found = changed_facts(&history, &Thresholds::default());
        let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, expected);
    }

    #[test]
    fn facts_that_change_are_told() {
        let (day, whole) = (Precision::Day, Precision::Month);
        let june = |contract| month("2023-06", contract, "2022-03-05", day);
        check([june(100), month("2023-07", 110, "2022-03-01", whole)], &[]);
        check([june(100), month("2023-07", 100, "2022-04-01", whole)], &["T517"]);
        check([june(100), month("2023-07", 1000, "2022-03-05", day)], &["T511"]);
    }
}
