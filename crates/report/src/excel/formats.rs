//! The looks of cells (单元格格式): title, header, words, figures.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Readable on every Chinese office; other offices substitute it.
const FONT: &str = "宋体";
const HEADER_BACKGROUND: u32 = 0x00D9_E2F3;

fn plain(size: f64) -> Format {
    Format::new().set_font_name(FONT).set_font_size(size).set_align(FormatAlign::VerticalCenter)
}

fn bordered() -> Format {
    plain(10.5).set_border(FormatBorder::Thin)
}

/// The title over the table.
pub fn title() -> Format {
    plain(16.0).set_bold().set_align(FormatAlign::Center)
}

/// The headline under the title.
pub fn lead() -> Format {
    plain(12.0).set_text_wrap().set_align(FormatAlign::Left).set_indent(1)
}

/// The line above the header, at its left or right end.
pub fn caption(align: FormatAlign) -> Format {
    plain(10.0).set_align(align)
}

/// A header.
pub fn header() -> Format {
    let background = Color::RGB(HEADER_BACKGROUND);
    bordered().set_bold().set_text_wrap().set_align(FormatAlign::Center).set_background_color(background)
}

/// Words. A text that another program could take for a formula is marked as text.
pub fn words(text: &str) -> Format {
    let format = bordered().set_text_wrap().set_align(FormatAlign::Left);
    if looks_like_a_formula(text) { format.set_quote_prefix() } else { format }
}

/// A figure with so many decimals; bold in the row of the whole.
pub fn figure(decimals: usize, is_total: bool) -> Format {
    let pattern = if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) };
    total(bordered().set_align(FormatAlign::Right).set_num_format(pattern), is_total)
}

/// A figure that carries a mark, or a missing one.
pub fn figure_text(is_total: bool) -> Format {
    total(bordered().set_align(FormatAlign::Right), is_total)
}

/// Words of a row, bold in the row of the whole.
pub fn row_words(text: &str, is_total: bool) -> Format {
    total(words(text), is_total)
}

/// A remark under the table.
pub fn note() -> Format {
    plain(10.0).set_align(FormatAlign::Left)
}

fn total(format: Format, is_total: bool) -> Format {
    if is_total { format.set_bold() } else { format }
}

fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
