//! Runs stages over a workspace: plan, cache, lock, release, manifest.
//!
//! Reading order: what is asked for ([`plan`], [`overrides`], [`workspace`]), what is there ([`inputs`], [`scan`],
//! [`mod@reference`]), what was read before ([`cache`]), the stages, what comes out ([`summary`], [`manifest`]), and the
//! recipe ([`run`]). What people ask of it: [`query`], [`catalogue`], [`status`],
//! [`mod@trace`], [`release_diff`]. Nothing here prints.

pub mod answer;
pub mod ask_error;
pub mod built_in;
pub mod cache;
pub mod calendar_findings;
pub mod catalogue;
pub mod check;
pub mod csv_table;
pub mod decisions;
pub mod dictionary;
pub mod error;
pub mod error_words;
pub mod feedback;
pub mod figure_moves;
pub mod file_name;
pub mod gates;
pub mod init;
pub mod inputs;
pub mod manifest;
pub mod manifest_plan;
pub mod nearest;
pub mod open_release;
pub mod overrides;
pub mod plan;
pub mod plan_check;
pub mod plan_file;
pub mod prepare;
pub mod printing;
pub mod process;
pub mod progress;
pub mod project_decisions;
pub mod query;
pub mod query_refusal;
pub mod read_inputs;
pub mod reference;
pub mod register;
pub mod release_diff;
pub mod release_id;
pub mod release_rows;
pub mod review_files;
pub mod run;
pub mod scan;
pub mod scoreboard;
pub mod setting;
pub mod settings;
pub mod single_stages;
pub mod sought;
pub mod stages;
pub mod status;
pub mod summarize;
pub mod summary;
pub mod templates;
pub mod time_zone;
pub mod trace;
pub mod unit_choice;
pub mod version;
pub mod vintages;
pub mod workspace;
pub mod workspace_inputs;
