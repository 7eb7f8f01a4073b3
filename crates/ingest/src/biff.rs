//! What calamine does not tell of an xls: extents, number formats, formulas, hidden rows and columns, from the BIFF
//! records of the workbook stream.

use std::io::{Cursor, Read};
use std::sync::Arc;

use model::cell_address::CellAddress;

use crate::biff_formats::Formats;
use crate::error::ReadError;
use crate::limits::Limits;

/// The extras of one sheet.
#[derive(Debug, Default)]
pub struct BiffSheet {
    /// Hidden rows, ascending.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, as ranges.
    pub hidden_columns: Vec<(u32, u32)>,
    formats: Vec<((u32, u32), Arc<str>)>,
    formulas: Vec<(u32, u32)>,
}

impl BiffSheet {
    /// The number format of a cell that holds a number, where it is not General.
    pub fn number_format(&self, address: CellAddress) -> Option<Arc<str>> {
        let found =
            self.formats.binary_search_by_key(&(address.row, address.col), |(place, _)| *place).ok()?;
        Some(self.formats[found].1.clone())
    }

    /// Whether a cell holds a formula.
    pub fn has_formula(&self, address: CellAddress) -> bool {
        self.formulas.binary_search(&(address.row, address.col)).is_ok()
    }
}

/// Reads the extras of every worksheet, in the order of the workbook.
///
/// # Errors
/// A broken or encrypted file, one that is no workbook, or a sheet whose bounding box is over the limits.
pub fn read_biff(bytes: &[u8], limits: &Limits) -> Result<Vec<BiffSheet>, ReadError> {
    let stream = workbook_stream(bytes)?;
    let mut formats = Formats::default();
    let mut positions = Vec::new();
    for (kind, data) in records(&stream) {
        match kind {
            0x002f => return Err(ReadError::Encrypted),
            0x0085 if u8_at(data, 5) == 0 => positions.push(u32_at(data, 0) as usize),
            0x000a => break,
            _ => formats.take(kind, data),
        }
    }
    positions
        .iter()
        .map(|position| read_sheet(stream.get(*position..).unwrap_or_default(), &formats, limits))
        .collect()
}

fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(ReadError::damaged)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(ReadError::Encrypted);
    }
    let Some(name) =
        ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|name| file.is_stream(name))
    else {
        let other = [("/WordDocument", "Word"), ("/PowerPoint Document", "PowerPoint")];
        let known = other.into_iter().find(|(stream, _)| file.is_stream(stream));
        return Err(ReadError::NotAWorkbook(known.map_or("OLE", |(_, name)| name).to_owned()));
    };
    let mut content = Vec::new();
    let stream = file.open_stream(name).map_err(ReadError::damaged)?;
    stream.take(bytes.len() as u64).read_to_end(&mut content).map_err(ReadError::damaged)?;
    Ok(content)
}

fn read_sheet(stream: &[u8], formats: &Formats, limits: &Limits) -> Result<BiffSheet, ReadError> {
    let mut sheet = BiffSheet::default();
    let (mut last_row, mut last_col, mut depth) = (0u64, 0u64, 0);
    for (kind, data) in records(stream) {
        match kind {
            0x0809 => depth += 1,
            0x000a if depth <= 1 => break,
            0x000a => depth -= 1,
            _ if depth > 1 => {}
            0x0200 if !is_possible_extent(data) => return Err(ReadError::damaged("DIMENSIONS")),
            0x0208 if u16_at(data, 12) & 0x20 != 0 => sheet.hidden_rows.push(u32::from(u16_at(data, 0)) + 1),
            0x007d if u16_at(data, 8) & 1 != 0 => {
                sheet.hidden_columns.push((u32::from(u16_at(data, 0)) + 1, u32::from(u16_at(data, 2)) + 1));
            }
            0x0203 | 0x027e | 0x0006 | 0x00bd | 0x00fd | 0x0204 | 0x00d6 | 0x0205 => {
                last_row = last_row.max(u64::from(u16_at(data, 0)) + 1);
                last_col = last_col.max(u64::from(u16_at(data, 2)) + 1);
                sheet.take_cell(kind, data, formats);
            }
            _ => {}
        }
    }
    if last_row * last_col > limits.dense_cells {
        return Err(ReadError::over("cells", limits.dense_cells));
    }
    sheet.formats.sort_by_key(|(place, _)| *place);
    sheet.formulas.sort_unstable();
    sheet.hidden_rows.sort_unstable();
    Ok(sheet)
}

/// Whether the stated extent of a sheet is one that an xls can have: a reader reserves memory for it.
fn is_possible_extent(data: &[u8]) -> bool {
    let (rows, columns) = match data.len() {
        14.. => ((u32_at(data, 0), u32_at(data, 4)), (u16_at(data, 8), u16_at(data, 10))),
        _ => ((u32::from(u16_at(data, 0)), u32::from(u16_at(data, 2))), (u16_at(data, 4), u16_at(data, 6))),
    };
    rows.0 <= rows.1 && rows.1 <= 0x1_0000 && columns.0 <= columns.1 && columns.1 <= 0x100
}

impl BiffSheet {
    fn take_cell(&mut self, kind: u16, data: &[u8], formats: &Formats) {
        let (row, col) = (u32::from(u16_at(data, 0)) + 1, u32::from(u16_at(data, 2)) + 1);
        match kind {
            0x0006 => self.formulas.push((row, col)),
            0x0203 | 0x027e | 0x00bd => {}
            _ => return,
        }
        let n_cells = if kind == 0x00bd { data.len().saturating_sub(6) / 6 } else { 1 };
        for index in 0..n_cells {
            if let Some(format) = formats.of_style(u16_at(data, 4 + 6 * index)) {
                self.formats.push(((row, col + index as u32), format));
            }
        }
    }
}

/// The records of a stream: their kind and data.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let length = usize::from(u16_at(rest.get(..4)?, 2));
        let (kind, data) = (u16_at(rest, 0), rest.get(4..4 + length)?);
        rest = &rest[4 + length..];
        Some((kind, data))
    })
}

fn u8_at(data: &[u8], at: usize) -> u8 {
    data.get(at).copied().unwrap_or(0)
}

fn u16_at(data: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([u8_at(data, at), u8_at(data, at + 1)])
}

fn u32_at(data: &[u8], at: usize) -> u32 {
    u32::from(u16_at(data, at)) | u32::from(u16_at(data, at + 2)) << 16
}
