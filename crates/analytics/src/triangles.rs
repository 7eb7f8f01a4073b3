//! Capital by cohort and age (资金三角形), what is still to come, and how uncertain that is.
//!
//! Reading order: [`triangle`] holds the cells, [`link_factors`] the ratios from age to age, [`development`] their
//! products. Forecasts: [`chain_ladder`], [`benktander`] (with Bornhuetter–Ferguson), [`cape_cod`], [`munich`].
//! Errors: [`spreads`], [`mack`], [`next_step_error`]; [`poisson`], [`poisson_error`] and [`poisson_bootstrap`].

pub mod benktander;
pub mod cape_cod;
pub mod chain_ladder;
pub mod development;
pub mod forecast;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod laws_for_bad_data;
pub mod link_factors;
pub mod mack;
pub mod munich;
pub mod munich_ratios;
pub mod next_step_error;
pub mod poisson;
pub mod poisson_bootstrap;
pub mod poisson_design;
pub mod poisson_error;
pub mod spreads;
pub mod triangle;
