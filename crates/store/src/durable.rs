//! Files and folders that are there whole or not at all: a temporary name beside, fsync, rename.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

static COUNTER: AtomicU64 = AtomicU64::new(0);

/// A file that is being written under a temporary name beside its own. Removed unless it is put in place.
#[derive(Debug)]
pub struct NewFile {
    target: PathBuf,
    temporary: PathBuf,
}

impl NewFile {
    /// Creates the temporary file; the folder must exist.
    pub fn create(target: &Path) -> io::Result<(NewFile, fs_err::File)> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let temporary = target.with_file_name(format!(".{name}.new-{}-{number}", std::process::id()));
        let file = fs_err::File::create(&temporary)?;
        Ok((NewFile { target: target.to_owned(), temporary }, file))
    }

    /// The name it will have.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Renames it over its own name. The caller has synced the file when it must outlive a power cut.
    pub fn put_in_place(self) -> io::Result<()> {
        fs_err::rename(&self.temporary, &self.target)
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        // Gone already when it was put in place; a leftover is harmless: its name says that it is not whole.
        let _ = fs_err::remove_file(&self.temporary);
    }
}

/// Writes a small file whole: temporary name, fsync, rename, fsync of the folder.
pub fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (new_file, mut file) = NewFile::create(path)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()?;
    drop(file);
    new_file.put_in_place()?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Makes the entries of a folder outlive a power cut; does nothing where the system has no such thing.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { fs_err::File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Makes a folder with everything in it outlive a power cut.
pub fn sync_tree(folder: &Path) -> io::Result<()> {
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            sync_tree(&entry.path())?;
        } else if kind.is_file() {
            // Windows syncs only what is open for writing.
            fs_err::OpenOptions::new().read(true).write(!cfg!(unix)).open(entry.path())?.sync_all()?;
        }
    }
    sync_folder(folder)
}
