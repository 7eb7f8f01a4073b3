//! How a value is spelled in a cell (写法), and what a literal reader takes from it.

pub(crate) mod amounts;
pub(crate) mod dates;
pub(crate) mod ordinals;
pub(crate) mod spelled;
pub(crate) mod stages;
