//! A zip file without compression, served from parts that lie in memory (未压缩包): nothing is copied.
//!
//! The reader of workbooks wants a zip; the parts have been inflated and checked already. So their bytes are handed on
//! as they are, between headers made for the purpose.

use std::borrow::Cow;
use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom};

/// Version of the format that is enough to read it.
const VERSION: u16 = 20;

/// Names are UTF-8.
const UTF8: u16 = 0x0800;

/// A zip file that is put together while it is read.
#[derive(Debug, Clone)]
pub struct StoredZip<'a> {
    /// Pieces in order, each with the place where it begins.
    pieces: Vec<(u64, Cow<'a, [u8]>)>,
    length: u64,
    position: u64,
}

impl<'a> StoredZip<'a> {
    /// The zip of some parts, by name and content. Parts of 4 GiB and more do not occur: limits come before.
    pub fn new(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> StoredZip<'a> {
        let mut zip = StoredZip { pieces: Vec::new(), length: 0, position: 0 };
        let (mut directory, mut n_parts) = (Vec::new(), 0_u16);
        for (name, content) in parts {
            let entry = Entry::of(name, content);
            let offset = zip.length as u32;
            zip.push(Cow::Owned(entry.local_header()));
            zip.push(Cow::Borrowed(content));
            directory.extend(entry.directory_header(offset));
            n_parts += 1;
        }
        let end = end_of_directory(n_parts, directory.len() as u32, zip.length as u32);
        zip.push(Cow::Owned(directory));
        zip.push(Cow::Owned(end));
        zip
    }

    fn push(&mut self, piece: Cow<'a, [u8]>) {
        if !piece.is_empty() {
            let start = self.length;
            self.length += piece.len() as u64;
            self.pieces.push((start, piece));
        }
    }
}

/// What the headers say of one part.
struct Entry<'n> {
    name: &'n str,
    checksum: u32,
    size: u32,
}

impl<'n> Entry<'n> {
    fn of(name: &'n str, content: &[u8]) -> Entry<'n> {
        let mut checksum = flate2::Crc::new();
        checksum.update(content);
        Entry { name, checksum: checksum.sum(), size: content.len() as u32 }
    }

    fn local_header(&self) -> Vec<u8> {
        let mut header = b"PK\x03\x04".to_vec();
        header.extend(VERSION.to_le_bytes());
        self.write_common(&mut header);
        header.extend(self.name.as_bytes());
        header
    }

    fn directory_header(&self, offset: u32) -> Vec<u8> {
        let mut header = b"PK\x01\x02".to_vec();
        header.extend([VERSION, VERSION].iter().flat_map(|version| version.to_le_bytes()));
        self.write_common(&mut header);
        header.extend([0_u8; 10]); // comment, disk, attributes
        header.extend(offset.to_le_bytes());
        header.extend(self.name.as_bytes());
        header
    }

    /// Flags, method (stored), time, checksum, sizes, lengths of name and extra field.
    fn write_common(&self, header: &mut Vec<u8>) {
        header.extend(UTF8.to_le_bytes());
        header.extend([0_u8; 6]);
        header.extend([self.checksum, self.size, self.size].iter().flat_map(|number| number.to_le_bytes()));
        header.extend([self.name.len() as u16, 0].iter().flat_map(|number| number.to_le_bytes()));
    }
}

fn end_of_directory(n_parts: u16, size: u32, offset: u32) -> Vec<u8> {
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    end.extend([n_parts, n_parts].iter().flat_map(|number| number.to_le_bytes()));
    end.extend([size, offset].iter().flat_map(|number| number.to_le_bytes()));
    end.extend([0_u8; 2]);
    end
}

impl Read for StoredZip<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let place = self.pieces.partition_point(|(start, _)| *start <= self.position);
        let Some((start, piece)) = place.checked_sub(1).and_then(|place| self.pieces.get(place)) else {
            return Ok(0);
        };
        let rest = piece.get((self.position - start) as usize..).unwrap_or_default();
        let taken = rest.len().min(buffer.len());
        buffer[..taken].copy_from_slice(&rest[..taken]);
        self.position += taken as u64;
        Ok(taken)
    }
}

impl Seek for StoredZip<'_> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let target = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => self.length.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = target.ok_or_else(|| Error::from(ErrorKind::InvalidInput))?;
        Ok(self.position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zip_library_finds_the_parts() {
        let parts: [(&str, &[u8]); 3] = [("a/一.xml", b"<a/>"), ("empty", b""), ("b.xml", b"<b>2</b>")];
        let mut archive = zip::ZipArchive::new(StoredZip::new(parts.into_iter())).unwrap();
        assert_eq!(archive.len(), 3);
        for (name, content) in parts {
            let mut found = Vec::new();
            archive.by_name(name).unwrap().read_to_end(&mut found).unwrap();
            assert_eq!(found, content, "{name}");
        }
    }
}
