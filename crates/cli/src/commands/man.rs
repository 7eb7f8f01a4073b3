//! `luodi man`: manual pages.

use std::path::{Path, PathBuf};

use clap_mangen::Man;
use pipeline::error::PipelineError;

use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi man > luodi.1
  luodi man man1

Without a folder, the main page is printed. With one, that page and one for each command are written into it, and their
paths are printed; put them into a folder man1 of your manual path.";

/// Arguments of `luodi man`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Folder that gets a page for each command
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Prints or writes manual pages.
pub(crate) fn run(args: &Args, command: clap::Command, session: &Session) -> anyhow::Result<u8> {
    let text = match &args.folder {
        None => page(&Man::new(command.disable_help_subcommand(true)))?,
        Some(folder) => write_pages(command, folder)?,
    };
    session.printer.data(&text)?;
    Ok(0)
}

fn page(man: &Man) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    man.render(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Writes a page for the program and for each command. Gives their paths, one a line.
fn write_pages(command: clap::Command, folder: &Path) -> Result<String, PipelineError> {
    let refuse = |error| PipelineError::io(folder, error);
    std::fs::create_dir_all(folder).map_err(refuse)?;
    let mut command = command.disable_help_subcommand(true);
    command.build();
    let commands = command.get_subcommands().filter(|command| !command.is_hide_set());
    let pages = std::iter::once(&command).chain(commands);
    let written = pages.map(|command| Man::new(command.clone()).generate_to(folder));
    let paths = written.collect::<Result<Vec<PathBuf>, std::io::Error>>().map_err(refuse)?;
    Ok(paths.iter().map(|path| format!("{}\n", path.display())).collect())
}
