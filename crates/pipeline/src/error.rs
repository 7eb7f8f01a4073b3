//! Why a run had to stop (错误). Wrong data is a finding, never one of these.

use std::path::{Path, PathBuf};

use crate::ask_error::AskError;

/// Whose turn it is when a run stops: decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// What was typed, the pipeline file, the workspace: exit code 2.
    Configuration,
    /// The program, the disk: exit code 4.
    Internal,
}

impl Fault {
    /// The exit code of DESIGN §5.
    pub const fn exit_code(self) -> u8 {
        match self {
            Fault::Configuration => 2,
            Fault::Internal => 4,
        }
    }
}

/// An error that stops a run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PipelineError {
    /// The pipeline file cannot be read.
    #[error("cannot read the pipeline file `{}`", .file.display())]
    PlanFile {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The rules of supervision cannot be followed.
    #[error("`supervision_rules.csv`: {problem}")]
    Rules {
        /// What is wrong, with the rule.
        problem: String,
    },
    /// The pipeline file is no TOML.
    #[error("`{}` line {line}: {problem}", .file.display())]
    Syntax {
        /// The file.
        file: PathBuf,
        /// Line, from 1.
        line: usize,
        /// What the parser says.
        problem: String,
    },
    /// The pipeline file has a key that means nothing.
    #[error("`{}` has the unknown key `{key}`", .file.display())]
    UnknownKey {
        /// The file.
        file: PathBuf,
        /// The key with its path, `policy.flaged`.
        key: String,
        /// The known key that looks most like it.
        nearest: Option<String>,
    },
    /// The pipeline file lacks a key.
    #[error("`{}` lacks the key `{key}`", .file.display())]
    MissingKey {
        /// The file.
        file: PathBuf,
        /// The key with its path.
        key: String,
    },
    /// A setting has a value that it cannot have.
    #[error("`{place}`: `{key}` is {found}, expected {allowed}")]
    WrongValue {
        /// The pipeline file, or `the command line`.
        place: String,
        /// The key with its path, or the option.
        key: String,
        /// What stands there.
        found: String,
        /// What may stand there.
        allowed: String,
    },
    /// No received file was found.
    #[error("no file matches {}", quoted(.patterns))]
    NoReturns {
        /// The patterns.
        patterns: Vec<String>,
    },
    /// A ledger is configured and not there.
    #[error("no ledger matches {}", quoted(.patterns))]
    NoLedger {
        /// The patterns.
        patterns: Vec<String>,
    },
    /// A table of the workspace is missing or cannot be read.
    #[error("cannot use the table `{}`: {problem}", .file.display())]
    Table {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
    /// A folder that something new is to be laid out in already holds something.
    #[error("the folder `{}` is not empty", .folder.display())]
    NotEmpty {
        /// The folder.
        folder: PathBuf,
    },
    /// The system refuses a file or a folder.
    #[error("cannot use `{}`", .path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A received file changed under our hands.
    #[error("`{}` changed while it was being read", .path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// A single stage lacks what the stage before leaves.
    #[error("`luodi {stage}` needs what `luodi {before}` leaves, and `{}` is not there", .missing.display())]
    StageBefore {
        /// The command.
        stage: &'static str,
        /// The command before it.
        before: &'static str,
        /// The missing file.
        missing: PathBuf,
    },
    /// What was asked for is not there.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] store::error::StoreError),
    /// `transform` stopped.
    #[error("the stage transform stopped")]
    Transform(#[from] transform::error::TransformError),
    /// `analytics` stopped.
    #[error("the stage analytics stopped")]
    Analytics(#[from] analytics::error::AnalyticsError),
    /// `report` stopped.
    #[error("the stage report stopped")]
    Report(#[from] report::error::ReportError),
}

impl PipelineError {
    /// The system refused a file or folder.
    pub fn io(path: &Path, source: std::io::Error) -> PipelineError {
        PipelineError::Io { path: path.to_owned(), source }
    }
}

/// Names in backticks, joined by commas.
fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
