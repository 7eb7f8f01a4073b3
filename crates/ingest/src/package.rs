//! The parts of a zip container (压缩包), inflated once and within limits.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::error::ReadError;
use crate::limits::Limits;
use crate::stored_zip::StoredZip;

/// The parts of a workbook that are read, by their names with `/`.
#[derive(Debug, Default)]
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
}

/// Inflates the parts that a workbook reader needs.
///
/// # Errors
/// A broken container, an encrypted one, one over the limits, or one with entity declarations.
pub fn open_package(bytes: &[u8], limits: &Limits) -> Result<Package, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    if archive.len() as u64 > limits.parts {
        return Err(ReadError::over("parts", limits.parts));
    }
    let needed = needed_parts(&mut archive, limits)?;
    let mut package = Package::default();
    let mut left = limits.inflated_bytes;
    for (index, name) in needed {
        let part = archive.by_index(index).map_err(ReadError::damaged)?;
        let stated = part.size();
        let mut content = inflate(part, stated, limits.part_bytes.min(left))?;
        left -= content.len() as u64;
        if name.ends_with("sharedStrings.xml") {
            forget_counts(&mut content);
        }
        package.parts.push((name, content));
    }
    Ok(package)
}

/// The parts that a workbook reader needs, by index and name. What they say of their sizes is checked before any of
/// them is inflated.
fn needed_parts(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    limits: &Limits,
) -> Result<Vec<(usize, String)>, ReadError> {
    let (mut needed, mut names, mut total) = (Vec::new(), HashSet::new(), 0_u64);
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(ReadError::damaged)?;
        let name = part.name().map_err(ReadError::damaged)?.replace('\\', "/");
        if !is_needed(&name) {
            continue;
        }
        if part.encrypted() {
            return Err(ReadError::Encrypted);
        }
        total = total.saturating_add(part.size());
        if part.size() > limits.part_bytes || total > limits.inflated_bytes {
            return Err(ReadError::over("inflated bytes", limits.part_bytes.min(limits.inflated_bytes)));
        }
        if !names.insert(name.to_ascii_lowercase()) {
            return Err(ReadError::damaged(format!("two parts are called {name}")));
        }
        needed.push((index, name));
    }
    Ok(needed)
}

/// Takes the counts out of a table of shared strings: they only tell how much memory to reserve, and may lie.
fn forget_counts(content: &mut [u8]) {
    let head = content.len().min(2048);
    for name in [&b"uniqueCount=\""[..], b"count=\""] {
        let mut from = 0;
        while let Some(at) = content[from..head].windows(name.len()).position(|window| window == name) {
            from += at + name.len();
            content[from..head]
                .iter_mut()
                .take_while(|byte| byte.is_ascii_digit())
                .for_each(|byte| *byte = b'0');
        }
    }
}

fn inflate(part: impl Read, stated: u64, most: u64) -> Result<Vec<u8>, ReadError> {
    let mut content = Vec::with_capacity(stated.min(most) as usize + 64);
    part.take(most + 1).read_to_end(&mut content).map_err(ReadError::damaged)?;
    if content.len() as u64 > most {
        return Err(ReadError::over("inflated bytes", most));
    }
    let head = &content[..content.len().min(2048)];
    if head.windows(9).any(|window| window == b"<!DOCTYPE") {
        return Err(ReadError::damaged("DOCTYPE"));
    }
    Ok(content)
}

/// Pictures, macros, printer settings and previews are not inflated.
fn is_needed(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_known =
        [".xml", ".rels", ".bin"].iter().any(|ending| lower.ends_with(ending)) || lower == "mimetype";
    let is_ballast =
        ["/media/", "/drawings/", "/theme/", "/charts/", "printersettings", "vbaproject", "docprops/"]
            .iter()
            .any(|word| lower.contains(word));
    is_known && !is_ballast
}

impl Package {
    /// The part with this name, whatever its case.
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        let found = self.parts.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, content)| content.as_slice())
    }

    /// The text of a part, where it is UTF-8.
    pub fn text(&self, name: &str) -> Option<&str> {
        let content = self.part(name)?;
        std::str::from_utf8(content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content)).ok()
    }

    /// The parts whose names end so.
    pub fn parts_ending(&self, ending: &str) -> impl Iterator<Item = (&str, &[u8])> {
        let parts = self.parts.iter().map(|(name, content)| (name.as_str(), content.as_slice()));
        parts.filter(move |(name, _)| name.to_ascii_lowercase().ends_with(ending))
    }

    /// The name of the first part that ends so.
    pub fn name_ending(&self, ending: &str) -> Option<&str> {
        self.parts
            .iter()
            .map(|(name, _)| name.as_str())
            .find(|name| name.to_ascii_lowercase().ends_with(ending))
    }

    /// The same parts as a zip file without compression.
    pub fn stored(&self) -> StoredZip<'_> {
        StoredZip::new(self.parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())))
    }
}
