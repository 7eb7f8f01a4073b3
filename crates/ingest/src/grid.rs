//! One sheet, indexed once (表格索引): rows of cells, and the cell that is seen in a place through merges.

use std::collections::HashMap;

use model::cell_address::Area;
use model::reading::{Cell, Content, Sheet};

/// So many places of merges are indexed at most.
const MAX_MERGED_PLACES: u64 = 400_000;

/// A sheet with an index.
#[derive(Debug)]
pub struct Grid<'a> {
    cells: &'a [Cell],
    merges: &'a [Area],
    rows: Vec<RowSpan>,
    merges_by_row: HashMap<u32, Vec<usize>>,
}

/// The cells of one row.
#[derive(Debug, Clone, Copy)]
struct RowSpan {
    row: u32,
    start: usize,
    end: usize,
}

impl<'a> Grid<'a> {
    /// Indexes a sheet.
    pub fn new(sheet: &'a Sheet) -> Grid<'a> {
        let mut rows: Vec<RowSpan> = Vec::new();
        for (index, cell) in sheet.cells.iter().enumerate() {
            match rows.last_mut() {
                Some(span) if span.row == cell.row => span.end = index + 1,
                _ => rows.push(RowSpan { row: cell.row, start: index, end: index + 1 }),
            }
        }
        let merges_by_row = index_merges(&sheet.merges, rows.last().map_or(0, |span| span.row));
        Grid { cells: &sheet.cells, merges: &sheet.merges, rows, merges_by_row }
    }

    /// Numbers of the rows that hold a cell, ascending.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = u32> + '_ {
        self.rows.iter().map(|span| span.row)
    }

    /// How many rows hold a cell.
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// Rows with a cell between two rows, both included.
    pub fn rows_between(&self, first: u32, last: u32) -> impl DoubleEndedIterator<Item = u32> + '_ {
        let start = self.rows.partition_point(|span| span.row < first);
        let end = self.rows.partition_point(|span| span.row <= last);
        self.rows.get(start..end).unwrap_or_default().iter().map(|span| span.row)
    }

    /// The last row with a cell.
    pub fn last_row(&self) -> u32 {
        self.rows.last().map_or(0, |span| span.row)
    }

    /// The cells of a row.
    pub fn cells_of(&self, row: u32) -> &'a [Cell] {
        match self.find_row(row) {
            Some(span) => &self.cells[span.start..span.end],
            None => &[],
        }
    }

    /// Rows mostly follow each other without gaps: the place is guessed before it is searched.
    fn find_row(&self, row: u32) -> Option<&RowSpan> {
        let guess = row.checked_sub(self.rows.first()?.row)? as usize;
        match self.rows.get(guess) {
            Some(span) if span.row == row => Some(span),
            _ => self.rows.binary_search_by_key(&row, |span| span.row).ok().map(|found| &self.rows[found]),
        }
    }

    /// The place of the first cell of a row in the sheet's list.
    pub fn start_of(&self, row: u32) -> usize {
        self.find_row(row).map_or(0, |span| span.start)
    }

    /// The cell that stands in a place.
    pub fn cell(&self, row: u32, col: u32) -> Option<&'a Cell> {
        let cells = self.cells_of(row);
        let guess = col.checked_sub(cells.first()?.col)? as usize;
        match cells.get(guess) {
            Some(cell) if cell.col == col => Some(cell),
            _ => cells.binary_search_by_key(&col, |cell| cell.col).ok().map(|found| &cells[found]),
        }
    }

    /// The merged range that holds a place.
    pub fn merge_at(&self, row: u32, col: u32) -> Option<&'a Area> {
        let of_row = self.merges_by_row.get(&row)?;
        of_row.iter().map(|index| &self.merges[*index]).find(|merge| merge.contains(row, col))
    }

    /// The cell whose content is seen in a place: the cell itself, or the head of its merged range.
    pub fn seen(&self, row: u32, col: u32) -> Option<&'a Cell> {
        if let Some(cell) = self.cell(row, col) {
            return Some(cell);
        }
        let merge = self.merge_at(row, col)?;
        self.cell(merge.first.row, merge.first.col)
    }

    /// Whether a place is covered by a merged range that begins in a row above.
    pub fn is_merged_from_above(&self, row: u32, col: u32) -> bool {
        self.merge_at(row, col).is_some_and(|merge| merge.first.row < row)
    }

    /// The first and last column of the merged range of a cell, or its own column.
    pub fn span_of(&self, cell: &Cell) -> (u32, u32) {
        let merge = self.merge_at(cell.row, cell.col).filter(|merge| merge.first == cell.address());
        merge.map_or((cell.col, cell.col), |merge| (merge.first.col, merge.last.col))
    }
}

fn index_merges(merges: &[Area], last_row: u32) -> HashMap<u32, Vec<usize>> {
    let mut by_row: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut places = 0;
    for (index, merge) in merges.iter().enumerate() {
        for row in merge.first.row..=merge.last.row.min(last_row) {
            places += 1;
            if places > MAX_MERGED_PLACES {
                return by_row;
            }
            by_row.entry(row).or_default().push(index);
        }
    }
    by_row
}

/// The text of a cell, where it is one.
pub fn text_of(cell: &Cell) -> Option<&str> {
    match &cell.content {
        Content::Text(text) => Some(text.trim()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::sheet;

    #[test]
    fn a_merged_place_shows_its_head() {
        let sheet = sheet(&[&["a", "b"], &["", "c"]], &["A1:A2"]);
        let grid = Grid::new(&sheet);
        assert_eq!(grid.seen(2, 1).and_then(text_of), Some("a"));
        assert!(grid.is_merged_from_above(2, 1));
        assert_eq!(grid.rows_between(2, 9).collect::<Vec<_>>(), [2]);
    }
}
