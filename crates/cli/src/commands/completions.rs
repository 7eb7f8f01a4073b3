//! `luodi completions`: a script that lets a shell complete commands and options.

use clap_complete::Shell;

use crate::session::Session;

/// Examples, shown below the help.
const EXAMPLES: &str = "\
Examples:
  luodi completions bash > luodi.bash
  luodi completions zsh > _luodi
  luodi completions fish > luodi.fish
  luodi completions powershell > luodi.ps1
  luodi completions elvish > luodi.elv

bash: source the file, or put it into ~/.local/share/bash-completion/completions/luodi. zsh: put it into a folder of $fpath.
fish: ~/.config/fish/completions. powershell: dot-source it in $PROFILE.";

/// Arguments of `luodi completions`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script for a shell.
pub(crate) fn run(args: &Args, mut command: clap::Command, session: &Session) -> anyhow::Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "luodi", &mut script);
    session.printer.data(&String::from_utf8_lossy(&script))?;
    Ok(0)
}
