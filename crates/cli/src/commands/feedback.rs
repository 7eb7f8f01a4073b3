//! `luodi feedback`: what each unit sent, given back with its problems marked.

use std::path::PathBuf;

use model::month::Month;
use pipeline::feedback::{FeedbackQuestion, feedback};

use crate::files_view::files_text;
use crate::options::PipelineOptions;
use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi feedback pipelines/smart-expo.toml
  luodi feedback pipelines/smart-expo.toml --unit 万州 --unit CQ500102 --month 2023-07 --output outbox

Needs a release, and the returns where they were read. Only the file that a unit sent goes back to it: contacts stay in it.";

/// Arguments of `luodi template`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    pipeline: PipelineOptions,
    /// One unit, by code or name; may be repeated [default: all]
    #[arg(long = "unit", value_name = "UNIT")]
    units: Vec<String>,
    /// The month of the returns [default: the last of the release]
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Month>,
    /// Folder they go to [default: data/feedback/YYYY-MM below the workspace]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// Writes them, and says where.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let workspace = session.open(&args.pipeline, false)?;
    let question =
        FeedbackQuestion { units: args.units.clone(), month: args.month, output: args.output.clone() };
    let written = feedback(&workspace, &question)?;
    session.printer.data(&files_text(&written, session.format, session.lang()))?;
    Ok(0)
}
