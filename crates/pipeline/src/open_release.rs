//! Opens a release for reading (读取发布): nothing is created where nothing is.

use std::path::Path;

use store::releases::{Release, Store};

use crate::ask_error::AskError;
use crate::error::PipelineError;

/// The store in a folder, where there is one.
pub fn open_store(folder: &Path) -> Result<Store, PipelineError> {
    if !folder.join("releases").is_dir() {
        return Err(AskError::NoStore { folder: folder.to_owned() }.into());
    }
    Ok(Store::open(folder)?)
}

/// The release with this id, which may be abbreviated; without an id the current one.
pub fn open_release(folder: &Path, id: Option<&str>) -> Result<Release, PipelineError> {
    let store = open_store(folder)?;
    let Some(id) = id else {
        return store.current()?.ok_or_else(|| AskError::NoRelease { folder: folder.to_owned() }.into());
    };
    if let Some(release) = store.release(id)? {
        return Ok(release);
    }
    let known = store.releases()?.into_iter().map(|info| info.id).collect();
    Err(AskError::UnknownRelease { id: id.to_owned(), known }.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_store_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("store");
        let error = open_release(&missing, None).unwrap_err();
        assert!(error.to_string().starts_with("there is no store in "), "{error}");
        assert!(!missing.exists());
    }

    #[test]
    fn releases_are_found_by_the_beginning_of_their_id() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        assert!(open_release(folder.path(), None).unwrap_err().to_string().contains("no release yet"));
        store.begin("abc123").unwrap().publish(true).unwrap();
        store.begin("abd456").unwrap().publish(false).unwrap();
        let id = |typed: Option<&str>| open_release(folder.path(), typed).map(|release| release.id);
        assert_eq!(id(None).unwrap(), "abc123");
        assert_eq!(id(Some("abd")).unwrap(), "abd456");
        assert!(id(Some("ab")).unwrap_err().to_string().contains("fits several"));
        assert!(id(Some("zz")).unwrap_err().to_string().contains("no release `zz`"));
    }
}
