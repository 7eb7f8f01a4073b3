//! The funnel of units (漏斗图): which start rate of a unit is out of the ordinary, given how few projects it has.
//!
//! Source: Spiegelhalter 2005, "Funnel plots for comparing institutional performance". Limits are exact binomial ones.

pub mod dispersion;
pub mod limits;
pub mod verdicts;
