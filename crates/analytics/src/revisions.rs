//! How published figures change afterwards (修订统计): by how much, in which direction, and whether that is chance.

pub mod at_lag;
pub mod mean_test;
pub mod statistics;
