//! Tables (表格): header, body and totals, drawn from columns and lines.

pub(crate) mod band;
pub(crate) mod body;
pub(crate) mod group_rows;
pub(crate) mod header;
pub(crate) mod header_tree;
pub(crate) mod shape;
pub(crate) mod totals;
