//! Where the table of any sheet stands (一般表格), told by its shape alone: rows of texts above rows of numbers, a title
//! wider than its cells. For sheets in which no heading is known: to say what they look like, and to be measured on
//! tables of others.

use std::collections::BTreeMap;

use model::reading::{Content, Sheet};

use crate::grid::{Grid, text_of};

/// A header has so many rows at most.
const MOST_HEADER_ROWS: usize = 14;

/// The rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlainTable {
    /// First and last row of its header; nothing: it has none.
    pub header: Option<(u32, u32)>,
    /// First and last row of its data.
    pub data: (u32, u32),
}

/// The table of a sheet. Missing: no two rows have two cells each.
pub fn plain_table(sheet: &Sheet) -> Option<PlainTable> {
    let grid = Grid::new(sheet);
    let shape = Shape::of(&grid)?;
    let first = shape.data_first(&grid)?;
    let last = grid.rows().rev().find(|row| *row >= first && shape.is_filled(&grid, *row))?;
    Some(PlainTable { header: shape.header_above(&grid, first), data: (first, last) })
}

/// What the rows of a sheet look like.
struct Shape {
    /// How many cells a usual row has.
    width: usize,
    /// Columns in which most cells are numbers.
    numeric: Vec<u32>,
}

impl Shape {
    fn of(grid: &Grid<'_>) -> Option<Shape> {
        let mut widths: Vec<usize> =
            grid.rows().map(|row| grid.cells_of(row).len()).filter(|n_cells| *n_cells > 1).collect();
        widths.sort_unstable();
        let width = *widths.get(widths.len() * 3 / 4)?;
        let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
        for cell in grid.rows().flat_map(|row| grid.cells_of(row)) {
            let count = counts.entry(cell.col).or_default();
            count.0 += usize::from(is_number(&cell.content));
            count.1 += 1;
        }
        let numeric = counts.iter().filter(|(_, (numbers, all))| *numbers >= 2 && numbers * 2 >= *all);
        Some(Shape { width, numeric: numeric.map(|(col, _)| *col).collect() })
    }

    /// The first row of the data: the first one that is mostly numbers where numbers stand; in a table of words the one
    /// below the first full row.
    fn data_first(&self, grid: &Grid<'_>) -> Option<u32> {
        let by_numbers = grid.rows().find(|row| self.is_data(grid, *row));
        if by_numbers.is_some() && !self.numeric.is_empty() {
            return by_numbers;
        }
        let full = |row: &u32| grid.cells_of(*row).len() * 5 >= self.width * 4;
        let header = grid.rows().find(full)?;
        grid.rows_between(header + 1, u32::MAX).find(|row| self.is_filled(grid, *row))
    }

    fn is_data(&self, grid: &Grid<'_>, row: u32) -> bool {
        let cells = grid.cells_of(row);
        let inside = || cells.iter().filter(|cell| self.numeric.contains(&cell.col));
        let numbers = inside().filter(|cell| is_number(&cell.content)).count();
        let n_inside = inside().count();
        numbers > 0
            && numbers * 2 >= n_inside
            && cells.len() * 5 >= self.width * 2
            && !self.is_years(grid, row)
    }

    /// `2019 2020 2021` above other numbers: years that head columns.
    fn is_years(&self, grid: &Grid<'_>, row: u32) -> bool {
        let years = |row: u32| {
            let numbers: Vec<f64> =
                grid.cells_of(row).iter().filter_map(|cell| number_of(&cell.content)).collect();
            let is_year = |number: &f64| number.fract() == 0.0 && (1900.0..2100.0).contains(number);
            numbers.len() >= 2 && numbers.iter().all(is_year)
        };
        let below = grid.rows_between(row + 1, u32::MAX).next();
        years(row) && below.is_some_and(|below| !years(below))
    }

    /// A row that belongs to the table: more than a title or a note.
    fn is_filled(&self, grid: &Grid<'_>, row: u32) -> bool {
        let cells = grid.cells_of(row);
        cells.len() * 5 >= self.width * 2 && cells.len() > 1
    }

    /// The rows of labels directly above the data: no title, no note, no gap.
    fn header_above(&self, grid: &Grid<'_>, first: u32) -> Option<(u32, u32)> {
        let above: Vec<u32> =
            grid.rows_between(1, first.saturating_sub(1)).rev().take(MOST_HEADER_ROWS).collect();
        let last = *above.first()?;
        let mut top = None;
        let mut expected = last;
        for row in above {
            if row != expected || !self.is_labels(grid, row) {
                break;
            }
            top = Some(row);
            expected = row.saturating_sub(1);
        }
        top.map(|top| (top, last))
    }

    /// A row of labels: several short texts, or groups that are merged over some of the columns.
    fn is_labels(&self, grid: &Grid<'_>, row: u32) -> bool {
        let cells = grid.cells_of(row);
        let is_short =
            |cell: &&model::reading::Cell| text_of(cell).is_none_or(|text| text.chars().count() <= 80);
        let lone_title = cells.len() == 1
            && cells.first().is_some_and(|cell| {
                let (from, to) = grid.span_of(cell);
                let wide = (to - from + 1) as usize;
                wide == 1 || wide * 10 >= self.width * 7
            });
        !cells.is_empty() && !lone_title && cells.iter().all(|cell| is_short(&cell))
    }
}

fn is_number(content: &Content) -> bool {
    matches!(content, Content::Date(..)) || number_of(content).is_some()
}

/// The number in a cell, also one that is typed as text: `1,234`, `12%`, `$5`, `(3)`.
fn number_of(content: &Content) -> Option<f64> {
    match content {
        Content::Number(number) => Some(*number),
        Content::Text(text) => {
            let bare: String = text
                .trim()
                .trim_start_matches(['$', '€', '£', '¥', '(', '-', '+', '<', '>', '~'])
                .trim_end_matches(['%', ')', '*'])
                .chars()
                .filter(|sign| !matches!(sign, ',' | ' '))
                .collect();
            let starts = bare.starts_with(|sign: char| sign.is_ascii_digit() || sign == '.');
            if starts { bare.parse().ok() } else { None }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::sheet;

    fn check(rows: &[&[&str]], merges: &[&str], header: Option<(u32, u32)>, data: (u32, u32)) {
        assert_eq!(plain_table(&sheet(rows, merges)), Some(PlainTable { header, data }), "{rows:?}");
    }

    #[test]
    fn tables_are_told_by_their_shape() {
        check(
            &[&["Table 3: Exports"], &["Country", "2019", "2020"], &["A", "12.5", "13"], &["B", "1", "2"]],
            &[],
            Some((2, 2)),
            (3, 4),
        );
        check(
            &[
                &["Crime by region", "", "", ""],
                &["Region", "Total", "Of which", ""],
                &["", "", "men", "women"],
                &["North", "10", "4", "6"],
                &["South", "1,200", "600", "600"],
                &["Source: police"],
            ],
            &["A1:D1", "C2:D2"],
            Some((2, 3)),
            (4, 5),
        );
        check(&[&["name", "city"], &["Ann", "Rome"], &["Bo", "Oslo"]], &[], Some((1, 1)), (2, 3));
        assert_eq!(plain_table(&sheet(&[&["a note"], &["another"]], &[])), None);
    }
}
