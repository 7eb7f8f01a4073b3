//! A copy of a return that cannot take marks itself (重建工作簿): its cells at their addresses, in an .xlsx.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::cells::CellRow;
use model::date::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::annotated::rebuilt_cells::{merge_cells, write_cell};
use crate::annotated::rebuilt_grid::{frame_blanks, hidden_columns, hidden_rows, set_sizes};
use crate::lang::Lang;

/// The longest sheet name that Excel takes.
const LONGEST_NAME: usize = 31;
const PAPER_A4: u8 = 9;

/// A copy of a return.
pub(crate) struct Rebuilt {
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// Names of its sheets by those that they had.
    pub(crate) renamed: BTreeMap<String, String>,
}

/// Writes the cells of a return into a workbook of its own.
pub(crate) fn rebuild(cells: &[CellRow], period: Option<Date>, lang: Lang) -> Result<Rebuilt, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(period)?);
    let (mut renamed, mut taken) = (BTreeMap::new(), BTreeSet::new());
    let mut sheets = by_sheet(cells);
    let is_all_hidden = sheets.iter().all(|(_, cells)| cells.iter().all(|cell| cell.hidden));
    if sheets.is_empty() {
        sheets.push((lang.pick("原表", "return"), Vec::new()));
    }
    for (name, cells) in sheets {
        let new_name = free_name(name, &mut taken);
        let sheet = workbook.add_worksheet();
        sheet.set_name(&new_name)?;
        let is_hidden = !cells.is_empty() && cells.iter().all(|cell| cell.hidden);
        write_sheet(sheet, &cells, is_hidden)?;
        if is_hidden && !is_all_hidden {
            sheet.set_hidden(true);
        }
        renamed.insert(name.to_owned(), new_name);
    }
    Ok(Rebuilt { bytes: workbook.save_to_buffer()?, renamed })
}

/// The cells of every sheet, sheets in the order in which they come.
fn by_sheet(cells: &[CellRow]) -> Vec<(&str, Vec<&CellRow>)> {
    let mut sheets: Vec<(&str, Vec<&CellRow>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in cells {
        let place = *places.entry(&cell.sheet).or_insert(sheets.len());
        match sheets.get_mut(place) {
            Some((_, of_sheet)) => of_sheet.push(cell),
            None => sheets.push((&cell.sheet, vec![cell])),
        }
    }
    sheets
}

fn write_sheet(sheet: &mut Worksheet, cells: &[&CellRow], is_hidden: bool) -> Result<(), XlsxError> {
    let merged = merge_cells(sheet, cells)?;
    for cell in cells {
        write_cell(sheet, cell)?;
    }
    frame_blanks(sheet, cells, &merged)?;
    set_sizes(sheet, cells)?;
    sheet.set_landscape().set_paper_size(PAPER_A4).set_print_fit_to_pages(1, 0);
    if !is_hidden {
        let rows = hidden_rows(cells);
        for row in &rows {
            sheet.set_row_hidden(*row)?;
        }
        for column in hidden_columns(cells, &rows) {
            sheet.set_column_hidden(column)?;
        }
    }
    Ok(())
}

/// A name that Excel takes and that no other sheet has.
fn free_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let is_plain = |c: char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !c.is_control();
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let plain = plain.trim_matches('\'').trim();
    let plain = if plain.is_empty() || plain.eq_ignore_ascii_case("history") { "Sheet" } else { plain };
    let with = |ending: &str| format!("{}{ending}", cut(plain, LONGEST_NAME - ending.len()));
    let mut candidate = with("");
    let mut number = 2;
    while !taken.insert(candidate.to_lowercase()) {
        candidate = with(&format!("({number})"));
        number += 1;
    }
    candidate
}

/// The beginning of a text, as long as so many UTF-16 units.
fn cut(text: &str, most: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= most
    };
    text.chars().take_while(fits).collect()
}

/// A fixed day keeps the bytes the same on every run.
fn properties(period: Option<Date>) -> Result<DocProperties, XlsxError> {
    let (year, month, day) = period.unwrap_or_default().civil();
    let year = u16::try_from(year).unwrap_or(1970).clamp(1900, 9999);
    let (month, day) = (u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1));
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(DocProperties::new().set_author("luodi").set_creation_datetime(&created))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_get_names_that_excel_takes() {
        let mut taken = BTreeSet::new();
        let mut check = |name: &str, expected: &str| assert_eq!(free_name(name, &mut taken), expected);
        check("台账", "台账");
        check("台账", "台账(2)");
        check("a/b:c", "a_b_c");
        check("'", "Sheet");
        check("", "Sheet(2)");
        check(&"长".repeat(40), &"长".repeat(31));
        check(&"长".repeat(41), &format!("{}(2)", "长".repeat(28)));
    }
}
