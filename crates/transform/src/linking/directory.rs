//! Everything that a record can be recognised by (项目索引): numbers, names, investors of the ledger's projects.

use std::collections::{BTreeMap, BTreeSet};

use model::field::Field;

use crate::cell_rules::identifiers::normalize_code;
use crate::cell_rules::project_names::normalize_name;
use crate::ledger_book::{LedgerBook, LedgerProject};
use crate::linking::likeness::company_core;
use crate::typed_record::TypedRecord;

/// The ledger, turned around.
#[derive(Debug, Default)]
pub struct Directory<'a> {
    book: Option<&'a LedgerBook>,
    by_name: BTreeMap<String, BTreeSet<&'a str>>,
    by_investor: BTreeMap<String, BTreeSet<&'a str>>,
    by_unit: BTreeMap<String, BTreeSet<&'a str>>,
}

impl<'a> Directory<'a> {
    /// Indexes a ledger.
    pub fn new(book: &'a LedgerBook) -> Directory<'a> {
        let mut directory = Directory { book: Some(book), ..Directory::default() };
        for (number, project) in &book.projects {
            for name in &project.names {
                directory.by_name.entry(normalize_name(name)).or_default().insert(number);
            }
            if let Some(investor) = &project.investor {
                directory.by_investor.entry(company_core(investor)).or_default().insert(number);
            }
            let moved_to = project.moved.as_ref().map(|(_, unit)| unit);
            for unit in project.unit_code.iter().chain(moved_to) {
                directory.by_unit.entry(unit.clone()).or_default().insert(number);
            }
        }
        directory
    }

    /// The project with a number.
    pub fn project(&self, number: &str) -> Option<&'a LedgerProject> {
        self.book?.projects.get(number)
    }

    /// The project or part that an id names, as its id is spelt, and the project of the ledger under which it counts. A
    /// ledger number may be typed in small or full-width letters; returns give ids back in capitals.
    pub fn find(&self, id: &str) -> Option<(String, &'a LedgerProject)> {
        let whole = |id: &str| self.project(id).map(|project| (project.ledger_no.clone(), project));
        let as_spelt = |id: &str| whole(id).or_else(|| self.part(id));
        as_spelt(id).or_else(|| as_spelt(&normalize_code(id)))
    }

    /// The part that an id names, and its whole: `ZB2021-032-1` of `ZB2021-032`, or one with an id made from its name,
    /// in small letters.
    fn part(&self, id: &str) -> Option<(String, &'a LedgerProject)> {
        let (number, suffix) = id.rsplit_once('-')?;
        let is_numbered = matches!(suffix.len(), 1..=2) && suffix.bytes().all(|sign| sign.is_ascii_digit());
        let is_made = suffix.len() == 8 && suffix.bytes().all(|sign| sign.is_ascii_hexdigit());
        let whole = self.project(number).filter(|_| is_numbered || is_made)?;
        Some((format!("{number}-{}", suffix.to_ascii_lowercase()), whole))
    }

    /// The number that a text names: a number of the ledger, or the only project with that name.
    pub fn number_of(&self, text: &str) -> Option<String> {
        let by_name = || match self.named(text).as_slice() {
            [only] => Some(only.ledger_no.clone()),
            _ => None,
        };
        self.project(text).map(|project| project.ledger_no.clone()).or_else(by_name)
    }

    /// The projects with a name.
    pub fn named(&self, name: &str) -> Vec<&'a LedgerProject> {
        self.projects(self.by_name.get(&normalize_name(name)))
    }

    /// Every project, by number.
    pub fn all(&self) -> impl Iterator<Item = &'a LedgerProject> {
        self.book.into_iter().flat_map(|book| book.projects.values())
    }

    /// The numbers of the projects that a record may speak of: those of its unit, and those of its investor.
    pub fn near(&self, record: &TypedRecord) -> Vec<&'a str> {
        let unit = record.unit_code.as_ref().and_then(|unit| self.by_unit.get(unit));
        let investor =
            record.text(Field::Investor).and_then(|name| self.by_investor.get(&company_core(name)));
        let numbers: BTreeSet<&'a str> = unit.into_iter().chain(investor).flatten().copied().collect();
        numbers.into_iter().collect()
    }

    fn projects(&self, numbers: Option<&BTreeSet<&'a str>>) -> Vec<&'a LedgerProject> {
        numbers.into_iter().flatten().filter_map(|number| self.project(number)).collect()
    }
}
