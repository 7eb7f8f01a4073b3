//! A workspace of its own for each test, made of the sample, and the program run in it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The folder of the real workspace.
pub(crate) fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A workspace in a folder that is gone after the test.
pub(crate) struct Sandbox {
    folder: TempDir,
}

/// What a call of the program gave.
pub(crate) struct Outcome {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Sandbox {
    /// Ledger, reference tables and decisions of the sample, and its returns of these months (`202307`).
    pub(crate) fn with_months(months: &[&str]) -> Sandbox {
        let sandbox = Sandbox { folder: tempfile::tempdir().unwrap() };
        for part in ["data/reference", "data/decisions", "data/ledger", "pipelines"] {
            copy_folder(&sample().join(part), &sandbox.path(part));
        }
        months.iter().for_each(|month| sandbox.receive(month));
        fs_err::create_dir_all(sandbox.path("data/received")).unwrap();
        for file in ["data/received/register.csv", "data/published_figures.csv"] {
            fs_err::copy(sample().join(file), sandbox.path(file)).unwrap();
        }
        sandbox
    }

    /// Adds the returns of a month of the sample.
    pub(crate) fn receive(&self, month: &str) {
        let month = format!("data/received/{month}");
        copy_folder(&sample().join(&month), &self.path(&month));
    }

    /// A path in the workspace.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// Writes a file.
    pub(crate) fn write(&self, below: &str, content: impl AsRef<[u8]>) {
        fs_err::write(self.path(below), content).unwrap();
    }

    /// Replaces a text of the pipeline file.
    pub(crate) fn edit_pipeline(&self, from: &str, to: &str) {
        let file = self.path("pipelines/smart-expo.toml");
        let text = fs_err::read_to_string(&file).unwrap();
        assert!(text.contains(from), "the pipeline says `{from}`");
        fs_err::write(&file, text.replace(from, to)).unwrap();
    }

    /// Runs the program in the workspace.
    pub(crate) fn luodi(&self, arguments: &[&str]) -> Outcome {
        self.luodi_with(&[], arguments)
    }

    /// The same with variables of the environment.
    fn luodi_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Outcome {
        let output = self.command(arguments).envs(variables.iter().copied()).output().unwrap();
        Outcome {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// `luodi run` with more arguments, as JSON.
    pub(crate) fn run(&self, arguments: &[&str]) -> (Outcome, Value) {
        self.run_with(&[], arguments)
    }

    /// The same with variables of the environment.
    pub(crate) fn run_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> (Outcome, Value) {
        let command = ["run", "pipelines/smart-expo.toml", "--format", "json"];
        let outcome = self.luodi_with(variables, &[&command, arguments].concat());
        let document = serde_json::from_str(&outcome.stdout).unwrap_or_default();
        (outcome, document)
    }

    /// Starts the program and does not wait.
    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// The id of the current release.
    pub(crate) fn current(&self) -> Option<String> {
        let target = fs_err::canonicalize(self.path("data/store/current")).ok()?;
        Some(target.file_name().unwrap().to_string_lossy().into_owned())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_luodi"));
        command.args(arguments).current_dir(self.folder.path()).env_remove("RUST_LOG");
        command
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs_err::create_dir_all(to).unwrap();
    for entry in fs_err::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs_err::copy(entry.path(), target).unwrap();
        }
    }
}
