//! The panel to cohort metrics (各届指标) across editions and months.
//!
//! Reading order: [`analytics`] is the recipe. Its steps: [`marks`] says of each project and month what the metrics
//! ask for, [`population`] who is counted, [`cuts`] by what the figures are cut. [`metrics`] holds every metric, one
//! file each. Below them stand the mathematics: [`intervals`], [`quotient`], [`tallies`], and, without any frame,
//! [`survival`] and [`rates`].
//!
//! The other datasets need no frame: [`panel`] holds the months in columns, [`standings`] says how each project stands
//! in each of them, [`profiles`] counts every group by age once, and [`datasets`] has one file for each dataset.
//! [`methods`] names what they compute.

pub mod age_cells;
pub mod age_profile;
pub mod analytics;
pub mod audit;
pub mod concentration;
pub mod confidence;
pub mod contributions;
pub mod cut_groups;
pub mod cut_key;
pub mod cuts;
pub mod datasets;
pub mod decomposition;
pub mod edition_totals;
pub mod error;
pub mod finite;
pub mod funnel;
pub mod headline_ranges;
pub mod hits;
pub mod intervals;
pub mod known_by_age;
pub mod marks;
pub mod methods;
pub mod methods_bridge;
pub mod metrics;
pub mod money_parts;
pub mod money_rates;
pub mod names;
pub mod not_estimable;
pub mod p_values;
pub mod panel;
pub mod percentiles;
pub mod population;
pub mod profiles;
pub mod quotient;
pub mod random_draws;
pub mod ranks;
pub mod rates;
pub mod revisions;
pub mod shrinkage;
pub mod standings;
pub mod start_intervals;
pub mod survival;
pub mod tallies;
pub mod triangles;
pub mod whole_numbers;

#[cfg(test)]
mod checked_rows;
#[cfg(test)]
mod reference_tests;
#[cfg(test)]
mod test_curves;
#[cfg(test)]
mod test_panels;
