//! How the figures were made (口径说明): the policy in words, how figures are rounded, and each metric's formula.

use crate::excel::book::Book;
use crate::excel::cell::Cell;
use crate::excel::grid::{Block, Grid, Heading};
use crate::tables::definitions::definitions;

/// One row a setting, then one row a metric.
pub fn definitions_sheet(book: &Book<'_>) -> Grid {
    let release = &book.release;
    let table = definitions(release.definitions, release.policy, release.scope, book.style());
    let mut grid =
        book.grid(book.pick("口径说明", "Definitions"), book.pick("口径说明", "Definitions"), false);
    let id = release.release_id;
    if !id.is_empty() {
        grid.right = format!("{}{id}", book.pick("版本：", "release "));
    }
    let headers = table.columns.iter().map(|column| column.header(book.lang()));
    let rows = table.rows.iter().map(|row| row.iter().map(|text| Cell::words(text.as_str())).collect());
    let rows = rows.collect();
    grid.blocks.push(Block { heading: Heading::of(headers), rows, ..Block::default() });
    grid
}
