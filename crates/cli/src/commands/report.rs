//! `luodi report`: one stage, figures to page, workbook and bulletin.

use pipeline::single_stages::report_only;

use crate::options::PipelineOptions;
use crate::outcome_view::show_stage;
use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi report pipelines/smart-expo.toml
  luodi report pipelines/smart-expo.toml --format json

Needs what `luodi analyze` leaves. Writes page, workbook and bulletin into work/report, as `report.kinds` says.";

/// Arguments of `luodi report`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    pipeline: PipelineOptions,
}

/// Writes the reports.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let workspace = session.open(&args.pipeline, false)?;
    show_stage(&report_only(&workspace)?, session)
}
