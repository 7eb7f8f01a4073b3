//! Time to an event with projects that have not had it yet (生存分析): one estimator a file.
//!
//! Reading order: [`spells`] says how long a project was under observation, [`risk_sets`] is the one sweep that
//! everything else reads. An event at `t` concerns who has `entry < t ≤ exit`. What cannot be estimated is missing or
//! carries a reason of [`crate::not_estimable`], never a number.

pub mod spells;

pub mod leaving;
pub mod risk_sets;

pub mod fleming_harrington;
pub mod kaplan_meier;
pub mod nelson_aalen;

pub mod limits;
pub mod quantiles;

pub mod restricted_mean;
pub mod start_within;

pub mod aalen_johansen;
pub mod aalen_variance;
pub mod counted_incidence;
pub mod influence;
pub mod weighted_kaplan_meier;

pub mod chi_square;
pub mod gray;
pub mod gray_variance;
pub mod groups;
pub mod log_rank;

pub mod innermost_intervals;
pub mod interior_point;
pub mod linear_system;
pub mod turnbull;
