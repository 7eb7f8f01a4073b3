//! The grid of a rebuilt return (重建表格): widths, heights, frames of blank cells, and what was hidden.

use std::collections::{BTreeMap, BTreeSet};

use model::cell_address::Area;
use model::datasets::cells::CellRow;
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::annotated::rebuilt_cells::{blank, is_in_table, place};
use unicode_width::UnicodeWidthStr;

use crate::excel::widths::lines_of;

const NARROWEST: usize = 7;
const WIDEST: usize = 36;
const LINE_HEIGHT: usize = 15;
const MOST_LINES: usize = 12;
/// More blank cells get no frame.
const MOST_BLANKS: usize = 50_000;

/// Rows all of whose cells are hidden while others are not.
pub(crate) fn hidden_rows(cells: &[&CellRow]) -> BTreeSet<u32> {
    let mut rows: BTreeMap<u32, bool> = BTreeMap::new();
    for cell in cells {
        if let Some((row, _)) = place(cell) {
            *rows.entry(row).or_insert(true) &= cell.hidden;
        }
    }
    rows.into_iter().filter(|(_, hidden)| *hidden).map(|(row, _)| row).collect()
}

/// Columns all of whose cells are hidden, without counting those that a hidden row hides.
pub(crate) fn hidden_columns(cells: &[&CellRow], rows: &BTreeSet<u32>) -> BTreeSet<u16> {
    let mut columns: BTreeMap<u16, bool> = BTreeMap::new();
    for cell in cells {
        if let Some((_, column)) = place(cell).filter(|(row, _)| !rows.contains(row)) {
            *columns.entry(column).or_insert(true) &= cell.hidden;
        }
    }
    columns.into_iter().filter(|(_, hidden)| *hidden).map(|(column, _)| column).collect()
}

/// Columns as wide, and rows as high, as the texts of cells that are not merged need.
pub(crate) fn set_sizes(sheet: &mut Worksheet, cells: &[&CellRow]) -> Result<(), XlsxError> {
    let single =
        || cells.iter().filter(|cell| cell.merge.is_none()).filter_map(|cell| Some((place(cell)?, *cell)));
    let mut widths: BTreeMap<u16, usize> = BTreeMap::new();
    for ((_, column), cell) in single().filter(|(_, cell)| is_in_table(cell)) {
        let longest = cell.text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0) + 2;
        let width = widths.entry(column).or_insert(NARROWEST);
        *width = longest.clamp(*width, WIDEST.max(*width));
    }
    let mut heights: BTreeMap<u32, usize> = BTreeMap::new();
    for ((row, column), cell) in single().filter(|(_, cell)| is_in_table(cell)) {
        let width = widths.get(&column).copied().unwrap_or(NARROWEST).saturating_sub(1);
        let lines = cell.text.lines().map(|line| lines_of(line, width)).sum::<usize>().clamp(1, MOST_LINES);
        let height = heights.entry(row).or_insert(1);
        *height = lines.max(*height);
    }
    for (column, width) in widths {
        sheet.set_column_width(column, width as f64)?;
    }
    for (row, lines) in heights {
        sheet.set_row_height(row, (lines * LINE_HEIGHT) as f64)?;
    }
    Ok(())
}

/// Frames around the blank cells of the table, so that it looks like one.
pub(crate) fn frame_blanks(
    sheet: &mut Worksheet,
    cells: &[&CellRow],
    merged: &[Area],
) -> Result<(), XlsxError> {
    let in_table = cells.iter().filter(|cell| is_in_table(cell)).filter_map(|cell| place(cell));
    let table: BTreeSet<(u32, u16)> = in_table.collect();
    let filled: BTreeSet<(u32, u16)> = cells.iter().filter_map(|cell| place(cell)).collect();
    let rows: BTreeSet<u32> = table.iter().map(|(row, _)| *row).collect();
    let columns: BTreeSet<u16> = table.iter().map(|(_, column)| *column).collect();
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return Ok(()) };
    let all = rows.iter().flat_map(|row| (*first..=*last).map(move |column| (*row, column)));
    let is_blank = |(row, column): &(u32, u16)| {
        let is_merged = || merged.iter().any(|area| area.contains(row + 1, u32::from(*column) + 1));
        !filled.contains(&(*row, *column)) && !is_merged()
    };
    let format = blank();
    for (row, column) in all.filter(is_blank).take(MOST_BLANKS) {
        sheet.write_blank(row, column, &format)?;
    }
    Ok(())
}
