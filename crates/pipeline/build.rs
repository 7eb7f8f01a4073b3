//! Fingerprints the sources, so that a changed program neither takes an old release for its own nor an old cache.

use std::fs;
use std::path::{Path, PathBuf};

/// Crates that decide how a workbook is read.
const READING: [&str; 2] = ["model", "ingest"];

/// Crates that decide what a release holds.
const ALL: [&str; 7] = ["model", "ingest", "store", "transform", "analytics", "report", "pipeline"];

fn main() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for name in ALL {
        println!("cargo:rerun-if-changed={}", crates.join(name).join("src").display());
    }
    println!("cargo:rustc-env=LUODI_SOURCE={:016x}", fingerprint(&crates, &ALL));
    println!("cargo:rustc-env=LUODI_READING_SOURCE={:016x}", fingerprint(&crates, &READING));
}

/// FNV-1a over names and contents of the sources, in order; line ends do not count.
fn fingerprint(crates: &Path, names: &[&str]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for name in names {
        for file in sources(&crates.join(name).join("src")) {
            let content = fs::read(&file).unwrap_or_default();
            let base = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            for byte in base.bytes().chain(content.into_iter().filter(|byte| *byte != b'\r')) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
    }
    hash
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|path| path.is_dir());
    files.into_iter().chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}
