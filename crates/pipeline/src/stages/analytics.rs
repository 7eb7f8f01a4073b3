//! The stage analytics (分析): the panel becomes figures.

use std::path::Path;

use analytics::analytics::cohort_metrics;
use analytics::error::AnalyticsError;
use model::datasets::cohort_metrics::CohortMetric;
use model::datasets::project_months::ProjectMonth;
use model::row::Row;
use polars::prelude::IntoLazy;
use store::frames::{frame_of, rows_of_frame};
use store::parquet_rows::write_rows;

use crate::error::PipelineError;
use crate::plan::Plan;

/// The figures of every month, edition and dimension.
pub fn analyze(project_months: &[ProjectMonth], plan: &Plan) -> Result<Vec<CohortMetric>, PipelineError> {
    let panel = frame_of(project_months)?.lazy();
    let planned = cohort_metrics(panel, &plan.policy, &plan.scope)?;
    let figures = planned.collect().map_err(AnalyticsError::from)?;
    let metrics = rows_of_frame::<CohortMetric>(&figures)?;
    tracing::info!(n_figures = metrics.len(), "computed figures");
    Ok(metrics)
}

/// Writes the datasets of the stage into a folder.
pub fn write_metrics(folder: &Path, metrics: &[CohortMetric]) -> Result<(), PipelineError> {
    Ok(write_rows(&folder.join(format!("{}.parquet", CohortMetric::DATASET.name)), metrics)?)
}
