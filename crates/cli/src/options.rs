//! Options that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use model::month::Month;
use pipeline::overrides::Overrides;

/// How things are shown.
#[derive(Debug, Clone, Args)]
pub(crate) struct DisplayOptions {
    /// Form of what is printed
    #[arg(long, global = true, value_enum, default_value_t, help_heading = "Display")]
    pub(crate) format: TypedFormat,
    /// Language [default: that of the pipeline]
    #[arg(long, global = true, value_enum, help_heading = "Display")]
    pub(crate) lang: Option<Lang>,
    /// Print the headline alone, and no progress
    #[arg(long, short, global = true, help_heading = "Display")]
    pub(crate) quiet: bool,
    /// Form of the log on stderr
    #[arg(long, global = true, value_enum, default_value_t, help_heading = "Display")]
    pub(crate) log_format: LogFormat,
    /// Colours in the log
    #[arg(long, global = true, value_enum, default_value_t, help_heading = "Display")]
    pub(crate) color: Color,
}

/// Form of what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum TypedFormat {
    /// Tables for people.
    #[default]
    Table,
    /// One JSON document.
    Json,
    /// The tables of figures as CSV.
    Csv,
    /// Markdown.
    Markdown,
    /// A Parquet file, of `query` with --output.
    Parquet,
}

impl TypedFormat {
    /// What is printed; Parquet is for files.
    pub(crate) const fn printed(self) -> Option<Format> {
        match self {
            TypedFormat::Table => Some(Format::Table),
            TypedFormat::Json => Some(Format::Json),
            TypedFormat::Csv => Some(Format::Csv),
            TypedFormat::Markdown => Some(Format::Markdown),
            TypedFormat::Parquet => None,
        }
    }
}

/// Form of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Format {
    /// Tables for people.
    #[default]
    Table,
    /// One JSON document.
    Json,
    /// The tables of figures as CSV.
    Csv,
    /// Markdown.
    Markdown,
}

/// Language of what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// 中文
    Zh,
    /// English
    En,
}

impl Lang {
    /// Whether it is Chinese.
    pub(crate) const fn is_chinese(self) -> bool {
        matches!(self, Lang::Zh)
    }

    /// The text of the two that is in this language.
    pub(crate) const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        if self.is_chinese() { zh } else { en }
    }
}

/// Form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Which pipeline, and what is set aside of it.
#[derive(Debug, Clone, Args)]
pub(crate) struct PipelineOptions {
    /// Pipeline definition, such as pipelines/smart-expo.toml
    #[arg(value_name = "PIPELINE.toml")]
    pub(crate) pipeline: PathBuf,
    /// Received files instead of those of the pipeline; may be repeated
    #[arg(long, value_name = "GLOB")]
    received: Vec<String>,
    /// Ledger workbook instead of that of the pipeline
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// Table `file,received_at` that says when each file came
    #[arg(long, value_name = "FILE")]
    register: Option<PathBuf>,
    /// Folder of the store
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// Month that the figures speak about
    #[arg(long, value_name = "YYYY-MM")]
    as_of: Option<Month>,
    /// Only what had been received by then; a day means its last second
    #[arg(long, value_name = "DATE|TIMESTAMP")]
    known_at: Option<String>,
}

impl PipelineOptions {
    /// What is set aside of the pipeline.
    pub(crate) fn overrides(&self, publish: bool) -> Overrides {
        Overrides {
            received: self.received.clone(),
            ledger: self.ledger.clone(),
            register: self.register.clone(),
            store: self.store.clone(),
            as_of: self.as_of,
            known_at: self.known_at.clone(),
            publish,
        }
    }
}
