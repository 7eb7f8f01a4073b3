//! The looks of cells (单元格格式): title, headings, words, figures, grounds.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::excel::cell::{Cell, Content, Ground, Place};
use crate::excel::texts::looks_like_a_formula;

/// Readable in every Chinese office; other offices substitute them.
const SONG: &str = "宋体";
const HEI: &str = "黑体";
const FANG_SONG: &str = "仿宋";
const HEADING_GROUND: u32 = 0x00DD_E6F2;
const TOTAL_GROUND: u32 = 0x00F2_F5FA;
const LINK: u32 = 0x001F_4E9E;
const LINE: u32 = 0x007F_7F7F;

fn plain(font: &str, size: f64) -> Format {
    Format::new().set_font_name(font).set_font_size(size).set_align(FormatAlign::VerticalCenter)
}

fn bordered(font: &str, size: f64) -> Format {
    plain(font, size).set_border(FormatBorder::Thin).set_border_color(Color::RGB(LINE))
}

/// The title over the table.
pub fn title() -> Format {
    plain(SONG, 18.0).set_bold().set_align(FormatAlign::Center)
}

/// A sentence under the title.
pub fn lead() -> Format {
    plain(FANG_SONG, 12.0).set_text_wrap().set_align(FormatAlign::Left).set_indent(1)
}

/// The line above the first heading, at its left or right end.
pub fn caption(align: FormatAlign) -> Format {
    plain(SONG, 10.0).set_align(align)
}

/// The line above a further block.
pub fn block_caption() -> Format {
    plain(HEI, 11.0).set_align(FormatAlign::Left)
}

/// A heading.
pub fn heading() -> Format {
    bordered(HEI, 10.5)
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_background_color(Color::RGB(HEADING_GROUND))
}

/// The row of numbers and rules under a heading (栏次).
pub fn rule() -> Format {
    bordered(SONG, 9.0)
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_background_color(Color::RGB(HEADING_GROUND))
}

/// A remark under the table.
pub fn note() -> Format {
    plain(SONG, 9.5).set_text_wrap().set_align(FormatAlign::Left)
}

/// Words in a frame. A text that another program could take for a formula is marked as text.
pub fn words(text: &str) -> Format {
    let format = bordered(SONG, 10.5).set_text_wrap().set_align(FormatAlign::Left);
    if looks_like_a_formula(text) { format.set_quote_prefix() } else { format }
}

/// A cell under a heading.
pub fn body(cell: &Cell) -> Format {
    let format = bordered(SONG, 10.5).set_align(match cell.place {
        Place::Left => FormatAlign::Left,
        Place::Centre => FormatAlign::Center,
        Place::Right => FormatAlign::Right,
    });
    let format = match &cell.content {
        Content::Words(text) if looks_like_a_formula(text) => format.set_text_wrap().set_quote_prefix(),
        Content::Words(_) => format.set_text_wrap(),
        _ => format,
    };
    let format = if cell.pattern.is_empty() { format } else { format.set_num_format(&cell.pattern) };
    let format = if cell.is_total { format.set_bold() } else { format };
    let format = if cell.target.is_some() { format.set_font_color(Color::RGB(LINK)) } else { format };
    match ground(cell) {
        Some(colour) => format.set_background_color(Color::RGB(colour)),
        None => format,
    }
}

fn ground(cell: &Cell) -> Option<u32> {
    match cell.ground {
        Ground::Red => Some(0x00F8_CBC6),
        Ground::Yellow => Some(0x00FF_EB9C),
        Ground::Green => Some(0x00D5_EBD0),
        Ground::Grey => Some(0x00EC_ECEC),
        Ground::Plain => cell.is_total.then_some(TOTAL_GROUND),
    }
}
