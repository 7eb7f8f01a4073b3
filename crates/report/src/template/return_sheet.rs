//! The sheet to be filled in (进展情况表): title, captions, headings, projects, empty rows, sums and signatures.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Formula, ProtectionOptions, Worksheet, XlsxError};

use crate::calendar_words::month_words;
use crate::excel::formats::{caption, title as title_format};
use crate::excel::widths::lines_of;
use crate::lang::Lang;
use crate::template::asked_for::{access, access_of_new_row, is_asked_every_month};
use crate::template::columns::TemplateColumn;
use crate::template::contents::Contents;
use crate::template::entry::Entry;
use crate::template::formats::{cell, heading, signature, total};
use crate::template::highlights::add_highlights;
use crate::template::layout::{CAPTION_ROW, FIRST_ROW, HEADER_ROW, TITLE_ROW};
use crate::template::naming::title;
use crate::template::project_row::ProjectRow;
use crate::template::validations::add_validations;

const PAPER_A3: u8 = 8;
/// The serial number of 1970-01-01.
const DAYS_TO_1970: f64 = 25_569.0;
/// What a sum of nothing shows: it is no zero.
const NOTHING: &str = "—";
/// Longer texts do not fit into a cell.
const LONGEST_TEXT: usize = 32_767;
const LINE_HEIGHT: f64 = 14.0;
const USUAL_LINES: usize = 2;
const USUAL_HEIGHT: f64 = 32.0;
const TALLEST_ROW: f64 = 400.0;

/// Draws the sheet.
pub fn draw_return(sheet: &mut Worksheet, contents: &Contents) -> Result<(), XlsxError> {
    let layout = &contents.layout;
    for (place, column) in layout.placed() {
        sheet.set_column_width(place, column.width())?;
    }
    sheet.set_default_row_height(USUAL_HEIGHT);
    draw_head(sheet, contents)?;
    for (row, project) in (FIRST_ROW..).zip(&contents.projects) {
        for (place, column) in layout.placed() {
            let entry = project.entry(column);
            write(sheet, (row, place), &entry, &cell(column, &entry, access(column, &entry)))?;
        }
        fit_names(sheet, row, project)?;
    }
    for row in FIRST_ROW + layout.n_projects..=layout.last_row() {
        for (place, column) in layout.placed() {
            sheet.write_blank(row, place, &cell(column, &Entry::Empty, access_of_new_row(column)))?;
        }
    }
    draw_total(sheet, contents)?;
    draw_signatures(sheet, contents)?;
    add_validations(sheet, contents)?;
    add_highlights(sheet, contents)?;
    set_up(sheet, contents)
}

fn draw_head(sheet: &mut Worksheet, contents: &Contents) -> Result<(), XlsxError> {
    let last = contents.layout.last_column();
    merge(sheet, TITLE_ROW, (0, last), &title(contents), &title_format())?;
    sheet.set_row_height(TITLE_ROW, 34)?;
    let unit = format!("填报单位：{}", contents.unit_name);
    let month = format!("报告期：{}", month_words(contents.month, Lang::Zh));
    let synthetic = if contents.is_synthetic { "合成样例数据，非真实统计" } else { "" };
    let amounts = format!("单位：{}", contents.amount_unit());
    let middle = last / 2;
    merge(sheet, CAPTION_ROW, (0, 3), &unit, &caption(FormatAlign::Left))?;
    merge(sheet, CAPTION_ROW, (4, middle), &month, &caption(FormatAlign::Center))?;
    merge(sheet, CAPTION_ROW, (middle + 1, last - 2), synthetic, &caption(FormatAlign::Center))?;
    merge(sheet, CAPTION_ROW, (last - 1, last), &amounts, &caption(FormatAlign::Right))?;
    sheet.set_row_height(CAPTION_ROW, 20)?;
    for (place, column) in contents.layout.placed() {
        let unit =
            if column.is_amount() { format!("\n（{}）", contents.amount_unit()) } else { String::new() };
        let text = format!("{}{unit}", column.heading());
        sheet.write_string_with_format(HEADER_ROW, place, text, &heading(is_asked_every_month(column)))?;
    }
    sheet.set_row_height(HEADER_ROW, 48).map(|_| ())
}

/// Sums that nobody has to type: blank where nothing stands above.
fn draw_total(sheet: &mut Worksheet, contents: &Contents) -> Result<(), XlsxError> {
    let layout = &contents.layout;
    let row = layout.total_row();
    for (place, column) in layout.placed() {
        if !column.is_amount() {
            sheet.write_blank(row, place, &total(column))?;
            continue;
        }
        let (first, last) = (layout.cell(column, FIRST_ROW), layout.cell(column, layout.last_row()));
        let formula = Formula::new(format!("IF(COUNT({first}:{last})=0,\"{NOTHING}\",SUM({first}:{last}))"));
        let formula = formula.set_result(stated_sum(contents, column));
        sheet.write_formula_with_format(row, place, formula, &total(column))?;
    }
    sheet.write_string_with_format(
        row,
        layout.place(TemplateColumn::ProjectName),
        "合计",
        &total(TemplateColumn::RowNumber),
    )?;
    sheet.set_row_height(row, 24).map(|_| ())
}

/// What the formula gives before anything is filled in.
fn stated_sum(contents: &Contents, column: TemplateColumn) -> String {
    let amounts: Vec<i64> = contents
        .projects
        .iter()
        .filter_map(|project| match project.entry(column) {
            Entry::Amount(yuan) => Some(yuan),
            _ => None,
        })
        .collect();
    let sum = amounts.iter().fold(0_i64, |sum, yuan| sum.saturating_add(*yuan));
    if amounts.is_empty() { NOTHING.to_owned() } else { ten_thousands(sum).to_string() }
}

fn draw_signatures(sheet: &mut Worksheet, contents: &Contents) -> Result<(), XlsxError> {
    let row = contents.layout.signature_row();
    let last = contents.layout.last_column();
    let quarter = (last + 1) / 4;
    let labels = ["单位负责人：", "填报人：", "联系电话：", "报出日期："];
    for (number, label) in (0_u16..).zip(labels) {
        let end = if number == 3 { last } else { quarter * (number + 1) - 1 };
        merge(sheet, row, (quarter * number, end), label, &signature())?;
    }
    sheet.set_row_height(row, 26).map(|_| ())
}

/// Protected without a password: against slips, not against people.
fn set_up(sheet: &mut Worksheet, contents: &Contents) -> Result<(), XlsxError> {
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        ..ProtectionOptions::default()
    });
    let name = contents.layout.place(TemplateColumn::ProjectName);
    sheet.set_freeze_panes(FIRST_ROW, name + 1)?;
    sheet.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    sheet.set_print_area(0, 0, contents.layout.signature_row(), contents.layout.last_column())?;
    sheet.set_landscape().set_paper_size(PAPER_A3).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    sheet.set_footer("&C第 &P 页，共 &N 页");
    let first = (FIRST_ROW, contents.layout.place(TemplateColumn::Capital));
    sheet.set_selection(first.0, first.1, first.0, first.1).map(|_| ())
}

/// Rows grow by themselves while one types; only names that take more lines than usual set a height.
fn fit_names(sheet: &mut Worksheet, row: u32, project: &ProjectRow) -> Result<(), XlsxError> {
    let columns = [TemplateColumn::ProjectName, TemplateColumn::Investor];
    let lines = columns.into_iter().map(|column| match project.entry(column) {
        Entry::Words(text) => {
            let room = usize::from(column.width()).saturating_sub(1);
            text.lines().map(|line| lines_of(line, room)).sum::<usize>()
        }
        _ => 1,
    });
    let lines = lines.max().unwrap_or(1);
    if lines > USUAL_LINES {
        sheet.set_row_height(row, (4.0 + LINE_HEIGHT * lines as f64).min(TALLEST_ROW))?;
    }
    Ok(())
}

fn write(sheet: &mut Worksheet, at: (u32, u16), entry: &Entry, format: &Format) -> Result<(), XlsxError> {
    let (row, place) = at;
    match entry {
        Entry::Empty => sheet.write_blank(row, place, format)?,
        Entry::Words(text) => sheet.write_string_with_format(row, place, fitting(text), format)?,
        Entry::Number(number) => sheet.write_number_with_format(row, place, *number as f64, format)?,
        Entry::Amount(yuan) => sheet.write_number_with_format(row, place, ten_thousands(*yuan), format)?,
        Entry::Day(day) | Entry::Month(day) if !(1901..=9999).contains(&day.year()) => {
            sheet.write_string_with_format(row, place, day.to_string(), format)? // no cell holds such a day
        }
        Entry::Day(day) | Entry::Month(day) => {
            let serial = ExcelDateTime::from_serial_datetime(f64::from(day.days()) + DAYS_TO_1970)?;
            sheet.write_datetime_with_format(row, place, serial, format)?
        }
    };
    Ok(())
}

/// Full units as ten thousands: four decimals, which a number holds exactly enough to be read back.
fn ten_thousands(yuan: i64) -> f64 {
    yuan as f64 / 10_000.0
}

fn merge(
    sheet: &mut Worksheet,
    row: u32,
    columns: (u16, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.merge_range(row, columns.0, row, columns.1, &fitting(text), format).map(|_| ())
}

fn fitting(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}
