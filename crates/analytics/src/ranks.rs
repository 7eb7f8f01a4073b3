//! Ranks of units and how firm they are (排名).

pub mod efficacy_score;
pub mod rank_intervals;
pub mod ties;
