//! Tracked projects that may be one project signed twice (疑似重复签约): rule A13, within the ledger.

use model::datasets::findings::Finding;
use model::datasets::ledger_entries::LedgerEntry;
use model::findings::L607_SIGNED_TWICE;
use model::month::Month;

use crate::cell_rules::project_names::phase_of;
use crate::ledger_book::{LedgerBook, LedgerProject};
use crate::linking::likeness::{name_likeness, same_company};
use crate::thresholds::Thresholds;

/// A warning for each pair of tracked projects of one investor, of like name and value, signed within some months of
/// each other, that are not phases of each other.
pub fn signed_twice(book: &LedgerBook, entries: &[LedgerEntry], thresholds: &Thresholds) -> Vec<Finding> {
    let tracked: Vec<&LedgerProject> = book.projects.values().filter(|project| project.tracked).collect();
    let mut findings = Vec::new();
    for (place, later) in tracked.iter().enumerate() {
        let earlier = tracked[..place].iter().find(|earlier| is_same(earlier, later, thresholds));
        let Some(earlier) = earlier else { continue };
        let Some(entry) = entries.iter().find(|entry| entry.ledger_no == later.ledger_no) else { continue };
        let name = later.names.first().map(String::as_str).unwrap_or_default();
        let draft = L607_SIGNED_TWICE.draft("").sheet(&entry.sheet).address(&entry.address).raw(name);
        let mut finding = draft.project(&later.ledger_no).detail(&earlier.ledger_no).finish();
        finding.file = Some(entry.file.clone());
        findings.push(finding);
    }
    findings
}

fn is_same(earlier: &LedgerProject, later: &LedgerProject, thresholds: &Thresholds) -> bool {
    let (Some(first), Some(second)) = (earlier.names.first(), later.names.first()) else { return false };
    let investors = earlier.investor.as_deref().zip(later.investor.as_deref());
    let one_investor = investors.is_some_and(|(left, right)| same_company(left, right));
    let one_phase = phase_of(first) == phase_of(second);
    one_investor
        && one_phase
        && name_likeness(first, second) >= thresholds.signed_twice_likeness
        && near_in_time(earlier, later, thresholds.signed_twice_months)
        && near_in_value(earlier.contract_yuan, later.contract_yuan, thresholds.contract_jump)
}

fn near_in_time(left: &LedgerProject, right: &LedgerProject, months: f64) -> bool {
    let signed = left.sign_date.zip(right.sign_date);
    let between = |(a, b)| f64::from((Month::of(a).index() - Month::of(b).index()).abs());
    signed.map(between).is_none_or(|between| between <= months)
}

fn near_in_value(left: Option<i64>, right: Option<i64>, share: f64) -> bool {
    let near = |(a, b): (i64, i64)| (a as f64 - b as f64).abs() <= share * (a.max(b) as f64);
    left.zip(right).is_none_or(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(number: &str, name: &str, investor: &str, signed: &str) -> (String, LedgerProject) {
        let project = LedgerProject {
            ledger_no: number.to_owned(),
            tracked: true,
            names: vec![name.to_owned()],
            investor: Some(investor.to_owned()),
            sign_date: Some(signed.parse().unwrap()),
            contract_yuan: Some(1_000_000_000),
            ..LedgerProject::default()
        };
        (number.to_owned(), project)
    }

    fn check(later: (String, LedgerProject), expected: usize) {
        let first = project("1", "霁甫电驱动总成生产基地项目", "重庆霁甫智造有限公司", "2021-08-23");
        let entry = LedgerEntry { ledger_no: "2".to_owned(), ..LedgerEntry::default() };
        let book = LedgerBook { projects: [first, later].into() };
        assert_eq!(signed_twice(&book, &[entry], &Thresholds::default()).len(), expected);
    }

    #[test]
    fn one_project_signed_at_two_editions_is_doubted() {
        let investor = "重庆霁甫智造有限公司";
        check(project("2", "霁甫电驱动总成智能生产基地项目", investor, "2022-08-22"), 1);
        check(project("2", "霁甫电驱动总成生产基地项目（二期）", investor, "2022-08-22"), 0);
        check(project("2", "霁甫电驱动总成生产基地项目", investor, "2025-08-22"), 0);
        check(project("2", "霁甫电驱动总成生产基地项目", "宁波翎翼科技有限公司", "2022-08-22"), 0);
    }
}
