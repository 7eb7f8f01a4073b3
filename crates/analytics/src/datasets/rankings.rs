//! How units stand within their groups (通报排名): rates, ranks with ties, how far chance may move them, and scores.
//!
//! Reading order: the [`settings`], what is summed of a unit ([`unit_sums`]), the units of one month ([`month_units`]),
//! rates as exact fractions and their ranks ([`standings`]), [`scores`], ranks drawn again ([`draws`]) and whether that
//! says anything ([`spreads`]), one group in
//! one month ([`board`], [`table`]), and the dataset ([`rows`]).

pub mod board;
pub mod draws;
pub mod month_units;
pub mod rows;
pub mod scores;
pub mod settings;
pub mod spreads;
pub mod standings;
pub mod table;
pub mod unit_sums;

#[cfg(test)]
mod tests;
