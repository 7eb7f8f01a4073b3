//! `luodi run`: all stages.

use crate::options::PipelineOptions;
use crate::run_view::{headline, run_text};
use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi run pipelines/smart-expo.toml
  luodi run pipelines/smart-expo.toml --as-of 2023-06 --format markdown
  luodi run pipelines/smart-expo.toml --known-at 2023-07-31 --lang en
  luodi run pipelines/smart-expo.toml --received '/mnt/returns/**/*' --store /srv/luodi --quiet

Exit codes:
  0 done · 1 done, with more rejected records than max_rejected_share · 2 usage or configuration
  3 a gate failed and nothing was published · 4 internal error";

/// Arguments of `luodi run`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    pipeline: PipelineOptions,
    /// Make the release the current one although --as-of or --known-at is set
    #[arg(long)]
    publish: bool,
    /// Print every column of the tables, however wide they are
    #[arg(long)]
    wide: bool,
}

/// Runs every stage.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let workspace = session.open(&args.pipeline, args.publish)?;
    let outcome = pipeline::run::run(&workspace, session.progress().as_ref())?;
    let text = if session.quiet {
        headline(&outcome.summary, session.lang()).to_owned()
    } else {
        run_text(&outcome, session.format, session.lang(), args.wide)
    };
    session.printer.data(&text)?;
    Ok(outcome.summary.exit_code())
}
