//! Rates of projects and their intervals (比率与区间): one method a file.
//!
//! All signed projects are observed, so that an interval describes the process that starts projects, not a sampling
//! error. A [`share::Share`] cannot be built without a denominator; from there on every interval exists.

pub mod interval;
pub mod share;

pub mod wald;
pub mod wilson;
pub mod wilson_corrected;

pub mod agresti_coull;
pub mod clopper_pearson;
pub mod jeffreys;
pub mod jeffreys_ends;

pub mod agresti_caffo_difference;
pub mod newcombe_difference;
pub mod score_difference;
pub mod wald_difference;

pub mod fisher;
pub mod holm;
pub mod poisson_binomial;
pub mod pooled_z;

pub mod beta_quantile;
pub mod restricted_shares;
