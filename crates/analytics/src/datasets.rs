//! The datasets over the panel, besides `cohort_metrics` (数据集): one file or folder each, rows sorted by key.
//!
//! Reading order: [`cohort_ages`], [`start_curves`], [`curve_quartiles`], [`capital_triangle`], [`capital_forecast`] and
//! [`comparisons`] read the profiles that [`crate::profiles`] has counted; [`decomposition`], [`concentration`] and
//! [`expected_starts`] read the standings of [`crate::standings`]. [`changes`] is the exact bridge, [`supervision`] the
//! lights, [`rankings`] the units, [`revisions`] the vintages, [`published`] the audit of printed figures; [`spelling`]
//! puts the texts of panels in order, [`month_order`] the months of all projects. All projects are observed: intervals
//! and tests describe the process, not a sampling error.

pub mod capital_forecast;
pub mod capital_ladder;
pub mod capital_triangle;
pub mod changes;
pub mod cohort_ages;
pub mod compared_group;
pub mod comparison_families;
pub mod comparison_methods;
pub mod comparisons;
pub mod concentration;
pub mod curve_quartiles;
pub mod curve_rows;
pub mod day_curves;
pub mod decomposition;
pub mod effects;
pub mod expected_starts;
pub mod forecast_limits;
pub mod forecast_methods;
pub mod further_forecasts;
pub mod measures_of_concentration;
pub mod month_order;
pub mod published;
pub mod rankings;
pub mod reversal_rows;
pub mod revisions;
pub mod spelling;
pub mod start_curves;
pub mod stratified_comparisons;
pub mod supervision;
pub mod turnbull_curves;

#[cfg(test)]
mod degenerate_panels;
#[cfg(test)]
pub(crate) mod hand_made;
#[cfg(test)]
mod no_look_ahead;
