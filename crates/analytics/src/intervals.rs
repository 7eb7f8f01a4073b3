//! Intervals of rates (区间). All signed projects are observed, so that an interval describes the process that
//! starts projects, not a sampling error.

pub mod wilson;
