//! The ledger, project by project (台账项目): the lines of one number put together.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::datasets::ledger_entries::LedgerEntry;
use model::date::Date;
use model::findings::L610_LEDGER_NO_TWICE;
use model::month::Month;

use crate::cell_rules::ledger_notes::{former_contract, moved_to};
use crate::cell_rules::rates::Rates;
use crate::cell_rules::unit_names::UnitNames;

/// What the ledger knows of one project.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LedgerProject {
    /// Its number.
    pub ledger_no: String,
    /// Event.
    pub event: Option<String>,
    /// Edition.
    pub cohort: Option<String>,
    /// In the tracked set now.
    pub tracked: bool,
    /// The day it left the tracked set.
    pub tracked_until: Option<Date>,
    /// Why it is not tracked.
    pub reason: Option<String>,
    /// Every name, the tracked list's first.
    pub names: Vec<String>,
    /// Investor.
    pub investor: Option<String>,
    /// Reporting unit.
    pub unit_code: Option<String>,
    /// Industry.
    pub industry_code: Option<String>,
    /// Date of signing.
    pub sign_date: Option<Date>,
    /// Contract value now.
    pub contract_yuan: Option<i64>,
    /// Contract value at signing.
    pub contract_at_signing_yuan: Option<i64>,
    /// Contract values before revisions, as the remarks tell them.
    pub former_contracts: Vec<i64>,
    /// The month from which it belongs to another unit, and that unit, as the remarks tell it.
    pub moved: Option<(Month, String)>,
}

impl LedgerProject {
    /// Whether it is in the tracked set at the end of a month: it leaves with the month of removal.
    pub fn is_tracked_in(&self, month: Month) -> bool {
        self.tracked || self.tracked_until.is_some_and(|until| Month::of(until) > month)
    }

    /// The unit that reports it in a month.
    pub fn unit_in(&self, month: Month) -> Option<&str> {
        let moved = self.moved.as_ref().filter(|(from, _)| month >= *from);
        moved.map(|(_, unit)| unit.as_str()).or(self.unit_code.as_deref())
    }

    /// Every contract value that the ledger knows of, the present one first.
    pub fn known_contracts(&self) -> Vec<i64> {
        let now_and_then = [self.contract_yuan, self.contract_at_signing_yuan];
        now_and_then
            .into_iter()
            .flatten()
            .chain(self.former_contracts.iter().copied())
            .filter(|value| *value > 0)
            .collect()
    }

    /// Whether it has ever been in the tracked set.
    pub fn was_ever_tracked(&self) -> bool {
        self.tracked || self.tracked_until.is_some()
    }
}

/// The ledger by number.
#[derive(Debug, Clone, Default)]
pub struct LedgerBook {
    /// Projects by number.
    pub projects: BTreeMap<String, LedgerProject>,
}

impl LedgerBook {
    /// Puts the lines of each number together. A number twice in one sheet is an error of the ledger.
    pub fn new(entries: &[LedgerEntry], units: &UnitNames, rates: &Rates) -> (LedgerBook, Vec<Finding>) {
        let mut by_number: BTreeMap<&str, Vec<&LedgerEntry>> = BTreeMap::new();
        for entry in entries {
            by_number.entry(&entry.ledger_no).or_default().push(entry);
        }
        let taken_in = taken_in_days(entries);
        let says_tracked = entries.iter().any(|entry| entry.tracked.is_some());
        let projects = by_number.iter().map(|(number, lines)| {
            let mut project = project_of(lines, &taken_in);
            project.tracked |= !says_tracked;
            let notes = || lines.iter().filter_map(|line| line.note.as_deref());
            project.moved = notes().find_map(|note| moved_to(note, units));
            project.former_contracts = notes().filter_map(|note| former_contract(note, rates)).collect();
            project.former_contracts.dedup();
            ((*number).to_owned(), project)
        });
        let findings = by_number.values().flat_map(|lines| numbers_twice(lines)).collect();
        (LedgerBook { projects: projects.collect() }, findings)
    }

    /// Whether there is a ledger at all.
    pub fn is_empty(&self) -> bool {
        self.projects.is_empty()
    }
}

/// The day on which each edition was taken into the tracked set.
fn taken_in_days(entries: &[LedgerEntry]) -> BTreeMap<(Option<&str>, Option<&str>), Date> {
    let mut days = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.tracked == Some(true)) {
        let Some(day) = entry.decided_at else { continue };
        let first = days.entry((entry.event.as_deref(), entry.cohort.as_deref())).or_insert(day);
        *first = day.min(*first);
    }
    days
}

/// A line that leaves a project out after its edition was taken in says that the project had been tracked until
/// then; one decided before says that it never was.
fn project_of(
    lines: &[&LedgerEntry],
    taken_in: &BTreeMap<(Option<&str>, Option<&str>), Date>,
) -> LedgerProject {
    let mut ordered = lines.to_vec();
    ordered.sort_by_key(|line| line.decided_at.is_none());
    let first = |of: fn(&LedgerEntry) -> Option<String>| ordered.iter().find_map(|line| of(line));
    let left_out = ordered.iter().find(|line| line.tracked == Some(false) && line.decided_at.is_some());
    let tracked = ordered.iter().any(|line| line.tracked == Some(true))
        && ordered.iter().all(|line| line.tracked != Some(false));
    let event = first(|line| line.event.clone());
    let cohort = first(|line| line.cohort.clone());
    let taken_in_day = taken_in.get(&(event.as_deref(), cohort.as_deref())).copied();
    let tracked_until = left_out.and_then(|line| line.decided_at).filter(|until| Some(*until) > taken_in_day);
    let mut names: Vec<String> = ordered.iter().filter_map(|line| line.name.clone()).collect();
    names.dedup();
    LedgerProject {
        ledger_no: lines.first().map(|line| line.ledger_no.clone()).unwrap_or_default(),
        tracked,
        tracked_until: tracked_until.filter(|_| taken_in_day.is_some() && !tracked),
        reason: first(|line| line.reason.clone()),
        names,
        investor: first(|line| line.investor.clone()),
        unit_code: first(|line| line.unit_code.clone()),
        industry_code: first(|line| line.industry_code.clone()),
        sign_date: ordered.iter().find_map(|line| line.sign_date),
        contract_yuan: ordered.iter().find_map(|line| line.contract_yuan),
        contract_at_signing_yuan: ordered.iter().find_map(|line| line.contract_at_signing_yuan),
        former_contracts: Vec::new(),
        moved: None,
        event,
        cohort,
    }
}

fn numbers_twice(lines: &[&LedgerEntry]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(earlier) =
            lines[..index].iter().find(|other| (&other.file, &other.sheet) == (&line.file, &line.sheet))
        else {
            continue;
        };
        let detail = format!("{} {} / {}", line.sheet, earlier.address, line.address);
        let draft =
            L610_LEDGER_NO_TWICE.draft("").sheet(&line.sheet).address(&line.address).raw(&line.ledger_no);
        let mut finding = draft.detail(detail).finish();
        finding.file = Some(line.file.clone());
        findings.push(finding);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: &str, tracked: Option<bool>, decided: Option<&str>) -> LedgerEntry {
        LedgerEntry {
            ledger_no: number.to_owned(),
            cohort: Some("2020".to_owned()),
            tracked,
            decided_at: decided.map(|day| day.parse().unwrap()),
            address: format!("A{number}"),
            ..LedgerEntry::default()
        }
    }

    #[test]
    fn a_project_removed_later_was_tracked_until_then() {
        let entries = [
            line("1", Some(true), Some("2020-12-31")),
            line("2", Some(false), Some("2023-03-31")),
            line("3", Some(false), Some("2020-12-20")),
        ];
        let (book, findings) = LedgerBook::new(&entries, &UnitNames::default(), &Rates::default());
        assert!(findings.is_empty());
        let february: Month = "2023-02".parse().unwrap();
        let tracked = |number: &str, month: Month| book.projects[number].is_tracked_in(month);
        assert!(tracked("1", february) && tracked("2", february) && !tracked("3", february));
        assert!(!tracked("2", february.plus(1)));
    }

    #[test]
    fn a_number_twice_in_one_sheet_is_found() {
        let mut twice = line("1", None, None);
        twice.address = "A9".to_owned();
        let (book, findings) =
            LedgerBook::new(&[line("1", None, None), twice], &UnitNames::default(), &Rates::default());
        assert_eq!((book.projects.len(), findings.len()), (1, 1));
        assert!(book.projects["1"].tracked, "a ledger that says nothing of tracking tracks everything");
    }
}
