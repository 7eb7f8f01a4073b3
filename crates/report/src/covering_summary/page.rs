//! Draws the page of a covering summary (反馈说明版面): sentences and small tables, one below the other, on A4.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use crate::excel::formats;
use crate::excel::widths::lines_of;

/// Columns, in characters; tables merge them as they need.
const WIDTHS: [usize; 5] = [12, 46, 11, 11, 20];
const PAPER_A4: u8 = 9;
const LINE_HEIGHT: usize = 15;
const LONGEST_TEXT: usize = 32_767;

/// One line of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    /// The title.
    Title(String),
    /// A sentence over the whole width.
    Words(String),
    /// The heading of a table.
    Heading(String),
    /// The headers of a table, each over so many columns.
    Headers(Vec<(u16, String)>),
    /// A row of a table, each text over so many columns.
    Row(Vec<(u16, String)>),
}

/// Draws the lines and sets the page up for printing.
pub(crate) fn draw_page(sheet: &mut Worksheet, lines: &[Line]) -> Result<(), XlsxError> {
    for (column, width) in (0_u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width as f64)?;
    }
    let whole = u16::try_from(WIDTHS.len()).unwrap_or(1);
    for (row, line) in (0_u32..).zip(lines) {
        match line {
            Line::Title(text) => draw_row(sheet, row, &[(whole, text.clone())], |_| formats::title())?,
            Line::Words(text) => draw_row(sheet, row, &[(whole, text.clone())], |_| words())?,
            Line::Heading(text) => draw_row(sheet, row, &[(whole, text.clone())], |_| words().set_bold())?,
            Line::Headers(texts) => draw_row(sheet, row, texts, |_| formats::heading())?,
            Line::Row(texts) => draw_row(sheet, row, texts, row_words)?,
        }
    }
    sheet.set_paper_size(PAPER_A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3).set_screen_gridlines(false);
    Ok(())
}

fn words() -> Format {
    formats::lead().set_align(FormatAlign::VerticalCenter)
}

/// Counts stand in the middle.
fn row_words(text: &str) -> Format {
    let is_count = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if is_count { formats::words(text).set_align(FormatAlign::Center) } else { formats::words(text) }
}

fn draw_row(
    sheet: &mut Worksheet,
    row: u32,
    texts: &[(u16, String)],
    format: impl Fn(&str) -> Format,
) -> Result<(), XlsxError> {
    let (mut column, mut n_lines) = (0_u16, 1);
    for (n_columns, text) in texts {
        let text: String = text.chars().take(LONGEST_TEXT).collect();
        let format = format(&text);
        let last = column.saturating_add(*n_columns).saturating_sub(1);
        let spanned = WIDTHS.iter().skip(column.into()).take((*n_columns).into());
        let width: usize = spanned.sum();
        if last > column {
            sheet.merge_range(row, column, row, last, &text, &format)?;
        } else {
            sheet.write_string_with_format(row, column, &text, &format)?;
        }
        n_lines = n_lines.max(lines_of(&text, width.saturating_sub(3)));
        column = last.saturating_add(1);
    }
    sheet.set_row_height(row, (n_lines * LINE_HEIGHT + 8) as f64)?;
    Ok(())
}
