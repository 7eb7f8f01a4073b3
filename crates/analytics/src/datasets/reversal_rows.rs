//! Reversals as rows of `decomposition` (辛普森悖论行): one group ahead in every edition, and behind over all.

use model::datasets::decomposition::Decomposition;
use model::date::Date;

use crate::cut_key::ALL;
use crate::decomposition::reversal::{Group, Reversal, StratumTotals, reversals};
use crate::edition_totals::{EditionTable, Totals};
use crate::whole_numbers::count;

/// The rates that are searched: name, base and hits.
const RATES: [(&str, Rate); 2] = [
    ("start_rate", |totals| (totals.n as f64, totals.n_started as f64)),
    ("start_rate_by_value", |totals| (totals.contract as f64, totals.contract_started as f64)),
];

type Rate = fn(&Totals) -> (f64, f64);

/// One row for each edition that was compared and one over all, for every reversal between two values of the table.
pub fn reversal_rows(as_of: Date, table: &EditionTable) -> Vec<Decomposition> {
    RATES.iter().flat_map(|(measure, rate)| rows_of_rate(as_of, table, measure, *rate)).collect()
}

fn rows_of_rate(as_of: Date, table: &EditionTable, measure: &str, rate: Rate) -> Vec<Decomposition> {
    let groups = groups_of(table, rate);
    let found = reversals(&groups, &table.editions).unwrap_or_default();
    found.iter().flat_map(|reversal| rows_of(as_of, table, measure, &groups, reversal)).collect()
}

fn groups_of(table: &EditionTable, rate: Rate) -> Vec<Group> {
    let stratum = |totals: &Totals| {
        let (base, hits) = rate(totals);
        StratumTotals { n_projects: totals.n, hits, base }
    };
    let group = |(place, name): (usize, &String)| Group {
        name: name.clone(),
        strata: table.totals.iter().filter_map(|edition| edition.get(place)).map(stratum).collect(),
    };
    table.values.iter().enumerate().map(group).collect()
}

fn rows_of(
    as_of: Date,
    table: &EditionTable,
    measure: &str,
    groups: &[Group],
    reversal: &Reversal,
) -> Vec<Decomposition> {
    let n_in = |name: &str, edition: Option<&str>| -> u64 {
        let group = groups.iter().find(|group| group.name == name);
        let strata = group.into_iter().flat_map(|group| table.editions.iter().zip(&group.strata));
        let compared = |stratum: &str| reversal.strata.iter().any(|one| one.name == stratum);
        let wanted = strata
            .filter(|(stratum, _)| edition.map_or(compared(stratum), |edition| edition == stratum.as_str()));
        wanted.map(|(_, totals)| totals.n_projects).sum()
    };
    let row = |edition: Option<&str>, ahead_rate: f64, behind_rate: f64| Decomposition {
        as_of,
        event: table.event.clone(),
        from_cohort: edition.unwrap_or(ALL).to_owned(),
        to_cohort: edition.unwrap_or(ALL).to_owned(),
        measure: measure.to_owned(),
        dimension: table.dimension.to_owned(),
        value: format!("{} > {}", reversal.ahead, reversal.behind),
        method: "reversal".to_owned(),
        effect: "difference".to_owned(),
        amount: Some(ahead_rate - behind_rate),
        n_from: count(n_in(&reversal.ahead, edition)),
        n_to: count(n_in(&reversal.behind, edition)),
        note: Some(format!("{ahead_rate:.4} : {behind_rate:.4}")),
    };
    let strata = reversal
        .strata
        .iter()
        .map(|stratum| row(Some(&stratum.name), stratum.ahead_rate, stratum.behind_rate));
    strata.chain([row(None, reversal.ahead_rate, reversal.behind_rate)]).collect()
}
