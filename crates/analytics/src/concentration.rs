//! How much of the money lies with how few (集中度).

pub mod gini;
pub mod herfindahl;
pub mod largest;
pub mod leave_one_out;
pub mod shares;
pub mod theil;
