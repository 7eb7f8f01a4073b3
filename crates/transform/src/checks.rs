//! Checks beyond one cell (交叉校核): within a record, against the ledger, against earlier months.

pub mod beside;
pub mod changed_facts;
pub mod column_slips;
pub mod cross_field;
pub mod group_counts;
pub mod heaping;
pub mod history;
pub mod identical_returns;
pub mod leaps;
pub mod ledger;
pub mod links;
pub mod series;
pub mod signed_twice;
pub mod standing_still;
pub mod stated_figures;
pub mod time;
pub mod total_scopes;
pub mod totals;
pub mod unusual;
pub mod vanished;
pub mod year_to_date;
