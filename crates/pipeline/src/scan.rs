//! Looks at every received file without reading it as a workbook (清点): hash, size, receipt, and what is passed over.

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use ingest::container::is_passed_over;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use store::hash::sha256_hex;

use crate::inputs::FoundFile;
use crate::progress::Progress;
use crate::register::Register;

/// Bytes that are hashed at a time.
const BLOCK: usize = 1 << 16;

/// One file, counted but not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScannedFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Path below the received root.
    pub file: String,
    /// Its size.
    pub bytes: u64,
    /// Content hash, 64 hex digits.
    pub sha256: String,
    /// RFC 3339 time of receipt, where the register says it.
    pub received_at: Option<String>,
    /// Why it is no return by its name.
    pub passed_over: Option<String>,
    /// Why the system does not let us read it.
    pub unreadable: Option<String>,
}

/// Hashes files in parallel. The order stays.
pub fn scan(files: &[FoundFile], register: &Register, progress: &dyn Progress) -> Vec<ScannedFile> {
    progress.begin("scan", files.len() as u64);
    let scanned = files.par_iter().map(|file| {
        let scanned = scan_file(file, register);
        progress.step();
        scanned
    });
    let scanned = scanned.collect();
    progress.end();
    scanned
}

/// Leaves out what came after a moment. What nobody knows the receipt of stays.
pub fn received_by(files: Vec<ScannedFile>, moment: Option<DateTime<FixedOffset>>) -> Vec<ScannedFile> {
    let Some(moment) = moment else { return files };
    let in_time = |file: &ScannedFile| {
        let received = file.received_at.as_deref().and_then(|at| DateTime::parse_from_rfc3339(at).ok());
        received.is_none_or(|received| received <= moment)
    };
    files.into_iter().filter(in_time).collect()
}

fn scan_file(found: &FoundFile, register: &Register) -> ScannedFile {
    let name = found.file.rsplit('/').next().unwrap_or(&found.file);
    let (hashed, unreadable) = match hash_file(&found.path) {
        Ok(hashed) => (hashed, None),
        Err(error) => ((0, sha256_hex(found.file.as_bytes())), Some(error.to_string())),
    };
    ScannedFile {
        path: found.path.clone(),
        file: found.file.clone(),
        bytes: hashed.0,
        sha256: hashed.1,
        received_at: register.get(&found.file).cloned(),
        passed_over: is_passed_over(name).map(str::to_owned),
        unreadable,
    }
}

/// Size and hash of a file, read in blocks, so that no file has to fit into memory.
pub fn hash_file(path: &Path) -> std::io::Result<(u64, String)> {
    let mut file = fs_err::File::open(path)?;
    let mut hasher = Sha256::new();
    let mut block = vec![0; BLOCK];
    let mut n_bytes = 0;
    loop {
        let n_read = file.read(&mut block)?;
        let Some(filled) = block.get(..n_read).filter(|filled| !filled.is_empty()) else { break };
        hasher.update(filled);
        n_bytes += n_read as u64;
    }
    Ok((n_bytes, hex(&hasher.finalize())))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Silent;

    #[test]
    fn files_are_hashed_and_the_unreadable_one_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xlsx");
        fs_err::write(&path, "abc").unwrap();
        let register = Register::from([("a.xlsx".to_owned(), "2023-08-03T09:51:00+08:00".to_owned())]);
        let found = |name: &str| FoundFile { path: folder.path().join(name), file: name.to_owned() };
        let scanned = scan(&[found("a.xlsx"), found("b.xlsx")], &register, &Silent);
        assert_eq!(scanned[0].sha256, sha256_hex(b"abc"));
        assert!(scanned[0].sha256.starts_with("ba7816bf"));
        assert_eq!((scanned[0].bytes, scanned[0].received_at.is_some()), (3, true));
        assert!(scanned[1].unreadable.is_some());
    }

    #[test]
    fn what_came_later_is_left_out_and_the_undated_stays() {
        let file = |at: Option<&str>| ScannedFile {
            path: PathBuf::new(),
            file: String::new(),
            bytes: 0,
            sha256: String::new(),
            received_at: at.map(str::to_owned),
            passed_over: None,
            unreadable: None,
        };
        let files = vec![
            file(Some("2023-08-03T00:00:00+08:00")),
            file(Some("2023-08-05T00:00:00+08:00")),
            file(None),
        ];
        let moment = DateTime::parse_from_rfc3339("2023-08-02T16:00:00Z").unwrap();
        assert_eq!(received_by(files.clone(), Some(moment)).len(), 2);
        assert_eq!(received_by(files, None).len(), 3);
    }
}
