//! Widths of columns and heights of rows (列宽行高): Chinese characters take two places, long texts are wrapped.

use unicode_width::UnicodeWidthStr;

use crate::excel::cell::{Cell, Content};
use crate::excel::grid::{Block, Grid};

/// No column is narrower or wider than this, in characters.
const NARROWEST: usize = 5;
const WIDEST: usize = 44;
/// What borders and padding take.
const PADDING: usize = 2;
/// A heading may stand in so many lines.
const HEADING_LINES: usize = 3;
/// A sheet is at least so wide, so that its title and its captions have room.
const NARROWEST_SHEET: usize = 64;
/// Figures have a few signs that the printed text lacks.
const FIGURE_ROOM: usize = 1;
/// More lines than this are not shown at once.
const MOST_LINES: usize = 12;

/// The width of each column, in characters of the standard font; all together wide enough for title and captions.
pub fn column_widths(grid: &Grid) -> Vec<usize> {
    let mut widths = vec![NARROWEST; grid.n_columns()];
    for block in &grid.blocks {
        for (width, needed) in widths.iter_mut().zip(widths_of(block)) {
            *width = (*width).max(needed);
        }
    }
    let lacking = narrowest_sheet(grid).saturating_sub(widths.iter().sum());
    let more = lacking.div_ceil(widths.len().max(1));
    widths.into_iter().map(|width| width + more).collect()
}

/// The lines that a row takes when every text is wrapped within its column; not every office finds it by itself.
pub fn lines_of_row<'a>(texts: impl Iterator<Item = &'a str>, widths: &[usize]) -> usize {
    let lines = texts.zip(widths).map(|(text, width)| {
        let room = width.saturating_sub(PADDING);
        text.lines().map(|line| lines_of(line, room)).sum::<usize>()
    });
    lines.max().unwrap_or(1).clamp(1, MOST_LINES)
}

/// How many lines a text takes in so many characters.
pub fn lines_of(text: &str, width: usize) -> usize {
    text.width().div_ceil(width.max(1)).max(1)
}

fn widths_of(block: &Block) -> Vec<usize> {
    let headings = block.heading.columns.iter();
    let mut widths: Vec<usize> =
        headings.map(|column| column.name.width().div_ceil(HEADING_LINES).max(column.rule.width())).collect();
    for row in &block.rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(width_of(cell));
        }
    }
    widths.into_iter().map(|width| (width + PADDING).clamp(NARROWEST, WIDEST)).collect()
}

fn width_of(cell: &Cell) -> usize {
    let shown = cell.shown();
    match cell.content {
        Content::Blank => 0,
        Content::Words(_) => shown.lines().map(UnicodeWidthStr::width).max().unwrap_or(0),
        Content::Number(_) | Content::Formula { .. } if cell.pattern.contains(',') => shown.len() * 4 / 3,
        Content::Number(_) | Content::Formula { .. } => shown.len() + FIGURE_ROOM,
    }
}

/// The title stands in larger letters; the captions share a line.
fn narrowest_sheet(grid: &Grid) -> usize {
    let title = grid.title.width() * 9 / 5 + 4;
    let captions = 2 * grid.left.width().max(grid.right.width()) + 4;
    title.max(captions).max(NARROWEST_SHEET)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::excel::grid::Heading;

    #[test]
    fn chinese_texts_get_the_room_they_need() {
        let row = vec![Cell::words("石柱土家族自治县"), Cell::words("长".repeat(500)), Cell::count(7)];
        let heading = Heading::of(["区县", "说明", "项目数（个）"]);
        let grid =
            Grid { blocks: vec![Block { heading, rows: vec![row], ..Block::default() }], ..Grid::default() };
        assert_eq!(column_widths(&grid), [18, WIDEST, 6]);
        let wide = Grid { title: "长".repeat(30), ..grid };
        assert_eq!(column_widths(&wide).iter().sum::<usize>(), 113);
        assert_eq!(lines_of("", 10), 1);
        assert_eq!(lines_of("一二三四五六", 10), 2);
        assert_eq!(lines_of_row(["一二三四五六", "a\nb\nc"].into_iter(), &[12, 40]), 3);
    }
}
