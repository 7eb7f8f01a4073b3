//! Between which bounds the headline lies under open doubts (总体指标区间).

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::doubts::Doubt;
use model::datasets::headline_ranges::HeadlineRange;
use model::date::Date;
use model::policy::Scope;

use crate::cut_key::{ALL, UNKNOWN};

/// By how much one project may move the figures, down and up; both are 0 where a doubt does not touch it.
#[derive(Debug, Clone, Copy, Default)]
struct Swing {
    started: (i64, i64),
    contract_yuan: (i64, i64),
    capital_yuan: (i64, i64),
}

/// Month, event, edition.
type Key = (Date, String, String);

/// The bounds of each month, event and edition, and of all editions together, sorted by key.
///
/// Each doubt is taken to fall the way that moves the figure most, and the projects independently of each other: the
/// bounds hold, and the truth is likely to lie well within. A project that two doubts touch swings by the larger one
/// each way.
pub fn headline_ranges(metrics: &[CohortMetric], doubts: &[Doubt], scope: &Scope) -> Vec<HeadlineRange> {
    let mut swings: BTreeMap<Key, Swing> = BTreeMap::new();
    let mut doubted: BTreeMap<Key, BTreeSet<&str>> = BTreeMap::new();
    for (project, swing) in by_project(doubts, scope) {
        for cohort in [project.2, ALL] {
            let key = (project.1, project.3.to_owned(), cohort.to_owned());
            swings.entry(key.clone()).or_default().add(swing);
            doubted.entry(key).or_default().insert(project.0);
        }
    }
    let whole = metrics.iter().filter(|metric| metric.dimension == ALL);
    whole
        .map(|metric| {
            let key = (metric.as_of, metric.event.clone(), metric.cohort.clone());
            let swing = swings.get(&key).copied().unwrap_or_default();
            range(metric, swing, doubted.get(&key).map_or(0, BTreeSet::len) as i64)
        })
        .collect()
}

/// Project, month, edition, event.
type ProjectMonth<'a> = (&'a str, Date, &'a str, &'a str);

fn by_project<'a>(doubts: &'a [Doubt], scope: &Scope) -> BTreeMap<ProjectMonth<'a>, Swing> {
    let is_counted =
        |doubt: &&Doubt| scope.holds(doubt.event.as_deref(), doubt.cohort.as_deref(), doubt.tracked);
    let mut swings: BTreeMap<ProjectMonth<'a>, Swing> = BTreeMap::new();
    for doubt in doubts.iter().filter(is_counted) {
        let known = |value: &'a Option<String>| value.as_deref().unwrap_or(UNKNOWN);
        let key = (doubt.project_id.as_str(), doubt.as_of, known(&doubt.cohort), known(&doubt.event));
        swings.entry(key).or_default().widen(doubt);
    }
    swings
}

impl Swing {
    fn widen(&mut self, doubt: &Doubt) {
        let widen = |(low, high): (i64, i64), change: i64| (low.min(change), high.max(change));
        self.started = widen(self.started, doubt.started_change);
        self.contract_yuan = widen(self.contract_yuan, doubt.contract_change_yuan);
        self.capital_yuan = widen(self.capital_yuan, doubt.capital_change_yuan);
    }

    fn add(&mut self, other: Swing) {
        let add = |(low, high): (i64, i64), other: (i64, i64)| {
            (low.saturating_add(other.0), high.saturating_add(other.1))
        };
        self.started = add(self.started, other.started);
        self.contract_yuan = add(self.contract_yuan, other.contract_yuan);
        self.capital_yuan = add(self.capital_yuan, other.capital_yuan);
    }
}

fn range(metric: &CohortMetric, swing: Swing, n_doubted: i64) -> HeadlineRange {
    let around =
        |value: i64, (low, high): (i64, i64)| (value.saturating_add(low), value.saturating_add(high));
    let share = |part: i64, whole: i64| (whole > 0).then(|| part as f64 / whole as f64);
    let (n_started_low, n_started_high) = around(metric.n_started, swing.started);
    let (contract_low_yuan, contract_high_yuan) = around(metric.contract_yuan, swing.contract_yuan);
    let (capital_low_yuan, capital_high_yuan) = around(metric.capital_yuan, swing.capital_yuan);
    HeadlineRange {
        as_of: metric.as_of,
        event: metric.event.clone(),
        cohort: metric.cohort.clone(),
        n_doubted,
        n_started: metric.n_started,
        n_started_low,
        n_started_high,
        contract_yuan: metric.contract_yuan,
        contract_low_yuan,
        contract_high_yuan,
        capital_yuan: metric.capital_yuan,
        capital_low_yuan,
        capital_high_yuan,
        start_rate_low: share(n_started_low, metric.n_projects),
        start_rate_high: share(n_started_high, metric.n_projects),
        capital_rate_low: share(capital_low_yuan, contract_high_yuan),
        capital_rate_high: share(capital_high_yuan, contract_low_yuan),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubt(project: &str, cause: &str, started: i64, capital: i64) -> Doubt {
        Doubt {
            project_id: project.to_owned(),
            as_of: "2023-07-31".parse().unwrap(),
            cause: cause.to_owned(),
            event: Some("智博会".to_owned()),
            cohort: Some("2020".to_owned()),
            tracked: true,
            started_change: started,
            capital_change_yuan: capital,
            ..Doubt::default()
        }
    }

    fn metric(cohort: &str) -> CohortMetric {
        CohortMetric {
            as_of: "2023-07-31".parse().unwrap(),
            event: "智博会".to_owned(),
            cohort: cohort.to_owned(),
            dimension: ALL.to_owned(),
            value: ALL.to_owned(),
            n_projects: 10,
            n_started: 6,
            contract_yuan: 1000,
            capital_yuan: 100,
            ..CohortMetric::default()
        }
    }

    #[test]
    fn doubts_widen_the_range_of_their_edition_and_of_all() {
        let doubts = [
            doubt("a", "error", 1, 50),
            doubt("a", "link", 1, 20),
            doubt("b", "error", -1, 0),
            doubt("c", "link", 0, -30),
        ];
        let ranges =
            headline_ranges(&[metric("2020"), metric("2021"), metric("all")], &doubts, &Scope::default());
        let told: Vec<_> = ranges
            .iter()
            .map(|range| {
                (
                    range.n_doubted,
                    range.n_started_low,
                    range.n_started_high,
                    range.capital_low_yuan,
                    range.capital_high_yuan,
                )
            })
            .collect();
        assert_eq!(told, [(3, 5, 7, 70, 150), (0, 6, 6, 100, 100), (3, 5, 7, 70, 150)]);
        assert_eq!(ranges[0].start_rate_high, Some(0.7));
    }

    #[test]
    fn doubts_outside_the_scope_do_not_count() {
        let scope = Scope { cohorts: vec!["2021".to_owned()], ..Scope::default() };
        let ranges = headline_ranges(&[metric("2020")], &[doubt("a", "error", 1, 50)], &scope);
        assert_eq!(ranges[0].n_doubted, 0);
    }
}
