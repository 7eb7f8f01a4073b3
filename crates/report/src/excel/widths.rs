//! Widths of columns (列宽): Chinese characters take two places, long texts are wrapped.

use unicode_width::UnicodeWidthStr;

use crate::lang::Lang;
use crate::table::ReportTable;

/// No column is narrower or wider than this, in characters.
const NARROWEST: usize = 6;
const WIDEST: usize = 44;
/// What borders and padding take.
pub const PADDING: usize = 2;
/// A header may stand in so many lines.
const HEADER_LINES: usize = 3;

/// The width of each column, in characters of the standard font; all together at least `narrowest_table`.
pub fn column_widths(table: &ReportTable, narrowest_table: usize, lang: Lang) -> Vec<usize> {
    let headers = table.columns.iter().map(|column| column.header(lang).width().div_ceil(HEADER_LINES));
    let mut widths: Vec<usize> = headers.collect();
    for row in &table.rows {
        for (width, text) in widths.iter_mut().zip(row) {
            *width = (*width).max(longest_line(text));
        }
    }
    let widths: Vec<usize> =
        widths.into_iter().map(|width| (width + PADDING).clamp(NARROWEST, WIDEST)).collect();
    let lacking = narrowest_table.saturating_sub(widths.iter().sum());
    let more = lacking.div_ceil(widths.len().max(1));
    widths.into_iter().map(|width| width + more).collect()
}

/// How many characters a text takes; a Chinese one takes two.
pub fn width_of(text: &str) -> usize {
    text.width()
}

/// How many lines a text takes in a merged cell of so many characters.
pub fn lines_of(text: &str, width: usize) -> usize {
    text.width().div_ceil(width.max(1)).max(1)
}

fn longest_line(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::ReportColumn;

    #[test]
    fn chinese_texts_get_the_room_they_need() {
        let table = ReportTable {
            title_zh: String::new(),
            title_en: String::new(),
            notes: Vec::new(),
            columns: vec![ReportColumn::words("区县", "unit"), ReportColumn::words("说明", "message")],
            rows: vec![vec!["石柱土家族自治县".to_owned(), "长".repeat(500)]],
        };
        assert_eq!(column_widths(&table, 0, Lang::Zh), [18, WIDEST]);
        assert_eq!(column_widths(&table, 100, Lang::Zh), [18 + 19, WIDEST + 19]);
        assert_eq!(lines_of("", 10), 1);
        assert_eq!(lines_of("一二三四五六", 10), 2);
    }
}
