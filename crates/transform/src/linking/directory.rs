//! Everything that a record can be recognised by (项目索引): numbers, names, investors of the ledger's projects.

use std::collections::{BTreeMap, BTreeSet};

use crate::cell_rules::project_names::{normalize_name, phase_of};
use crate::cell_rules::text::plain;
use crate::ledger_book::{LedgerBook, LedgerProject};
use crate::linking::likeness::same_company;

/// The ledger, turned around.
#[derive(Debug, Default)]
pub struct Directory<'a> {
    book: Option<&'a LedgerBook>,
    by_name: BTreeMap<String, BTreeSet<&'a str>>,
    by_investor: BTreeMap<String, BTreeSet<&'a str>>,
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
                directory.by_investor.entry(plain(investor)).or_default().insert(number);
            }
        }
        directory
    }

    /// The project with a number.
    pub fn project(&self, number: &str) -> Option<&'a LedgerProject> {
        self.book?.projects.get(number)
    }

    /// The number a text names: itself, or the whole of which it is a part (`ZB2021-032-1` of `ZB2021-032`).
    pub fn whole_of(&self, number: &str) -> Option<&'a LedgerProject> {
        let (whole, part) = number.rsplit_once('-')?;
        let is_part = !part.is_empty() && part.len() <= 2 && part.chars().all(|c| c.is_ascii_digit());
        is_part.then(|| self.project(whole)).flatten()
    }

    /// The projects with a name.
    pub fn named(&self, name: &str) -> Vec<&'a LedgerProject> {
        self.projects(self.by_name.get(&normalize_name(name)))
    }

    /// The projects of an investor that are of the same phase as a name.
    pub fn of_investor(&self, investor: &str, name: &str) -> Vec<&'a LedgerProject> {
        let phase = phase_of(name);
        let mut projects = self.projects(self.by_investor.get(&plain(investor)));
        projects.retain(|project| project.names.iter().any(|known| phase_of(known) == phase));
        projects
    }

    /// The projects that a return of a unit may speak of: those of the unit, and those of an investor.
    pub fn near(&self, unit_code: Option<&str>, investor: Option<&str>) -> Vec<&'a LedgerProject> {
        let Some(book) = self.book else { return Vec::new() };
        let of_unit = |project: &LedgerProject| {
            let moved_to = project.moved.as_ref().map(|(_, unit)| unit.as_str());
            unit_code.is_some() && (project.unit_code.as_deref() == unit_code || moved_to == unit_code)
        };
        let of_investor = |project: &LedgerProject| {
            investor.zip(project.investor.as_deref()).is_some_and(|(named, known)| same_company(named, known))
        };
        book.projects.values().filter(|project| of_unit(project) || of_investor(project)).collect()
    }

    fn projects(&self, numbers: Option<&BTreeSet<&'a str>>) -> Vec<&'a LedgerProject> {
        numbers.into_iter().flatten().filter_map(|number| self.project(number)).collect()
    }
}
