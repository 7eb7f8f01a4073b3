//! The arithmetic of printed figures (公布数据的算术核验): can they be true, and true together.
//!
//! Everything is counted in integers. Reading order: [`printed_number`], [`rounding`], [`denominators`],
//! [`money_range`], [`additivity`].

pub mod additivity;
pub mod denominators;
pub mod money_range;
pub mod printed_number;
pub mod rounding;
