//! Writes a workbook as .xlsx, the same bytes every time: the creation date is fixed.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet,
    XlsxError,
};

use crate::book::{Book, Content, Page};

/// The bytes of the workbook.
pub(crate) fn write_book(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2020, 1, 1)?;
    let properties = DocProperties::new().set_author("luodi samples").set_comment("synthetic data");
    workbook.set_properties(&properties.set_creation_datetime(&created));
    let mut formats = BTreeMap::new();
    for page in &book.pages {
        write_page(workbook.add_worksheet(), page, &mut formats)?;
    }
    workbook.save_to_buffer()
}

fn write_page(
    sheet: &mut Worksheet,
    page: &Page,
    formats: &mut BTreeMap<&'static str, Format>,
) -> Result<(), XlsxError> {
    sheet.set_name(&page.name)?;
    sheet.set_hidden(page.hidden);
    let centred = Format::new().set_align(FormatAlign::Center).set_text_wrap();
    for area in &page.merges {
        let (first, last) = (area.first, area.last);
        sheet.merge_range(first.row - 1, column(first.col), last.row - 1, column(last.col), "", &centred)?;
    }
    for (row, col, content) in &page.cells {
        write_cell(sheet, *row - 1, column(*col), content, formats)?;
    }
    for row in &page.hidden_rows {
        sheet.set_row_hidden(row - 1)?;
    }
    for col in &page.hidden_columns {
        sheet.set_column_hidden(column(*col))?;
    }
    for (area, source) in &page.drop_downs {
        let list = DataValidation::new().allow_list_formula(Formula::new(source));
        let (first, last) = (area.first, area.last);
        sheet.add_data_validation(first.row - 1, column(first.col), last.row - 1, column(last.col), &list)?;
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    content: &Content,
    formats: &mut BTreeMap<&'static str, Format>,
) -> Result<(), XlsxError> {
    let mut shaped = |shape: &'static str| {
        formats.entry(shape).or_insert_with(|| Format::new().set_num_format(shape)).clone()
    };
    match content {
        Content::Text(text) => sheet.write_string(row, col, text)?,
        Content::Number(number) => sheet.write_number(row, col, *number)?,
        Content::Shaped(number, shape) => {
            sheet.write_number_with_format(row, col, *number, &shaped(shape))?
        }
        Content::Date(day, shape) => {
            let serial = f64::from(day.days() + 25_569);
            sheet.write_number_with_format(row, col, serial, &shaped(shape))?
        }
        Content::Formula(formula, result) => {
            sheet.write_formula(row, col, Formula::new(formula).set_result(result.to_string()))?
        }
    };
    Ok(())
}

/// A column from 0, as the writer counts.
fn column(col: u32) -> u16 {
    u16::try_from(col.saturating_sub(1)).unwrap_or(u16::MAX)
}
