//! How a sheet is printed (打印设置): A4 landscape, fitted to the width, headings on every page, numbered pages.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::excel::grid::Grid;
use crate::lang::Lang;

const PAPER_A4: u8 = 9;

/// Sets up the page; the heading comes again on every page, and what stays on the left where it is several pages wide.
pub fn set_up_page(
    sheet: &mut Worksheet,
    grid: &Grid,
    is_synthetic: bool,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (first, under) = grid.heading_rows(grid.longest_block());
    sheet.set_repeat_rows(first, under - 1)?;
    if let (true, Some(last)) = (grid.pages.0 > 1, grid.frozen_columns.checked_sub(1)) {
        sheet.set_repeat_columns(0, last)?;
    }
    sheet.set_landscape().set_paper_size(PAPER_A4).set_print_fit_to_pages(grid.pages.0, grid.pages.1);
    sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    let pages = lang.pick("&C第 &P 页 共 &N 页", "&CPage &P of &N");
    let synthetic = if is_synthetic { synthetic_words(lang) } else { "" };
    sheet.set_footer(format!("&L&8{synthetic}{pages}"));
    Ok(())
}

/// What every page and sheet of synthetic data says.
pub const fn synthetic_words(lang: Lang) -> &'static str {
    lang.pick("合成样例数据，非真实统计", "synthetic sample data, not real figures")
}
