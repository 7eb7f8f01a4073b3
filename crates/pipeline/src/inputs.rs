//! Finds the files that patterns name (输入文件): sorted, each with its path below the received root.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

use crate::error::PipelineError;
use crate::workspace::Pattern;

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Path below the root, with `/`, in Unicode normal form C.
    pub file: String,
}

/// The files that patterns name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The deepest folder that holds the literal part of every pattern.
    pub root: PathBuf,
    /// The files, sorted by `file`, which is unique.
    pub files: Vec<FoundFile>,
}

/// The literal folder of a pattern, and what files below it have to match.
struct Search {
    folder: PathBuf,
    matcher: GlobMatcher,
}

/// Finds the files of some patterns. A folder stands for everything in it.
pub fn find_files(patterns: &[Pattern]) -> Result<Found, PipelineError> {
    let searches = patterns.iter().map(search).collect::<Result<Vec<Search>, PipelineError>>()?;
    let root = common_folder(searches.iter().map(|search| search.folder.as_path()));
    let mut paths = BTreeSet::new();
    for search in &searches {
        walk(search, &mut paths)?;
    }
    let files = named_below(&root, paths);
    Ok(Found { root, files })
}

fn search(pattern: &Pattern) -> Result<Search, PipelineError> {
    let whole = absolute(&pattern.base.join(&pattern.pattern));
    let (folder, rest) = if whole.is_dir() {
        (whole, "**/*".to_owned())
    } else if whole.is_file() {
        let name = whole.file_name().map(|name| globset::escape(&name.to_string_lossy()));
        (whole.parent().unwrap_or(&whole).to_owned(), name.unwrap_or_default())
    } else {
        literal_part(&absolute(&pattern.base), &pattern.pattern)
    };
    let glob = GlobBuilder::new(&rest).literal_separator(true).build();
    let matcher = glob.map(|glob| glob.compile_matcher()).map_err(|error| PipelineError::WrongValue {
        place: "inputs".to_owned(),
        key: pattern.pattern.clone(),
        found: error.to_string(),
        allowed: "a pattern such as `data/received/**/*`".to_owned(),
    })?;
    Ok(Search { folder, matcher })
}

/// The folder before the first component with a wildcard, and the rest of the pattern.
fn literal_part(base: &Path, pattern: &str) -> (PathBuf, String) {
    let parts: Vec<&str> = pattern.split('/').collect();
    let wild = |part: &&str| part.contains(['*', '?', '[', '{']);
    let n_literal = parts.iter().position(wild).unwrap_or(parts.len().saturating_sub(1));
    let (literal, rest) = parts.split_at(n_literal);
    let literal =
        if pattern.starts_with('/') { format!("/{}", literal.join("/")) } else { literal.join("/") };
    (absolute(&base.join(literal)), rest.join("/"))
}

/// An absolute path without `.` and `..`, whether or not it exists.
fn absolute(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut clean = PathBuf::new();
    for part in whole.components() {
        match part {
            std::path::Component::ParentDir => drop(clean.pop()),
            std::path::Component::CurDir => {}
            part => clean.push(part),
        }
    }
    clean
}

fn common_folder<'a>(mut folders: impl Iterator<Item = &'a Path>) -> PathBuf {
    let mut common = folders.next().map(Path::to_owned).unwrap_or_default();
    for folder in folders {
        while !folder.starts_with(&common) {
            if !common.pop() {
                return common;
            }
        }
    }
    common
}

fn walk(search: &Search, paths: &mut BTreeSet<PathBuf>) -> Result<(), PipelineError> {
    if !search.folder.is_dir() {
        return Ok(());
    }
    for entry in WalkDir::new(&search.folder).follow_links(true) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let below = entry.path().strip_prefix(&search.folder).unwrap_or(entry.path());
                if search.matcher.is_match(below) {
                    paths.insert(entry.into_path());
                }
            }
            Ok(_) => {}
            Err(error) if error.loop_ancestor().is_some() => {
                tracing::warn!(%error, "passed over a link that leads back to its own folder");
            }
            Err(error) => {
                let path = error.path().unwrap_or(&search.folder).to_owned();
                return Err(PipelineError::io(&path, error.into()));
            }
        }
    }
    Ok(())
}

/// Gives each file its name. Of two names that differ in Unicode form alone, the second keeps its own form.
fn named_below(root: &Path, paths: BTreeSet<PathBuf>) -> Vec<FoundFile> {
    let mut named: BTreeMap<String, PathBuf> = BTreeMap::new();
    for path in paths {
        let below = path.strip_prefix(root).unwrap_or(&path);
        let parts: Vec<String> = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let own = parts.join("/");
        let normal: String = own.nfc().collect();
        named.entry(if named.contains_key(&normal) { own } else { normal }).or_insert(path);
    }
    named.into_iter().map(|(file, path)| FoundFile { path, file }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs_err::create_dir_all(path.parent().unwrap()).unwrap();
            fs_err::write(path, "x").unwrap();
        }
        folder
    }

    fn check(files: &[&str], patterns: &[&str], expected: &[&str]) {
        let folder = folder_with(files);
        let pattern = |text: &&str| Pattern { base: folder.path().to_owned(), pattern: (*text).to_owned() };
        let found = find_files(&patterns.iter().map(pattern).collect::<Vec<_>>()).unwrap();
        let found: Vec<&str> = found.files.iter().map(|file| file.file.as_str()).collect();
        assert_eq!(found, expected, "{patterns:?}");
    }

    #[test]
    fn files_are_named_below_the_literal_part() {
        check(&["in/b/2.xls", "in/a/1.xls", "in/0.xls"], &["in/**/*"], &["0.xls", "a/1.xls", "b/2.xls"]);
        check(&["in/b/2.xls", "in/a/1.xls"], &["in/*/*.xls"], &["a/1.xls", "b/2.xls"]);
        check(&["in/a/1.xls", "in/a/1.txt"], &["in/a/1.xls"], &["1.xls"]);
        check(&["in/a/1.xls"], &["in"], &["a/1.xls"]);
        check(&["in/a/1.xls", "in/0.xls"], &["in/*"], &["0.xls"]);
    }

    #[test]
    fn two_patterns_share_a_root_and_no_file_twice() {
        check(&["in/a/1.xls", "in/b/1.xls"], &["in/a/*", "in/b/*", "in/a/1.xls"], &["a/1.xls", "b/1.xls"]);
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_files() {
        check(&["in/a/1.xls"], &["out/**/*"], &[]);
        check(&["in/a/1.xls"], &["in/a/2.xls"], &[]);
    }

    #[test]
    fn names_with_brackets_are_taken_as_they_stand() {
        check(&["in/[7月]表.xls"], &["in/[7月]表.xls"], &["[7月]表.xls"]);
    }

    #[test]
    fn names_are_in_normal_form_c() {
        check(&["in/e\u{301}.xls"], &["in/*"], &["\u{e9}.xls"]);
    }
}
