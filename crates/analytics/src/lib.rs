//! The panel to cohort metrics (各届指标) across editions and months.
//!
//! Reading order: [`analytics`] is the recipe. Its steps: [`marks`] says of each project and month what the metrics
//! ask for, [`population`] who is counted, [`cuts`] by what the figures are cut. [`metrics`] holds every metric, one
//! file each. Below them stand the mathematics: [`intervals`], [`quotient`], [`tallies`], [`survival`].

pub mod analytics;
pub mod cuts;
pub mod error;
pub mod headline_ranges;
pub mod intervals;
pub mod marks;
pub mod metrics;
pub mod population;
pub mod quotient;
pub mod survival;
pub mod tallies;
