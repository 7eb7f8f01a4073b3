//! What goes into the panel: what accepted returns say of every project and part, month by month (报送事实).

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::field::Field;
use model::policy::Flagged;
use model::stage::Stage;
use polars::prelude::{DataFrame, PolarsResult, df};

use crate::judged_record::JudgedRecord;
use crate::table_rules::panel_columns::{MONTH, REPORTED_IN};
use crate::typed_record::Progress;

/// What one accepted return says of one project in one month, errors withheld.
#[derive(Debug, Clone, Default)]
pub struct Fact {
    /// Project or part.
    pub project_id: String,
    /// Month.
    pub month: i32,
    /// Unit that reported it.
    pub unit_code: Option<String>,
    /// Progress.
    pub progress: Progress,
    /// Contract value.
    pub contract_yuan: Option<i64>,
    /// Cumulative capital.
    pub capital_yuan: Option<i64>,
}

/// The facts of the records that count, one for each project and month, sorted.
pub fn facts(counted: &[&JudgedRecord], flagged: Flagged) -> Vec<Fact> {
    let mut by_key: BTreeMap<(String, i32), Fact> = BTreeMap::new();
    for JudgedRecord { record, linked, .. } in counted {
        let Some(month) = record.period else { continue };
        let project_id = linked.link.project_id.clone();
        let believe = flagged == Flagged::AsReported;
        let amount = |field| if believe { record.amount(field) } else { record.good_amount(field) };
        let fact = Fact {
            project_id: project_id.clone(),
            month: month.index(),
            unit_code: record.unit_code.clone(),
            progress: if believe { record.progress } else { record.good_progress() },
            contract_yuan: amount(Field::ContractValue),
            capital_yuan: amount(Field::ArrivedTotal),
        };
        by_key.entry((project_id, month.index())).or_insert(fact);
    }
    by_key.into_values().collect()
}

/// The facts as a frame, keyed by project and month.
pub fn facts_frame(facts: &[Fact]) -> PolarsResult<DataFrame> {
    fn column<'a, T>(facts: &'a [Fact], of: impl Fn(&'a Fact) -> T) -> Vec<T> {
        facts.iter().map(of).collect()
    }
    df!(
        ProjectMonth::project_id().name => column(facts, |fact| fact.project_id.as_str()),
        MONTH.name => column(facts, |fact| fact.month),
        ProjectMonth::unit_code().name => column(facts, |fact| fact.unit_code.as_deref()),
        ProjectMonth::stage().name => column(facts, |fact| fact.progress.stage.map(Stage::as_str)),
        ProjectMonth::started().name => column(facts, |fact| fact.progress.started),
        ProjectMonth::in_production().name => column(facts, |fact| fact.progress.in_production),
        ProjectMonth::terminated().name => column(facts, |fact| fact.progress.terminated),
        ProjectMonth::contract_yuan().name => column(facts, |fact| fact.contract_yuan),
        ProjectMonth::capital_cumulative_yuan().name => column(facts, |fact| fact.capital_yuan),
        REPORTED_IN.name => column(facts, |fact| fact.month),
    )
}
