//! `luodi ingest`: one stage, workbooks to cells, columns and records.

use pipeline::single_stages::ingest_only;

use crate::options::PipelineOptions;
use crate::outcome_view::show_stage;
use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi ingest pipelines/smart-expo.toml
  luodi ingest pipelines/smart-expo.toml --format json

Writes columns and records into the folder work of the store, and cells into its cache.";

/// Arguments of `luodi ingest`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    pipeline: PipelineOptions,
}

/// Reads what was received.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let workspace = session.open(&args.pipeline, false)?;
    show_stage(&ingest_only(&workspace, session.progress().as_ref())?, session)
}
