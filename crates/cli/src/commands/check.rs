//! `luodi check`: what is understood in a workbook and what is wrong with it, before it is sent.

use std::path::PathBuf;

use pipeline::check::check;
use pipeline::overrides::Overrides;

use crate::check_view::{Shown, check_text, exit_code};
use crate::session::Session;

/// Findings of one code that are drawn.
const DRAWN: usize = 3;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi check data/received/202307/渝北*.xlsx
  luodi check data/received/202307/渝北*.xlsx --ledger data/ledger/签约项目台账.xlsx --all
  luodi check data/received/202307
  luodi check 'data/received/202307/*.xls*' --pipeline pipelines/smart-expo.toml --format csv
  luodi check data/received/202307/渝北*.xlsx --format json --lang en

Nothing is written, and no pipeline is needed. Names and telephone numbers of contacts are not shown. What only shows
beside earlier months (falling totals, missing projects) is left to `luodi run`.

Exit codes:
  0 every workbook was read and no error was found · 1 there are errors, or a workbook cannot be read
  2 a file does not exist, or usage or configuration · 4 internal error";

/// Arguments of `luodi check`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Workbooks; a folder or a pattern stands for all that lie in it
    #[arg(value_name = "WORKBOOK", required = true)]
    workbooks: Vec<String>,
    /// Ledger workbook to compare with
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// Pipeline definition whose reference tables, form, scope and ledger hold [default: the built-in tables]
    #[arg(long, value_name = "PIPELINE.toml")]
    pipeline: Option<PathBuf>,
    /// Draw every finding, not only the first three of each kind
    #[arg(long)]
    all: bool,
}

/// Checks.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let open = |file: &PathBuf| session.open_file(file, &Overrides::default());
    let workspace = args.pipeline.as_ref().map(open).transpose()?;
    let ledger = args.ledger.as_deref();
    let checked = check(&args.workbooks, workspace.as_ref(), ledger, session.progress().as_ref())?;
    let shown = Shown { most: (!args.all).then_some(DRAWN), quiet: session.quiet, lang: session.lang() };
    session.printer.data(&check_text(&checked, session.format, shown))?;
    Ok(exit_code(&checked))
}
