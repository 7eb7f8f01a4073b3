//! Checks beyond one cell (交叉校核): within a record, against the ledger, against earlier months.

pub mod cross_field;
pub mod group_counts;
pub mod ledger;
pub mod series;
pub mod stated_figures;
pub mod time;
pub mod total_scopes;
pub mod totals;
pub mod vanished;
