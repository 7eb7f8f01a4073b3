//! How far a stage is (进度). Drawn by whoever calls; nothing is printed here.

/// Hears how far a stage is. Steps come from several threads.
pub trait Progress: Sync {
    /// A stage begins, with so many steps; 0 when nobody knows.
    fn begin(&self, stage: &str, total: u64);
    /// One step is done.
    fn step(&self);
    /// The stage is done.
    fn end(&self);
}

/// Says nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _stage: &str, _total: u64) {}
    fn step(&self) {}
    fn end(&self) {}
}
