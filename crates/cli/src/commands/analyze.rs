//! `luodi analyze`: one stage, the panel to figures.

use pipeline::single_stages::analyze_only;

use crate::options::PipelineOptions;
use crate::outcome_view::show_stage;
use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi analyze pipelines/smart-expo.toml
  luodi analyze pipelines/smart-expo.toml --format json

Needs what `luodi transform` leaves. Writes cohort_metrics into work.";

/// Arguments of `luodi analyze`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    pipeline: PipelineOptions,
}

/// Computes the figures.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let workspace = session.open(&args.pipeline, false)?;
    show_stage(&analyze_only(&workspace)?, session)
}
