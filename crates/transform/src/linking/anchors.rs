//! Links that need no weighing (确定关联): by number, by code, by the exact name, by what the remarks say.

use std::collections::{BTreeMap, BTreeSet};

use model::digest::short_digest;
use model::field::Field;

use crate::cell_rules::identifiers::{credit_code_ok, national_code_ok};
use crate::cell_rules::project_names::{normalize_name, renamed_from};
use crate::cell_rules::splits::{bracketed_part, split_from};
use crate::ledger_book::LedgerProject;
use crate::linking::directory::Directory;
use crate::linking::likeness::{name_likeness, same_company};
use crate::linking::linked::Linked;
use crate::typed_record::TypedRecord;

/// What links of other records have taught: spelling or code → the projects and parts it was seen with.
#[derive(Debug, Default)]
pub struct Learnt {
    names: BTreeMap<String, BTreeSet<String>>,
    project_codes: BTreeMap<String, BTreeSet<String>>,
    credit_codes: BTreeMap<String, BTreeSet<String>>,
}

impl Learnt {
    /// Learns from a record that is surely of a project; a code that cannot be right teaches nothing.
    pub fn add(&mut self, record: &TypedRecord, project_id: &str) {
        let mut note = |field,
                        book: fn(&mut Learnt) -> &mut BTreeMap<String, BTreeSet<String>>,
                        key: fn(&str) -> String| {
            if let Some(text) = record.text(field) {
                book(self).entry(key(text)).or_default().insert(project_id.to_owned());
            }
        };
        note(Field::ProjectName, |learnt| &mut learnt.names, normalize_name);
        if record.text(Field::ProjectCodeNational).is_some_and(national_code_ok) {
            note(Field::ProjectCodeNational, |learnt| &mut learnt.project_codes, str::to_owned);
        }
        if record.text(Field::CreditCode).is_some_and(credit_code_ok) {
            note(Field::CreditCode, |learnt| &mut learnt.credit_codes, str::to_owned);
        }
    }

    /// The only project that a name was seen with.
    fn of_name(&self, name: &str) -> Option<&str> {
        the_only_seen(self.names.get(&normalize_name(name)))
    }

    /// The parts of a whole that a name was seen with.
    fn part_of(&self, whole: &str, name: &str) -> Option<&String> {
        self.names.get(&normalize_name(name))?.iter().find(|id| id.starts_with(whole) && *id != whole)
    }
}

fn the_only_seen(seen: Option<&BTreeSet<String>>) -> Option<&str> {
    let seen = seen?;
    seen.iter().next().filter(|_| seen.len() == 1).map(String::as_str)
}

/// The rules that link a record by itself.
pub struct Anchors<'a> {
    /// The ledger.
    pub directory: &'a Directory<'a>,
    /// As if no return carried a ledger number.
    pub ignore_ledger_no: bool,
}

/// A number that belongs to another project than the row.
#[derive(Debug, Clone, Copy)]
pub struct WrongNumber<'a> {
    /// The project of the number.
    pub of_number: &'a LedgerProject,
    /// The project of the row.
    pub of_row: &'a LedgerProject,
}

impl<'a> Anchors<'a> {
    /// The project by what the record itself says, in order of trust.
    pub fn link(&self, record: &TypedRecord, learnt: &Learnt) -> Option<Linked> {
        if let Some(wrong) = self.wrong_number(record) {
            let number = &wrong.of_row.ledger_no;
            return Some(Linked::to_ledger(record, number, number, "exact_name", 0.97));
        }
        self.by_number(record)
            .or_else(|| {
                self.by_code(record, &learnt.project_codes, Field::ProjectCodeNational, "project_code")
            })
            .or_else(|| self.by_name(record))
            .or_else(|| self.by_part_note(record, learnt))
            .or_else(|| self.by_learnt_name(record, learnt))
            .or_else(|| self.by_code(record, &learnt.credit_codes, Field::CreditCode, "credit_code"))
            .or_else(|| self.by_brackets(record, learnt))
    }

    /// A ledger number on the row of another project: the name is exactly that project's, and the investor is too, or
    /// where none is given the name is far from that of the number.
    pub fn wrong_number(&self, record: &TypedRecord) -> Option<WrongNumber<'a>> {
        let of_number = self.directory.project(self.number(record)?)?;
        let name = record.text(Field::ProjectName)?;
        let known = |project: &LedgerProject| {
            project.names.iter().any(|known| normalize_name(known) == normalize_name(name))
        };
        if known(of_number) {
            return None;
        }
        let of_row = the_only(&self.directory.named(name), record)?;
        let is_of = |project: &LedgerProject, investor: &str| {
            project.investor.as_deref().is_some_and(|known| same_company(known, investor))
        };
        let contradicts = match record.text(Field::Investor) {
            Some(investor) => is_of(of_row, investor) && !is_of(of_number, investor),
            None => of_number.names.iter().all(|known| name_likeness(known, name) < 0.6),
        };
        contradicts.then_some(WrongNumber { of_number, of_row })
    }

    fn number<'r>(&self, record: &'r TypedRecord) -> Option<&'r str> {
        record.text(Field::ProjectCodeLocal).filter(|_| !self.ignore_ledger_no)
    }

    /// The code of a row that is no number of the ledger: where it has one, its project is called so.
    pub fn own_code<'r>(&self, record: &'r TypedRecord) -> Option<&'r str> {
        self.number(record).filter(|code| self.directory.find(code).is_none())
    }

    fn by_number(&self, record: &TypedRecord) -> Option<Linked> {
        self.numbered(record, self.number(record)?, "ledger_no", 1.0)
    }

    /// The project or the part with an id.
    pub fn numbered(&self, record: &TypedRecord, id: &str, method: &str, score: f64) -> Option<Linked> {
        let (id, whole) = self.directory.find(id)?;
        Some(Linked::to_ledger(record, &id, &whole.ledger_no, method, score))
    }

    fn by_name(&self, record: &TypedRecord) -> Option<Linked> {
        let candidates = self.directory.named(record.text(Field::ProjectName)?);
        let project = the_only(&candidates, record)?;
        Some(Linked::to_ledger(record, &project.ledger_no, &project.ledger_no, "exact_name", 0.99))
    }

    /// `原“…”拆分`: a part of the project named; another `原“…”`: the project named, under its new name.
    fn by_part_note(&self, record: &TypedRecord, learnt: &Learnt) -> Option<Linked> {
        let note = record.text(Field::Note)?;
        let split = split_from(note);
        let candidates = self.directory.named(&split.clone().or_else(|| renamed_from(note))?);
        let whole = &the_only(&candidates, record)?.ledger_no;
        if split.is_none() {
            return Some(Linked::to_ledger(record, whole, whole, "exact_name", 0.95));
        }
        Some(part(record, record.text(Field::ProjectName)?, whole, learnt))
    }

    /// `…基地（研发中心）项目`: a part of `…基地项目`; `…项目（含…）`: the project itself.
    fn by_brackets(&self, record: &TypedRecord, learnt: &Learnt) -> Option<Linked> {
        let name = record.text(Field::ProjectName)?;
        let (base, inner) = bracketed_part(name)?;
        let whole = &the_only(&self.directory.named(&base), record)?.ledger_no;
        if inner.starts_with(['含', '原', '现']) {
            return Some(Linked::to_ledger(record, whole, whole, "exact_name", 0.95));
        }
        Some(part(record, name, whole, learnt))
    }

    fn by_learnt_name(&self, record: &TypedRecord, learnt: &Learnt) -> Option<Linked> {
        self.numbered(record, learnt.of_name(record.text(Field::ProjectName)?)?, "exact_name", 0.97)
    }

    /// A code that was seen with one project only.
    fn by_code(
        &self,
        record: &TypedRecord,
        codes: &BTreeMap<String, BTreeSet<String>>,
        field: Field,
        method: &str,
    ) -> Option<Linked> {
        let id = the_only_seen(codes.get(record.text(field)?))?;
        self.numbered(record, id, method, 0.96)
    }
}

/// A part by its name, under the number that it was reported with elsewhere, else under one made from its name.
fn part(record: &TypedRecord, name: &str, whole: &str, learnt: &Learnt) -> Linked {
    let known = learnt.part_of(whole, name).cloned();
    let part = known.unwrap_or_else(|| format!("{whole}-{}", &short_digest(&[&normalize_name(name)])[..8]));
    Linked::to_ledger(record, &part, whole, "exact_name", 0.95)
}

/// The only candidate, or the only one of the record's edition and unit where there are several.
fn the_only<'a>(candidates: &[&'a LedgerProject], record: &TypedRecord) -> Option<&'a LedgerProject> {
    let narrowed = |keep: &dyn Fn(&LedgerProject) -> bool| -> Option<&'a LedgerProject> {
        let mut kept = candidates.iter().filter(|project| keep(project));
        kept.next().copied().filter(|_| kept.next().is_none())
    };
    let same_cohort = |project: &LedgerProject| project.cohort == record.cohort;
    let same_unit = |project: &LedgerProject| project.unit_code == record.unit_code;
    narrowed(&|_| true)
        .or_else(|| narrowed(&same_cohort))
        .or_else(|| narrowed(&same_unit))
        .or_else(|| narrowed(&|project| same_cohort(project) && same_unit(project)))
}
