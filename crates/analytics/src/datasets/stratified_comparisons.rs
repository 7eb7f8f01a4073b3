//! Two editions compared stratum by stratum (分层比较): what is left of a difference when both have the same mix.
//!
//! The strata are the industries and the size bands of the last month. Projects of which the value is not known are a
//! stratum of their own.

use std::collections::BTreeMap;

use crate::confidence::Confidence;
use crate::cut_groups::dimension;
use crate::datasets::comparison_methods::{MethodResult, Said};
use crate::decomposition::common_difference::{RateDifference, common_difference};
use crate::decomposition::equal_odds::equal_odds_test;
use crate::decomposition::mantel_haenszel::{TestResult, common_odds_ratio, no_difference_test};
use crate::decomposition::standardised_difference::standardised_difference;
use crate::decomposition::two_by_two::TwoGroups;
use crate::edition_totals::{EditionTable, Totals, edition_tables};
use crate::hits::Hits;
use crate::not_estimable::NotEstimable;
use crate::p_values::two_sided_p_value;
use crate::panel::Panel;
use crate::standings::Standings;

/// By what is stratified, with the names of the methods in the dataset.
const STRATIFIED_BY: [(&str, [&str; 4]); 2] = [
    (
        "industry",
        ["equal_odds_industry", "mh_difference_industry", "mh_odds_ratio_industry", "standardised_industry"],
    ),
    (
        "size_band",
        [
            "equal_odds_size_band",
            "mh_difference_size_band",
            "mh_odds_ratio_size_band",
            "standardised_size_band",
        ],
    ),
];

/// Event and edition.
type Edition = (String, String);

/// The editions of the last month, stratum by stratum; one table for each way to stratify.
pub struct StratifiedEditions([BTreeMap<Edition, Vec<Totals>>; STRATIFIED_BY.len()]);

impl StratifiedEditions {
    /// Of the last month.
    pub fn of(panel: &Panel, standings: &Standings) -> StratifiedEditions {
        StratifiedEditions(STRATIFIED_BY.map(|(name, _)| {
            let (Some((_, members)), Some(by)) = (standings.last_month(), dimension(name)) else {
                return BTreeMap::new();
            };
            edition_tables(by, members, panel, standings).into_iter().flat_map(editions_of).collect()
        }))
    }

    /// Every method over two editions of an event, by industry and then by size band.
    pub fn compare(&self, event: &str, first: &str, second: &str) -> Vec<MethodResult> {
        let [first, second] = [first, second].map(|name| (event.to_owned(), name.to_owned()));
        let methods = self.0.iter().zip(STRATIFIED_BY).flat_map(|(table, (_, names))| {
            let both = table.get(&first).into_iter().flatten().zip(table.get(&second).into_iter().flatten());
            results(&both.map(two_groups).collect::<Vec<TwoGroups>>(), names)
        });
        methods.collect()
    }
}

fn editions_of(table: EditionTable) -> impl Iterator<Item = (Edition, Vec<Totals>)> {
    let event = table.event;
    table
        .editions
        .into_iter()
        .zip(table.totals)
        .map(move |(edition, totals)| ((event.clone(), edition), totals))
}

fn two_groups((first, second): (&Totals, &Totals)) -> TwoGroups {
    let hits = |totals: &Totals| Hits { n_hits: totals.n_started, n_projects: totals.n };
    TwoGroups { first: hits(first), second: hits(second) }
}

fn results(strata: &[TwoGroups], names: [&'static str; 4]) -> [MethodResult; 4] {
    let said = [
        by_equal_odds(strata),
        common_difference(strata).map(by_difference),
        by_odds_ratio(strata),
        standardised_difference(strata).map(by_difference),
    ];
    let mut said = said.into_iter();
    names.map(|name| MethodResult {
        name,
        counts_undated: true,
        tau_months: None,
        said: said.next().unwrap_or(Err(NotEstimable::InputsDisagree)),
    })
}

fn by_difference(found: RateDifference) -> Said {
    let limits = found.limits(Confidence::P95);
    Said {
        estimate: Some(found.difference),
        low: limits.map(|limits| limits.low),
        high: limits.map(|limits| limits.high),
        statistic: found.z(),
        p: found.z().map(two_sided_p_value),
    }
}

/// The ratio and the test of no difference. Where every project of one edition has started there is a test and no ratio.
fn by_odds_ratio(strata: &[TwoGroups]) -> Result<Said, NotEstimable> {
    let ratio = common_odds_ratio(strata, Confidence::P95);
    let test = no_difference_test(strata, false);
    if let (Err(reason), Err(_)) = (ratio, test) {
        return Err(reason);
    }
    let (ratio, test) = (ratio.ok(), test.ok());
    Ok(Said {
        estimate: ratio.map(|ratio| ratio.odds_ratio),
        low: ratio.map(|ratio| ratio.low),
        high: ratio.map(|ratio| ratio.high),
        ..tested(test)
    })
}

/// Over the strata that leave something to chance: projects of both editions, started and not.
fn by_equal_odds(strata: &[TwoGroups]) -> Result<Said, NotEstimable> {
    let is_open = |stratum: &&TwoGroups| {
        let (first, second) = (stratum.first, stratum.second);
        let n_hits = first.n_hits + second.n_hits;
        let n = first.n_projects + second.n_projects;
        first.n_projects > 0 && second.n_projects > 0 && 0 < n_hits && n_hits < n
    };
    let open: Vec<TwoGroups> = strata.iter().filter(is_open).copied().collect();
    Ok(tested(Some(equal_odds_test(&open)?)))
}

fn tested(test: Option<TestResult>) -> Said {
    Said { statistic: test.map(|test| test.statistic), p: test.map(|test| test.p_value), ..Said::default() }
}
