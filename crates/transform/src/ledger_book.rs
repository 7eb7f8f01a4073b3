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
    /// The day it was taken into the tracked set, where an earlier ledger lists it outside.
    pub tracked_from: Option<Date>,
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
        let is_in = self.tracked_from.is_none_or(|from| Month::of(from) <= month);
        is_in && (self.tracked || self.tracked_until.is_some_and(|until| Month::of(until) > month))
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
    /// Puts the lines of each number together. The latest ledger that lists a number speaks of it; what earlier
    /// ledgers said of value and tracking is its history. A number twice in one sheet is an error of the ledger.
    pub fn new(entries: &[LedgerEntry], units: &UnitNames, rates: &Rates) -> (LedgerBook, Vec<Finding>) {
        let mut projects = BTreeMap::new();
        for (known, lines) in by_ledger(entries) {
            projects = succeed(projects, of_lines(&lines), known);
        }
        let mut by_number: BTreeMap<&str, Vec<&LedgerEntry>> = BTreeMap::new();
        for entry in entries {
            by_number.entry(&entry.ledger_no).or_default().push(entry);
        }
        for (number, project) in &mut projects {
            let notes = || by_number[number.as_str()].iter().filter_map(|line| line.note.as_deref());
            project.moved = notes().find_map(|note| moved_to(note, units));
            project.former_contracts.extend(notes().filter_map(|note| former_contract(note, rates)));
            project.former_contracts.dedup();
        }
        let findings = by_number.values().flat_map(|lines| numbers_twice(lines)).collect();
        (LedgerBook { projects }, findings)
    }

    /// Whether there is a ledger at all.
    pub fn is_empty(&self) -> bool {
        self.projects.is_empty()
    }
}

/// The lines of each ledger workbook, by date; a workbook without a date comes first.
fn by_ledger(entries: &[LedgerEntry]) -> Vec<(Option<Date>, Vec<LedgerEntry>)> {
    let mut ledgers: BTreeMap<(Option<Date>, &str), Vec<LedgerEntry>> = BTreeMap::new();
    for entry in entries {
        ledgers.entry((entry.known_from, &entry.file)).or_default().push(entry.clone());
    }
    ledgers.into_iter().map(|((known, _), lines)| (known, lines)).collect()
}

/// The projects of one ledger, by number: its sheets put together.
pub fn of_lines(entries: &[LedgerEntry]) -> BTreeMap<String, LedgerProject> {
    let mut by_number: BTreeMap<&str, Vec<&LedgerEntry>> = BTreeMap::new();
    for entry in entries {
        by_number.entry(&entry.ledger_no).or_default().push(entry);
    }
    let taken_in = taken_in_days(entries);
    let says_tracked = entries.iter().any(|entry| entry.tracked.is_some());
    let projects = by_number.into_iter().map(|(number, lines)| {
        let mut project = project_of(&lines, &taken_in);
        project.tracked |= !says_tracked;
        (number.to_owned(), project)
    });
    projects.collect()
}

/// What is known after a later ledger. A project that it no longer lists has left with its date; one that it takes in
/// or leaves out without a date of its own does so with the date of the ledger.
fn succeed(
    mut before: BTreeMap<String, LedgerProject>,
    after: BTreeMap<String, LedgerProject>,
    known: Option<Date>,
) -> BTreeMap<String, LedgerProject> {
    for (number, earlier) in &mut before {
        if earlier.tracked && !after.contains_key(number) {
            earlier.tracked = false;
            earlier.tracked_until = known;
            earlier.reason = Some("not in the latest ledger".to_owned());
        }
    }
    for (number, mut later) in after {
        if let Some(earlier) = before.get(&number) {
            later.inherit(earlier, known);
        }
        before.insert(number, later);
    }
    before
}

impl LedgerProject {
    /// Takes over what an earlier ledger said and this one does not say, or says otherwise.
    fn inherit(&mut self, earlier: &LedgerProject, known: Option<Date>) {
        if self.tracked && !earlier.tracked {
            self.tracked_from = known;
        } else if self.tracked {
            self.tracked_from = earlier.tracked_from;
        }
        if !self.tracked && earlier.tracked && self.tracked_until.is_none() {
            self.tracked_until = known;
        }
        let then = [earlier.contract_yuan, earlier.contract_at_signing_yuan];
        let former = then.into_iter().flatten().chain(earlier.former_contracts.iter().copied());
        let own = self.contract_yuan;
        self.former_contracts.extend(former.filter(|value| Some(*value) != own));
        for name in &earlier.names {
            if !self.names.contains(name) {
                self.names.push(name.clone());
            }
        }
        self.investor = self.investor.take().or_else(|| earlier.investor.clone());
        self.industry_code = self.industry_code.take().or_else(|| earlier.industry_code.clone());
        self.sign_date = self.sign_date.or(earlier.sign_date);
        self.contract_yuan = self.contract_yuan.or(earlier.contract_yuan);
        self.contract_at_signing_yuan = self.contract_at_signing_yuan.or(earlier.contract_at_signing_yuan);
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
        tracked_from: None,
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
