//! A vintage (数据时点): the figures of one moment and the panel behind them.

use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;

/// The figures of one moment.
#[derive(Debug, Clone, Default)]
pub struct EarlierVintage {
    /// The moment, RFC 3339.
    pub known_at: String,
    /// The figures.
    pub metrics: Vec<CohortMetric>,
    /// The panel behind them.
    pub project_months: Vec<ProjectMonth>,
}

/// The vintages of a run.
#[derive(Debug, Clone, Default)]
pub struct Vintages {
    /// The earlier ones, in order.
    pub earlier: Vec<EarlierVintage>,
    /// When the run itself was known: what `--known-at` says, else the last receipt.
    pub known_at: Option<String>,
}
