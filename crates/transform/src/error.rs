//! Why `transform` had to stop. Wrong data is a finding, never one of these.

/// An error that stops the stage.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TransformError {
    /// A reference table says something impossible.
    #[error("reference table `{table}`: {problem}")]
    Reference {
        /// File name of the table.
        table: &'static str,
        /// What is wrong in it.
        problem: String,
    },
    /// A dataset could not be made or read.
    #[error(transparent)]
    Store(#[from] store::error::StoreError),
    /// The engine refused a step.
    #[error("the panel could not be built")]
    Engine(#[from] polars::error::PolarsError),
}
