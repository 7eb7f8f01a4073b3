//! Why figures could not be computed at all. A doubtful value in the panel is a finding of the stage before.

/// Why the figures could not be planned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnalyticsError {
    /// The engine refused the plan: a step does not fit the declared columns of `project_months`.
    #[error("cannot plan the figures of `cohort_metrics` from `project_months`")]
    Plan(#[from] polars::error::PolarsError),
}
