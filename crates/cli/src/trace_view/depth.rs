//! How far down a trace goes (追溯深度).

use clap::ValueEnum;

/// How far down a trace goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, ValueEnum)]
pub(crate) enum Depth {
    /// The figure alone.
    Figure,
    /// Its projects.
    Projects,
    /// The records that say so.
    Records,
    /// Their cells.
    #[default]
    Cells,
}
