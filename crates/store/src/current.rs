//! The pointer to the current release (当前发布): a symbolic link, or a file with the id where there are no links.

use std::io;
use std::path::{Path, PathBuf};

use crate::durable::sync_folder;

/// The folder below the store that holds the releases.
pub const RELEASES: &str = "releases";

/// Where the pointer stands.
pub fn pointer_path(root: &Path) -> PathBuf {
    root.join("current")
}

/// The id that the pointer names; nothing when there is no pointer.
pub fn pointed_id(root: &Path) -> io::Result<Option<String>> {
    let pointer = pointer_path(root);
    let metadata = match fs_err::symlink_metadata(&pointer) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other?,
    };
    if !metadata.is_symlink() {
        return Ok(Some(fs_err::read_to_string(&pointer)?.trim().to_owned()));
    }
    let target = fs_err::read_link(&pointer)?;
    Ok(Some(target.file_name().unwrap_or_default().to_string_lossy().into_owned()))
}

/// Moves the pointer to this release in one step: readers see the old one or the new one.
pub fn point_to(root: &Path, id: &str) -> io::Result<()> {
    place_pointer(root, id)?;
    sync_folder(root)
}

#[cfg(unix)]
fn place_pointer(root: &Path, id: &str) -> io::Result<()> {
    let beside = root.join(format!(".current-{}", std::process::id()));
    match fs_err::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    fs_err::os::unix::fs::symlink(Path::new(RELEASES).join(id), &beside)?;
    fs_err::rename(&beside, pointer_path(root))
}

#[cfg(not(unix))]
fn place_pointer(root: &Path, id: &str) -> io::Result<()> {
    crate::durable::write_file(&pointer_path(root), id.as_bytes())
}
