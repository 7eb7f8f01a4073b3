//! The audit of printed figures (公布数字核验): is the arithmetic possible, do parts add up, and which definition and
//! vintage makes the figure.
//!
//! Reading order: [`grades`], what stands in print ([`printed`]), the checks that need no panel ([`percentages`],
//! [`totals`]), the [`definitions`] of a figure over a panel, which of them reproduces it ([`reproduced`]), and the
//! dataset [`rows`].

pub mod definitions;
pub mod grades;
pub mod percentages;
pub mod printed;
pub mod reproduced;
pub mod rows;
pub mod totals;

#[cfg(test)]
mod tests;
