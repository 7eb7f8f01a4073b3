//! The commands: each its arguments and what it does. None knows another.

pub(crate) mod analyze;
pub(crate) mod ingest;
pub(crate) mod report;
pub(crate) mod run;
pub(crate) mod transform;
