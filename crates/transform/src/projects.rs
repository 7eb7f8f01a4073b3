//! Every project under one id (项目): the ledger's, and those that only returns mention.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::projects::Project;
use model::field::Field;

use crate::cell_rules::project_names::normalize_name;
use crate::judged_record::JudgedRecord;
use crate::ledger_book::{LedgerBook, LedgerProject};
use crate::linking::linked::Linked;
use crate::typed_record::TypedRecord;

/// What the panel has to know of a project beside its months.
#[derive(Debug, Clone, Default)]
pub struct KnownProject {
    /// The row of the dataset.
    pub project: Project,
    /// Where the investor comes from, as last reported.
    pub investor_origin: Option<String>,
    /// Contract value at signing.
    pub contract_at_signing_yuan: Option<i64>,
}

/// Every project, by id. Only records that count add to the ledger.
pub fn projects(judged: &[JudgedRecord], book: &LedgerBook) -> BTreeMap<String, KnownProject> {
    let mut known: BTreeMap<String, KnownProject> =
        book.projects.values().map(|ledger| (ledger.ledger_no.clone(), of_ledger(ledger))).collect();
    let mut by_project: BTreeMap<&str, Vec<(&TypedRecord, &Linked)>> = BTreeMap::new();
    for JudgedRecord { record, linked, .. } in judged.iter().filter(|judged| judged.counts()) {
        by_project.entry(&linked.link.project_id).or_default().push((record, linked));
    }
    for (project_id, mut records) in by_project {
        records.sort_by_key(|(record, _)| (record.period, record.record.record_id.clone()));
        let whole = records.first().and_then(|(_, linked)| known.get(&linked.counted_project_id)).cloned();
        let entry =
            known.entry(project_id.to_owned()).or_insert_with(|| of_returns(&records, whole.as_ref()));
        fill_from_returns(entry, &records);
    }
    known
}

fn of_ledger(ledger: &LedgerProject) -> KnownProject {
    let project = Project {
        project_id: ledger.ledger_no.clone(),
        counted_project_id: ledger.ledger_no.clone(),
        ledger_no: Some(ledger.ledger_no.clone()),
        event: ledger.event.clone(),
        cohort: ledger.cohort.clone(),
        tracked: ledger.tracked,
        tracked_until: ledger.tracked_until,
        not_tracked_reason: ledger.reason.clone(),
        name: ledger.names.first().cloned().unwrap_or_default(),
        investor: ledger.investor.clone(),
        unit_code: ledger.unit_code.clone(),
        industry_code: ledger.industry_code.clone(),
        sign_date: ledger.sign_date,
        contract_yuan: ledger.contract_yuan,
        origin: "ledger".to_owned(),
        ..Project::default()
    };
    let contract_at_signing_yuan = ledger.contract_at_signing_yuan;
    KnownProject { project, contract_at_signing_yuan, investor_origin: None }
}

/// A project first met in returns; a part takes event, edition and tracking from its whole.
fn of_returns(records: &[(&TypedRecord, &Linked)], whole: Option<&KnownProject>) -> KnownProject {
    let latest =
        |of: &dyn Fn(&TypedRecord) -> Option<String>| records.iter().rev().find_map(|(record, _)| of(record));
    let linked = records.first().map(|(_, linked)| *linked);
    let project = Project {
        project_id: linked.map(|linked| linked.link.project_id.clone()).unwrap_or_default(),
        counted_project_id: linked.map(|linked| linked.counted_project_id.clone()).unwrap_or_default(),
        event: whole
            .map_or_else(|| latest(&|record| record.event.clone()), |whole| whole.project.event.clone()),
        cohort: whole
            .map_or_else(|| latest(&|record| record.cohort.clone()), |whole| whole.project.cohort.clone()),
        tracked: whole.is_some_and(|whole| whole.project.tracked),
        tracked_until: whole.and_then(|whole| whole.project.tracked_until),
        name: latest(&|record| record.text(Field::ProjectName).map(str::to_owned)).unwrap_or_default(),
        sign_date: whole.and_then(|whole| whole.project.sign_date),
        origin: "return".to_owned(),
        ..Project::default()
    };
    KnownProject { project, ..KnownProject::default() }
}

fn fill_from_returns(known: &mut KnownProject, records: &[(&TypedRecord, &Linked)]) {
    let latest =
        |of: &dyn Fn(&TypedRecord) -> Option<String>| records.iter().rev().find_map(|(record, _)| of(record));
    let text = |field: Field| latest(&|record| record.text(field).map(str::to_owned));
    let project = &mut known.project;
    project.investor = project.investor.take().or_else(|| text(Field::Investor));
    project.local_entity = project.local_entity.take().or_else(|| text(Field::LocalEntity));
    project.industry_code =
        project.industry_code.take().or_else(|| latest(&|record| record.industry_code.clone()));
    project.unit_code = latest(&|record| record.unit_code.clone()).or(project.unit_code.take());
    let stated = records.iter().rev().find_map(|(record, _)| record.good_date(Field::SignDate));
    project.sign_date = project.sign_date.or(stated.map(|spanned| spanned.date));
    let contract = records.iter().rev().find_map(|(record, _)| record.good_amount(Field::ContractValue));
    project.contract_yuan = contract.or(project.contract_yuan);
    project.aliases = aliases(&project.name, records);
    known.investor_origin = text(Field::InvestorOrigin);
}

fn aliases(name: &str, records: &[(&TypedRecord, &Linked)]) -> Option<String> {
    let own = normalize_name(name);
    let names = records.iter().filter_map(|(record, _)| record.text(Field::ProjectName));
    let others: BTreeSet<String> = names
        .map(|other| other.split_whitespace().collect::<String>())
        .filter(|other| normalize_name(other) != own)
        .collect();
    (!others.is_empty()).then(|| others.into_iter().collect::<Vec<_>>().join("|"))
}
