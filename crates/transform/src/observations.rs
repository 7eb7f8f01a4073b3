//! Typed rows of what one record says of one project (观测).

use model::datasets::observations::Observation;
use model::field::Field;
use model::month::Month;

use crate::cell_rules::project_names::normalize_name;
use crate::ledger_book::{LedgerBook, LedgerProject};
use crate::linking::linked::Linked;
use crate::typed_record::{SpannedDate, TypedRecord};

/// The observation of an accepted record. Name and investor of a project that the ledger lists are spelled as the
/// ledger spells them, so that the months of one project read alike; what stood in the return is in `values`.
///
/// Missing: the month of its return is not known.
pub fn observation(record: &TypedRecord, linked: &Linked, book: &LedgerBook) -> Option<Observation> {
    let is_whole = linked.counted_project_id == linked.link.project_id;
    let ledger = linked.ledger_no.as_ref().filter(|_| is_whole).and_then(|number| book.projects.get(number));
    let text = |field| record.text(field).map(str::to_owned);
    let mut observation = Observation {
        record_id: record.record.record_id.clone(),
        period: record.period.map(Month::last_day)?,
        project_id: linked.link.project_id.clone(),
        counted_project_id: linked.counted_project_id.clone(),
        return_id: record.record.return_id.clone(),
        unit_code: record.unit_code.clone(),
        event: record.event.clone(),
        cohort: record.cohort.clone(),
        project_name: text(Field::ProjectName).map(|name| match ledger {
            Some(known) => one_spelling(known, name),
            None => name,
        }),
        investor: text(Field::Investor).map(|name| match ledger.and_then(|known| known.investor.clone()) {
            Some(known) if !names_more(&name, &known) => known,
            _ => name,
        }),
        local_entity: text(Field::LocalEntity),
        industry_code: record.industry_code.clone(),
        problem_text: text(Field::ProblemText),
        progress_text: text(Field::ProgressText),
        ..Observation::default()
    };
    fill_progress(&mut observation, record);
    fill_amounts(&mut observation, record);
    fill_dates(&mut observation, record);
    Some(observation)
}

/// The ledger's name for a project that a return calls otherwise; a name that only says more stays as it is.
fn one_spelling(ledger: &LedgerProject, name: String) -> String {
    let Some(known) = ledger.names.first() else { return name };
    let (said, listed) = (normalize_name(&name), normalize_name(known));
    if said.len() > listed.len() && said.starts_with(&listed) { name } else { known.clone() }
}

/// Whether a return names further investors beside the one of the ledger.
fn names_more(said: &str, known: &str) -> bool {
    let parts =
        |text: &str| text.split(['、', ';', '；', '\n', '/']).filter(|part| !part.trim().is_empty()).count();
    parts(said) > parts(known)
}

fn fill_progress(observation: &mut Observation, record: &TypedRecord) {
    observation.stage = record.progress.stage.map(|stage| stage.as_str().to_owned());
    observation.started = record.progress.started;
    observation.in_production = record.progress.in_production;
    observation.terminated = record.progress.terminated;
}

fn fill_amounts(observation: &mut Observation, record: &TypedRecord) {
    observation.contract_yuan = record.amount(Field::ContractValue);
    observation.capital_cumulative_yuan = record.amount(Field::ArrivedTotal);
    observation.capital_ytd_yuan = record.amount(Field::ArrivedYear);
    observation.capital_month_yuan = record.amount(Field::ArrivedMonth);
    observation.invested_cumulative_yuan = record.amount(Field::InvestDone);
}

fn fill_dates(observation: &mut Observation, record: &TypedRecord) {
    let split = |field| {
        let spanned: Option<SpannedDate> = record.date(field);
        (spanned.map(|spanned| spanned.date), spanned.map(|spanned| spanned.precision.as_str().to_owned()))
    };
    (observation.sign_date, observation.sign_date_precision) = split(Field::SignDate);
    (observation.register_date, observation.register_date_precision) = split(Field::RegisterDate);
    (observation.start_date, observation.start_date_precision) = split(Field::StartDate);
    (observation.production_date, observation.production_date_precision) = split(Field::ProductionDate);
    (observation.planned_start_date, observation.planned_start_date_precision) = split(Field::PlannedStart);
    (observation.planned_production_date, observation.planned_production_date_precision) =
        split(Field::PlannedProduction);
}
