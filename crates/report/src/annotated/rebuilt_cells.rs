//! The cells of a rebuilt return (重建单元格): kind, number format, merged ranges.

use model::cell_address::Area;
use model::datasets::cells::CellRow;
use model::date::Date;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::annotated::places::area;
use crate::annotated::xml_text::looks_like_a_formula;

const LONGEST_TEXT: usize = 32_767;
const HEADER_BACKGROUND: u32 = 0x00D9_E2F3;
/// Days from Excel's day 0 to 1970-01-01.
const EXCEL_EPOCH: i32 = 25_569;

/// Row and column from 0, where Excel has such a cell.
pub(crate) fn place(cell: &CellRow) -> Option<(u32, u16)> {
    let row = u32::try_from(cell.row.checked_sub(1)?).ok().filter(|row| *row < 1_048_576)?;
    let column = u16::try_from(cell.col.checked_sub(1)?).ok().filter(|column| *column < 16_384)?;
    Some((row, column))
}

/// Writes one cell as what it was: a number as a number, a text as a text, whatever it begins with.
pub(crate) fn write_cell(sheet: &mut Worksheet, cell: &CellRow) -> Result<(), XlsxError> {
    let Some((row, column)) = place(cell) else { return Ok(()) };
    let format = format_of(cell);
    let number = cell.number.filter(|number| number.is_finite());
    match (cell.kind.as_str(), number) {
        ("number", Some(number)) => sheet.write_number_with_format(row, column, number, &format)?,
        ("date", _) => match serial(cell).or(number) {
            Some(serial) => sheet.write_number_with_format(row, column, serial, &dated(cell, format))?,
            None => sheet.write_string_with_format(row, column, fitting(&cell.text), &format)?,
        },
        ("boolean", _) => {
            let value = matches!(cell.text.to_ascii_lowercase().as_str(), "true" | "1");
            sheet.write_boolean_with_format(row, column, value, &format)?
        }
        _ => sheet.write_string_with_format(row, column, fitting(&cell.text), &format)?,
    };
    Ok(())
}

/// Merges what was merged and gives the ranges; those that overlap an earlier one are left out.
pub(crate) fn merge_cells(sheet: &mut Worksheet, cells: &[&CellRow]) -> Result<Vec<Area>, XlsxError> {
    let mut done: Vec<Area> = Vec::new();
    for cell in cells {
        let Some(area) = cell.merge.as_deref().and_then(area).filter(|area| area.first != area.last) else {
            continue;
        };
        let meets = |other: &Area| {
            area.first.row <= other.last.row
                && other.first.row <= area.last.row
                && area.first.col <= other.last.col
                && other.first.col <= area.last.col
        };
        if done.iter().any(meets) {
            continue;
        }
        let column = |column: u32| u16::try_from(column.saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.merge_range(
            area.first.row.saturating_sub(1),
            column(area.first.col),
            area.last.row.saturating_sub(1),
            column(area.last.col),
            "",
            &format_of(cell),
        )?;
        done.push(area);
    }
    Ok(done)
}

/// The look of a cell: its number format, and the frame that its role in the sheet asks for.
fn format_of(cell: &CellRow) -> Format {
    let format = Format::new().set_font_name("宋体").set_font_size(11).set_align(FormatAlign::VerticalCenter);
    let format = match cell.role.as_str() {
        "title" => format.set_bold().set_font_size(14).set_align(FormatAlign::Center).set_text_wrap(),
        "header" => bordered(format)
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_text_wrap()
            .set_background_color(Color::RGB(HEADER_BACKGROUND)),
        _ if is_in_table(cell) => bordered(format).set_text_wrap(),
        _ => format,
    };
    let format = match cell.number_format.as_deref().filter(|pattern| !pattern.is_empty()) {
        Some(pattern) => format.set_num_format(pattern),
        None => format,
    };
    if looks_like_a_formula(&cell.text) && cell.kind == "text" { format.set_quote_prefix() } else { format }
}

/// Whether a cell belongs to the table itself.
pub(crate) fn is_in_table(cell: &CellRow) -> bool {
    matches!(
        cell.role.as_str(),
        "header" | "data" | "extra" | "subtotal" | "total" | "group" | "column_number"
    )
}

/// A blank cell of the table.
pub(crate) fn blank() -> Format {
    bordered(Format::new())
}

fn bordered(format: Format) -> Format {
    format.set_border(FormatBorder::Thin)
}

/// A date without a number format would show as a number.
fn dated(cell: &CellRow, format: Format) -> Format {
    if cell.number_format.is_none() { format.set_num_format("yyyy-mm-dd") } else { format }
}

/// The serial of the day that the text says, with the time of day of the number.
fn serial(cell: &CellRow) -> Option<f64> {
    let day: Date = cell.text.get(..10)?.parse().ok()?;
    let time = cell.number.map_or(0.0, |number| number.rem_euclid(1.0));
    Some(f64::from(day.days().checked_add(EXCEL_EPOCH)?) + time).filter(|serial| *serial >= 61.0)
}

/// The part of a text that fits into a cell.
fn fitting(text: &str) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= LONGEST_TEXT
    };
    text.chars().take_while(fits).collect()
}
