//! `luodi describe`: what a dataset, column, metric, code, field or setting means.

use pipeline::catalogue::{catalogue, look_up};
use pipeline::error::PipelineError;

use crate::describe_view::{entries_text, overview_text, reference_text};
use crate::options::Format;
use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi describe
  luodi describe cohort_metrics
  luodi describe cohort_metrics.start_rate
  luodi describe start_rate --lang en
  luodi describe 开工率
  luodi describe T501
  luodi describe contract_value
  luodi describe policy.terminated
  luodi describe form --format markdown
  luodi describe --all --format markdown

Also: datasets, metrics, findings, fields, settings, or a section of a pipeline file such as policy.";

/// Arguments of `luodi describe`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// What to describe [default: an overview of all names]
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// Everything in full
    #[arg(long, conflicts_with = "name")]
    all: bool,
}

/// Describes.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let (format, lang) = (session.format, session.lang());
    let text = match &args.name {
        Some(name) => entries_text(&look_up(name).map_err(PipelineError::from)?, format, lang),
        None if args.all => reference_text(&catalogue(), format, lang),
        None => overview_text(&catalogue(), format, lang),
    };
    session.printer.data(&text)?;
    if args.name.is_none() && !args.all && format == Format::Table && !session.quiet {
        session.printer.message(lang.pick(
            "`luodi describe 名称` 看一项的全部说明，例如 `luodi describe start_rate`",
            "`luodi describe NAME` says all of one, for example `luodi describe start_rate`",
        ));
    }
    Ok(0)
}
