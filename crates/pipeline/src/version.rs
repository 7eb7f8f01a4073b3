//! Which program this is (程序版本): its version, and fingerprints of the sources that it was built from.

/// Version and source fingerprint: part of every release id, so that a changed program makes a new release.
pub const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("LUODI_SOURCE"));

/// Fingerprint of what decides how workbooks are read: part of the name of the cache.
pub const READING_SOURCE: &str = env!("LUODI_READING_SOURCE");
