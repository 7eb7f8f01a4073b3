//! The stage analytics (分析): the panel becomes figures.

use analytics::analytics::cohort_metrics;
use analytics::error::AnalyticsError;
use analytics::headline_ranges::headline_ranges;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::doubts::Doubt;
use model::datasets::headline_ranges::HeadlineRange;
use model::datasets::project_months::ProjectMonth;
use polars::prelude::IntoLazy;
use store::frames::{frame_of, rows_of_frame};

use crate::error::PipelineError;
use crate::plan::Plan;
use crate::stages::output::{Output, output};

/// What the stage computes.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// The figures of every month, edition and dimension.
    pub metrics: Vec<CohortMetric>,
    /// Between which bounds the headline lies.
    pub ranges: Vec<HeadlineRange>,
}

/// The figures of a panel, and what the doubts do to them.
pub fn analyze(
    project_months: &[ProjectMonth],
    doubts: &[Doubt],
    plan: &Plan,
) -> Result<Figures, PipelineError> {
    let panel = frame_of(project_months)?.lazy();
    let planned = cohort_metrics(panel, &plan.policy, &plan.scope)?;
    let figures = planned.collect().map_err(AnalyticsError::from)?;
    let metrics = rows_of_frame::<CohortMetric>(&figures)?;
    tracing::info!(n_figures = metrics.len(), "computed figures");
    let ranges = headline_ranges(&metrics, doubts, &plan.scope);
    Ok(Figures { metrics, ranges })
}

/// Every dataset of the stage.
pub fn analytics_outputs(figures: &Figures) -> Vec<Output<'_>> {
    vec![output(&figures.metrics), output(&figures.ranges)]
}
