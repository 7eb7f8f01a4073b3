//! Vintages (数据时点): the figures that the returns received up to a moment make.

use std::collections::BTreeMap;

use model::datasets::cohort_metrics::CohortMetric;
use model::month::Month;

use crate::panel::Panel;

/// One vintage.
#[derive(Debug, Clone, Copy)]
pub struct Vintage<'a> {
    /// Returns received up to then: a date or a timestamp, so that texts sort as moments do.
    pub known_at: &'a str,
    /// The dataset `cohort_metrics` of that vintage.
    pub figures: &'a [CohortMetric],
    /// The panel behind it; without one, revisions have no cause.
    pub panel: Option<&'a Panel>,
}

impl Vintage<'_> {
    /// The month in which it was known.
    pub fn month(&self) -> Option<Month> {
        self.known_at.get(..7)?.parse().ok()
    }
}

/// The vintages by moment; of several with one moment the last one is taken.
pub fn in_order<'a>(vintages: &[Vintage<'a>]) -> Vec<Vintage<'a>> {
    let ordered: BTreeMap<&str, Vintage<'a>> =
        vintages.iter().map(|vintage| (vintage.known_at, *vintage)).collect();
    ordered.into_values().collect()
}
