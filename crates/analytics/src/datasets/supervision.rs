//! The lights of projects (督办清单): rules that people write, read once, and one sweep through all months.
//!
//! Reading order: [`lights`], what is [`measured`], [`rules`] and why they are refused ([`rule_error`]), the [`plans`]
//! that the panel does not hold, what is remembered of a project ([`standing`]), the [`chances`] of a start, the
//! [`sweep`], and its [`rows`].

pub mod chances;
pub mod lights;
pub mod measured;
pub mod plans;
pub mod rows;
pub mod rule_error;
pub mod rules;
pub mod standing;
pub mod sweep;

#[cfg(test)]
mod tests;
