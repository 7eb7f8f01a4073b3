//! Which project a record belongs to, and why (关联).

pub mod directory;
pub mod fit;
pub mod likeness;
pub mod link_records;
