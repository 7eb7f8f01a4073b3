//! Intervals for rates of money (金额比率的区间), such as the capital arrival rate.
//!
//! All projects are observed: an interval describes the process (what another draw of projects like these would
//! give), never a sampling error, and none is ever given for a total of money.

pub mod bootstrap;
pub mod dominance;
pub mod linearised;
