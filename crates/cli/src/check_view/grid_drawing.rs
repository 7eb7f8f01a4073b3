//! Draws a few cells around a cell (单元格图): numbers of rows, letters of columns, headings, the cell underlined.

use pipeline::check::checked::{CellGrid, GridRow};
use unicode_width::UnicodeWidthStr;

use crate::text_width::{cut, padded};

/// Columns that the text of a neighbour may take.
const NEIGHBOUR: usize = 16;

/// Columns that the text of the cell itself may take.
const HEART: usize = 30;

/// Draws a grid, without a line end behind it. `^^^` stands below the cell, `---` below the other cell that it
/// contradicts.
pub(crate) fn draw_grid(grid: &CellGrid) -> String {
    let widths: Vec<usize> = (0..grid.columns.len()).map(|index| column_width(grid, index)).collect();
    let gutter = grid.rows.iter().map(|row| row.row.to_string().len()).max().unwrap_or(1);
    let line = |mark: &str, texts: &[String]| {
        let cells = texts.iter().zip(&widths).zip(gaps(grid));
        let cells: String =
            cells.map(|((text, width), gap)| format!("{gap} {} |", padded(text, *width))).collect();
        format!("{} |{cells}", padded(mark, gutter + 2))
    };
    let letters: Vec<String> = grid.columns.iter().map(|column| column.letters.clone()).collect();
    let mut lines = vec![line("", &letters)];
    if grid.columns.iter().any(|column| !column.header.is_empty()) {
        let headers =
            grid.columns.iter().zip(&widths).map(|(column, width)| cut(leaf(&column.header), *width));
        lines.push(line("", &headers.collect::<Vec<_>>()));
    }
    lines.push(ruler(&widths, &gaps(grid), gutter));
    let mut last: Option<u32> = None;
    for row in &grid.rows {
        if last.is_some_and(|last| last + 1 < row.row) {
            lines.push(format!("{}…", " ".repeat(gutter.saturating_sub(1) + 1)));
        }
        last = Some(row.row);
        let is_marked = row.cells.iter().any(|cell| cell.is_marked);
        let mark = format!("{} {:>gutter$}", if is_marked { '>' } else { ' ' }, row.row);
        let texts: Vec<String> =
            row.cells.iter().map(|cell| cut(&cell.text, widest(cell.is_marked))).collect();
        lines.push(line(&mark, &texts));
        lines.extend(underline(row, &texts).map(|marks| line("", &marks)));
    }
    lines.join("\n")
}

/// The signs below the cells of a row that a finding is about.
fn underline(row: &GridRow, texts: &[String]) -> Option<Vec<String>> {
    let sign = |(cell, text): (&pipeline::check::checked::GridCell, &String)| {
        let sign = match (cell.is_marked, cell.is_related) {
            (true, _) => "^",
            (false, true) => "-",
            (false, false) => return String::new(),
        };
        sign.repeat(text.width().max(3))
    };
    let is_meant = row.cells.iter().any(|cell| cell.is_marked || cell.is_related);
    is_meant.then(|| row.cells.iter().zip(texts).map(sign).collect())
}

const fn widest(is_marked: bool) -> usize {
    if is_marked { HEART } else { NEIGHBOUR }
}

fn column_width(grid: &CellGrid, index: usize) -> usize {
    let cells = grid.rows.iter().filter_map(|row| row.cells.get(index));
    let texts = cells.map(|cell| cut(&cell.text, widest(cell.is_marked)).width());
    let header = grid.columns.get(index).map_or(0, |column| cut(leaf(&column.header), NEIGHBOUR).width());
    texts.chain([header, 3]).max().unwrap_or(3)
}

/// Before each column: a mark where columns are left out.
fn gaps(grid: &CellGrid) -> Vec<&'static str> {
    let before = std::iter::once(None).chain(grid.columns.iter().map(|column| Some(column.col)));
    let gap = |(before, own): (Option<u32>, u32)| {
        if before.is_some_and(|before| before + 1 < own) { " … |" } else { "" }
    };
    before.zip(grid.columns.iter().map(|column| column.col)).map(gap).collect()
}

fn ruler(widths: &[usize], gaps: &[&str], gutter: usize) -> String {
    let cells = widths.iter().zip(gaps);
    let cells: String = cells
        .map(|(width, gap)| {
            let left_out = if gap.is_empty() { "" } else { "---+" };
            format!("{left_out}{}+", "-".repeat(width + 2))
        })
        .collect();
    format!("{}+{cells}", "-".repeat(gutter + 3))
}

/// The last part of a heading.
fn leaf(header: &str) -> &str {
    header.rsplit('/').find(|part| !part.trim().is_empty()).unwrap_or(header)
}

#[cfg(test)]
mod tests {
    use pipeline::check::checked::{GridCell, GridColumn};

    use super::*;

    fn grid() -> CellGrid {
        let column = |col: u32, letters: &str, header: &str| GridColumn {
            col,
            letters: letters.to_owned(),
            header: header.to_owned(),
        };
        let cell = |text: &str, is_marked: bool, is_related: bool| GridCell {
            text: text.to_owned(),
            is_marked,
            is_related,
        };
        let row = |row: u32, cells: Vec<GridCell>| GridRow { row, cells };
        CellGrid {
            columns: vec![
                column(3, "C", "签约时间"),
                column(7, "G", "其中/到位资金（万元）"),
                column(8, "H", "开工时间"),
            ],
            rows: vec![
                row(9, vec![cell("2021-08", false, false), cell("", false, false), cell("", false, false)]),
                row(
                    12,
                    vec![
                        cell("2021年8月23日", false, true),
                        cell("一段很长很长很长的文字不能全部显示", false, false),
                        cell("2020年2月", true, false),
                    ],
                ),
            ],
        }
    }

    #[test]
    fn every_line_is_equally_wide_and_the_cell_is_underlined() {
        let drawn = draw_grid(&grid());
        let lines: Vec<&str> = drawn.lines().collect();
        let widths: Vec<usize> =
            lines.iter().filter(|line| line.contains(['|', '+'])).map(|line| line.width()).collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{drawn}");
        assert!(lines[4].trim() == "…", "{drawn}");
        assert!(lines[5].starts_with("> 12 |") && lines[5].contains("…"), "{drawn}");
        let marks = lines[6];
        assert_eq!((marks.matches('^').count(), marks.matches('-').count()), (9, 13), "{drawn}");
        assert!(lines[1].contains("到位资金（万元"), "{drawn}");
    }

    #[test]
    fn the_marks_stand_below_the_text() {
        let drawn = draw_grid(&grid());
        let lines: Vec<&str> = drawn.lines().collect();
        let before = |line: &str, sign: char| line[..line.find(sign).unwrap()].width();
        let cell = lines[5];
        let at = cell[..cell.find("2020年").unwrap()].width();
        assert_eq!(before(lines[6], '^'), at, "{drawn}");
    }
}
