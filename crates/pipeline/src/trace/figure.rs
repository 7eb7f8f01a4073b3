//! A figure and everything behind it (指标追溯): its projects, what each adds, who said so, and whether it adds up.

use analytics::contributions::{Composition, Contribution, NOT_TERMINATED, composition, contributions};
use analytics::metrics::median_months_to_start::median_of;
use model::datasets::cohort_metrics::CohortMetric;
use model::metric::Metric;
use model::month::Month;
use model::row_values::{RowValue, row_value};

use crate::trace::evidence::{Claim, Evidence};
use crate::trace::finder::Finder;

/// A figure with its projects.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureTrace {
    /// What it measures.
    pub metric: &'static Metric,
    /// Month, event, edition, dimension, value and all figures of the cut.
    pub row: CohortMetric,
    /// The sum of what the projects add: of a rate, above its line.
    pub sum: i64,
    /// Of a rate, the sum below its line.
    pub base: Option<i64>,
    /// Projects of the cut, with those that add nothing.
    pub n_members: usize,
    /// The projects behind it, in order.
    pub projects: Vec<TracedProject>,
    /// What the projects add makes the figure exactly.
    pub closes: bool,
}

/// One project behind a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct TracedProject {
    /// Its id.
    pub project_id: String,
    /// Its name.
    pub name: String,
    /// Its edition.
    pub cohort: Option<String>,
    /// Its unit in that month.
    pub unit_code: Option<String>,
    /// What it adds to the figure: of a rate, above its line.
    pub adds: i64,
    /// Of a rate, what it adds below its line.
    pub base: Option<i64>,
    /// Of a median, its months from signing to the start, or to the end of what is known.
    pub months_followed: Option<i64>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
    /// The evidence gives what the panel holds.
    pub is_proven: bool,
}

/// What the projects of a cut add, and who says so.
pub fn trace_figure(metric: &'static Metric, row: &CohortMetric, finder: &Finder<'_>) -> FigureTrace {
    let grounds = finder.grounds;
    let plan = &grounds.plan;
    let counted = contributions(&grounds.project_months, row.as_of, &plan.policy, &plan.scope);
    let part = (row.dimension.as_str(), row.value.as_str());
    let members: Vec<Contribution<'_>> =
        counted.into_iter().filter(|one| one.is_in(&row.event, &row.cohort, part)).collect();
    let made = composition(metric.name).unwrap_or(Composition::Median);
    let amounts: Vec<(i64, Option<i64>)> = members.iter().map(|one| amounts(one, made)).collect();
    let sum = amounts.iter().map(|(adds, _)| adds).sum();
    let base = amounts.iter().map(|(_, base)| *base).sum::<Option<i64>>().filter(|_| !members.is_empty());
    let projects = members.iter().zip(amounts).filter(|(_, amounts)| is_shown(made, amounts));
    FigureTrace {
        metric,
        closes: closes(row, made, (sum, base), &members),
        sum,
        base,
        n_members: members.len(),
        projects: projects.map(|(one, amounts)| project(metric, one, amounts, finder)).collect(),
        row: row.clone(),
    }
}

/// What a project adds above and below the line; of a median, 1 where its start was seen.
fn amounts(one: &Contribution<'_>, made: Composition) -> (i64, Option<i64>) {
    let amount = |name: &str| one.amount(name).unwrap_or_default();
    match made {
        Composition::Sum(name) => (amount(name), None),
        Composition::Quotient(over, under) => (amount(over), Some(amount(under))),
        Composition::Median => (i64::from(one.start_seen), Some(i64::from(one.months_followed.is_some()))),
    }
}

/// Of a sum, those that add something; of a rate or median, everybody who stands below the line.
fn is_shown(made: Composition, (adds, base): &(i64, Option<i64>)) -> bool {
    match made {
        Composition::Sum(_) => *adds != 0,
        _ => *adds != 0 || *base != Some(0),
    }
}

fn closes(
    row: &CohortMetric,
    made: Composition,
    (sum, base): (i64, Option<i64>),
    members: &[Contribution<'_>],
) -> bool {
    let figure = |name: &str| match row_value(row, name) {
        Some(RowValue::Whole(number)) => Some(number),
        _ if name == NOT_TERMINATED => row.n_projects.checked_sub(row.n_terminated),
        _ => None,
    };
    match made {
        Composition::Sum(name) => figure(name) == Some(sum),
        Composition::Quotient(over, under) => figure(over) == Some(sum) && figure(under) == base,
        Composition::Median => {
            let followed = members.iter().filter_map(|one| Some((one.months_followed?, one.start_seen)));
            median_of(followed) == row.median_months_to_start
        }
    }
}

fn project(
    metric: &'static Metric,
    one: &Contribution<'_>,
    (adds, base): (i64, Option<i64>),
    finder: &Finder<'_>,
) -> TracedProject {
    let month = Month::of(one.row.as_of);
    let id = one.row.project_id.as_str();
    let claims = claims(metric.name, one);
    let evidence: Vec<Evidence> =
        claims.iter().flat_map(|claim| finder.evidence(*claim, id, month)).collect();
    TracedProject {
        project_id: id.to_owned(),
        name: finder.grounds.project(id).map(|project| project.name.clone()).unwrap_or_default(),
        cohort: one.row.cohort.clone(),
        unit_code: one.row.unit_code.clone(),
        adds,
        base,
        months_followed: one.months_followed.filter(|_| metric.name == "median_months_to_start"),
        is_proven: claims.iter().all(|claim| is_proven(*claim, one, &evidence)),
        evidence: without_repeats(evidence),
    }
}

/// What has to be proven of a project that a metric counts.
fn claims(metric: &str, one: &Contribution<'_>) -> Vec<Claim> {
    let started: &[Claim] = if one.started { &[Claim::Started, Claim::Stage] } else { &[Claim::Stage] };
    let with = |more: &[Claim]| started.iter().chain(more).copied().collect();
    match metric {
        "n_projects" => vec![Claim::Listed],
        "n_production" | "production_rate" => vec![Claim::Production],
        "n_suspended" => vec![Claim::Stage],
        "n_terminated" | "fulfilment_rate" => vec![Claim::Terminated],
        "n_unreported" => vec![Claim::LastReported],
        "contract_yuan" => vec![Claim::Contract],
        "contract_started_yuan" | "start_rate_by_value" => with(&[Claim::Contract]),
        "capital_yuan" => vec![Claim::Capital],
        "capital_month_yuan" => vec![Claim::Capital, Claim::CapitalBefore],
        "capital_rate" => vec![Claim::Capital, Claim::Contract],
        "median_months_to_start" if one.start_seen => vec![Claim::Signed, Claim::Started],
        "median_months_to_start" => vec![Claim::Signed, Claim::Stage],
        _ => started.to_vec(),
    }
}

/// Whether the evidence gives what the panel holds. What the panel does not know needs none.
fn is_proven(claim: Claim, one: &Contribution<'_>, evidence: &[Evidence]) -> bool {
    let said = || evidence.iter().filter(|found| found.claim == claim);
    let sum =
        || said().map(|found| found.amount_yuan).sum::<Option<i64>>().filter(|_| said().next().is_some());
    let row = one.row;
    match claim {
        Claim::Contract => row.contract_yuan == sum(),
        Claim::Capital => row.capital_cumulative_yuan == sum(),
        Claim::CapitalBefore => one.before.and_then(|row| row.capital_cumulative_yuan) == sum(),
        Claim::Stage => row.stage.is_none() || said().next().is_some(),
        Claim::Production => row.in_production != Some(true) || said().next().is_some(),
        Claim::Terminated => !row.terminated || said().next().is_some(),
        Claim::LastReported => row.months_unreported.is_none() || said().next().is_some(),
        Claim::Signed => row.months_since_signing.is_none() || said().next().is_some(),
        Claim::Listed | Claim::Started => said().next().is_some(),
    }
}

/// A stage that the cells of the start tell is told once.
fn without_repeats(evidence: Vec<Evidence>) -> Vec<Evidence> {
    let started: Vec<Evidence> =
        evidence.iter().filter(|found| found.claim == Claim::Started).cloned().collect();
    let is_told = |found: &Evidence| {
        let in_start = |start: &Evidence| found.values.iter().all(|value| start.values.contains(value));
        started.iter().any(|start| start.record_id == found.record_id && in_start(start))
    };
    evidence.into_iter().filter(|found| found.claim != Claim::Stage || !is_told(found)).collect()
}

#[cfg(test)]
mod tests;
