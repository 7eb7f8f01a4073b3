//! The workbooks that were typed (待查文件): files, folders and patterns, each file once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::ask_error::AskError;
use crate::error::PipelineError;
use crate::inputs::{FoundFile, find_files};
use crate::progress::Silent;
use crate::register::Register;
use crate::scan::{ScannedFile, scan};
use crate::workspace::Pattern;

/// The files, in the order typed, those of a folder or pattern sorted. What is no return by its name is left out of
/// folders and patterns, and kept where it was typed itself.
pub(crate) fn workbooks(typed: &[String]) -> Result<Vec<ScannedFile>, PipelineError> {
    let mut known: BTreeSet<PathBuf> = BTreeSet::new();
    let mut files = Vec::new();
    for text in typed {
        let pattern = Pattern { base: PathBuf::new(), pattern: text.clone() };
        let found = find_files(&[pattern])?.files.into_iter().map(shown);
        let mut scanned = scan(&found.collect::<Vec<FoundFile>>(), &Register::new(), &Silent);
        if !Path::new(text).is_file() {
            scanned.retain(|file| file.passed_over.is_none());
        }
        if scanned.is_empty() {
            return Err(AskError::NoWorkbook { typed: text.clone() }.into());
        }
        files.extend(scanned.into_iter().filter(|file| known.insert(file.path.clone())));
    }
    Ok(files)
}

/// The file under the name by which people know it: from the folder they are in.
fn shown(found: FoundFile) -> FoundFile {
    let here = std::env::current_dir().unwrap_or_default();
    let path = found.path.strip_prefix(&here).unwrap_or(&found.path);
    let file = path.to_string_lossy().replace('\\', "/").nfc().collect();
    FoundFile { file, path: found.path }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path, typed: &[&str]) -> Result<Vec<String>, PipelineError> {
        let typed: Vec<String> =
            typed.iter().map(|text| folder.join(text).to_string_lossy().into_owned()).collect();
        let name = |file: ScannedFile| file.file.rsplit('/').next().unwrap_or_default().to_owned();
        Ok(workbooks(&typed)?.into_iter().map(name).collect())
    }

    #[test]
    fn files_folders_and_patterns_are_found_once_and_a_missing_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.xlsx", "a[1].xlsx", "register.csv", "~$a.xlsx"] {
            fs_err::write(folder.path().join(name), name).unwrap();
        }
        assert_eq!(names(folder.path(), &["b.xlsx", ""]).unwrap(), ["b.xlsx", "a[1].xlsx"]);
        assert_eq!(names(folder.path(), &["a[1].xlsx", "*.xlsx"]).unwrap(), ["a[1].xlsx", "b.xlsx"]);
        assert_eq!(names(folder.path(), &["~$a.xlsx"]).unwrap(), ["~$a.xlsx"]);
        let error = names(folder.path(), &["b.xlsx", "c.xlsx"]).unwrap_err().to_string();
        assert!(error.contains("c.xlsx"), "{error}");
    }
}
