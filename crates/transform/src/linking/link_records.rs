//! Links every record to a project: by ledger number, by exact name, by the name a number was seen with, by investor
//! and value, or as a project of its own.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::links::Link;
use model::digest::short_digest;
use model::field::Field;

use crate::cell_rules::project_names::{normalize_name, renamed_from};
use crate::cell_rules::splits::{bracketed_part, split_from};
use crate::cell_rules::text::plain;
use crate::ledger_book::LedgerProject;
use crate::linking::directory::Directory;
use crate::linking::fit::{LEAST_FIT, LEAST_LEAD, fit, has_its_value};
use crate::typed_record::TypedRecord;

/// Where a record was put.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Linked {
    /// The row of the dataset.
    pub link: Link,
    /// The project under which it is counted.
    pub counted_project_id: String,
    /// The number of the ledger's project, or of the whole of a part.
    pub ledger_no: Option<String>,
}

/// Links records, one result for each. Nothing depends on the order of the records.
pub fn link_records(
    records: &[TypedRecord],
    directory: &Directory<'_>,
    ignore_ledger_no: bool,
) -> Vec<Linked> {
    let linker =
        Linker { directory, ignore_ledger_no, learnt: learn_names(records, directory, ignore_ledger_no) };
    records.iter().map(|record| linker.link(record)).collect()
}

struct Linker<'a> {
    directory: &'a Directory<'a>,
    ignore_ledger_no: bool,
    /// Normalised name → the numbers it was reported with.
    learnt: BTreeMap<String, BTreeSet<String>>,
}

/// The names under which numbers were reported: a return without numbers is recognised by them.
fn learn_names(
    records: &[TypedRecord],
    directory: &Directory<'_>,
    ignore_ledger_no: bool,
) -> BTreeMap<String, BTreeSet<String>> {
    let mut learnt: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for record in records.iter().filter(|_| !ignore_ledger_no) {
        let (Some(number), Some(name)) =
            (record.text(Field::ProjectCodeLocal), record.text(Field::ProjectName))
        else {
            continue;
        };
        if directory.project(number).is_some() || directory.whole_of(number).is_some() {
            learnt.entry(normalize_name(name)).or_default().insert(number.to_owned());
        }
    }
    learnt
}

impl Linker<'_> {
    fn link(&self, record: &TypedRecord) -> Linked {
        let by_number = if self.ignore_ledger_no { None } else { self.by_number(record) };
        by_number
            .or_else(|| self.by_name(record))
            .or_else(|| self.by_part_note(record))
            .or_else(|| self.by_learnt_name(record))
            .or_else(|| self.by_brackets(record))
            .or_else(|| self.by_investor(record))
            .or_else(|| self.by_likeness(record))
            .unwrap_or_else(|| own_project(record))
    }

    fn by_number(&self, record: &TypedRecord) -> Option<Linked> {
        self.numbered(record, record.text(Field::ProjectCodeLocal)?, "ledger_no", 1.0)
    }

    fn numbered(&self, record: &TypedRecord, number: &str, method: &str, score: f64) -> Option<Linked> {
        if let Some(project) = self.directory.project(number) {
            return Some(linked(record, number, &project.ledger_no, method, score));
        }
        let whole = self.directory.whole_of(number)?;
        Some(linked(record, number, &whole.ledger_no, method, score))
    }

    fn by_name(&self, record: &TypedRecord) -> Option<Linked> {
        let candidates = self.directory.named(record.text(Field::ProjectName)?);
        let project = the_only(&candidates, record)?;
        Some(linked(record, &project.ledger_no, &project.ledger_no, "exact_name", 0.99))
    }

    /// `原“…”拆分`: a part of the project named; another `原“…”`: the project named, under its new name.
    fn by_part_note(&self, record: &TypedRecord) -> Option<Linked> {
        let note = record.text(Field::Note)?;
        let split = split_from(note);
        let candidates = self.directory.named(&split.clone().or_else(|| renamed_from(note))?);
        let project = the_only(&candidates, record)?;
        let whole = &project.ledger_no;
        if split.is_none() {
            return Some(linked(record, whole, whole, "exact_name", 0.95));
        }
        Some(self.part(record, record.text(Field::ProjectName)?, whole))
    }

    /// A part by its name, under the number that it was reported with elsewhere, else under one made from its name.
    fn part(&self, record: &TypedRecord, name: &str, whole: &str) -> Linked {
        let name = normalize_name(name);
        let numbers = self.learnt.get(&name);
        let known = numbers.and_then(|numbers| numbers.iter().find(|number| number.starts_with(whole)));
        let part = known.cloned().unwrap_or_else(|| format!("{whole}-{}", &short_digest(&[&name])[..8]));
        linked(record, &part, whole, "exact_name", 0.95)
    }

    /// `…基地（研发中心）项目`: a part of `…基地项目`; `…项目（含…）`: the project itself.
    fn by_brackets(&self, record: &TypedRecord) -> Option<Linked> {
        let name = record.text(Field::ProjectName)?;
        let (base, inner) = bracketed_part(name)?;
        let project = the_only(&self.directory.named(&base), record)?;
        let whole = &project.ledger_no;
        if inner.starts_with(['含', '原', '现']) {
            return Some(linked(record, whole, whole, "exact_name", 0.95));
        }
        Some(self.part(record, name, whole))
    }

    fn by_learnt_name(&self, record: &TypedRecord) -> Option<Linked> {
        let numbers = self.learnt.get(&normalize_name(record.text(Field::ProjectName)?))?;
        let only = numbers.iter().next().filter(|_| numbers.len() == 1)?;
        self.numbered(record, only, "exact_name", 0.97)
    }

    /// The ledger project of the same unit or investor that fits best, if it fits well and clearly better than the next.
    fn by_likeness(&self, record: &TypedRecord) -> Option<Linked> {
        let name = record.text(Field::ProjectName)?;
        let candidates = self.directory.near(record.unit_code.as_deref(), record.text(Field::Investor));
        let mut fits: Vec<(f64, &LedgerProject)> =
            candidates.into_iter().map(|project| (fit(record, name, project), project)).collect();
        fits.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.ledger_no.cmp(&b.1.ledger_no)));
        let (best, project) = *fits.first()?;
        let next = fits.get(1);
        let clear = next.is_none_or(|(score, _)| best - score >= LEAST_LEAD);
        if best < LEAST_FIT || !clear {
            return None;
        }
        let mut linked = linked(record, &project.ledger_no, &project.ledger_no, "fuzzy", best);
        linked.link.runner_up = next.map(|(_, project)| project.ledger_no.clone());
        linked.link.runner_up_score = next.map(|(score, _)| *score);
        Some(linked)
    }

    /// The only project of the same investor and phase whose contract value is within one per cent.
    fn by_investor(&self, record: &TypedRecord) -> Option<Linked> {
        let (investor, name) = (record.text(Field::Investor)?, record.text(Field::ProjectName)?);
        let mut candidates = self.directory.of_investor(investor, name);
        candidates.retain(|project| has_its_value(record.amount(Field::ContractValue), project));
        let project = the_only(&candidates, record)?;
        Some(linked(record, &project.ledger_no, &project.ledger_no, "fuzzy", 0.9))
    }
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

fn linked(record: &TypedRecord, project_id: &str, ledger_no: &str, method: &str, score: f64) -> Linked {
    Linked {
        link: Link {
            record_id: record.record.record_id.clone(),
            project_id: project_id.to_owned(),
            method: method.to_owned(),
            score,
            runner_up: None,
            runner_up_score: None,
        },
        counted_project_id: ledger_no.to_owned(),
        ledger_no: Some(ledger_no.to_owned()),
    }
}

/// A project that the ledger does not list. Its id comes from its own code, else from name, investor and edition.
fn own_project(record: &TypedRecord) -> Linked {
    let name = record.text(Field::ProjectName).map(normalize_name).unwrap_or_default();
    let investor = record.text(Field::Investor).map(plain).unwrap_or_default();
    let code = record.text(Field::ProjectCodeLocal).unwrap_or_default();
    let cohort = record.cohort.as_deref().unwrap_or_default();
    let event = record.event.as_deref().unwrap_or_default();
    let identity = if code.is_empty() {
        format!("X-{}", &short_digest(&[&name, &investor, event, cohort])[..12])
    } else {
        code.to_owned()
    };
    let mut own = linked(record, &identity, &identity, "new", 1.0);
    own.ledger_no = None;
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger_book::LedgerBook;

    fn book() -> LedgerBook {
        let project = |number: &str, name: &str, investor: &str, cohort: &str| LedgerProject {
            ledger_no: number.to_owned(),
            names: vec![name.to_owned()],
            investor: Some(investor.to_owned()),
            cohort: Some(cohort.to_owned()),
            contract_yuan: Some(1_000_000_000),
            ..LedgerProject::default()
        };
        let projects = [
            project("ZB2020-001", "甲芯片项目", "甲公司", "2020"),
            project("ZB2021-001", "乙电池基地项目（一期）", "乙公司", "2021"),
            project("ZB2021-002", "乙电池基地项目（二期）", "乙公司", "2021"),
            project("ZB2022-009", "甲芯片项目", "甲公司", "2022"),
        ];
        LedgerBook { projects: projects.map(|project| (project.ledger_no.clone(), project)).into() }
    }

    fn record(texts: &[(Field, &str)], cohort: Option<&str>) -> TypedRecord {
        let mut record = TypedRecord { cohort: cohort.map(str::to_owned), ..TypedRecord::default() };
        record.texts = texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        record.amounts.insert(Field::ContractValue, 1_000_000_000);
        record
    }

    fn check(record: TypedRecord, method: &str, project: &str, counted: &str) {
        let book = book();
        let linked = link_records(&[record], &Directory::new(&book), false).remove(0);
        let found = (
            linked.link.method.as_str(),
            linked.link.project_id.as_str(),
            linked.counted_project_id.as_str(),
        );
        assert_eq!(found, (method, project, counted));
    }

    #[test]
    fn numbers_come_first_and_parts_are_counted_under_their_whole() {
        let number =
            |number| record(&[(Field::ProjectCodeLocal, number), (Field::ProjectName, "什么项目")], None);
        check(number("ZB2020-001"), "ledger_no", "ZB2020-001", "ZB2020-001");
        check(number("ZB2021-002-1"), "ledger_no", "ZB2021-002-1", "ZB2021-002");
    }

    #[test]
    fn a_name_that_two_editions_share_is_told_apart_by_the_edition() {
        check(
            record(&[(Field::ProjectName, "甲芯片 项目")], Some("2022")),
            "exact_name",
            "ZB2022-009",
            "ZB2022-009",
        );
    }

    #[test]
    fn a_renamed_project_is_found_by_investor_value_and_phase() {
        let renamed = [(Field::ProjectName, "乙（重庆）公司储能项目（二期）"), (Field::Investor, "乙公司")];
        check(record(&renamed, Some("2021")), "fuzzy", "ZB2021-002", "ZB2021-002");
    }

    #[test]
    fn a_split_named_in_the_remarks_is_a_part() {
        let part =
            [(Field::ProjectName, "乙电池基地（研发）项目"), (Field::Note, "原“乙电池基地项目（一期）”拆分")];
        let book = book();
        let linked = link_records(&[record(&part, None)], &Directory::new(&book), false).remove(0);
        assert_eq!(linked.counted_project_id, "ZB2021-001");
        assert_ne!(linked.link.project_id, "ZB2021-001");
    }

    #[test]
    fn an_unknown_project_gets_the_same_id_whatever_stands_beside_it() {
        let unknown = || record(&[(Field::ProjectName, "丙项目"), (Field::Investor, "丙")], Some("2020"));
        let book = book();
        let alone = link_records(&[unknown()], &Directory::new(&book), false);
        let other = record(&[(Field::ProjectName, "丁项目")], None);
        let together = link_records(&[other, unknown()], &Directory::new(&book), false);
        assert_eq!(alone[0].link.project_id, together[1].link.project_id);
        assert_eq!(alone[0].link.method, "new");
    }
}
