//! The recipe: one workbook to its reading (读取).

use std::panic::{AssertUnwindSafe, catch_unwind};

use model::findings::R106_NO_TABLE;
use model::reading::{Reading, Sheet};

use crate::copies::set_copies_aside;
use crate::dictionary::Dictionary;
use crate::error::ReadError;
use crate::labels::Labels;
use crate::limits::Limits;
use crate::open::open_sheets;
use crate::overrides::Overrides;
use crate::read_sheet::read_sheet;
use crate::refusal::Refusal;
use crate::sheet_reading::SheetReading;

/// Bumped when the understanding of workbooks changes; part of the keys of caches.
pub const RULE_VERSION: u32 = 1;

/// Reads one workbook: its cells, tables, header mapping and records.
///
/// # Errors
/// A file that cannot be read at all is a [`Refusal`] with a finding that says why.
#[expect(
    clippy::result_large_err,
    reason = "a refusal is the exception, and its finding goes straight into a dataset"
)]
pub fn read_workbook(
    bytes: &[u8],
    return_id: &str,
    (dictionary, overrides): (&Dictionary, &Overrides),
    limits: &Limits,
) -> Result<Reading, Refusal> {
    let opened = open_sheets(bytes, limits);
    let (format, sheets) = opened.map_err(|(format, error)| Refusal::new(format, return_id, &error))?;
    let understand = || understand(sheets, format, return_id, dictionary, overrides);
    catch_unwind(AssertUnwindSafe(understand)).map_err(|_| {
        let error = ReadError::ReaderFailed("structure".to_owned());
        Refusal::new(format, return_id, &error)
    })
}

/// Finds the structure in the cells of a workbook.
fn understand(
    mut sheets: Vec<Sheet>,
    format: &str,
    return_id: &str,
    dictionary: &Dictionary,
    overrides: &Overrides,
) -> Reading {
    let mut labels = Labels::new(dictionary, overrides);
    let mut readings: Vec<SheetReading> = Vec::with_capacity(sheets.len());
    for (index, sheet) in sheets.iter().enumerate() {
        labels.enter(&sheet.name);
        readings.push(read_sheet(sheet, return_id, index + 1, &labels));
    }
    let mut reading =
        Reading { return_id: return_id.to_owned(), format: format.to_owned(), ..Reading::default() };
    if !dictionary.keeps_repeated_sheets {
        reading.findings = set_copies_aside(&sheets, &mut readings, return_id, overrides);
    }
    for (sheet, found) in sheets.iter_mut().zip(readings) {
        sheet.cells.iter_mut().zip(found.roles).for_each(|(cell, role)| cell.role = role);
        reading.columns.extend(found.columns);
        reading.records.extend(found.records);
        reading.findings.extend(found.findings);
    }
    if reading.columns.is_empty() {
        let names = sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", ");
        reading.findings.push(R106_NO_TABLE.draft(return_id).raw(&names).finish());
    }
    reading.sheets = sheets;
    reading
}
