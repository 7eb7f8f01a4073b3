//! Tables (表格): header, body and totals, drawn from columns and lines.

pub(crate) mod body;
pub(crate) mod header;
pub(crate) mod shape;
pub(crate) mod totals;
