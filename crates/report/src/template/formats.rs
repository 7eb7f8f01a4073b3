//! The looks of the cells of a template (单元格格式): grey and locked, light yellow and open.

use rust_xlsxwriter::{Color, Format, FormatAlign};

use crate::excel::formats::{caption, heading as column_heading, words};
use crate::template::columns::TemplateColumn;
use crate::template::entry::Entry;

const LOCKED: Color = Color::RGB(0x00F2_F2F2);
const OPEN: Color = Color::RGB(0x00FF_FBE6);
const MISSING: Color = Color::RGB(0x00FF_D966);
const DOUBTFUL: Color = Color::RGB(0x00F8_B8A8);
const ASKED_HEADER: Color = Color::RGB(0x00FF_E699);

/// Who may write into a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Nobody: protected and grey.
    Locked,
    /// The unit: open and light yellow.
    Open,
}

/// A cell of a column.
pub fn cell(column: TemplateColumn, entry: &Entry, access: Access) -> Format {
    let text = if let Entry::Words(text) = entry { text.as_str() } else { "" };
    let format = words(text).set_align(alignment(column));
    let format = match number_format(column, entry) {
        Some(pattern) => format.set_num_format(pattern),
        None => format,
    };
    colored(format, access)
}

/// A heading; those under which something is asked for stand out.
pub fn heading(is_asked_for: bool) -> Format {
    let heading = column_heading();
    if is_asked_for { heading.set_background_color(ASKED_HEADER) } else { heading }
}

/// The sums at the foot.
pub fn total(column: TemplateColumn) -> Format {
    cell(column, &Entry::Empty, Access::Locked).set_bold()
}

/// A place for a name and a signature.
pub fn signature() -> Format {
    caption(FormatAlign::Left).set_unlocked()
}

/// A line of the notes.
pub fn note() -> Format {
    caption(FormatAlign::Left).set_font_size(11.0).set_text_wrap()
}

/// A cell that should be filled in and is not.
pub fn missing() -> Format {
    Format::new().set_background_color(MISSING)
}

/// A value that contradicts another one.
pub fn doubtful() -> Format {
    Format::new().set_background_color(DOUBTFUL)
}

fn colored(format: Format, access: Access) -> Format {
    match access {
        Access::Locked => format.set_background_color(LOCKED),
        Access::Open => format.set_background_color(OPEN).set_unlocked(),
    }
}

const fn alignment(column: TemplateColumn) -> FormatAlign {
    match column {
        _ if column.is_prose() => FormatAlign::Left,
        _ if column.is_amount() => FormatAlign::Right,
        _ => FormatAlign::Center,
    }
}

/// The reader takes from the format of a date how exact it is; amounts show the yuan that they are made of.
const fn number_format(column: TemplateColumn, entry: &Entry) -> Option<&'static str> {
    match entry {
        Entry::Month(_) => Some("yyyy\"年\"m\"月\""),
        _ if column.is_date() => Some("yyyy-mm-dd"),
        _ if column.is_amount() => Some("#,##0.00##"),
        Entry::Empty | Entry::Words(_)
            if matches!(column, TemplateColumn::ProjectName | TemplateColumn::LedgerNo) =>
        {
            Some("@")
        }
        _ => None,
    }
}
