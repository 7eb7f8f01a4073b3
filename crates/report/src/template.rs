//! The pre-filled workbook of a unit for a month (预填模板): what is known stands in locked cells, what is asked for is empty.
//!
//! Its headings, words and number formats are those that the reader takes word for word, so that what comes back is read
//! without a guess: [`columns`] holds the headings, [`stage_words`] the words of the drop-down.

pub mod asked_for;
pub mod columns;
pub mod contents;
pub mod entry;
#[cfg(test)]
mod fixture;
pub mod formats;
pub mod highlights;
pub mod instructions;
pub mod last_reported;
pub mod layout;
pub mod naming;
pub mod project_row;
pub mod project_rows;
pub mod return_sheet;
pub mod stage_words;
pub mod validations;
#[cfg(test)]
mod workbook_tests;

use model::date::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::error::ReportError;
use crate::release::Release;
use crate::template::contents::Contents;
use crate::template::instructions::draw_instructions;
use crate::template::naming::{file_name, title};
use crate::template::return_sheet::draw_return;

/// A workbook to be sent to a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Name of the file: unit and month, as the reader finds them.
    pub file_name: String,
    /// The workbook.
    pub bytes: Vec<u8>,
}

/// The template of a unit for the month of a day: the same release gives the same bytes.
///
/// A unit of `units.csv` without projects gets an empty form: for what it signs, and as its nil return (零报告).
/// Missing: the unit does not exist in that month and has no project, or there is no such month in a workbook.
pub fn write_template(
    release: &Release<'_>,
    unit_code: &str,
    month: Date,
) -> Result<Option<Template>, ReportError> {
    let Some(contents) = Contents::of(release, unit_code, month) else { return Ok(None) };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&contents).map_err(ReportError::Pack)?);
    let (sheet_name, notes_name) = sheet_names(&contents);
    let refused = |sheet: &str| {
        let sheet = sheet.to_owned();
        move |source| ReportError::Sheet { sheet, source }
    };
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name).map_err(refused(sheet_name))?;
    draw_return(sheet, &contents).map_err(refused(sheet_name))?;
    let notes = workbook.add_worksheet();
    notes.set_name(notes_name).map_err(refused(notes_name))?;
    draw_instructions(notes, &contents).map_err(refused(notes_name))?;
    let bytes = workbook.save_to_buffer().map_err(ReportError::Pack)?;
    Ok(Some(Template { file_name: file_name(&contents), bytes }))
}

/// The sheet to be filled in is Chinese in every language: its words are what the reader knows.
const fn sheet_names(contents: &Contents) -> (&'static str, &'static str) {
    ("进展情况表", contents.lang.pick("填报说明", "Instructions"))
}

/// Created on the last day of the month: a fixed date keeps the bytes the same on every run.
fn properties(contents: &Contents) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = contents.month.civil();
    let year = u16::try_from(year).unwrap_or(1970);
    let (month, day) = (u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1));
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new().set_title(title(contents)).set_author("luodi").set_creation_datetime(&created))
}
