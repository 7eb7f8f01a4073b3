//! Draws one table on one sheet the Chinese way (中国式报表): merged title, unit line, borders, print set-up.

use rust_xlsxwriter::{FormatAlign, Worksheet, XlsxError};

use crate::excel::formats;
use crate::excel::widths::{PADDING, column_widths, lines_of, width_of};
use crate::lang::Lang;
use crate::table::{Align, ReportTable};

const PAPER_A4: u8 = 9;
/// Longer texts do not fit into a cell.
const LONGEST_TEXT: usize = 32_767;
const LEAD_LINE_HEIGHT: f64 = 18.0;
const LINE_HEIGHT: f64 = 14.0;
const ROW_PADDING: f64 = 4.0;

/// What stands around the table.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The language of title and headers.
    pub lang: Lang,
    /// A sentence under the title.
    pub lead: Option<String>,
    /// Left of the line above the header.
    pub left: String,
    /// Right of the line above the header.
    pub right: String,
}

/// Title, sentence, unit line, header, rows, notes, and how it is printed.
pub fn draw_table(sheet: &mut Worksheet, table: &ReportTable, frame: &Frame) -> Result<(), XlsxError> {
    let widths = column_widths(table, narrowest(table, frame), frame.lang);
    for (column, width) in (0_u16..).zip(&widths) {
        sheet.set_column_width(column, *width as f64)?;
    }
    let header_row = draw_head(sheet, table, frame, widths.iter().sum())?;
    let headers: Vec<&str> = table.columns.iter().map(|column| column.header(frame.lang)).collect();
    sheet.set_row_height(header_row, height_of(&headers, &widths))?;
    for (column, declared) in (0_u16..).zip(&table.columns) {
        write_text(sheet, header_row, column, declared.header(frame.lang), &formats::header())?;
    }
    let mut row = header_row + 1;
    for texts in &table.rows {
        draw_row(sheet, row, table, texts)?;
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        sheet.set_row_height(row, height_of(&texts, &widths))?;
        row += 1;
    }
    for note in &table.notes {
        write_text(sheet, row, 0, note, &formats::note())?;
        row += 1;
    }
    set_up_page(sheet, header_row, frame.lang)
}

/// The height of a row in which every text is wrapped within its column; not every office finds it by itself.
fn height_of(texts: &[&str], widths: &[usize]) -> f64 {
    let lines = texts.iter().zip(widths).map(|(text, width)| {
        let room = width.saturating_sub(PADDING);
        text.lines().map(|line| lines_of(line, room)).sum::<usize>()
    });
    ROW_PADDING + LINE_HEIGHT * lines.max().unwrap_or(1).max(1) as f64
}

/// The room that the title, in larger letters, and the two ends of the line above the header need.
fn narrowest(table: &ReportTable, frame: &Frame) -> usize {
    let title = width_of(table.title(frame.lang)) * 8 / 5 + 4;
    let captions = 2 * width_of(&frame.left).max(width_of(&frame.right)) + 4;
    title.max(captions)
}

/// Everything above the header; gives the row of the header.
fn draw_head(
    sheet: &mut Worksheet,
    table: &ReportTable,
    frame: &Frame,
    width: usize,
) -> Result<u32, XlsxError> {
    let last = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    write_merged(sheet, 0, 0, last, table.title(frame.lang), &formats::title())?;
    sheet.set_row_height(0, 30)?;
    let mut row = 1;
    if let Some(lead) = &frame.lead {
        write_merged(sheet, row, 0, last, lead, &formats::lead())?;
        sheet.set_row_height(row, LEAD_LINE_HEIGHT * (lines_of(lead, width) + 1) as f64)?;
        row += 1;
    }
    let middle = last / 2;
    write_merged(sheet, row, 0, middle, &frame.left, &formats::caption(FormatAlign::Left))?;
    if middle < last {
        write_merged(sheet, row, middle + 1, last, &frame.right, &formats::caption(FormatAlign::Right))?;
    }
    Ok(row + 1)
}

fn draw_row(sheet: &mut Worksheet, row: u32, table: &ReportTable, texts: &[String]) -> Result<(), XlsxError> {
    let is_total = texts.iter().any(|text| matches!(text.as_str(), "合计" | "total"));
    for ((column, text), declared) in (0_u16..).zip(texts).zip(&table.columns) {
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        match (declared.align, number) {
            (Align::Right, Some(number)) => {
                let format = formats::figure(decimals(text), is_total);
                sheet.write_number_with_format(row, column, number, &format)?;
            }
            (Align::Right, None) => write_text(sheet, row, column, text, &formats::figure_text(is_total))?,
            (Align::Left, _) => write_text(sheet, row, column, text, &formats::row_words(text, is_total))?,
        }
    }
    Ok(())
}

fn decimals(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// A text stays a text, whatever it begins with.
fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, column, fitting(text), format).map(|_| ())
}

fn write_merged(
    sheet: &mut Worksheet,
    row: u32,
    first: u16,
    last: u16,
    text: &str,
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    if first == last {
        return write_text(sheet, row, first, text, format);
    }
    sheet.merge_range(row, first, row, last, &fitting(text), format).map(|_| ())
}

/// The part of a text that fits into a cell.
fn fitting(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

fn set_up_page(sheet: &mut Worksheet, header_row: u32, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(header_row + 1, 1)?;
    sheet.set_repeat_rows(header_row, header_row)?;
    sheet.set_landscape().set_paper_size(PAPER_A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    sheet.set_footer(lang.pick("&C第 &P 页，共 &N 页", "&CPage &P of &N"));
    Ok(())
}
