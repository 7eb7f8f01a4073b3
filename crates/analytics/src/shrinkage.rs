//! Unit rates drawn towards the rate of all (收缩估计): empirical Bayes with a beta distribution over the units.

pub mod posterior;
pub mod prior;
