//! Labels with their values to the right (竖表、卡片): one project to a column, or one project to a card.

use model::field::Field;
use model::reading::Role;

use crate::caption::caption_unit;
use crate::columns::Around;
use crate::grid::{Grid, text_of};
use crate::labels::{Labels, is_unit};
use crate::labels_aside::{BlockReader, Label};
use crate::month_text::last_year;
use crate::rows::Origin;
use crate::sheet_reading::SheetReading;

/// Labels are looked for in so many rows.
const MAX_ROWS: usize = 2_000;

/// Reads a sheet whose labels stand to the left of their values; nothing where it is none.
pub fn read_vertical(grid: &Grid<'_>, origin: &Origin<'_>, labels: &Labels<'_>) -> Option<SheetReading> {
    let known = known_labels(grid, labels);
    if n_different(&known) < 4 || !known.iter().any(|label| label.field == Some(Field::ProjectName)) {
        return None;
    }
    let mut blocks = split_blocks(&known);
    blocks.retain(|block| block.len() >= 3);
    let last_rows: Vec<u32> = blocks
        .iter()
        .skip(1)
        .map(|block| block[0].cell.row.saturating_sub(1))
        .chain([grid.last_row()])
        .collect();
    let mut reading = SheetReading {
        roles: vec![Role::Other; grid.rows().map(|row| grid.cells_of(row).len()).sum()],
        ..SheetReading::default()
    };
    let caption = caption_of(grid);
    let mut origin = *origin;
    for (block, last_row) in blocks.iter().zip(last_rows) {
        origin.table += 1;
        let reader = BlockReader { grid, labels, origin, caption: &caption, last_row };
        match value_columns(grid, block, last_row) {
            Some(columns) => reader.read_across(block, &columns, &mut reading),
            None => reader.read_card(block, &mut reading),
        }
    }
    (!reading.records.is_empty()).then_some(reading)
}

fn n_different(labels: &[Label<'_>]) -> usize {
    let mut fields: Vec<Option<Field>> = labels.iter().map(|label| label.field).collect();
    fields.sort_unstable();
    fields.dedup();
    fields.len()
}

/// Labels that stand in a column with other labels; a word that is a label by chance stands alone.
fn in_label_columns(labels: Vec<Label<'_>>) -> Vec<Label<'_>> {
    let is_label_column = |col: u32| {
        let of_column: Vec<Label<'_>> =
            labels.iter().filter(|label| label.cell.col == col).copied().collect();
        n_different(&of_column) >= 2
    };
    let mut columns: Vec<u32> = labels.iter().map(|label| label.cell.col).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.retain(|col| is_label_column(*col));
    labels.into_iter().filter(|label| columns.contains(&label.cell.col)).collect()
}

fn caption_of(grid: &Grid<'_>) -> Around {
    let cells = || grid.rows().take(MAX_ROWS).flat_map(|row| grid.cells_of(row));
    let unit = cells().find_map(|cell| {
        let text = text_of(cell).filter(|text| text.contains("单位"))?;
        Some((caption_unit(text)?, cell.address()))
    });
    let year = cells().take(10).filter_map(text_of).filter_map(last_year).max();
    Around { body: (0, 0), caption_unit: unit, year, about_arrivals: false }
}

fn known_labels<'a>(grid: &Grid<'a>, labels: &Labels<'_>) -> Vec<Label<'a>> {
    let cells = grid.rows().take(MAX_ROWS).flat_map(|row| grid.cells_of(row));
    let short = cells.filter(|cell| text_of(cell).is_some_and(|text| text.len() <= 90));
    let known = short.filter_map(|cell| {
        let field = labels.of_cell(cell)?;
        let (from, to) = grid.span_of(cell);
        let is_title = to - from >= 2 && grid.cells_of(cell.row).len() == 1;
        if is_title {
            return None;
        }
        Some(Label { cell, field: Some(field), right: grid.span_of(cell).1 + 1 })
    });
    in_label_columns(known.collect())
}

/// A block ends where its first label, or the name of the project, comes again.
fn split_blocks<'a>(known: &[Label<'a>]) -> Vec<Vec<Label<'a>>> {
    let mut blocks: Vec<Vec<Label<'a>>> = Vec::new();
    for label in known {
        let starts = match blocks.last() {
            None => true,
            Some(block) => {
                let first = &block[0];
                label.cell.row > first.cell.row
                    && label.field == first.field
                    && label.cell.col == first.cell.col
                    || label.field == Some(Field::ProjectName)
                        && block.iter().any(|known| {
                            known.field == label.field
                                && known.cell.row < label.cell.row
                                && known.cell.col == label.cell.col
                        })
            }
        };
        match blocks.last_mut() {
            Some(block) if !starts => block.push(*label),
            Some(block) => {
                // Labels before it in its row begin the block too.
                let row = label.cell.row;
                let kept = block.iter().take_while(|known| known.cell.row < row).count();
                let mut next = block.split_off(kept);
                next.push(*label);
                blocks.push(next);
            }
            None => blocks.push(vec![*label]),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// The columns of the values where every label stands in one column and projects stand beside each other.
fn value_columns(grid: &Grid<'_>, block: &[Label<'_>], last_row: u32) -> Option<Vec<u32>> {
    let name = block.iter().find(|label| label.field == Some(Field::ProjectName))?;
    let aligned = block.iter().filter(|label| label.right == name.right).count();
    if aligned * 4 < block.len() * 3 {
        return None;
    }
    let rows = || grid.rows_between(block[0].cell.row, last_row);
    let mut columns: Vec<u32> = rows()
        .flat_map(|row| grid.cells_of(row))
        .map(|cell| cell.col)
        .filter(|col| *col >= name.right)
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let is_filled =
        |col: &u32| rows().filter(|row| grid.cell(*row, *col).is_some()).count() * 4 >= block.len();
    columns.retain(|col| is_filled(col) && !is_unit_column(grid, block, *col));
    let has_name = columns.iter().any(|col| grid.seen(name.cell.row, *col).is_some());
    (has_name && !columns.is_empty()).then_some(columns)
}

fn is_unit_column(grid: &Grid<'_>, block: &[Label<'_>], col: u32) -> bool {
    let values: Vec<&str> =
        block.iter().filter_map(|label| grid.cell(label.cell.row, col)).filter_map(text_of).collect();
    let n_units = values.iter().filter(|text| is_unit(text)).count();
    n_units > 0 && n_units * 2 >= values.len()
}
