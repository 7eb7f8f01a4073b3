//! Each figure through all vintages (逐时点追踪).

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::cohort_metrics::CohortMetric;
use model::date::Date;

use crate::datasets::revisions::figures::Figure;
use crate::datasets::revisions::vintages::Vintage;

/// Which figures of which cohort: event, edition, dimension and its value.
pub type Place<'a> = [&'a str; 4];

/// Every cohort that a vintage knows, through all vintages.
pub struct Followed<'a> {
    cohorts: BTreeMap<(Date, Place<'a>), Vec<Option<&'a CohortMetric>>>,
    covered: Vec<BTreeSet<Date>>,
}

impl<'a> Followed<'a> {
    /// Through vintages in order.
    pub fn through(vintages: &[Vintage<'a>]) -> Followed<'a> {
        let mut cohorts: BTreeMap<_, Vec<Option<&CohortMetric>>> = BTreeMap::new();
        for (place, vintage) in vintages.iter().enumerate() {
            for metric in vintage.figures {
                let key: Place<'a> = [&metric.event, &metric.cohort, &metric.dimension, &metric.value];
                let known = cohorts.entry((metric.as_of, key)).or_insert_with(|| vec![None; vintages.len()]);
                known.get_mut(place).into_iter().for_each(|known| *known = Some(metric));
            }
        }
        let months = |vintage: &Vintage<'_>| vintage.figures.iter().map(|metric| metric.as_of).collect();
        Followed { cohorts, covered: vintages.iter().map(months).collect() }
    }

    /// Every cohort of every month, in order.
    pub fn cohorts(&self) -> impl Iterator<Item = (Date, Place<'a>)> {
        self.cohorts.keys().copied()
    }

    /// The places of the vintages that cover a month, each with what it knows of the cohort.
    pub fn metrics(&self, as_of: Date, place: Place<'a>) -> Vec<(usize, Option<&'a CohortMetric>)> {
        let known = self.cohorts.get(&(as_of, place)).into_iter().flatten().copied();
        let covered =
            known.zip(&self.covered).enumerate().filter(|(_, (_, covered))| covered.contains(&as_of));
        covered.map(|(vintage, (metric, _))| (vintage, metric)).collect()
    }
}

/// A figure at the vintages that cover its month.
pub fn values(figure: Figure, metrics: &[(usize, Option<&CohortMetric>)]) -> Vec<(usize, Option<f64>)> {
    metrics.iter().map(|(vintage, metric)| (*vintage, figure.of(*metric))).collect()
}
