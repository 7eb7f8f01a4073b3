//! The report workbook (通报附表): every figure with its formula, the projects behind it, the findings, how it was made.

pub mod book;
pub mod bridge_cells;
pub mod bridge_parts;
pub mod cell;
pub mod charts;
pub mod counted_projects;
pub mod draw;
pub mod figure_cells;
pub mod figure_columns;
pub mod formats;
pub mod formulas;
pub mod grid;
pub mod labels;
pub mod last_records;
pub mod page;
pub mod sheets;
pub mod stage_words;
pub mod tally;
pub mod texts;
pub mod widths;

use model::date::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::error::ReportError;
use crate::excel::book::Book;
use crate::excel::draw::draw_grid;
use crate::excel::formulas::address;
use crate::excel::grid::Grid;
use crate::excel::sheets::projects::NAMED;
use crate::excel::sheets::sheets;
use crate::lang::Lang;
use crate::release::Release;

/// The workbook as bytes: the same release gives the same bytes, whatever the clock says.
pub fn write_workbook(release: &Release<'_>) -> Result<Vec<u8>, ReportError> {
    let book = Book::of(release);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(release.as_of, release.style.lang).map_err(ReportError::Pack)?);
    for grid in sheets(&book) {
        let refused = |source| ReportError::Sheet { sheet: grid.name.clone(), source };
        let sheet = workbook.add_worksheet();
        sheet.set_name(&grid.name).map_err(refused)?;
        draw_grid(sheet, &grid, release.is_synthetic, release.style.lang).map_err(refused)?;
        if grid.name == book.data_sheet() {
            name_columns(&mut workbook, &grid, release.style.lang).map_err(ReportError::Pack)?;
        }
    }
    workbook.save_to_buffer().map_err(ReportError::Pack)
}

/// The columns that formulas name, from the first project to the last.
fn name_columns(workbook: &mut Workbook, grid: &Grid, lang: Lang) -> Result<(), XlsxError> {
    let Some(block) = grid.blocks.first().filter(|block| !block.rows.is_empty()) else { return Ok(()) };
    let first = grid.row_of_block(0) + block.heading.depth();
    let last = first + block.rows.len() as u32 - 1;
    for (column, place) in NAMED {
        let letters = address(usize::from(place), 0);
        let letters = letters.trim_end_matches('1');
        let range = format!("='{}'!${letters}${}:${letters}${}", grid.name, first + 1, last + 1);
        workbook.define_name(column.name(lang), &range)?;
    }
    Ok(())
}

/// Created on the as-of day: a fixed date keeps the bytes the same on every run.
fn properties(as_of: Date, lang: Lang) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = as_of.civil();
    let year = u16::try_from(year).unwrap_or(1970).clamp(1900, 9999);
    let (month, day) = (u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1));
    let title = lang.pick("签约项目落地情况", "Follow-up of signed projects");
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new().set_title(title).set_author("luodi").set_creation_datetime(&created))
}

#[cfg(test)]
mod tests;
