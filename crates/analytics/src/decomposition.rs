//! Why two figures differ (分解): rate or mix, factor by factor, and whether a total turns its parts around.
//!
//! Reading order: [`cells`] holds two sides cell by cell; [`kitagawa`] parts a difference of rates, [`das_gupta`] one
//! of products, [`lmdi`] one of money. [`direct_standardisation`], [`standardised_difference`], [`mantel_haenszel`],
//! [`common_difference`] and [`equal_odds`] compare groups stratum by stratum, [`reversal`] searches for Simpson's paradox.

pub mod cells;
pub mod common_difference;
pub mod das_gupta;
pub mod direct_standardisation;
pub mod equal_odds;
pub mod kitagawa;
pub mod lmdi;
pub mod mantel_haenszel;
pub mod reversal;
pub mod standardised_difference;
pub mod two_by_two;
