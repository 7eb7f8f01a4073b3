//! Which project a record belongs to, and why (关联).
//!
//! Reading order: [`link_records`] is the recipe. [`decided`] follows people, [`anchors`] what a record says by itself,
//! [`likely`] the weight of all evidence, [`own_projects`] takes what is left.

pub mod anchors;
pub mod decided;
pub mod directory;
pub mod evidence;
pub mod likely;
pub mod likeness;
pub mod link_records;
pub mod linked;
pub mod own_projects;
pub mod profile;
