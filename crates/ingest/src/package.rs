//! The parts of a zip container (压缩包), inflated once and within limits.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::error::ReadError;
use crate::limits::Limits;

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
    let mut package = Package::default();
    let mut total = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(ReadError::damaged)?;
        let name = part.name().map_err(ReadError::damaged)?.replace('\\', "/");
        if !is_needed(&name) {
            continue;
        }
        total += part.size();
        if part.size() > limits.part_bytes || total > limits.inflated_bytes {
            return Err(ReadError::over("inflated bytes", limits.part_bytes));
        }
        package.parts.push((name, inflate(part, limits)?));
    }
    Ok(package)
}

fn inflate(part: impl Read, limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let mut content = Vec::new();
    part.take(limits.part_bytes + 1).read_to_end(&mut content).map_err(ReadError::damaged)?;
    if content.len() as u64 > limits.part_bytes {
        return Err(ReadError::over("inflated bytes", limits.part_bytes));
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

    /// The name of the first part that ends so.
    pub fn name_ending(&self, ending: &str) -> Option<&str> {
        self.parts
            .iter()
            .map(|(name, _)| name.as_str())
            .find(|name| name.to_ascii_lowercase().ends_with(ending))
    }

    /// The same parts as a zip file without compression.
    ///
    /// # Errors
    /// Names that occur twice.
    pub fn repack(&self) -> Result<Vec<u8>, ReadError> {
        let size: usize = self.parts.iter().map(|(name, content)| name.len() * 2 + content.len() + 128).sum();
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(size)));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, content) in &self.parts {
            writer.start_file(name.as_str(), options).map_err(ReadError::damaged)?;
            writer.write_all(content).map_err(ReadError::damaged)?;
        }
        Ok(writer.finish().map_err(ReadError::damaged)?.into_inner())
    }
}
