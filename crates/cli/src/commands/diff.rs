//! `luodi diff`: how two releases or two moments differ.

use std::path::PathBuf;

use model::month::Month;
use pipeline::ask_error::AskError;
use pipeline::error::PipelineError;
use pipeline::overrides::Overrides;
use pipeline::printing::Printing;
use pipeline::reference::read_reference;
use pipeline::release_diff::compare;
use pipeline::release_diff::side::Side;
use pipeline::workspace::Workspace;

use crate::diff_view::diff_text;
use crate::diff_view::shown::Shown;
use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi diff pipelines/smart-expo.toml current current
  luodi diff pipelines/smart-expo.toml --known-at 2023-07-31 --known-at 2023-08-31
  luodi diff pipelines/smart-expo.toml current --known-at 2023-08-05 --as-of 2023-06 --all --format csv

OLD and NEW are `current`, `previous`, the beginning of an id (`luodi status` lists them) or the folder of a release.
Without any, the current release is compared with the one before it. What was known at a moment is computed in memory
where no release of it is there; nothing is published.";

/// Arguments of `luodi diff`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Pipeline definition
    #[arg(value_name = "PIPELINE.toml")]
    pipeline: PathBuf,
    /// Releases: OLD NEW
    #[arg(value_name = "RELEASE", num_args = 0..=2)]
    releases: Vec<String>,
    /// What had been received by then; stands for a release, and may be given twice
    #[arg(long, value_name = "DATE|TIMESTAMP")]
    known_at: Vec<String>,
    /// Month that is compared on both sides [default: the last month of each]
    #[arg(long, value_name = "YYYY-MM")]
    as_of: Option<Month>,
    /// Every figure, project and cell
    #[arg(long)]
    all: bool,
    /// Folder of the store [default: that of the pipeline]
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
}

/// Compares.
pub(crate) fn run(args: &Args, session: &Session) -> anyhow::Result<u8> {
    let open = |known_at: Option<String>| {
        let overrides = Overrides { store: args.store.clone(), known_at, ..Overrides::default() };
        session.open_file(&args.pipeline, &overrides)
    };
    let workspace = open(None)?;
    let mut sides = Vec::new();
    for name in names(args)? {
        sides.push(Side::named(&workspace.store, &name)?);
    }
    for moment in &args.known_at {
        let workspace = open(Some(moment.clone()))?;
        sides.push(Side::computed(&workspace, session.progress().as_ref())?);
    }
    let [before, after] = sides.as_slice() else {
        return Err(PipelineError::from(AskError::NotTwo { n: sides.len() }).into());
    };
    let found = compare(before, after, args.as_of).map_err(PipelineError::from)?;
    let printing = printing(&workspace, after, session)?;
    let shown = Shown { all: args.all, quiet: session.quiet, lang: session.lang(), printing: &printing };
    session.printer.data(&diff_text(&found, session.format, shown))?;
    Ok(0)
}

/// The releases that are meant: without any, the current one and the one before it.
fn names(args: &Args) -> Result<Vec<String>, PipelineError> {
    let usual = ["previous", "current"].map(str::to_owned);
    match (args.releases.len(), args.known_at.len()) {
        (0, 0) => Ok(usual.to_vec()),
        (1, 0) => Ok(vec![args.releases.concat(), "current".to_owned()]),
        (n, m) if n + m == 2 => Ok(args.releases.clone()),
        (n, m) => Err(AskError::NotTwo { n: n + m }.into()),
    }
}

fn printing(workspace: &Workspace, side: &Side, session: &Session) -> anyhow::Result<Printing> {
    let reference = read_reference(&workspace.reference)?;
    Ok(Printing::new(&side.grounds.plan, &reference, session.lang().is_chinese()))
}
