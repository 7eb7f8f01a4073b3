//! The cells of an xlsx, xlsb or xls workbook, with absolute addresses. The only file that says `calamine`.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{
    DataType, Dimensions, Reader, SheetType, SheetVisible, Style, Xls, XlsError, XlsOptions, Xlsb, Xlsx,
};
use model::cell_address::{Area, CellAddress};
use model::reading::{Cell, Content, Role, Sheet};

use crate::biff::{BiffSheet, read_biff};
use crate::biff_formats::built_in;
use crate::error::ReadError;
use crate::limits::Limits;
use crate::meter::Meter;
use crate::package::Package;
use crate::serial::{DAYS_1904, from_iso, iso_text};
use crate::xlsb_records::check_records;
use crate::xlsx_parts::{SheetExtras, read_extras, sheet_parts};

/// Reads the sheets of an xlsx or xlsm.
///
/// # Errors
/// A broken workbook, or one over the limits.
pub fn read_xlsx(package: &Package, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let mut workbook = Xlsx::new(package.stored()).map_err(ReadError::damaged)?;
    let is_1904 = workbook.has_1904_epoch();
    let parts = sheet_parts(package);
    let mut meter = Meter::new(*limits);
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(&workbook, limits)? {
        let part = parts.iter().find(|(known, _)| *known == name).and_then(|(_, part)| package.text(part));
        let extras = part.map_or_else(|| Ok(SheetExtras::default()), |part| read_extras(part, limits))?;
        let mut cells = Vec::new();
        let mut reader = workbook.worksheet_cells_reader(&name).map_err(ReadError::damaged)?;
        let formats: Vec<Option<Arc<str>>> = reader.styles().iter().map(number_format).collect();
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(ReadError::damaged)? {
            let Some(content) = content(cell.get_value(), is_1904) else { continue };
            let address = place(cell.get_position());
            meter.count_in_row(address.row, &content)?;
            let number_format = formats.get(style).cloned().flatten();
            cells.push(new_cell(address, content, number_format));
        }
        let mut sheet = finish(name, hidden, cells)?;
        apply_extras(&mut sheet, extras, &mut meter)?;
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// Reads the sheets of an xlsb.
///
/// # Errors
/// A broken workbook, or one over the limits.
pub fn read_xlsb(package: &Package, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    check_records(package)?;
    let mut workbook = Xlsb::new(package.stored()).map_err(ReadError::damaged)?;
    let is_1904 = workbook.has_1904_epoch();
    let mut meter = Meter::new(*limits);
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(&workbook, limits)? {
        let mut cells = Vec::new();
        let mut reader = workbook.worksheet_cells_reader(&name).map_err(ReadError::damaged)?;
        while let Some(cell) = reader.next_cell().map_err(ReadError::damaged)? {
            let Some(content) = content(cell.get_value(), is_1904) else { continue };
            let address = place(cell.get_position());
            meter.count_in_row(address.row, &content)?;
            cells.push(new_cell(address, content, None));
        }
        sheets.push(finish(name, hidden, cells)?);
    }
    Ok(sheets)
}

/// Reads the sheets of an xls or et.
///
/// # Errors
/// A broken workbook, an encrypted one, or one over the limits.
pub fn read_xls(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let extras = read_biff(bytes, limits)?;
    let mut workbook = open_xls(bytes)?;
    let is_1904 = workbook.has_1904_epoch();
    let mut meter = Meter::new(*limits);
    let mut sheets = Vec::new();
    for (index, (name, hidden)) in worksheets(&workbook, limits)?.into_iter().enumerate() {
        let biff = extras.get(index);
        #[expect(
            clippy::disallowed_methods,
            reason = "the extent of every sheet has been checked by read_biff"
        )]
        let range = workbook.worksheet_range(&name).map_err(xls_error)?;
        let (top, left) = range.start().unwrap_or((0, 0));
        let mut cells = Vec::new();
        for (row, col, value) in range.used_cells() {
            let Some(content) = content(value, is_1904) else { continue };
            let address = place((top + row as u32, left + col as u32));
            meter.count_in_row(address.row, &content)?;
            cells.push(new_cell(address, content, biff.and_then(|biff| biff.number_format(address))));
        }
        let merges = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut sheet = finish(name, hidden, cells)?;
        sheet.merges = merges.iter().map(merge).collect();
        if let Some(biff) = biff {
            apply_biff(&mut sheet, biff);
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// Opens an xls; the code page of Excel for Mac in Simplified Chinese is read as GBK.
fn open_xls(bytes: &[u8]) -> Result<Xls<Cursor<&[u8]>>, ReadError> {
    match Xls::new(Cursor::new(bytes)) {
        Err(XlsError::Cfb(error)) if error.to_string().starts_with("Codepage") => {
            let mut options = XlsOptions::default();
            options.force_codepage = Some(936);
            Xls::new_with_options(Cursor::new(bytes), options).map_err(xls_error)
        }
        opened => opened.map_err(xls_error),
    }
}

fn xls_error(error: XlsError) -> ReadError {
    match error {
        XlsError::Password => ReadError::Encrypted,
        other => ReadError::damaged(other),
    }
}

/// Names of the worksheets in order, and whether they are hidden.
fn worksheets<R, S>(workbook: &R, limits: &Limits) -> Result<Vec<(String, bool)>, ReadError>
where
    R: Reader<S>,
    S: std::io::Read + std::io::Seek,
{
    let all = workbook.sheets_metadata();
    if all.len() as u64 > limits.sheets {
        return Err(ReadError::over("sheets", limits.sheets));
    }
    let sheets = all.iter().filter(|sheet| matches!(sheet.typ, SheetType::WorkSheet | SheetType::MacroSheet));
    Ok(sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect())
}

fn number_format(style: &Style) -> Option<Arc<str>> {
    let format = style.number_format.as_ref()?;
    let known = format.format_id.and_then(|id| u16::try_from(id).ok()).and_then(built_in);
    let is_bare = format.format_code.is_empty() || format.format_code.eq_ignore_ascii_case("general");
    let code = known.filter(|_| is_bare).unwrap_or(format.format_code.as_str());
    (!code.is_empty() && !code.eq_ignore_ascii_case("general")).then(|| Arc::from(code))
}

fn content<V: DataType>(value: &V, is_1904: bool) -> Option<Content> {
    if let Some(text) = value.get_string() {
        return (!text.trim().is_empty()).then(|| Content::Text(text.to_owned()));
    }
    if let Some(number) = value.get_float() {
        return Some(Content::Number(number));
    }
    if let Some(number) = value.get_int() {
        return Some(Content::Number(number as f64));
    }
    if let Some(boolean) = value.get_bool() {
        return Some(Content::Boolean(boolean));
    }
    if let Some(time) = value.get_datetime() {
        let serial = time.as_f64() + if is_1904 { DAYS_1904 } else { 0.0 };
        return Some(match time.is_duration() {
            true => Content::Number(time.as_f64()),
            false => Content::Date(serial, iso_text(serial)),
        });
    }
    if let Some(iso) = value.get_datetime_iso() {
        return Some(
            from_iso(iso)
                .map_or(Content::Text(iso.to_owned()), |serial| Content::Date(serial, iso_text(serial))),
        );
    }
    if let Some(error) = value.get_error() {
        return Some(Content::Error(error.to_string()));
    }
    value.get_duration_iso().map(|text| Content::Text(text.to_owned()))
}

fn place((row, col): (u32, u32)) -> CellAddress {
    CellAddress::new(row.saturating_add(1), col.saturating_add(1))
}

fn merge(dimensions: &Dimensions) -> Area {
    Area::new(place(dimensions.start), place(dimensions.end))
}

fn new_cell(address: CellAddress, content: Content, number_format: Option<Arc<str>>) -> Cell {
    Cell {
        row: address.row,
        col: address.col,
        content,
        number_format,
        has_formula: false,
        hidden: false,
        role: Role::Other,
    }
}

/// A sheet of cells in reading order. Two different cells in one place are damage: one of them would be lost.
fn finish(name: String, hidden: bool, mut cells: Vec<Cell>) -> Result<Sheet, ReadError> {
    if !cells.is_sorted_by(|a, b| (a.row, a.col) < (b.row, b.col)) {
        cells.sort_by_key(|cell| (cell.row, cell.col));
        cells.dedup_by(|later, earlier| {
            later.address() == earlier.address() && later.content == earlier.content
        });
        if let Some(pair) = cells.windows(2).find(|pair| pair[0].address() == pair[1].address()) {
            return Err(ReadError::damaged(format!("two cells stand in {}", pair[0].address())));
        }
    }
    if hidden {
        cells.iter_mut().for_each(|cell| cell.hidden = true);
    }
    Ok(Sheet { name, hidden, cells, merges: Vec::new() })
}

fn apply_extras(sheet: &mut Sheet, extras: SheetExtras, meter: &mut Meter) -> Result<(), ReadError> {
    meter.count_merges(extras.merges.len())?;
    sheet.merges = extras.merges;
    for formula in extras.formulas {
        let key = (formula.address.row, formula.address.col);
        match sheet.cells.binary_search_by_key(&key, |cell| (cell.row, cell.col)) {
            Ok(found) => sheet.cells[found].has_formula = true,
            Err(gap) if !formula.has_result => {
                let content = Content::Error(format!("={}", formula.text));
                meter.count(&content)?;
                let mut cell = new_cell(formula.address, content, None);
                (cell.has_formula, cell.hidden) = (true, sheet.hidden);
                sheet.cells.insert(gap, cell);
            }
            Err(_) => {}
        }
    }
    hide(sheet, &extras.hidden_rows, &extras.hidden_columns);
    Ok(())
}

fn apply_biff(sheet: &mut Sheet, biff: &BiffSheet) {
    for cell in &mut sheet.cells {
        cell.has_formula = biff.has_formula(cell.address());
    }
    hide(sheet, &biff.hidden_rows, &biff.hidden_columns);
}

fn hide(sheet: &mut Sheet, rows: &[u32], columns: &[(u32, u32)]) {
    if rows.is_empty() && columns.is_empty() {
        return;
    }
    for cell in &mut sheet.cells {
        let row_hidden = rows.binary_search(&cell.row).is_ok();
        cell.hidden |= row_hidden || columns.iter().any(|(first, last)| (*first..=*last).contains(&cell.col));
    }
}
