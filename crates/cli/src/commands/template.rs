//! `luodi template`: pre-filled workbooks for the next month, one for each unit.

use std::path::PathBuf;

use model::month::Month;
use pipeline::templates::{TemplateQuestion, templates};

use crate::files_view::files_text;
use crate::options::PipelineOptions;
use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi template pipelines/smart-expo.toml
  luodi template pipelines/smart-expo.toml --unit 万州 --unit CQ500102 --month 2023-08 --output outbox

Needs a release. What a unit types into its workbook is read back word for word.";

/// Arguments of `luodi template`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    pipeline: PipelineOptions,
    /// One unit, by code or name; may be repeated [default: all]
    #[arg(long = "unit", value_name = "UNIT")]
    units: Vec<String>,
    /// The month that is to be reported [default: the one after the last of the release]
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Month>,
    /// Folder they go to [default: data/templates/YYYY-MM below the workspace]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// Writes them, and says where.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let workspace = session.open(&args.pipeline, false)?;
    let question =
        TemplateQuestion { units: args.units.clone(), month: args.month, output: args.output.clone() };
    let written = templates(&workspace, &question)?;
    session.printer.data(&files_text(&written, session.format, session.lang()))?;
    Ok(0)
}
