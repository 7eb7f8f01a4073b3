//! The stages (阶段): each calls one crate and writes what it gives.

pub mod analytics;
pub mod days_of_projects;
pub mod headings;
pub mod ingest;
pub mod output;
pub mod report;
pub mod transform;
pub mod vintage;
pub mod vintage_figures;
