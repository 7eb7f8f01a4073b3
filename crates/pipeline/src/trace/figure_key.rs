//! Which figure is meant (所问指标): metric, month, event, edition and part, by name or code, in Chinese or English.

use std::collections::BTreeSet;

use analytics::cut_key::ALL;
use analytics::metrics::METRICS;
use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use model::month::Month;
use model::reference::Reference;

use crate::ask_error::AskError;
use crate::nearest::nearest;
use crate::sought::Sought;

/// How many names are shown.
const MOST: usize = 3;

/// The same where no name is like the typed one.
const FIRST: usize = 12;

/// What is typed of a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureQuestion {
    /// Name of the metric.
    pub metric: String,
    /// Month; nothing: the last one.
    pub as_of: Option<Month>,
    /// Event; nothing: the only one, or the one with most projects.
    pub event: Option<String>,
    /// Edition; nothing: all.
    pub cohort: Option<String>,
    /// `unit=万州区`; nothing: the whole.
    pub part: Option<String>,
}

/// What dimensions are called.
const DIMENSIONS: [(&str, &[&str]); 5] = [
    ("unit", &["单位", "区县", "unit_code"]),
    ("unit_group", &["单位分组", "分组", "片区"]),
    ("industry", &["产业", "industry_code"]),
    ("size_band", &["规模", "规模档"]),
    ("investor_origin", &["投资来源地", "来源地"]),
];

/// The metric with a name, in either language.
pub fn metric_of(typed: &str) -> Result<&'static Metric, AskError> {
    let wanted = typed.trim().to_lowercase();
    let is_it = |metric: &&Metric| {
        metric.name == wanted || metric.zh == typed.trim() || metric.en.to_lowercase() == wanted
    };
    let names = || METRICS.iter().flat_map(|metric| [metric.name, metric.zh, metric.en]);
    let all = METRICS.iter().map(|metric| metric.name);
    METRICS.iter().find(is_it).ok_or_else(|| not_there(Sought::Metric, typed, names(), all))
}

/// The row of `cohort_metrics` that is asked for.
pub fn row_of<'a>(
    metrics: &'a [CohortMetric],
    question: &FigureQuestion,
    reference: &Reference,
) -> Result<&'a CohortMetric, AskError> {
    let last = metrics.iter().map(|row| row.as_of).max();
    let as_of = question.as_of.map(Month::last_day).or(last).unwrap_or_default();
    let of_month: Vec<&CohortMetric> = metrics.iter().filter(|row| row.as_of == as_of).collect();
    if of_month.is_empty() {
        let months: BTreeSet<String> = metrics.iter().map(|row| Month::of(row.as_of).to_string()).collect();
        let newest: Vec<&str> = months.iter().rev().map(String::as_str).collect();
        let typed = Month::of(as_of).to_string();
        return Err(not_there(Sought::Month, &typed, [], newest));
    }
    let event = event_of(&of_month, question.event.as_deref())?;
    let cohort = match question.cohort.as_deref() {
        None | Some("全部") => ALL.to_owned(),
        Some(typed) => one_of(Sought::Cohort, typed, of_month.iter().map(|row| row.cohort.as_str()))?,
    };
    let (dimension, value) = part_of(&of_month, question.part.as_deref(), reference)?;
    let is_it = |row: &&&CohortMetric| {
        (&row.event, &row.cohort, &row.dimension, &row.value) == (&event, &cohort, &dimension, &value)
    };
    of_month.iter().find(is_it).copied().ok_or_else(|| AskError::NoFigure {
        cut: format!("{} {event} {cohort} {dimension}={value}", Month::of(as_of)),
    })
}

fn event_of(rows: &[&CohortMetric], typed: Option<&str>) -> Result<String, AskError> {
    if let Some(typed) = typed {
        return one_of(Sought::Event, typed, rows.iter().map(|row| row.event.as_str()));
    }
    let whole = rows.iter().filter(|row| row.dimension == ALL && row.cohort == ALL);
    let most = whole.max_by_key(|row| (row.n_projects, std::cmp::Reverse(row.event.clone())));
    Ok(most.map(|row| row.event.clone()).unwrap_or_default())
}

/// Dimension and value of `unit=万州区`.
fn part_of(
    rows: &[&CohortMetric],
    typed: Option<&str>,
    reference: &Reference,
) -> Result<(String, String), AskError> {
    let Some(typed) = typed else { return Ok((ALL.to_owned(), ALL.to_owned())) };
    let (name, value) = typed.split_once(['=', '＝']).unwrap_or((typed, ""));
    let name = name.trim();
    let known = DIMENSIONS.iter().find(|(known, others)| *known == name || others.contains(&name));
    let names = DIMENSIONS.iter().flat_map(|(known, others)| others.iter().chain([known]).copied());
    let all = DIMENSIONS.iter().map(|(known, _)| *known);
    let (dimension, _) = known.ok_or_else(|| not_there(Sought::Dimension, name, names, all))?;
    let values: BTreeSet<&str> =
        rows.iter().filter(|row| row.dimension == *dimension).map(|row| row.value.as_str()).collect();
    Ok(((*dimension).to_owned(), value_of(dimension, value.trim(), &values, reference)?))
}

/// A value by its code or by a name of it.
fn value_of(
    dimension: &str,
    typed: &str,
    values: &BTreeSet<&str>,
    reference: &Reference,
) -> Result<String, AskError> {
    let named: Vec<(&str, &str)> = match dimension {
        "unit" => unit_names(reference),
        "industry" => reference.industries.iter().map(|one| (one.name.as_str(), one.code.as_str())).collect(),
        _ => Vec::new(),
    };
    let is_typed = |name: &str| name.eq_ignore_ascii_case(typed);
    let own = values.iter().find(|value| is_typed(value)).map(|value| (*value).to_owned());
    let by_name = || named.iter().find(|(name, code)| is_typed(name) && values.contains(code));
    let elsewhere = || named.iter().find(|(name, code)| is_typed(name) || is_typed(code));
    let found = own.or_else(|| by_name().or_else(elsewhere).map(|(_, code)| (*code).to_owned()));
    let there = named.iter().filter(|(_, code)| values.contains(code)).map(|(name, _)| *name);
    let names: Vec<&str> = there.chain(values.iter().copied()).collect();
    found.ok_or_else(|| not_there(Sought::Value, typed, names.iter().copied(), names.iter().copied()))
}

fn unit_names(reference: &Reference) -> Vec<(&str, &str)> {
    let own = reference.units.iter().flat_map(|unit| {
        [(unit.name.as_str(), unit.unit_id.as_str()), (unit.short_name.as_str(), unit.unit_id.as_str())]
    });
    let others = reference.unit_aliases.iter().filter(|alias| alias.needs_rule != "yes");
    own.chain(others.map(|alias| (alias.alias.as_str(), alias.unit_id.as_str()))).collect()
}

fn one_of<'a>(
    sought: Sought,
    typed: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Result<String, AskError> {
    let known: BTreeSet<&str> = known.collect();
    let is_typed = |name: &&&str| name.eq_ignore_ascii_case(typed.trim());
    let found = known.iter().find(is_typed).map(|name| (*name).to_owned());
    found.ok_or_else(|| not_there(sought, typed, known.iter().copied(), known.iter().copied()))
}

/// What is said of a name that is not there: its like, else the first of all names.
pub fn not_there<'a>(
    sought: Sought,
    typed: &str,
    names: impl IntoIterator<Item = &'a str>,
    all: impl IntoIterator<Item = &'a str>,
) -> AskError {
    let alike = nearest(typed, names, MOST);
    let is_like = !alike.is_empty();
    let known = match is_like {
        true => alike,
        false => all.into_iter().take(FIRST).map(str::to_owned).collect(),
    };
    AskError::NotThere { sought, name: typed.to_owned(), known, is_like }
}

#[cfg(test)]
mod tests;
