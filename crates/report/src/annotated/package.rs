//! The package of a workbook (工作簿的压缩包): parts that are not changed are copied as they are, still packed.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::annotated::unpatchable::Unpatchable;
use crate::annotated::xml::part_text;

/// No part that is changed may be larger than this when it is unpacked, and all together not larger than the second.
const LARGEST_PART: u64 = 64 << 20;
const MOST_BYTES: u64 = 256 << 20;
const MOST_PARTS: usize = 5_000;
/// A DOCTYPE stands within so many bytes of the beginning.
const PROLOGUE: u64 = 2_048;

/// The parts of a workbook, and what has been changed of them.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Index and name by name in lower case.
    names: BTreeMap<String, (usize, String)>,
    changed: BTreeMap<String, (String, Vec<u8>)>,
    /// How many more bytes may be unpacked, and how many of one part.
    left: u64,
    largest: u64,
}

impl<'a> Package<'a> {
    /// Opens a package; nothing is unpacked yet.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Package<'a>, Unpatchable> {
        Package::open_within(bytes, LARGEST_PART)
    }

    fn open_within(bytes: &'a [u8], largest: u64) -> Result<Package<'a>, Unpatchable> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(Unpatchable::because)?;
        if archive.len() > MOST_PARTS {
            return Err(Unpatchable::because("the package has too many parts"));
        }
        let mut names = BTreeMap::new();
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(Unpatchable::because)?;
            let name = part.name().map_err(Unpatchable::because)?.replace('\\', "/");
            if part.encrypted() {
                return Err(Unpatchable::because("the package is encrypted"));
            }
            drop(part);
            refuse_entities(&mut archive, index, &name)?;
            let key = name.to_lowercase();
            if !name.ends_with('/') && names.insert(key, (index, name)).is_some() {
                return Err(Unpatchable::because("two parts of the package have one name"));
            }
        }
        Ok(Package { archive, names, changed: BTreeMap::new(), left: MOST_BYTES, largest })
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        let key = name.to_lowercase();
        self.names.contains_key(&key) || self.changed.contains_key(&key)
    }

    /// The text of a part as it is now; nothing where there is no such part.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Unpatchable> {
        let key = name.to_lowercase();
        if let Some((_, bytes)) = self.changed.get(&key) {
            return part_text(bytes).map(|text| Some(text.to_owned()));
        }
        let Some((index, _)) = self.names.get(&key) else { return Ok(None) };
        let part = self.archive.by_index(*index).map_err(Unpatchable::because)?;
        let most = self.largest.min(self.left);
        let mut bytes = Vec::new();
        part.take(most + 1).read_to_end(&mut bytes).map_err(Unpatchable::because)?;
        if bytes.len() as u64 > most {
            return Err(Unpatchable::because("a part of the package is too large"));
        }
        self.left -= bytes.len() as u64;
        part_text(&bytes).map(|text| Some(text.to_owned()))
    }

    /// Replaces or adds a part.
    pub(crate) fn set(&mut self, name: &str, text: String) {
        let key = name.to_lowercase();
        let name = self.names.get(&key).map_or(name, |(_, name)| name.as_str()).to_owned();
        self.changed.insert(key, (name, text.into_bytes()));
    }

    /// A name with the first number that is free: `xl/comments`, `.xml`.
    pub(crate) fn free_name(&self, beginning: &str, ending: &str) -> String {
        let name = |number: usize| format!("{beginning}{number}{ending}");
        (1..=self.names.len() + self.changed.len())
            .map(name)
            .find(|name| !self.has(name))
            .unwrap_or_else(|| name(self.names.len() + self.changed.len() + 1))
    }

    /// The package with its changes.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, Unpatchable> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let mut in_order: Vec<(usize, String)> = self.names.into_values().collect();
        in_order.sort();
        for (index, name) in in_order {
            if let Some((_, bytes)) = self.changed.remove(&name.to_lowercase()) {
                write_part(&mut writer, &name, &bytes)?;
            } else {
                let part = self.archive.by_index_raw(index).map_err(Unpatchable::because)?;
                writer.raw_copy_file_rename(part, name).map_err(Unpatchable::because)?;
            }
        }
        for (name, bytes) in self.changed.into_values() {
            write_part(&mut writer, &name, &bytes)?;
        }
        Ok(writer.finish().map_err(Unpatchable::because)?.into_inner())
    }
}

/// A part that declares entities could blow up in whatever opens it: it is not passed on.
fn refuse_entities(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    name: &str,
) -> Result<(), Unpatchable> {
    if !name.ends_with(".xml") && !name.ends_with(".rels") {
        return Ok(());
    }
    let part = archive.by_index(index).map_err(Unpatchable::because)?;
    let mut head = Vec::new();
    part.take(PROLOGUE).read_to_end(&mut head).map_err(Unpatchable::because)?;
    let has_entities = head.windows(9).any(|window| window.eq_ignore_ascii_case(b"<!DOCTYPE"));
    if has_entities { Err(Unpatchable::because("a part has a DOCTYPE")) } else { Ok(()) }
}

/// A fixed day keeps the bytes the same on every run.
fn write_part(writer: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), Unpatchable> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    writer.start_file(name, options).map_err(Unpatchable::because)?;
    writer.write_all(bytes).map_err(Unpatchable::because)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            write_part(&mut writer, name, text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn changed_parts_change_and_the_others_stay() {
        let bytes = packed(&[("A.xml", "<a/>"), ("xl\\b1.xml", "<b/>")]);
        let mut package = Package::open(&bytes).unwrap();
        assert_eq!(package.text("a.XML").unwrap().as_deref(), Some("<a/>"));
        assert_eq!(package.text("c").unwrap(), None);
        package.set("a.xml", "<c/>".to_owned());
        let free = package.free_name("xl/b", ".xml");
        assert_eq!(free, "xl/b2.xml");
        package.set(&free, "<d/>".to_owned());
        let written = package.finish().unwrap();
        let mut package = Package::open(&written).unwrap();
        let mut text = |name: &str| package.text(name).unwrap().unwrap();
        assert_eq!(
            (text("A.xml"), text("xl/b1.xml"), text("xl/b2.xml")),
            ("<c/>".into(), "<b/>".into(), "<d/>".into())
        );
    }

    #[test]
    fn what_cannot_be_opened_says_why() {
        assert!(Package::open(b"no zip").is_err());
        assert!(
            Package::open(&packed(&[("xl/other.xml", "<?xml?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>")])).is_err()
        );
        let bytes = packed(&[("a", &"x".repeat(1000))]);
        let text = |most: u64| Package::open_within(&bytes, most).unwrap().text("a").is_ok();
        assert_eq!((text(1000), text(999)), (true, false));
    }
}
