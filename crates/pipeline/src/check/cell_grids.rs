//! A few cells around a cell (单元格周围): its neighbours, the heading of each column, the other cell of a contradiction.

use std::collections::BTreeSet;

use model::cell_address::{Area, column_letters};
use model::datasets::columns::ColumnRow;
use model::reading::{Reading, Role, Sheet};

use crate::check::checked::{CellGrid, GridCell, GridColumn, GridRow};
use crate::check::masking::{Masking, masked};
use crate::check::places::{areas, bounds};

/// Columns on each side of a cell.
const BESIDE: u32 = 2;

/// Columns of a grid at most.
const MOST_COLUMNS: usize = 6;

/// Rows of a grid at most.
const MOST_ROWS: usize = 6;

/// The cells around those that a finding is about, with the other cells that it speaks of.
pub(crate) fn cell_grid(
    sheet: &Sheet,
    reading: &Reading,
    masking: &Masking,
    (marked, related): (&[Area], &[Area]),
) -> Option<CellGrid> {
    let heart = bounds(marked.iter().copied())?;
    let labels = labels_beside(reading, &sheet.name, heart);
    let columns = shown_columns(sheet, heart, related, &labels);
    let rows = shown_rows(sheet, heart, related);
    let cell = |row: u32, col: u32| {
        let holds = |areas: &[Area]| areas.iter().any(|area| area.contains(row, col));
        let seen = sheet.cell(row, col);
        GridCell {
            text: seen.map(|cell| masking.shown(&sheet.name, cell)).unwrap_or_default(),
            is_marked: holds(marked),
            is_related: holds(related) && !holds(marked),
        }
    };
    let of_row = |row: u32| GridRow { row, cells: columns.iter().map(|col| cell(row, *col)).collect() };
    let header = |col: u32| GridColumn {
        col,
        letters: column_letters(col),
        header: heading(reading, &sheet.name, heart.first.row, col),
    };
    Some(CellGrid {
        columns: columns.iter().map(|col| header(*col)).collect(),
        rows: rows.into_iter().map(of_row).collect(),
    })
}

/// Columns of the labels of a row, where values stand beside their labels.
fn labels_beside(reading: &Reading, sheet: &str, heart: Area) -> Vec<u32> {
    let is_beside = |column: &&ColumnRow| {
        let row = column.row.and_then(|row| u32::try_from(row).ok());
        column.sheet == sheet && row == Some(heart.first.row)
    };
    let beside = reading.columns.iter().filter(is_beside);
    let labels = beside.filter_map(|column| areas(&column.header_address).last().map(|area| area.last.col));
    labels.filter(|col| *col < heart.first.col).max().into_iter().collect()
}

/// The columns of the cell, of the other cells, and neighbours as far as there is room.
fn shown_columns(sheet: &Sheet, heart: Area, related: &[Area], labels: &[u32]) -> Vec<u32> {
    let last = sheet.cells.iter().map(|cell| cell.col).max().unwrap_or(0).max(heart.last.col);
    let mut shown: BTreeSet<u32> = (heart.first.col..=heart.last.col).take(MOST_COLUMNS).collect();
    let mut wanted: Vec<u32> = related.iter().map(|area| area.first.col).collect();
    wanted.extend(labels);
    for distance in 1..=BESIDE {
        wanted.push(heart.first.col.saturating_sub(distance));
        wanted.push(heart.last.col.saturating_add(distance));
    }
    for col in wanted.into_iter().filter(|col| (1..=last).contains(col)) {
        if shown.len() < MOST_COLUMNS {
            shown.insert(col);
        }
    }
    shown.into_iter().collect()
}

/// The rows of the cell, the filled one before and the one after, and the rows of the other cells.
fn shown_rows(sheet: &Sheet, heart: Area, related: &[Area]) -> Vec<u32> {
    let mut shown: BTreeSet<u32> = (heart.first.row..=heart.last.row).take(MOST_ROWS).collect();
    let is_heading =
        |row: u32| sheet.cells_of_row(row).any(|cell| matches!(cell.role, Role::Header | Role::ColumnNumber));
    let heart_is_heading = is_heading(heart.first.row);
    let before = heart.first.row.saturating_sub(1);
    let last = sheet.cells.last().map_or(0, |cell| cell.row);
    let mut wanted: Vec<u32> = related.iter().map(|area| area.first.row).collect();
    wanted.extend((before > 0 && (heart_is_heading || !is_heading(before))).then_some(before));
    wanted.extend(Some(heart.last.row.saturating_add(1)).filter(|row| *row <= last));
    for row in wanted {
        if shown.len() < MOST_ROWS {
            shown.insert(row);
        }
    }
    shown.into_iter().collect()
}

/// The heading of a column above a row.
fn heading(reading: &Reading, sheet: &str, row: u32, col: u32) -> String {
    let is_above = |column: &&ColumnRow| {
        let header = bounds(areas(&column.header_address));
        column.sheet == sheet
            && column.row.is_none()
            && u32::try_from(column.col) == Ok(col)
            && header.is_some_and(|header| header.first.row < row)
    };
    let nearest = reading.columns.iter().filter(is_above).max_by_key(|column| column.table);
    nearest.map(|column| masked(&column.header)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use model::cell_address::CellAddress;
    use model::reading::{Cell, Content};

    use super::*;

    fn sheet() -> Sheet {
        let cell = |row: u32, col: u32| Cell {
            row,
            col,
            content: Content::Text(CellAddress::new(row, col).to_string()),
            number_format: None,
            has_formula: false,
            hidden: false,
            role: if row == 4 { Role::Header } else { Role::Data },
        };
        let cells = (4..=9).flat_map(|row| (1..=10).map(move |col| cell(row, col))).collect();
        Sheet { name: "台账".to_owned(), cells, ..Sheet::default() }
    }

    fn check(marked: &str, related: &str, columns: &str, rows: &[u32]) {
        let reading = Reading {
            columns: vec![ColumnRow {
                sheet: "台账".to_owned(),
                header_address: "H4".to_owned(),
                col: 8,
                header: "开工时间".to_owned(),
                orientation: "down".to_owned(),
                ..ColumnRow::default()
            }],
            ..Reading::default()
        };
        let masking = Masking::new(&reading);
        let grid = cell_grid(&sheet(), &reading, &masking, (&areas(marked), &areas(related))).unwrap();
        let letters: Vec<&str> = grid.columns.iter().map(|column| column.letters.as_str()).collect();
        assert_eq!(letters.join(""), columns, "{marked}");
        assert_eq!(grid.rows.iter().map(|row| row.row).collect::<Vec<_>>(), rows, "{marked}");
    }

    #[test]
    fn neighbours_and_the_other_cell_are_shown() {
        check("H6", "", "FGHIJ", &[5, 6, 7]);
        check("H5", "", "FGHIJ", &[5, 6]);
        check("A9", "", "ABC", &[8, 9]);
        check("H6", "C6", "CFGHIJ", &[5, 6, 7]);
        check("A6:J6", "", "ABCDEF", &[5, 6, 7]);
    }

    #[test]
    fn a_label_far_beside_its_value_is_shown() {
        let label = ColumnRow {
            sheet: "台账".to_owned(),
            header_address: "B6".to_owned(),
            orientation: "across".to_owned(),
            row: Some(6),
            col: 3,
            ..ColumnRow::default()
        };
        let reading = Reading { columns: vec![label], ..Reading::default() };
        let grid = cell_grid(&sheet(), &reading, &Masking::new(&reading), (&areas("H6"), &[])).unwrap();
        let letters: Vec<&str> = grid.columns.iter().map(|column| column.letters.as_str()).collect();
        assert_eq!(letters.join(""), "BFGHIJ");
    }

    #[test]
    fn the_heading_stands_above_and_the_cell_is_marked() {
        let reading = Reading::default();
        let masking = Masking::new(&reading);
        let grid = cell_grid(&sheet(), &reading, &masking, (&areas("H6"), &areas("F6"))).unwrap();
        let row = grid.rows.iter().find(|row| row.row == 6).unwrap();
        assert!(row.cells[0].is_related && row.cells[2].is_marked);
        assert_eq!(row.cells[2].text, "H6");
        assert!(cell_grid(&sheet(), &reading, &masking, (&[], &[])).is_none());
    }
}
