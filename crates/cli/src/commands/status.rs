//! `luodi status`: who has sent which month, what was published, who works on the store.

use std::path::PathBuf;

use pipeline::overrides::Overrides;
use pipeline::status::{StatusQuestion, status};

use crate::session::Session;
use crate::status_view::status_text;
use crate::store_options::store_or_default;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi status pipelines/smart-expo.toml
  luodi status pipelines/smart-expo.toml --months 3 --lang en
  luodi status pipelines/smart-expo.toml --unit 万州 --months 0
  luodi status --store data/store --format csv

Without a pipeline file, calendar and settings are those of the current release.";

/// Arguments of `luodi status`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Pipeline definition, whose calendar says who is expected to report
    #[arg(value_name = "PIPELINE.toml")]
    pipeline: Option<PathBuf>,
    /// Folder of the store [default: that of the pipeline, or data/store]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// One unit, by code or name
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    /// The last so many months, 0 for all
    #[arg(long, value_name = "N", default_value_t = 12)]
    months: usize,
}

/// Looks, and says.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let overrides = Overrides { store: args.store.clone(), ..Overrides::default() };
    let workspace = args.pipeline.as_ref().map(|file| session.open_file(file, &overrides)).transpose()?;
    let store = workspace.as_ref().map(|workspace| workspace.store.clone());
    let question = StatusQuestion {
        store: store.unwrap_or_else(|| store_or_default(args.store.as_ref())),
        unit: args.unit.clone(),
        n_months: Some(args.months).filter(|n| *n > 0),
    };
    let found = status(&question, workspace.as_ref())?;
    session.printer.data(&status_text(&found, session.format, session.lang()))?;
    Ok(0)
}
