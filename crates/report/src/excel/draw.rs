//! Draws one sheet the Chinese way (中国式报表): merged title and headings, unit line, borders, frozen panes, charts.

use rust_xlsxwriter::{Format, FormatAlign, Formula, Url, Worksheet, XlsxError};

use crate::excel::cell::{Cell, Content};
use crate::excel::formats;
use crate::excel::grid::{Block, Grid, Heading};
use crate::excel::page::set_up_page;
use crate::excel::texts::cell_text;
use crate::excel::widths::{column_widths, lines_of, lines_of_row};
use crate::lang::Lang;

const TITLE_HEIGHT: f64 = 32.0;
const LEAD_LINE_HEIGHT: f64 = 17.0;
const LINE_HEIGHT: f64 = 14.0;
const ROW_PADDING: f64 = 5.0;

/// Title, sentences, unit line, blocks, charts, and how it is printed.
pub fn draw_grid(
    sheet: &mut Worksheet,
    grid: &Grid,
    is_synthetic: bool,
    lang: Lang,
) -> Result<(), XlsxError> {
    let widths = column_widths(grid);
    for (column, width) in (0_u16..).zip(&widths) {
        sheet.set_column_width(column, *width as f64)?;
    }
    draw_head(sheet, grid, &widths)?;
    for (place, block) in grid.blocks.iter().enumerate() {
        draw_block(sheet, grid.row_of_block(place), block, &widths)?;
    }
    for placed in &grid.charts {
        sheet.insert_chart_with_offset(placed.row, 0, &placed.chart, placed.x, 0)?;
    }
    let (first, under) = grid.heading_rows(0);
    let frozen_rows = if grid.longest_block() == 0 { under } else { 0 };
    sheet.set_freeze_panes(frozen_rows, grid.frozen_columns)?;
    if let (true, Some(block)) = (grid.filtered, grid.blocks.first().filter(|block| !block.rows.is_empty())) {
        let last = last_column(block.heading.columns.len());
        sheet.autofilter(first, 0, under - 1 + block.rows.len() as u32, last)?;
    }
    set_up_page(sheet, grid, is_synthetic, lang)
}

/// Everything above the first heading.
fn draw_head(sheet: &mut Worksheet, grid: &Grid, widths: &[usize]) -> Result<(), XlsxError> {
    let last = last_column(grid.n_columns());
    write_merged(sheet, (0, 0, 0, last), &grid.title, &formats::title())?;
    sheet.set_row_height(0, TITLE_HEIGHT)?;
    let width: usize = widths.iter().sum();
    for (row, lead) in (1..).zip(&grid.leads) {
        write_merged(sheet, (row, 0, row, last), lead, &formats::lead())?;
        let lines = lines_of(lead, width.saturating_mul(5) / 6) as f64;
        sheet.set_row_height(row, LEAD_LINE_HEIGHT * lines + ROW_PADDING)?;
    }
    let row = grid.row_of_block(0) - 1;
    let middle = last / 2;
    write_merged(sheet, (row, 0, row, middle), &grid.left, &formats::caption(FormatAlign::Left))?;
    if middle < last {
        let right = formats::caption(FormatAlign::Right);
        write_merged(sheet, (row, middle + 1, row, last), &grid.right, &right)?;
    }
    Ok(())
}

fn draw_block(
    sheet: &mut Worksheet,
    first_row: u32,
    block: &Block,
    widths: &[usize],
) -> Result<(), XlsxError> {
    let mut row = first_row;
    if !block.caption.is_empty() {
        write_text(sheet, row, 0, &block.caption, &formats::block_caption())?;
        row += 1;
    }
    draw_heading(sheet, row, &block.heading, widths)?;
    row += block.heading.depth();
    for cells in &block.rows {
        for (column, cell) in (0_u16..).zip(cells) {
            draw_cell(sheet, row, column, cell)?;
        }
        set_height(sheet, row, lines_of_row(cells.iter().map(wrapped), widths))?;
        row += 1;
    }
    let last = last_column(widths.len());
    for note in &block.notes {
        write_merged(sheet, (row, 0, row, last), note, &formats::note())?;
        set_height(sheet, row, lines_of(note, widths.iter().sum()))?;
        row += 1;
    }
    Ok(())
}

/// Figures are never wrapped.
fn wrapped(cell: &Cell) -> &str {
    if matches!(cell.content, Content::Words(_)) { cell.shown() } else { "" }
}

fn draw_heading(
    sheet: &mut Worksheet,
    row: u32,
    heading: &Heading,
    widths: &[usize],
) -> Result<(), XlsxError> {
    let names_row = row + u32::from(heading.has_groups());
    let format = formats::heading();
    let mut column = 0;
    for group in heading.columns.chunk_by(|left, right| !left.group.is_empty() && left.group == right.group) {
        let (first, last) = (column, column + last_column(group.len()));
        column = last + 1;
        let shared = group.first().map_or("", |column| column.group.as_str());
        if !shared.is_empty() {
            write_merged(sheet, (row, first, row, last), shared, &format)?;
        }
        let top = if shared.is_empty() { row } else { names_row };
        for (column, declared) in (first..).zip(group) {
            write_merged(sheet, (top, column, names_row, column), &declared.name, &format)?;
            if heading.has_rules() {
                write_text(sheet, names_row + 1, column, &declared.rule, &formats::rule())?;
            }
        }
    }
    let names = heading.columns.iter().map(|column| column.name.as_str());
    set_height(sheet, names_row, lines_of_row(names, widths))
}

fn draw_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    let format = formats::body(cell);
    if let Some(target) = &cell.target {
        let place = format!("internal:'{}'!A{}", target.sheet, target.row + 1);
        sheet.write_url_with_format(row, column, Url::new(place).set_text("→"), &format)?;
    }
    match &cell.content {
        Content::Blank => sheet.write_blank(row, column, &format).map(|_| ()),
        Content::Words(text) => write_text(sheet, row, column, text, &format),
        Content::Number(printed) => {
            let number = printed.parse::<f64>().unwrap_or_default();
            sheet.write_number_with_format(row, column, number, &format).map(|_| ())
        }
        Content::Formula { formula, result } => {
            let formula = Formula::new(formula.as_str()).set_result(plain_number(result));
            sheet.write_formula_with_format(row, column, formula, &format).map(|_| ())
        }
    }
}

/// `75.0` is stored as `75`, as a program stores it that recomputes.
fn plain_number(printed: &str) -> String {
    printed.parse::<f64>().map_or_else(|_| printed.to_owned(), |number| number.to_string())
}

fn set_height(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), XlsxError> {
    sheet.set_row_height(row, ROW_PADDING + LINE_HEIGHT * lines as f64).map(|_| ())
}

/// A text stays a text, whatever it begins with.
fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, column, cell_text(text), format).map(|_| ())
}

fn write_merged(
    sheet: &mut Worksheet,
    (top, left, bottom, right): (u32, u16, u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if (top, left) == (bottom, right) {
        return write_text(sheet, top, left, text, format);
    }
    sheet.merge_range(top, left, bottom, right, &cell_text(text), format).map(|_| ())
}

fn last_column(n_columns: usize) -> u16 {
    u16::try_from(n_columns).unwrap_or(u16::MAX).saturating_sub(1)
}
