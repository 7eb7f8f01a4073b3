//! From cells to meaning: typed values, one project under one id, the monthly panel.
//!
//! Reading order: what comes in ([`received`], [`settings`]), the recipe ([`transform`]), what goes out
//! ([`transformed`]). Texts are parsed in [`cell_rules`] and nowhere else.

pub mod accounts;
pub mod cell_rules;
pub mod check_all;
pub mod checks;
pub mod date_parts;
pub mod dispositions;
pub mod doubts;
pub mod error;
pub mod field_cells;
pub mod finding_states;
pub mod judged_record;
pub mod layouts;
pub mod ledger;
pub mod ledger_book;
pub mod ledger_changes;
pub mod linkage;
pub mod linking;
pub mod milestones;
pub mod observations;
pub mod panels;
pub mod projects;
pub mod read_amounts;
pub mod read_arrivals;
pub mod read_progress;
pub mod read_record;
pub mod read_return;
pub mod received;
pub mod relations;
pub mod return_context;
pub mod return_period;
pub mod return_status;
pub mod return_unit;
pub mod review;
pub mod settings;
pub mod signed_again;
pub mod table_rules;
pub mod thresholds;
pub mod transform;
pub mod transformed;
pub mod typed_record;
pub mod units_from_history;
pub mod value_rows;
pub mod vocabulary;
