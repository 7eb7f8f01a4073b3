//! The truth tables (真值表): what is in the files and what is really so, in the form that scores are made from.

pub(crate) mod header;
pub(crate) mod headline;
pub(crate) mod readme;
pub(crate) mod record;
pub(crate) mod tables;
pub(crate) mod truth_table;
pub(crate) mod world_tables;
