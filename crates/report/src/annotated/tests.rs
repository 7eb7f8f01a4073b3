//! Annotated returns against the workbooks that were sent (退回批注表的检验).

mod across_months;
pub(crate) mod bench;
mod comments;
mod foreign_packages;
mod harmless;
mod in_place;
mod rebuilt;
