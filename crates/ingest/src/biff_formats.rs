//! Number formats of an xls: the records FORMAT and XF, and the formats that every program knows by number.

use std::sync::Arc;

/// The number formats of a workbook.
#[derive(Debug, Default)]
pub struct Formats {
    written: Vec<(u16, Arc<str>)>,
    styles: Vec<u16>,
    is_biff8: bool,
}

impl Formats {
    /// Takes a record of the workbook's globals.
    pub fn take(&mut self, kind: u16, data: &[u8]) {
        let number = |at: usize| {
            u16::from_le_bytes([data.get(at).copied().unwrap_or(0), data.get(at + 1).copied().unwrap_or(0)])
        };
        match kind {
            0x0809 => self.is_biff8 = number(0) == 0x0600,
            0x00e0 => self.styles.push(number(2)),
            0x041e => {
                if let Some(text) = self.text(data) {
                    self.written.push((number(0), Arc::from(text)));
                }
            }
            _ => {}
        }
    }

    /// The format of a style, where it is not General.
    pub fn of_style(&self, style: u16) -> Option<Arc<str>> {
        let number = *self.styles.get(usize::from(style))?;
        let written = self.written.iter().find(|(known, _)| *known == number).map(|(_, text)| text.clone());
        written
            .or_else(|| built_in(number).map(Arc::from))
            .filter(|text| !text.eq_ignore_ascii_case("general"))
    }

    fn text(&self, data: &[u8]) -> Option<String> {
        if !self.is_biff8 {
            let (text, _, _) = encoding_rs::GBK.decode(data.get(3..)?);
            return Some(text.into_owned());
        }
        let (flags, characters) = (data.get(4)?, data.get(5..)?);
        if flags & 1 == 0 {
            return Some(characters.iter().map(|byte| char::from(*byte)).collect());
        }
        let units: Vec<u16> =
            characters.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        Some(String::from_utf16_lossy(&units))
    }
}

/// Formats that have a number and no text in the file, in .xls and .xlsx alike.
pub const fn built_in(number: u16) -> Option<&'static str> {
    Some(match number {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m-d-yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        52 | 55 => "yyyy\"年\"m\"月\"",
        49 => "@",
        _ => return None,
    })
}
