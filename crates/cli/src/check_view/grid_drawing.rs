//! Draws a few cells around a cell (单元格图): numbers of rows, letters of columns, headings, the cell underlined.

use pipeline::check::checked::{CellGrid, GridCell, GridRow};
use unicode_width::UnicodeWidthStr;

use crate::text_width::{cut, folded, padded};

/// Columns that the text of a neighbour may take.
const NEIGHBOUR: usize = 16;

/// Columns that the text of the cell itself may take.
const HEART: usize = 30;

/// Lines that a heading may take.
const HEADING_LINES: usize = 2;

/// Draws a grid, without a line end behind it. `^^^` stands below the cell, `---` below the other cell that it
/// contradicts.
pub(crate) fn draw_grid(grid: &CellGrid) -> String {
    let heart = heart_width(grid);
    let widths: Vec<usize> = (0..grid.columns.len()).map(|index| column_width(grid, index, heart)).collect();
    let gutter = grid.rows.iter().map(|row| row.row.to_string().len()).max().unwrap_or(1);
    let gaps = gaps(grid);
    let line = |mark: &str, texts: &[String]| {
        let cells = texts.iter().zip(&widths).zip(&gaps);
        let cells: String =
            cells.map(|((text, width), gap)| format!("{gap} {} |", padded(text, *width))).collect();
        format!("{} |{cells}", padded(mark, gutter + 2))
    };
    let letters: Vec<String> = grid.columns.iter().map(|column| column.letters.clone()).collect();
    let mut lines = vec![line("", &letters)];
    lines.extend(heading_lines(grid, &widths).iter().map(|texts| line("", texts)));
    lines.push(ruler(&widths, &gaps, gutter));
    let mut last: Option<u32> = None;
    for row in &grid.rows {
        if last.is_some_and(|last| last + 1 < row.row) {
            lines.push(format!("{}…", " ".repeat(gutter)));
        }
        last = Some(row.row);
        let mark = if row.cells.iter().any(|cell| cell.is_marked) { '>' } else { ' ' };
        let texts = row_texts(row, heart);
        lines.push(line(&format!("{mark} {:>gutter$}", row.row), &texts));
        lines.extend(underline(row, &texts).map(|marks| line("", &marks)));
    }
    lines.join("\n")
}

/// Room for the cell itself; less where a finding is about several cells beside each other.
fn heart_width(grid: &CellGrid) -> usize {
    let most = grid.rows.iter().map(|row| row.cells.iter().filter(|cell| cell.is_marked).count()).max();
    if most.unwrap_or(0) > 1 { NEIGHBOUR } else { HEART }
}

fn row_texts(row: &GridRow, heart: usize) -> Vec<String> {
    let widest = |cell: &GridCell| if cell.is_marked { heart } else { NEIGHBOUR };
    row.cells.iter().map(|cell| cut(&cell.text, widest(cell))).collect()
}

/// The signs below the cells of a row that a finding is about.
fn underline(row: &GridRow, texts: &[String]) -> Option<Vec<String>> {
    let sign = |(cell, text): (&GridCell, &String)| {
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

/// The headings, line by line; none where no column has one.
fn heading_lines(grid: &CellGrid, widths: &[usize]) -> Vec<Vec<String>> {
    let columns = grid.columns.iter().zip(widths);
    let folded: Vec<Vec<String>> =
        columns.map(|(column, width)| folded(leaf(&column.header), *width, HEADING_LINES)).collect();
    let n_lines = folded.iter().map(Vec::len).max().unwrap_or(0);
    let of_line = |index: usize| {
        folded.iter().map(|lines| lines.get(index).cloned().unwrap_or_default()).collect::<Vec<_>>()
    };
    (0..n_lines).map(of_line).collect()
}

fn column_width(grid: &CellGrid, index: usize, heart: usize) -> usize {
    let cells = grid.rows.iter().filter_map(|row| row_texts(row, heart).get(index).map(|text| text.width()));
    let header = grid.columns.get(index).map_or(0, |column| leaf(&column.header).width().min(NEIGHBOUR));
    cells.chain([header, 3]).max().unwrap_or(3)
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
    let cell = |(width, gap): (&usize, &&str)| {
        let left_out = if gap.is_empty() { "" } else { "---+" };
        format!("{left_out}{}+", "-".repeat(width + 2))
    };
    let cells: String = widths.iter().zip(gaps).map(cell).collect();
    format!("{}+{cells}", "-".repeat(gutter + 3))
}

/// The last part of a heading.
fn leaf(header: &str) -> &str {
    header.rsplit('/').find(|part| !part.trim().is_empty()).unwrap_or(header)
}

#[cfg(test)]
mod tests {
    use pipeline::check::checked::GridColumn;

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
                column(7, "G", "其中/累计到位资金（万元）"),
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
        assert_eq!(lines[5].trim(), "…", "{drawn}");
        assert!(lines[6].starts_with("> 12 |") && lines[6].contains("…"), "{drawn}");
        let marks = lines[7];
        assert_eq!((marks.matches('^').count(), marks.matches('-').count()), (9, 13), "{drawn}");
        assert!(lines[1].contains("累计到位资金  ") && lines[2].contains("（万元）"), "{drawn}");
    }

    #[test]
    fn the_marks_stand_below_the_text() {
        let drawn = draw_grid(&grid());
        let lines: Vec<&str> = drawn.lines().collect();
        let before = |line: &str, sign: char| line[..line.find(sign).unwrap()].width();
        let cell = lines[6];
        let at = cell[..cell.find("2020年").unwrap()].width();
        assert_eq!(before(lines[7], '^'), at, "{drawn}");
    }
}
