//! One call of the program: how things are shown, and in which language from when it is known.

use std::cell::Cell;
use std::path::Path;

use pipeline::overrides::Overrides;
use pipeline::progress::{Progress, Silent};
use pipeline::workspace::Workspace;

use crate::bars::Bars;
use crate::options::{DisplayOptions, Format, Lang, PipelineOptions};
use crate::printer::Printer;

/// One call of the program.
pub(crate) struct Session {
    /// Where everything is printed.
    pub(crate) printer: Printer,
    /// Form of what is printed.
    pub(crate) format: Format,
    /// A Parquet file is asked for.
    pub(crate) wants_parquet: bool,
    /// The headline alone, and no progress.
    pub(crate) quiet: bool,
    typed: Option<Lang>,
    lang: Cell<Lang>,
}

impl Session {
    /// A call with these options.
    pub(crate) fn new(display: &DisplayOptions) -> Session {
        Session {
            printer: Printer,
            format: display.format.printed().unwrap_or_default(),
            wants_parquet: display.format.printed().is_none(),
            quiet: display.quiet,
            typed: display.lang,
            lang: Cell::new(display.lang.unwrap_or(Lang::Zh)),
        }
    }

    /// The language.
    pub(crate) fn lang(&self) -> Lang {
        self.lang.get()
    }

    /// Opens a workspace; where no language was typed, its own is spoken from now on.
    pub(crate) fn open(&self, options: &PipelineOptions, publish: bool) -> anyhow::Result<Workspace> {
        self.open_file(&options.pipeline, &options.overrides(publish))
    }

    /// Opens the workspace of a pipeline file, likewise.
    pub(crate) fn open_file(&self, file: &Path, overrides: &Overrides) -> anyhow::Result<Workspace> {
        let workspace = Workspace::open(file, overrides)?;
        let own = if workspace.is_chinese() { Lang::Zh } else { Lang::En };
        self.lang.set(self.typed.unwrap_or(own));
        Ok(workspace)
    }

    /// Who hears how far a stage is.
    pub(crate) fn progress(&self) -> Box<dyn Progress> {
        if self.quiet { Box::new(Silent) } else { Box::new(Bars::new(self.lang())) }
    }
}
