//! Whole tables at a time, in the engine (表级规则): no text is parsed here.

pub mod facts;
pub mod panel;
pub mod panel_columns;
pub mod panel_rows;
pub mod slots;
pub mod turns;
