//! The commands: each its arguments and what it does. None knows another.

pub(crate) mod analyze;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod describe;
pub(crate) mod diff;
pub(crate) mod feedback;
pub(crate) mod ingest;
pub(crate) mod init;
pub(crate) mod man;
pub(crate) mod query;
pub(crate) mod report;
pub(crate) mod run;
pub(crate) mod sample;
pub(crate) mod scoreboard;
pub(crate) mod status;
pub(crate) mod template;
pub(crate) mod trace;
pub(crate) mod transform;
