//! What each crate says that it needs, and the table of floors.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Dependencies of every crate of the workspace.
pub(crate) struct Crates(BTreeMap<String, Needs>);

/// What one crate needs.
struct Needs {
    /// To be built.
    built_with: BTreeSet<String>,
    /// To be tested, or to build.
    tested_with: BTreeSet<String>,
}

impl Crates {
    /// Reads every `crates/*/Cargo.toml`.
    pub(crate) fn read() -> Crates {
        let folders = fs::read_dir(root().join("crates")).unwrap();
        let folders = folders.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
        Crates(folders.map(|folder| (name(&folder), needs(&folder.join("Cargo.toml")))).collect())
    }

    /// Their names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    /// 1 without dependencies inside the workspace, else one above the highest of them.
    pub(crate) fn floor(&self, name: &str) -> usize {
        let needed = self.0[name].built_with.iter().filter(|needed| self.0.contains_key(*needed));
        1 + needed.map(|needed| self.floor(needed)).max().unwrap_or(0)
    }

    /// Everything that a crate reaches: what it is built or tested with, and what that is built with.
    pub(crate) fn reached(&self, name: &str) -> BTreeSet<String> {
        let needs = &self.0[name];
        let mut open: Vec<String> = needs.built_with.union(&needs.tested_with).cloned().collect();
        let mut reached = BTreeSet::new();
        while let Some(next) = open.pop() {
            if let Some(needs) = self.0.get(&next).filter(|_| !reached.contains(&next)) {
                open.extend(needs.built_with.iter().cloned());
            }
            reached.insert(next);
        }
        reached
    }

    /// Whether a crate is built with another one; tests and benches do not count.
    pub(crate) fn is_built_with(&self, name: &str, other: &str) -> bool {
        self.0[name].built_with.contains(other)
    }
}

fn needs(manifest: &Path) -> Needs {
    let mut needs = Needs { built_with: BTreeSet::new(), tested_with: BTreeSet::new() };
    let mut section = String::new();
    for line in fs::read_to_string(manifest).unwrap().lines().map(str::trim) {
        if line.starts_with('[') {
            section = line.trim_matches(['[', ']']).to_owned();
            continue;
        }
        let name = line.split(['.', '=', ' ']).next().unwrap_or_default().to_owned();
        match section.as_str() {
            _ if name.is_empty() || name.starts_with('#') => {}
            "dependencies" => drop(needs.built_with.insert(name)),
            "dev-dependencies" | "build-dependencies" => drop(needs.tested_with.insert(name)),
            _ => {}
        }
    }
    needs
}

/// The floors of `crates/README.md`; nothing for a crate that stands beside the house.
pub(crate) fn floors_in_readme() -> BTreeMap<String, Option<usize>> {
    let readme = fs::read_to_string(root().join("crates/README.md")).unwrap();
    let rows = readme.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, floor, name, ..] = cells.as_slice() else { return None };
        let name = name.strip_prefix('`')?.strip_suffix('`')?;
        Some((name.to_owned(), floor.parse().ok()))
    });
    rows.collect()
}
