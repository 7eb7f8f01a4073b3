//! Figures of other programs that ours must equal (对照检验), within the tolerances of their README.
//!
//! The folder is found beside the workspace or by `LUODI_SHARED`; where it is absent, the tests say so and pass.

mod comparison;
mod folder;
mod samples;
mod table;

mod rates_differences;
mod rates_intervals;
mod survival_aalen_johansen;
mod survival_conditional;
mod survival_gray;
mod survival_interval_censored;
mod survival_kaplan_meier;
mod survival_log_rank;
mod survival_quantiles;
mod survival_restricted_mean;
mod survival_weighted;

mod compared;
mod decomposition;
mod decomposition_kitagawa;
mod decomposition_money;
mod decomposition_strata;
mod expo_projects;
mod laws_and_traps;
mod published;
mod triangle_files;
mod triangles_expected;
mod triangles_few_cohorts;
mod triangles_ladder;
mod triangles_mack;
mod triangles_munich;
mod triangles_poisson;
mod triangles_python;
mod triangles_r;
