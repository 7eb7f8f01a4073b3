//! Workbooks that are texts in disguise: delimited lines (CSV) and web pages, UTF-8, UTF-16 or GBK.

use model::cell_address::{Area, CellAddress};
use model::reading::{Cell, Content, Role, Sheet};

use crate::error::ReadError;
use crate::limits::Limits;
use crate::markup::{Piece, attribute, pieces, unescape};
use crate::meter::Meter;

/// The text of bytes in one of the usual encodings.
pub fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(bytes).0.into_owned(),
    }
}

/// Reads delimited lines as one sheet; every cell is a text.
///
/// # Errors
/// Lines without any separator are no table; limits.
pub fn read_delimited(text: &str, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let head = text.lines().take(20).collect::<Vec<_>>().join("\n");
    let count = |separator: char| head.matches(separator).count();
    let separators = [',', '\t', ';', '|'];
    let separator = separators.into_iter().max_by_key(|separator| count(*separator)).unwrap_or(',');
    if count(separator) == 0 || text.contains('\u{0}') {
        return Err(ReadError::NotAWorkbook("text".to_owned()));
    }
    if text.matches('"').count() % 2 == 1 {
        return Err(ReadError::damaged("a quotation mark is never closed"));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator as u8)
        .from_reader(text.as_bytes());
    let mut sheet = TextSheet::new("Sheet1", limits);
    let mut line = csv::StringRecord::new();
    while reader.read_record(&mut line).map_err(ReadError::damaged)? {
        let row = line.position().map_or(0, csv::Position::record) + 1;
        for (col, field) in line.iter().enumerate() {
            sheet.push(row as u32, col as u32 + 1, field.to_owned())?;
        }
    }
    Ok(vec![sheet.sheet])
}

/// Reads the tables of a web page, one sheet each; spans become merges.
///
/// # Errors
/// A page without a table; limits.
pub fn read_html(text: &str, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let mut sheet = TextSheet::new("Sheet1", limits);
    let (mut row, mut col, mut tables) = (0u32, 0u32, 0);
    let mut open: Option<(u32, u32, String)> = None;
    for piece in pieces(text) {
        match piece {
            Piece::Open { name, attributes, .. } => match name.to_ascii_lowercase().as_str() {
                "table" => (tables, row) = (tables + 1, row + u32::from(tables > 0)),
                "tr" => {
                    sheet.close(open.take())?;
                    (row, col) = (row + 1, 0);
                }
                "td" | "th" => {
                    sheet.close(open.take())?;
                    col = sheet.free_column(row, col + 1);
                    sheet.span(row, col, attributes)?;
                    open = Some((row, col, String::new()));
                    col = sheet.last_spanned(row, col);
                }
                "br" => open.iter_mut().for_each(|(_, _, text)| text.push('\n')),
                _ => {}
            },
            Piece::Close(name)
                if matches!(name.to_ascii_lowercase().as_str(), "td" | "th" | "tr" | "table") =>
            {
                sheet.close(open.take())?;
            }
            Piece::Text(part) | Piece::Verbatim(part) => {
                open.iter_mut().for_each(|(_, _, text)| text.push_str(&unescape(part)));
            }
            Piece::Close(_) => {}
        }
    }
    sheet.close(open.take())?;
    if tables == 0 || sheet.sheet.cells.is_empty() {
        return Err(ReadError::NotAWorkbook("HTML".to_owned()));
    }
    sheet.sheet.cells.sort_by_key(|cell| (cell.row, cell.col));
    Ok(vec![sheet.sheet])
}

/// A sheet of texts that grows.
struct TextSheet {
    sheet: Sheet,
    meter: Meter,
}

impl TextSheet {
    fn new(name: &str, limits: &Limits) -> TextSheet {
        TextSheet { sheet: Sheet { name: name.to_owned(), ..Sheet::default() }, meter: Meter::new(*limits) }
    }

    fn push(&mut self, row: u32, col: u32, text: String) -> Result<(), ReadError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let content = Content::Text(text);
        self.meter.count_in_row(row, &content)?;
        let (number_format, has_formula, hidden, role) = (None, false, false, Role::Other);
        self.sheet.cells.push(Cell { row, col, content, number_format, has_formula, hidden, role });
        Ok(())
    }

    fn close(&mut self, open: Option<(u32, u32, String)>) -> Result<(), ReadError> {
        match open {
            Some((row, col, text)) => self.push(row, col, text.trim().to_owned()),
            None => Ok(()),
        }
    }

    /// The first column from `col` on that no span from above covers.
    fn free_column(&self, row: u32, mut col: u32) -> u32 {
        for _ in 0..=self.sheet.merges.len().min(2000) {
            let covering = self.sheet.merges.iter().rev().take(2000).find(|merge| merge.contains(row, col));
            match covering {
                Some(merge) => col = merge.last.col.saturating_add(1),
                None => break,
            }
        }
        col
    }

    fn span(&mut self, row: u32, col: u32, attributes: &str) -> Result<(), ReadError> {
        let span =
            |name| attribute(attributes, name).and_then(|text| text.trim().parse().ok()).unwrap_or(1u32);
        let (wide, high) = (span("colspan").clamp(1, 16_384), span("rowspan").clamp(1, 65_536));
        if wide > 1 || high > 1 {
            self.meter.count_merges(1)?;
            let last = CellAddress::new(row.saturating_add(high - 1), col.saturating_add(wide - 1));
            self.sheet.merges.push(Area::new(CellAddress::new(row, col), last));
        }
        Ok(())
    }

    fn last_spanned(&self, row: u32, col: u32) -> u32 {
        let last = self.sheet.merges.last().filter(|merge| merge.first == CellAddress::new(row, col));
        last.map_or(col, |merge| merge.last.col)
    }
}
