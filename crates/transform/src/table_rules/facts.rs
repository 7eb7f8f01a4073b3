//! What goes into the panel: the months of every project, and what accepted returns say of them (面板输入).

use std::collections::BTreeMap;

use model::datasets::project_months::ProjectMonth;
use model::date::Date;
use model::field::Field;
use model::month::Month;
use model::policy::Flagged;
use model::stage::Stage;
use polars::prelude::{DataFrame, PolarsResult, df};

use crate::judged_record::JudgedRecord;
use crate::projects::KnownProject;
use crate::table_rules::panel_columns::{COUNTED, MONTH, REPORTED_IN, STARTED_BY_DATE};
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

/// One month of the life of a project or part.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Project or part.
    pub project_id: String,
    /// The project under which it is counted.
    pub counted_project_id: String,
    /// Month.
    pub month: i32,
    /// Before the first return that speaks of the project: what stated dates say of a start by then.
    pub started_by_date: Option<bool>,
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

/// Every month of every project and part, from its signing to `last`, sorted. A whole has no month of its own from
/// the month in which its parts are reported instead.
pub fn slots(
    known: &BTreeMap<String, KnownProject>,
    counted: &[&JudgedRecord],
    facts: &[Fact],
    last: Month,
) -> Vec<Slot> {
    let mut reported: BTreeMap<&str, (i32, i32)> = BTreeMap::new();
    for fact in facts {
        let span = reported.entry(&fact.project_id).or_insert((fact.month, fact.month));
        *span = (span.0.min(fact.month), span.1.max(fact.month));
    }
    let starts = stated_starts(counted);
    let parts_from = parts_from(known, &reported);
    let mut slots = Vec::new();
    for (project_id, known_project) in known {
        let project = &known_project.project;
        let is_part = project.counted_project_id != *project_id;
        let own = reported.get(project_id.as_str()).copied();
        let signed = project.sign_date.map(|date| Month::of(date).index()).filter(|_| !is_part);
        let Some(begin) = signed.into_iter().chain(own.map(|(first, _)| first)).min() else { continue };
        let end = match parts_from.get(project_id.as_str()) {
            Some(from) if own.is_none_or(|(_, latest)| latest < *from) => from - 1,
            _ => last.index(),
        };
        let first = own.map(|(first, _)| first);
        let start = starts.get(project_id.as_str()).copied();
        slots.extend((begin..=end.min(last.index())).map(|month| Slot {
            project_id: project_id.clone(),
            counted_project_id: project.counted_project_id.clone(),
            month,
            started_by_date: before_first(month, first, start),
        }));
    }
    slots
}

fn before_first(month: i32, first: Option<i32>, start: Option<Date>) -> Option<bool> {
    let before = first.is_none_or(|first| month < first);
    start.filter(|_| before).map(|start| Month::of(start).index() <= month)
}

/// The start that the latest record with one states, by project; a part speaks for its whole too.
fn stated_starts<'a>(counted: &[&'a JudgedRecord]) -> BTreeMap<&'a str, Date> {
    let mut latest: BTreeMap<&str, (Month, Date)> = BTreeMap::new();
    for JudgedRecord { record, linked, .. } in counted {
        let (Some(month), Some(start)) = (record.period, record.good_date(Field::StartDate)) else {
            continue;
        };
        for project in [&linked.link.project_id, &linked.counted_project_id] {
            let entry = latest.entry(project).or_insert((month, start.date));
            if month > entry.0 || (month == entry.0 && start.date < entry.1) {
                *entry = (month, start.date);
            }
        }
    }
    latest.into_iter().map(|(project, (_, start))| (project, start)).collect()
}

/// The first month in which parts of a whole are reported.
fn parts_from<'a>(
    known: &'a BTreeMap<String, KnownProject>,
    reported: &BTreeMap<&str, (i32, i32)>,
) -> BTreeMap<&'a str, i32> {
    let mut from: BTreeMap<&str, i32> = BTreeMap::new();
    for (project_id, known_project) in known {
        let whole = known_project.project.counted_project_id.as_str();
        let Some((first, _)) = reported.get(project_id.as_str()).filter(|_| whole != project_id) else {
            continue;
        };
        let earliest = from.entry(whole).or_insert(*first);
        *earliest = (*earliest).min(*first);
    }
    from
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

/// The slots as a frame, keyed by project and month.
pub fn slots_frame(slots: &[Slot]) -> PolarsResult<DataFrame> {
    df!(
        ProjectMonth::project_id().name => slots.iter().map(|slot| slot.project_id.as_str()).collect::<Vec<_>>(),
        MONTH.name => slots.iter().map(|slot| slot.month).collect::<Vec<_>>(),
        COUNTED.name => slots.iter().map(|slot| slot.counted_project_id.as_str()).collect::<Vec<_>>(),
        STARTED_BY_DATE.name => slots.iter().map(|slot| slot.started_by_date).collect::<Vec<_>>(),
    )
}
