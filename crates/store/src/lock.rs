//! One run at a time: the lock (锁) of a store.

use std::fs::TryLockError;
use std::io::{Read, Seek, Write};
use std::path::PathBuf;

use crate::error::StoreError;
use crate::releases::{Store, not_writable};

/// Holds the store until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    file: fs_err::File,
}

impl Store {
    /// Takes the lock. `describe` says who holds it: process, start, host.
    pub fn lock(&self, describe: &str) -> Result<Lock, StoreError> {
        let mut file = self.open_lock()?;
        match file.file().try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::Locked { by: holder(&mut file) }),
            Err(TryLockError::Error(source)) => return Err(StoreError::Files(source)),
        }
        file.set_len(0)?;
        file.write_all(describe.as_bytes())?;
        file.flush()?;
        Ok(Lock { file })
    }

    /// Who holds the lock; nothing when nobody does.
    pub fn locked_by(&self) -> Result<Option<String>, StoreError> {
        if !self.lock_path().exists() {
            return Ok(None);
        }
        let mut file = fs_err::File::open(self.lock_path())?;
        match file.file().try_lock_shared() {
            Ok(()) => Ok(None),
            Err(TryLockError::WouldBlock) => Ok(Some(holder(&mut file))),
            Err(TryLockError::Error(source)) => Err(StoreError::Files(source)),
        }
    }

    fn lock_path(&self) -> PathBuf {
        self.root().join("lock")
    }

    fn open_lock(&self) -> Result<fs_err::File, StoreError> {
        let mut options = fs_err::OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        options.open(self.lock_path()).map_err(|source| not_writable(self.root(), source))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The system gives the lock back when the file closes; the text is only for people.
        let _ = self.file.set_len(0);
    }
}

/// What the holder wrote; systems that lock reading too give no text.
fn holder(file: &mut fs_err::File) -> String {
    let mut text = String::new();
    let read = file.rewind().and_then(|()| file.read_to_string(&mut text));
    match (read, text.trim()) {
        (Ok(_), text) if !text.is_empty() => text.to_owned(),
        _ => "it does not say who it is".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_run_is_told_who_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        assert_eq!(store.locked_by().unwrap(), None);
        let lock = store.lock("process 7 on host a").unwrap();
        let by = "process 7 on host a".to_owned();
        assert!(matches!(store.lock("process 8"), Err(StoreError::Locked { by: told }) if told == by));
        assert_eq!(store.locked_by().unwrap(), Some(by));
        drop(lock);
        assert_eq!(store.locked_by().unwrap(), None);
        store.lock("process 8").unwrap();
    }

    #[test]
    fn what_a_killed_run_left_in_the_file_locks_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        fs_err::write(folder.path().join("lock"), "process 7, killed").unwrap();
        assert_eq!(store.locked_by().unwrap(), None);
        let lock = store.lock("p8").unwrap();
        assert_eq!(store.locked_by().unwrap(), Some("p8".to_owned()));
        drop(lock);
    }
}
