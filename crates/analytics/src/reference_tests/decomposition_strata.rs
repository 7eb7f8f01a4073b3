//! The kidney-stone trial against statsmodels 0.15 (肾结石案例对照). Charig et al., BMJ 1986;292:879.

use serde_json::Value;

use crate::confidence::Confidence;
use crate::decomposition::direct_standardisation::{direct_standardisation, pooled_mix};
use crate::decomposition::equal_odds::equal_odds_test;
use crate::decomposition::mantel_haenszel::{TestResult, common_odds_ratio, no_difference_test};
use crate::decomposition::reversal::{Group, StratumTotals, reversals};
use crate::decomposition::two_by_two::TwoGroups;
use crate::hits::Hits;
use crate::reference_tests::compared::Compared;

const RELATIVE: f64 = 1e-10;

pub(crate) fn check_strata(compared: &mut Compared, want: &Value) {
    let (first, second) = (group(compared, &want["A"]), group(compared, &want["B"]));
    let crude = [crude(&first), crude(&second)];
    compared.list("crude", &crude, &want["crude"], RELATIVE);
    let mix = pooled_mix(&[first.clone(), second.clone()]).unwrap();
    let standardised = [&first, &second].map(|group| direct_standardisation(group, &mix).ok());
    compared.list("standardised", &standardised, &want["direct_standardised_to_pooled"], RELATIVE);
    check_odds(compared, &first, &second, want);
    check_reversal(compared, &first, &second, want);
}

fn group(compared: &mut Compared, counts: &Value) -> Vec<Hits> {
    compared.inputs(counts);
    let hits =
        |pair: &Value| Hits { n_hits: pair[0].as_u64().unwrap(), n_projects: pair[1].as_u64().unwrap() };
    counts.as_array().unwrap().iter().map(hits).collect()
}

fn crude(group: &[Hits]) -> Option<f64> {
    let n_hits = group.iter().map(|hits| hits.n_hits).sum();
    Hits { n_hits, n_projects: group.iter().map(|hits| hits.n_projects).sum() }.rate().ok()
}

fn check_odds(compared: &mut Compared, first: &[Hits], second: &[Hits], want: &Value) {
    let pair = |(first, second): (&Hits, &Hits)| TwoGroups { first: *first, second: *second };
    let strata: Vec<TwoGroups> = first.iter().zip(second).map(pair).collect();
    let odds = common_odds_ratio(&strata, Confidence::P95).unwrap();
    compared.figure("odds ratio", Some(odds.odds_ratio), &want["mantel_haenszel_or"], RELATIVE);
    compared.list("limits", &[Some(odds.low), Some(odds.high)], &want["mh_ci95"], RELATIVE);
    let figures = |test: TestResult| [Some(test.statistic), Some(test.p_value)];
    let corrected = no_difference_test(&strata, true).unwrap();
    compared.list("corrected", &figures(corrected), &want["mh_test_correct_true"], RELATIVE);
    let plain = no_difference_test(&strata, false).unwrap();
    compared.list("plain", &figures(plain), &want["mh_test_correct_false"], RELATIVE);
    let equal = equal_odds_test(&strata).unwrap();
    compared.list("breslow_day", &figures(equal), &want["breslow_day"], RELATIVE);
}

fn check_reversal(compared: &mut Compared, first: &[Hits], second: &[Hits], want: &Value) {
    let totals = |hits: &Hits| StratumTotals {
        n_projects: hits.n_projects,
        hits: hits.n_hits as f64,
        base: hits.n_projects as f64,
    };
    let group = |name: &str, strata: &[Hits]| Group {
        name: name.to_owned(),
        strata: strata.iter().map(totals).collect(),
    };
    let names = ["small".to_owned(), "large".to_owned()];
    let found = reversals(&[group("A", first), group("B", second)], &names).unwrap();
    compared.holds("reversal", want["reversal"] == Value::Bool(found.len() == 1));
    assert_eq!(found[0].ahead, "A");
}
