//! The store on disk: releases (发布), the current one, and the folders beside them.

use std::cmp::Reverse;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::current::{RELEASES, pointed_id, pointer_path};
use crate::error::StoreError;

/// A store: `cells/`, `work/`, `releases/<id>/` and `current` below one folder.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
}

/// One published release. Its files never change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its id: the name of its folder.
    pub id: String,
    /// Its folder.
    pub folder: PathBuf,
}

/// What the list of releases says of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseInfo {
    /// Its id.
    pub id: String,
    /// Its folder.
    pub path: PathBuf,
    /// `created` of its manifest, where there is one.
    pub created: Option<String>,
}

impl Release {
    /// The Parquet file of a dataset in this release, whether it is there or not.
    pub fn dataset_path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.parquet"))
    }
}

impl Store {
    /// Opens the store and creates its folders where they are missing.
    pub fn open(root: &Path) -> Result<Store, StoreError> {
        let store = Store { root: root.to_owned() };
        for folder in [store.cells_folder(), store.work_folder(), store.releases_folder()] {
            fs_err::create_dir_all(&folder).map_err(|source| not_writable(root, source))?;
        }
        Ok(store)
    }

    /// The folder of the store.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where cells are kept by content hash.
    pub fn cells_folder(&self) -> PathBuf {
        self.root.join("cells")
    }

    /// Where single stages write until a run publishes.
    pub fn work_folder(&self) -> PathBuf {
        self.root.join("work")
    }

    /// Where the releases are.
    pub fn releases_folder(&self) -> PathBuf {
        self.root.join(RELEASES)
    }

    /// The current release; nothing before the first one was published.
    pub fn current(&self) -> Result<Option<Release>, StoreError> {
        let Some(id) = pointed_id(&self.root)? else { return Ok(None) };
        match self.exact(&id) {
            Some(release) => Ok(Some(release)),
            None => Err(StoreError::BrokenCurrent { path: pointer_path(&self.root) }),
        }
    }

    /// The release with this id, or the only one whose id begins so.
    pub fn release(&self, id: &str) -> Result<Option<Release>, StoreError> {
        check_id(id)?;
        if let Some(release) = self.exact(id) {
            return Ok(Some(release));
        }
        let mut fitting = self.ids()?;
        fitting.retain(|candidate| candidate.starts_with(id));
        match fitting.as_slice() {
            [] => Ok(None),
            [only] => Ok(self.exact(only)),
            several => {
                Err(StoreError::AmbiguousRelease { id: id.to_owned(), candidates: several.join(", ") })
            }
        }
    }

    /// Every release, newest first: by `created` of the manifest, then by the time of its folder, then by id.
    pub fn releases(&self) -> Result<Vec<ReleaseInfo>, StoreError> {
        let mut releases: Vec<(SystemTime, ReleaseInfo)> =
            self.ids()?.into_iter().filter_map(|id| self.exact(&id)).map(described).collect();
        releases
            .sort_by_cached_key(|(changed, info)| Reverse((info.created.clone(), *changed, info.id.clone())));
        Ok(releases.into_iter().map(|(_, info)| info).collect())
    }

    /// Removes all but the newest releases, never the current one. Gives the ids of those removed.
    pub fn prune(&self, keep: usize) -> Result<Vec<String>, StoreError> {
        let current = self.current()?;
        let old = self.releases()?.into_iter().skip(keep);
        let old = old.filter(|info| current.as_ref().is_none_or(|current| current.id != info.id));
        let mut removed = Vec::new();
        for info in old {
            let aside = self.releases_folder().join(format!(".old-{}", info.id));
            if aside.exists() {
                fs_err::remove_dir_all(&aside)?;
            }
            fs_err::rename(&info.path, &aside)?;
            fs_err::remove_dir_all(&aside)?;
            removed.push(info.id);
        }
        Ok(removed)
    }

    /// The release with exactly this id.
    pub(crate) fn exact(&self, id: &str) -> Option<Release> {
        let folder = self.releases_folder().join(id);
        let is_there = check_id(id).is_ok() && folder.is_dir();
        is_there.then(|| Release { id: id.to_owned(), folder })
    }

    fn ids(&self) -> Result<Vec<String>, StoreError> {
        let mut ids = Vec::new();
        for entry in fs_err::read_dir(self.releases_folder())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if check_id(&name).is_ok() && entry.path().is_dir() {
                ids.push(name);
            }
        }
        ids.sort();
        Ok(ids)
    }
}

/// Refuses an id that cannot be the name of a release folder.
pub(crate) fn check_id(id: &str) -> Result<(), StoreError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if id.is_empty() || id.starts_with('.') || !id.chars().all(plain) {
        return Err(StoreError::ReleaseId { id: id.to_owned() });
    }
    Ok(())
}

/// Says clearly that a folder cannot be written, where that is the reason.
pub(crate) fn not_writable(folder: &Path, source: io::Error) -> StoreError {
    match source.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::NotWritable { folder: folder.to_owned(), source }
        }
        _ => StoreError::Files(source),
    }
}

fn described(release: Release) -> (SystemTime, ReleaseInfo) {
    let changed = fs_err::metadata(&release.folder).and_then(|metadata| metadata.modified());
    let manifest = fs_err::read(release.folder.join("manifest.json")).unwrap_or_default();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap_or_default();
    let created = manifest.get("created").and_then(|created| created.as_str()).map(str::to_owned);
    let info = ReleaseInfo { id: release.id, path: release.folder, created };
    (changed.unwrap_or(SystemTime::UNIX_EPOCH), info)
}
