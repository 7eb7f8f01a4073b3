//! Layouts of returns (表式版式): what one looks like, what the month before teaches about it, what has changed in it.

pub mod drift;
pub mod layout;
pub mod memory;
