//! The source files, and what of them is code.

use std::fs;
use std::path::Path;

use crate::manifests::root;

/// One source file.
pub(crate) struct Source {
    /// Path below `crates/` or `tests/`, with `/`.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

impl Source {
    /// The text before the tests; nothing of a file that is all tests.
    pub(crate) fn code(&self) -> &str {
        if self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return "";
        }
        let begins = |at: &usize| self.text[*at..].lines().nth(1).is_some_and(|line| line.ends_with('{'));
        let tests = self.text.match_indices("#[cfg(test)]").map(|(at, _)| at).find(begins);
        &self.text[..tests.unwrap_or(self.text.len())]
    }
}

/// Every source file below a folder of the workspace, sorted by path.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), "", &mut found);
    found.sort_by(|left, right| left.path.cmp(&right.path));
    found
}

fn collect(folder: &Path, below: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let below = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        if path.is_dir() && name != "target" {
            collect(&path, &below, found);
        } else if name.ends_with(".rs") {
            found.push(Source { path: below, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

/// Whether code names a crate: `name::` at the beginning of a path, not in a comment.
pub(crate) fn names_crate(text: &str, name: &str) -> bool {
    let path = format!("{name}::");
    let begins = |line: &str, at: usize| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '"' | '`'))
    };
    let code = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    code.into_iter().any(|line| line.match_indices(&path).any(|(at, _)| begins(line, at)))
}
