//! Seeded random numbers (带种子的随机数): the same seed gives the same figures on every machine.

pub mod gamma;
pub mod stream;
