//! `luodi transform`: one stage, records to the monthly panel.

use pipeline::single_stages::transform_only;

use crate::options::PipelineOptions;
use crate::outcome_view::show_stage;
use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi transform pipelines/smart-expo.toml
  luodi transform pipelines/smart-expo.toml --format json

Needs what `luodi ingest` leaves. Writes every dataset up to project_months and findings into work.";

/// Arguments of `luodi transform`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    pipeline: PipelineOptions,
}

/// Makes the panel.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let workspace = session.open(&args.pipeline, false)?;
    show_stage(&transform_only(&workspace, session.progress().as_ref())?, session)
}
