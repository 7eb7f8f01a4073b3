//! The program as people use it (验收): the binary on folders of returns. No test knows how it is done inside.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod cells;
mod checking;
mod deciding;
mod differing;
mod everyday;
mod examples;
mod figures;
mod gates;
mod headings;
mod headline;
mod hostile;
mod increments;
mod interruptions;
mod layouts;
mod new_workspace;
mod received_by;
mod refusals;
mod sandbox;
mod shell;
mod single_stages;
mod tracing;
mod two_times;
mod vintages;
mod workbook_cells;
