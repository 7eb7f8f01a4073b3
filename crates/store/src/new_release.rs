//! A release in the making: a folder beside the others that becomes a release in one step, or never.

use std::path::{Path, PathBuf};

use model::schema::Dataset;

use crate::current::point_to;
use crate::durable::{sync_folder, sync_tree};
use crate::error::StoreError;
use crate::releases::{Release, Store, check_id, not_writable};

/// A release that nobody sees yet. Dropped without `publish`, it is removed.
#[derive(Debug)]
pub struct NewRelease {
    store: Store,
    id: String,
    folder: PathBuf,
}

impl Store {
    /// Begins a release. What killed runs left behind is removed, so the caller holds the lock.
    pub fn begin(&self, id: &str) -> Result<NewRelease, StoreError> {
        check_id(id)?;
        self.remove_leftovers()?;
        let folder = self.releases_folder().join(format!(".new-{id}-{}", std::process::id()));
        fs_err::create_dir(&folder).map_err(|source| not_writable(self.root(), source))?;
        Ok(NewRelease { store: self.clone(), id: id.to_owned(), folder })
    }

    fn remove_leftovers(&self) -> Result<(), StoreError> {
        for entry in fs_err::read_dir(self.releases_folder())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(".new-") || name.starts_with(".old-") {
                fs_err::remove_dir_all(entry.path()).map_err(|source| not_writable(self.root(), source))?;
            }
        }
        Ok(())
    }
}

impl NewRelease {
    /// The id it will have.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The folder to write into; its name changes when it is published.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where to write a dataset.
    pub fn path(&self, dataset: &Dataset) -> PathBuf {
        self.folder.join(format!("{}.parquet", dataset.name))
    }

    /// Makes it a release that outlives a power cut, and moves `current` to it when asked.
    ///
    /// A release of this id that is there already stays as it is: the id says that the content is the same.
    pub fn publish(self, move_current: bool) -> Result<Release, StoreError> {
        let folder = self.store.releases_folder().join(&self.id);
        if self.store.exact(&self.id).is_none() {
            sync_tree(&self.folder)?;
            fs_err::rename(&self.folder, &folder)?;
            sync_folder(&self.store.releases_folder())?;
        }
        if move_current {
            point_to(self.store.root(), &self.id)?;
        }
        Ok(Release { id: self.id.clone(), folder })
    }
}

impl Drop for NewRelease {
    fn drop(&mut self) {
        // Gone already when it was published; what stays behind is removed by the next run.
        let _ = fs_err::remove_dir_all(&self.folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::releases::not_writable;
    use model::datasets::links::Link;
    use model::row::Row;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("data/store")).unwrap();
        (folder, store)
    }

    fn begun(store: &Store, id: &str) -> NewRelease {
        let release = store.begin(id).unwrap();
        fs_err::write(release.path(&Link::DATASET), "stands for a dataset").unwrap();
        fs_err::create_dir(release.folder().join("report")).unwrap();
        release
    }

    fn ids(store: &Store) -> Vec<String> {
        store.releases().unwrap().into_iter().map(|info| info.id).collect()
    }

    #[test]
    fn a_release_is_seen_whole_or_not_at_all() {
        let (_folder, store) = store();
        let first = begun(&store, "aa11").publish(true).unwrap();
        assert!(first.dataset_path("links").is_file());
        drop(begun(&store, "bb22"));
        std::mem::forget(begun(&store, "cc33")); // as if the run were killed
        assert_eq!(store.current().unwrap().unwrap(), first);
        assert_eq!(ids(&store), ["aa11"]);
        let next = begun(&store, "dd44").publish(true).unwrap();
        assert_eq!(store.current().unwrap().unwrap(), next);
        assert_eq!(fs_err::read_dir(store.releases_folder()).unwrap().count(), 2);
    }

    #[test]
    fn current_moves_only_when_asked() {
        let (_folder, store) = store();
        assert_eq!(store.current().unwrap(), None);
        begun(&store, "aa11").publish(false).unwrap();
        assert_eq!(store.current().unwrap(), None);
        begun(&store, "bb22").publish(true).unwrap();
        begun(&store, "cc33").publish(false).unwrap();
        assert_eq!(store.current().unwrap().unwrap().id, "bb22");
        begun(&store, "aa11").publish(true).unwrap();
        assert_eq!(store.current().unwrap().unwrap().id, "aa11");
        assert_eq!(fs_err::read_dir(store.root()).unwrap().count(), 4);
    }

    #[test]
    fn a_published_release_is_never_changed() {
        let (_folder, store) = store();
        let first = begun(&store, "aa11").publish(true).unwrap();
        let again = begun(&store, "aa11");
        fs_err::write(again.folder().join("manifest.json"), "{}").unwrap();
        assert_eq!(again.publish(true).unwrap(), first);
        assert!(!first.folder.join("manifest.json").exists());
        assert_eq!(fs_err::read_dir(store.releases_folder()).unwrap().count(), 1);
    }

    #[test]
    fn an_id_may_be_abbreviated_while_it_fits_one_release() {
        let (_folder, store) = store();
        for id in ["aa11", "ab22", "ab"] {
            begun(&store, id).publish(false).unwrap();
        }
        assert_eq!(store.release("aa").unwrap().unwrap().id, "aa11");
        assert_eq!(store.release("ab").unwrap().unwrap().id, "ab");
        assert_eq!(store.release("x").unwrap(), None);
        assert!(matches!(store.release("a"), Err(StoreError::AmbiguousRelease { .. })));
        for id in ["", "..", "../aa11", "a/b", ".new-a", "当前"] {
            assert!(matches!(store.release(id), Err(StoreError::ReleaseId { .. })), "{id}");
            assert!(matches!(store.begin(id), Err(StoreError::ReleaseId { .. })), "{id}");
        }
    }

    #[test]
    fn the_newest_releases_and_the_current_one_are_kept() {
        let (_folder, store) = store();
        for (id, created) in [("c1", "2023-06-11"), ("b2", "2023-07-11"), ("a3", "2023-08-11")] {
            let release = begun(&store, id);
            let manifest = format!("{{\"created\": \"{created}\"}}");
            fs_err::write(release.folder().join("manifest.json"), manifest).unwrap();
            release.publish(id == "c1").unwrap();
        }
        assert_eq!(ids(&store), ["a3", "b2", "c1"]);
        assert_eq!(store.prune(1).unwrap(), ["b2"]);
        assert_eq!(ids(&store), ["a3", "c1"]);
    }

    #[test]
    fn a_pointer_to_nothing_is_named() {
        let (_folder, store) = store();
        let release = begun(&store, "aa11").publish(true).unwrap();
        fs_err::remove_dir_all(release.folder).unwrap();
        assert!(matches!(store.current(), Err(StoreError::BrokenCurrent { .. })));
        begun(&store, "bb22").publish(true).unwrap();
        assert_eq!(store.current().unwrap().unwrap().id, "bb22");
    }

    #[test]
    fn a_store_that_cannot_be_written_is_named() {
        let (folder, _store) = store();
        let taken = folder.path().join("file");
        fs_err::write(&taken, "").unwrap();
        assert!(Store::open(&taken).unwrap_err().to_string().contains("file"));
        let denied = not_writable(&taken, std::io::ErrorKind::PermissionDenied.into());
        assert!(denied.to_string().contains("cannot be written"));
    }
}
