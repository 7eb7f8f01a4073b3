//! Lays out a new workspace (新建工作区): pipeline, reference tables, empty folders, README. Nothing is ever overwritten.

pub mod starter_pipeline;
pub mod starter_readme;
pub mod workspace_name;

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use fs_err::OpenOptions;

use crate::built_in::{DECISION_TABLES, REFERENCE_TABLES};
use crate::error::PipelineError;
use crate::init::starter_pipeline::pipeline_text;
use crate::init::starter_readme::{pipeline_path, readme_text};
use crate::init::workspace_name::workspace_name;

/// Tells spreadsheets that a table is UTF-8; every reader of ours passes over it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The register, without a line.
const REGISTER: &str = "file,received_at\n";

/// What the program writes is not kept in git.
const GIT_IGNORE: &str = "/data/store/\n";

/// How a workspace is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InitOptions {
    /// Name of the pipeline; nothing: after the folder.
    pub name: Option<String>,
    /// Comments and reports in Chinese, else in English.
    pub is_chinese: bool,
    /// Although the folder holds something; what is there stays as it is.
    pub into_filled: bool,
}

/// What was laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkspace {
    /// The workspace.
    pub folder: PathBuf,
    /// Path of the pipeline definition below it.
    pub pipeline: String,
    /// Every file.
    pub files: Vec<LaidFile>,
}

/// One file of a new workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidFile {
    /// Path below the workspace.
    pub file: String,
    /// It was not there before.
    pub is_new: bool,
}

/// Lays out a workspace.
pub fn init(folder: &Path, options: &InitOptions) -> Result<NewWorkspace, PipelineError> {
    let name = workspace_name(options.name.as_deref(), folder)?;
    if !options.into_filled && holds_something(folder)? {
        return Err(PipelineError::NotEmpty { folder: folder.to_owned() });
    }
    let ledger = folder.join("data/ledger");
    fs_err::create_dir_all(&ledger).map_err(|error| PipelineError::io(&ledger, error))?;
    let files = contents(&name, options.is_chinese).into_iter().map(|(file, text)| {
        let is_new = write_new(&folder.join(&file), &text)?;
        Ok(LaidFile { file, is_new })
    });
    Ok(NewWorkspace {
        folder: folder.to_owned(),
        pipeline: pipeline_path(&name),
        files: files.collect::<Result<Vec<LaidFile>, PipelineError>>()?,
    })
}

/// Every file of a new workspace, with its text.
fn contents(name: &str, is_chinese: bool) -> Vec<(String, String)> {
    let table = |path: String, text: &str| (path, format!("{BYTE_ORDER_MARK}{text}"));
    let mut contents = vec![
        ("README.md".to_owned(), readme_text(name)),
        (pipeline_path(name), pipeline_text(name, is_chinese)),
        table("data/received/register.csv".to_owned(), REGISTER),
        (".gitignore".to_owned(), GIT_IGNORE.to_owned()),
    ];
    for (file, text) in REFERENCE_TABLES {
        contents.push(table(format!("data/reference/{file}"), text));
    }
    for (file, text) in DECISION_TABLES {
        let header = text.lines().next().unwrap_or_default();
        contents.push(table(format!("data/decisions/{file}"), &format!("{header}\n")));
    }
    contents
}

/// Whether a folder holds anything. One that is not there holds nothing.
fn holds_something(folder: &Path) -> Result<bool, PipelineError> {
    match fs_err::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(PipelineError::io(folder, error)),
    }
}

/// Writes a file that is not there yet. Whether it was written.
fn write_new(path: &Path, text: &str) -> Result<bool, PipelineError> {
    let refuse = |error: std::io::Error| PipelineError::io(path, error);
    if let Some(parent) = path.parent() {
        fs_err::create_dir_all(parent).map_err(refuse)?;
    }
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).map_err(refuse).map(|()| true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(refuse(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::built_in::reference;
    use crate::overrides::Overrides;
    use crate::reference::read_reference;
    use crate::workspace::Workspace;

    fn options() -> InitOptions {
        InitOptions { is_chinese: true, ..InitOptions::default() }
    }

    #[test]
    fn a_new_workspace_can_be_opened_and_has_the_built_in_tables() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("deep/跟踪");
        let new = init(&folder, &options()).unwrap();
        assert_eq!(new.pipeline, "pipelines/跟踪.toml");
        assert!(new.files.iter().all(|file| file.is_new && folder.join(&file.file).is_file()));
        let workspace = Workspace::open(&folder.join(&new.pipeline), &Overrides::default()).unwrap();
        assert_eq!(read_reference(&workspace.reference).unwrap(), reference().unwrap());
        assert!(workspace.ledger.is_empty() && !workspace.plan.scope.tracked_only);
        let links = fs_err::read_to_string(folder.join("data/decisions/links.csv")).unwrap();
        assert_eq!(links.lines().count(), 1);
    }

    #[test]
    fn a_filled_folder_is_refused_and_force_keeps_what_is_there() {
        let folder = tempfile::tempdir().unwrap();
        fs_err::write(folder.path().join("README.md"), "mine").unwrap();
        let refused = init(folder.path(), &options());
        assert!(matches!(refused, Err(PipelineError::NotEmpty { .. })));
        let new = init(folder.path(), &InitOptions { into_filled: true, ..options() }).unwrap();
        let kept: Vec<&str> =
            new.files.iter().filter(|file| !file.is_new).map(|file| file.file.as_str()).collect();
        assert_eq!(kept, ["README.md"]);
        assert_eq!(fs_err::read_to_string(folder.path().join("README.md")).unwrap(), "mine");
    }

    #[test]
    fn a_file_is_no_folder() {
        let parent = tempfile::tempdir().unwrap();
        let file = parent.path().join("x");
        fs_err::write(&file, "mine").unwrap();
        assert!(matches!(init(&file, &options()), Err(PipelineError::Io { .. })));
    }
}
