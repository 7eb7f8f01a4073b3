//! The dataset `comparisons` (组间比较): whether cohorts, units, industries and size bands differ, and by how much.
//!
//! Every pair of editions in every month; with more than 12 editions, before the last month each with the next one only.
//! In the last month every pair of industries and of size bands, with more than 20 of them each against the rest, and
//! each unit against the rest of its unit group. Shares are those of all projects in that month (D0), so that an older
//! edition is ahead by its age; the tests of the time to start and the restricted mean take the age into account. τ is
//! the smallest maximal follow-up: of all editions for pairs of editions, of the pair for the others. P-values are also
//! adjusted by Holm within month, event, dimension and method. In the last month editions are also compared stratum by
//! stratum, by industry and by size band, so that a difference of mix is told from one of rates.

use model::datasets::comparisons::Comparison;

use crate::datasets::comparison_families::{COHORT, Family, Pair, families};
use crate::datasets::comparison_methods::{MethodResult, compare};
use crate::datasets::stratified_comparisons::StratifiedEditions;
use crate::not_estimable::NotEstimable;
use crate::panel::Panel;
use crate::profiles::CutProfile;
use crate::rates::holm::holm;
use crate::standings::Standings;

/// The rows, sorted by key.
pub fn comparisons(panel: &Panel, standings: &Standings, profiles: &[CutProfile]) -> Vec<Comparison> {
    let last = standings.last_month().map(|(month, _)| month);
    let strata = StratifiedEditions::of(panel, standings);
    let strata_of = |family: &Family| {
        let is_asked = Some(family.month.index()) == last && family.dimension == COHORT;
        is_asked.then_some(&strata)
    };
    families(panel, standings, profiles)
        .iter()
        .flat_map(|family| rows_of(family, strata_of(family)))
        .collect()
}

fn rows_of(family: &Family, strata: Option<&StratifiedEditions>) -> Vec<Comparison> {
    let by_pair: Vec<Vec<Comparison>> = family
        .pairs
        .iter()
        .map(|pair| {
            let mut methods = compare(&pair.first, &pair.second, pair.tau_months).to_vec();
            let (first, second) = (&pair.first.name, &pair.second.name);
            methods.extend(strata.into_iter().flat_map(|all| all.compare(&family.event, first, second)));
            methods.sort_by_key(|method| method.name);
            methods.iter().map(|method| row_of(family, pair, method)).collect()
        })
        .collect();
    with_holm(by_pair)
}

/// The methods stand in the same order in every pair.
fn with_holm(mut by_pair: Vec<Vec<Comparison>>) -> Vec<Comparison> {
    let n_methods = by_pair.first().map_or(0, Vec::len);
    for method in 0..n_methods {
        let p_values: Vec<Option<f64>> =
            by_pair.iter().map(|rows| rows.get(method).and_then(|row| row.p)).collect();
        for (rows, adjusted) in by_pair.iter_mut().zip(holm(&p_values)) {
            if let Some(row) = rows.get_mut(method) {
                row.p_holm = adjusted;
            }
        }
    }
    by_pair.into_iter().flatten().collect()
}

fn row_of(family: &Family, pair: &Pair, method: &MethodResult) -> Comparison {
    let (first, second) = (&pair.first, &pair.second);
    let (n_a, n_b) = if method.counts_undated {
        ((first.n_all, first.n_all_started), (second.n_all, second.n_all_started))
    } else {
        ((first.n_dated, first.n_dated_started), (second.n_dated, second.n_dated_started))
    };
    let said = method.said.unwrap_or_default();
    let known = |value: Option<f64>| value.filter(|value| value.is_finite());
    Comparison {
        as_of: family.month.last_day(),
        event: family.event.clone(),
        dimension: family.dimension.to_owned(),
        a: first.name.clone(),
        b: second.name.clone(),
        method: method.name.to_owned(),
        n_a: n_a.0,
        n_b: n_b.0,
        n_started_a: n_a.1,
        n_started_b: n_b.1,
        tau_months: method.tau_months,
        estimate: known(said.estimate),
        low: known(said.low),
        high: known(said.high),
        statistic: known(said.statistic),
        p: known(said.p),
        p_holm: None,
        note: method.said.err().map(NotEstimable::code).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests;
