//! Time to an event with projects that have not had it yet (生存分析).

pub mod kaplan_meier;
pub mod quantiles;
pub mod risk_sets;
