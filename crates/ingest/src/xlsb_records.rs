//! The records of an xlsb (BIFF12), only walked: lengths that run out of their part are damage, found before a reader
//! reserves memory for them.

use crate::error::ReadError;
use crate::package::Package;

/// Walks through the records of every binary part that a reader opens.
///
/// # Errors
/// A record that is longer than what is left of its part.
pub fn check_records(package: &Package) -> Result<(), ReadError> {
    for (name, content) in package.parts_ending(".bin") {
        let is_read = ["worksheets/", "sharedstrings", "styles", "workbook"]
            .iter()
            .any(|word| name.to_ascii_lowercase().contains(word));
        if is_read && !is_whole(content) {
            return Err(ReadError::damaged(format!("a record of {name} is cut off")));
        }
    }
    Ok(())
}

fn is_whole(part: &[u8]) -> bool {
    let mut rest = part;
    while !rest.is_empty() {
        let Some((_, kind)) = number(rest, 2) else { return false };
        let Some((length, digits)) = number(&rest[kind..], 4) else { return false };
        let Some(behind) = rest.get(kind + digits + length..) else { return false };
        rest = behind;
    }
    true
}

/// A number in groups of seven bits, the lowest first, of so many bytes at most; with how many it took.
fn number(bytes: &[u8], most: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for index in 0..most {
        let byte = *bytes.get(index)?;
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, index + 1));
        }
    }
    Some((value, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_end_where_their_part_ends() {
        assert!(is_whole(&[]));
        assert!(is_whole(&[0x81, 0x01, 0x02, 9, 9, 0x05, 0x00]));
        assert!(!is_whole(&[0x81, 0x01, 0x03, 9, 9]));
        assert!(!is_whole(&[0x05, 0xff, 0xff, 0xff, 0x7f]));
    }
}
