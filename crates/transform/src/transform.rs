//! The recipe of the stage, one line a step.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::datasets::ledger_entries::LedgerEntry;
use model::datasets::links::Link;
use model::datasets::observations::Observation;
use model::datasets::reconciliation::Reconciliation;
use model::datasets::returns::ReturnRow;
use model::form::UnitNaming;
use model::policy::Scope;
use model::reference::Reference;

use crate::accounts::{balance, columns, count_findings, settle_findings, settle_records, settle_values};
use crate::check_all::{Grounds, believe_accepted, check_all};
use crate::dispositions::decide;
use crate::error::TransformError;
use crate::finding_states::set_states;
use crate::judged_record::JudgedRecord;
use crate::layouts::drift::check_layouts;
use crate::ledger::read_ledgers;
use crate::ledger_book::LedgerBook;
use crate::ledger_changes::ledger_changes;
use crate::linking::directory::Directory;
use crate::linking::link_records::link_records;
use crate::linking::linked::Linked;
use crate::milestones::milestones;
use crate::observations::observation;
use crate::panels::panel_and_doubts;
use crate::projects::projects;
use crate::read_return::{TypedReturn, read_return, unread_return};
use crate::received::{FileContent, ReceivedFile};
use crate::relations::relations;
use crate::return_status::{mark_duplicates, mark_superseded, reject_unusable, return_rows};
use crate::review::review;
use crate::settings::Settings;
use crate::signed_again::apply_policy;
use crate::table_rules::panel_rows::PanelContext;
use crate::transformed::Transformed;
use crate::typed_record::TypedRecord;
use crate::units_from_history::infer_units;
use crate::vocabulary::Vocabulary;

/// What a run needs beyond the datasets of single records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Everything, the monthly panel too.
    Panel,
    /// Records and findings: for the check of single returns.
    Records,
}

/// Turns what was received into every dataset of the stage.
///
/// The result depends on the content of the files, the ledger, the reference tables and the settings alone: not on
/// the order of files, the clock or the machine.
pub fn transform(
    mut received: Vec<ReceivedFile>,
    ledgers: Vec<ReceivedFile>,
    reference: &Reference,
    settings: &Settings,
    depth: Depth,
) -> Result<Transformed, TransformError> {
    received.sort_by(|a, b| a.file.cmp(&b.file));
    let vocabulary = Vocabulary::new(reference, settings)?;
    let mut findings = Vec::new();
    let ledger = ledger_of(&ledgers, &vocabulary, settings, &mut findings);
    let mut typed = read_returns(&received, &vocabulary, settings);
    let mut returns = return_rows(&received, &typed);
    reject_unusable(&mut returns, settings.form.unit_naming == UnitNaming::Reference);
    mark_duplicates(&mut returns, &mut findings);
    let reconciliation = reconciliation(&mut typed, &returns);
    let records = gather(&mut typed, &returns, &mut findings);
    let linked = linked(&records, &ledger.book, settings, &mut returns, &mut findings);
    let mut judged = judge(records, linked, &returns, &ledger.book, &settings.scope, &mut findings);
    infer_units(&mut judged, &ledger.book, &vocabulary.rates, &mut findings);
    let grounds = Grounds {
        returns: &returns,
        book: &ledger.book,
        entries: &ledger.entries,
        thresholds: &vocabulary.thresholds,
        ignore_ledger_no: settings.form.ignore_ledger_no,
    };
    check_all(&mut judged, &grounds, &mut findings);
    findings.extend(check_layouts(&received, &returns, vocabulary.thresholds.header_confidence));
    let findings = settled(findings, &judged, &returns, settings);
    believe_accepted(&mut judged, &findings);
    count_findings(&mut returns, &findings);
    let balance = balance(&received, &returns, &judged);
    let columns = columns(&received, &returns);
    let told = told_of_projects(judged, &ledger, &findings, (&vocabulary, settings, depth))?;
    Ok(Transformed {
        columns,
        returns,
        reconciliation,
        findings,
        balance,
        ledger_entries: ledger.entries,
        ..told
    })
}

/// The ledger, line by line and by number.
struct Ledger {
    entries: Vec<LedgerEntry>,
    book: LedgerBook,
}

fn ledger_of(
    ledgers: &[ReceivedFile],
    vocabulary: &Vocabulary,
    settings: &Settings,
    findings: &mut Vec<Finding>,
) -> Ledger {
    let (entries, of_lines) = read_ledgers(ledgers, vocabulary, settings);
    let (mut book, of_numbers) = LedgerBook::new(&entries, &vocabulary.units, &vocabulary.rates);
    apply_policy(&mut book, &entries, settings.policy.resigned);
    findings.extend(of_lines.into_iter().chain(of_numbers));
    Ledger { entries, book }
}

/// The project of each record; returns that a later one replaces are marked, for that needs to know the projects.
fn linked(
    records: &[TypedRecord],
    book: &LedgerBook,
    settings: &Settings,
    returns: &mut [ReturnRow],
    findings: &mut Vec<Finding>,
) -> Vec<Linked> {
    let directory = Directory::new(book);
    let (linked, of_decisions) =
        link_records(records, &directory, settings.form.ignore_ledger_no, &settings.decisions);
    findings.extend(of_decisions);
    let projects_of_returns = projects_of_returns(records, &linked, returns.len());
    mark_superseded(returns, &projects_of_returns, settings.policy.supersede, findings);
    linked
}

/// The datasets that the judged records fill: those of single records, of projects, and the panel.
fn told_of_projects(
    judged: Vec<JudgedRecord>,
    Ledger { entries, book }: &Ledger,
    findings: &[Finding],
    (vocabulary, settings, depth): (&Vocabulary, &Settings, Depth),
) -> Result<Transformed, TransformError> {
    let known = projects(&judged, book);
    let context = PanelContext { known: &known, book, vocabulary, policy: &settings.policy };
    let (project_months, doubts) = match depth {
        Depth::Panel => panel_and_doubts(&judged, findings, &context, settings.as_of)?,
        Depth::Records => (Vec::new(), Vec::new()),
    };
    Ok(Transformed {
        records: settle_records(&judged),
        links: links(&judged),
        observations: observations(&judged, book),
        milestones: milestones(&judged, &known),
        relations: relations(&judged, entries, book, &vocabulary.units),
        ledger_changes: ledger_changes(entries),
        review: review(&judged, book, settings.form.ignore_ledger_no, &settings.decisions),
        values: settle_values(judged),
        projects: known.into_values().map(|known| known.project).collect(),
        project_months,
        doubts,
        ..Transformed::default()
    })
}

/// The findings with their files and ids, and with what became of them.
fn settled(
    findings: Vec<Finding>,
    judged: &[JudgedRecord],
    returns: &[ReturnRow],
    settings: &Settings,
) -> Vec<Finding> {
    let mut findings = settle_findings(findings, returns);
    let project = |judged: &'_ JudgedRecord| {
        (judged.record.record.record_id.clone(), judged.linked.counted_project_id.clone())
    };
    let project_of: BTreeMap<String, String> = judged.iter().map(project).collect();
    let project_of = project_of.iter().map(|(record, project)| (record.as_str(), project.as_str())).collect();
    set_states(&mut findings, returns, &project_of, &settings.decisions.findings);
    findings
}

fn read_returns(received: &[ReceivedFile], vocabulary: &Vocabulary, settings: &Settings) -> Vec<TypedReturn> {
    received
        .iter()
        .map(|file| match &file.content {
            FileContent::Read(reading) => read_return(file, reading, vocabulary, settings),
            FileContent::Rejected { finding, .. } => unread_return(file, finding, vocabulary, settings),
            FileContent::Skipped { .. } => TypedReturn::default(),
        })
        .collect()
}

/// The checked totals of every return that is used; of the same content sent twice, once.
fn reconciliation(typed: &mut [TypedReturn], returns: &[ReturnRow]) -> Vec<Reconciliation> {
    let used = typed.iter_mut().zip(returns).filter(|(_, row)| row.status == "accepted");
    let mut rows: Vec<Reconciliation> =
        used.flat_map(|(of_return, _)| std::mem::take(&mut of_return.totals)).collect();
    let key = |row: &Reconciliation| {
        (row.return_id.clone(), row.sheet.clone(), row.address.clone(), row.check.clone(), row.field.clone())
    };
    rows.sort_by_cached_key(key);
    rows.dedup_by(|a, b| key(a) == key(b));
    rows
}

/// The records of every return that is used, in order, and the findings of every return but duplicates.
fn gather(typed: &mut [TypedReturn], returns: &[ReturnRow], findings: &mut Vec<Finding>) -> Vec<TypedRecord> {
    let mut records = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (index, (of_return, row)) in typed.iter_mut().zip(returns).enumerate() {
        if row.status == "duplicate" {
            continue;
        }
        for mut finding in std::mem::take(&mut of_return.findings) {
            finding.file = Some(row.file.clone());
            findings.push(finding);
        }
        if row.status != "accepted" {
            continue;
        }
        let copies = seen.entry(row.return_id.clone()).and_modify(|copies| *copies += 1).or_insert(0);
        for mut record in std::mem::take(&mut of_return.records) {
            record.return_index = index;
            distinguish(&mut record, *copies);
            records.push(record);
        }
    }
    records
}

/// The same content sent for two months or by two units: the records of each copy get ids of their own.
fn distinguish(record: &mut TypedRecord, copy: usize) {
    if copy == 0 {
        return;
    }
    record.record.record_id = format!("{}~{copy}", record.record.record_id);
    for value in &mut record.values {
        value.record_id.clone_from(&record.record.record_id);
    }
}

fn projects_of_returns(
    records: &[TypedRecord],
    linked: &[Linked],
    n_returns: usize,
) -> Vec<BTreeSet<String>> {
    let mut projects = vec![BTreeSet::new(); n_returns];
    for (record, linked) in records.iter().zip(linked) {
        if let Some(of_return) = projects.get_mut(record.return_index) {
            of_return.insert(linked.link.project_id.clone());
        }
    }
    projects
}

/// Decides about every record.
fn judge(
    records: Vec<TypedRecord>,
    linked: Vec<Linked>,
    returns: &[ReturnRow],
    book: &LedgerBook,
    scope: &Scope,
    findings: &mut Vec<Finding>,
) -> Vec<JudgedRecord> {
    let dispositions = decide(&records, &linked, returns, book, scope, findings);
    let together = records.into_iter().zip(linked).zip(dispositions);
    together
        .map(|((record, linked), disposition)| JudgedRecord {
            in_force: returns.get(record.return_index).is_some_and(|row| row.status == "accepted"),
            record,
            linked,
            disposition,
        })
        .collect()
}

fn links(judged: &[JudgedRecord]) -> Vec<Link> {
    let accepted = judged.iter().filter(|judged| judged.is_accepted());
    let mut links: Vec<Link> = accepted.map(|judged| judged.linked.link.clone()).collect();
    links.sort_by(|a, b| a.record_id.cmp(&b.record_id));
    links
}

fn observations(judged: &[JudgedRecord], book: &LedgerBook) -> Vec<Observation> {
    let accepted = judged.iter().filter(|judged| judged.is_accepted());
    let mut observations: Vec<Observation> =
        accepted.filter_map(|judged| observation(&judged.record, &judged.linked, book)).collect();
    observations.sort_by(|a, b| (&a.record_id, a.period).cmp(&(&b.record_id, b.period)));
    observations
}
