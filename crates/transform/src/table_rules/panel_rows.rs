//! From the engine's panel to rows of `project_months` (面板落表): tracking, ages, bands and the contract policy.

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::month::Month;
use model::policy::{ContractSource, ContractValue, Districts, Policy, Start};
use model::stage::Stage;
use polars::prelude::{DataFrame, PolarsResult};

use crate::ledger_book::LedgerBook;
use crate::projects::KnownProject;
use crate::table_rules::panel_columns::{COUNTED, MONTH, REPORTED_IN};
use crate::vocabulary::Vocabulary;

/// What the rows are made from beside the panel.
pub struct PanelContext<'a> {
    /// Projects by id.
    pub known: &'a BTreeMap<String, KnownProject>,
    /// The ledger.
    pub book: &'a LedgerBook,
    /// The words.
    pub vocabulary: &'a Vocabulary,
    /// What counts.
    pub policy: &'a Policy,
}

/// The rows of `project_months`, sorted by key.
pub fn project_months(panel: &DataFrame, context: &PanelContext<'_>) -> PolarsResult<Vec<ProjectMonth>> {
    let states = states(panel)?;
    let mut rows: Vec<ProjectMonth> = Vec::with_capacity(states.len());
    for state in states {
        let Some(known) = context.known.get(&state.project_id) else { continue };
        let before = rows.last().filter(|row| row.project_id == state.project_id);
        let row = row(state, known, context, before);
        rows.push(row);
    }
    Ok(rows)
}

/// One row of the engine's panel.
struct State {
    project_id: String,
    month: Month,
    unit_code: Option<String>,
    stage: Option<String>,
    started: Option<bool>,
    in_production: Option<bool>,
    terminated: Option<bool>,
    contract_yuan: Option<i64>,
    capital_yuan: Option<i64>,
    reported_in: Option<i32>,
}

fn states(panel: &DataFrame) -> PolarsResult<Vec<State>> {
    let text = |name: &str| panel.column(name)?.str().cloned();
    let boolean = |name: &str| panel.column(name)?.bool().cloned();
    let money = |name: &str| panel.column(name)?.i64().cloned();
    let (projects, units) = (text(COUNTED.name)?, text(ProjectMonth::unit_code().name)?);
    let stages = text(ProjectMonth::stage().name)?;
    let months = panel.column(MONTH.name)?.i32()?;
    let reported = panel.column(REPORTED_IN.name)?.i32()?;
    let started = boolean(ProjectMonth::started().name)?;
    let in_production = boolean(ProjectMonth::in_production().name)?;
    let terminated = boolean(ProjectMonth::terminated().name)?;
    let contract = money(ProjectMonth::contract_yuan().name)?;
    let capital = money(ProjectMonth::capital_cumulative_yuan().name)?;
    let rows = (0..panel.height()).map(|index| State {
        project_id: projects.get(index).unwrap_or_default().to_owned(),
        month: Month::from_index(months.get(index).unwrap_or_default()),
        unit_code: units.get(index).map(str::to_owned),
        stage: stages.get(index).map(str::to_owned),
        started: started.get(index),
        in_production: in_production.get(index),
        terminated: terminated.get(index),
        contract_yuan: contract.get(index),
        capital_yuan: capital.get(index),
        reported_in: reported.get(index),
    });
    Ok(rows.collect())
}

fn row(
    state: State,
    known: &KnownProject,
    context: &PanelContext<'_>,
    before: Option<&ProjectMonth>,
) -> ProjectMonth {
    let project = &known.project;
    let contract = contract_yuan(&state, known, context.policy);
    let terminated = state.terminated == Some(true);
    let started = started(&state, context.policy.start);
    let unit_code = counted_unit(state.unit_code, project.unit_code.as_deref(), context);
    let as_of = state.month.last_day();
    let capital_before = before.and_then(|row| row.capital_cumulative_yuan);
    let start_before = before.and_then(|row| row.start_month);
    ProjectMonth {
        project_id: state.project_id,
        as_of,
        event: project.event.clone(),
        cohort: project.cohort.clone(),
        tracked: is_tracked(known, context.book, state.month),
        unit_group: unit_code
            .as_deref()
            .and_then(|code| context.vocabulary.unit_group(code))
            .map(str::to_owned),
        unit_code,
        industry_code: project.industry_code.clone(),
        size_band: contract.map(|contract| size_band(contract).to_owned()),
        investor_origin: known.investor_origin.clone(),
        months_since_signing: project.sign_date.map(|date| state.month.index() - Month::of(date).index()),
        suspended: state.stage.as_deref() == Some(Stage::Suspended.as_str()),
        stage: state.stage,
        started,
        in_production: state.in_production.or(started.filter(|started| !started)),
        terminated,
        start_month: if started == Some(true) { Some(start_before.unwrap_or(as_of)) } else { None },
        contract_yuan: contract,
        capital_month_yuan: state
            .capital_yuan
            .zip(capital_before)
            .map(|(now, then)| now.saturating_sub(then)),
        capital_cumulative_yuan: state.capital_yuan,
        reported: state.reported_in == Some(state.month.index()),
        months_unreported: state.reported_in.map(|reported| state.month.index() - reported),
    }
}

/// The unit of a month: the one that reported it, else the project's; after a change of districts as the policy says.
fn counted_unit(
    reported: Option<String>,
    of_project: Option<&str>,
    context: &PanelContext<'_>,
) -> Option<String> {
    let unit = reported.or_else(|| of_project.map(str::to_owned))?;
    Some(match context.policy.districts {
        Districts::AsReported => unit,
        Districts::Successor => context.vocabulary.successor(&unit).to_owned(),
    })
}

fn started(state: &State, policy: Start) -> Option<bool> {
    match policy {
        Start::Ever => state.started,
        Start::Current => state.started.map(|started| started && state.terminated != Some(true)),
    }
}

fn is_tracked(known: &KnownProject, book: &LedgerBook, month: Month) -> bool {
    let number = known.project.ledger_no.as_ref();
    number
        .and_then(|number| book.projects.get(number))
        .map_or(known.project.tracked, |ledger| ledger.is_tracked_in(month))
}

/// The contract value of a month by the policy. Under `as_of` from returns it is missing before the first return that
/// states it; elsewhere the ledger and the returns fill each other.
fn contract_yuan(state: &State, known: &KnownProject, policy: &Policy) -> Option<i64> {
    let of_ledger = known.contract_at_signing_yuan.or(known.project.contract_yuan);
    match (policy.contract_value, policy.contract_source) {
        (ContractValue::Original, _) => of_ledger.or(state.contract_yuan),
        (ContractValue::Latest, _) => known.project.contract_yuan.or(state.contract_yuan),
        (ContractValue::AsOf, ContractSource::Return) => state.contract_yuan,
        (ContractValue::AsOf, ContractSource::Ledger) => known.project.contract_yuan.or(state.contract_yuan),
    }
}

/// The size band of a contract value, in 亿元.
fn size_band(contract_yuan: i64) -> &'static str {
    match contract_yuan / 100_000_000 {
        100.. => ">=100",
        50..100 => "50-100",
        30..50 => "30-50",
        10..30 => "10-30",
        _ => "<10",
    }
}
