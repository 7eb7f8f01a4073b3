//! From cells to meaning: typed values, one project under one id, the monthly panel.
//!
//! Reading order: what comes in ([`received`], [`settings`]), the recipe ([`transform`]), what goes out
//! ([`transformed`]). Texts are parsed in [`cell_rules`] and nowhere else.

pub mod cell_rules;
pub mod error;
pub mod received;
pub mod settings;
pub mod transform;
pub mod transformed;
