//! One sheet, understood (工作表): its tables one after the other, and what every cell is.

use model::cell_address::CellAddress;
use model::reading::{Cell, Content, Role, Sheet};

use crate::body::read_body;
use crate::caption::{asks_for_unit, caption_unit, role_of};
use crate::columns::{Around, settle};
use crate::grid::{Grid, text_of};
use crate::labels::Labels;
use crate::month_text::{last_month, last_year};
use crate::months::{has_total_before, read_months_by_title};
use crate::rows::{Origin, column_finding, column_row, record_down};
use crate::sheet_reading::SheetReading;
use crate::tables::{Table, find_tables};
use crate::vertical::read_vertical;

/// Understands one sheet.
pub fn read_sheet(sheet: &Sheet, return_id: &str, sheet_number: usize, labels: &Labels<'_>) -> SheetReading {
    let grid = Grid::new(sheet);
    let tables = find_tables(&grid, labels);
    let mut reading = SheetReading { roles: vec![Role::Other; sheet.cells.len()], ..SheetReading::default() };
    let mut origin = Origin { return_id, sheet_number, sheet: &sheet.name, table: 0 };
    let mut unit = None;
    for table in tables.iter().filter(|table| table.names_projects) {
        origin.table += 1;
        reading.take_table(&grid, table, &origin, labels, &mut unit);
    }
    if origin.table == 0
        && let Some(vertical) = read_vertical(&grid, &origin, labels)
    {
        reading = vertical;
    } else {
        for table in tables.iter().filter(|table| !table.names_projects) {
            reading.take_list(&grid, table);
        }
    }
    let first_header = tables.iter().map(|table| table.header.first).min();
    reading.name_the_rest(sheet, first_header);
    reading.month = month_of(sheet, first_header);
    reading
}

/// The last month that the name of a sheet or the texts above its table speak of.
fn month_of(sheet: &Sheet, first_header: Option<u32>) -> Option<i32> {
    let end = first_header.unwrap_or(6);
    let titles = sheet.cells.iter().take(40).filter(|cell| cell.row < end).filter_map(text_of);
    let from_title = titles.filter(|text| !text.contains("填报日期")).filter_map(last_month).max();
    from_title.or_else(|| last_month(&sheet.name))
}

impl SheetReading {
    fn take_table(
        &mut self,
        grid: &Grid<'_>,
        table: &Table,
        origin: &Origin<'_>,
        labels: &Labels<'_>,
        unit: &mut Option<(String, CellAddress)>,
    ) {
        let header = &table.header;
        let rows = (header.body_first(), table.body_last);
        let above = (table.above_first, header.first.saturating_sub(1));
        let found = unit_around(grid, above).or_else(|| unit_beside(grid, table)).or_else(|| unit.clone());
        if found.is_some() {
            unit.clone_from(&found);
        }
        let around = Around {
            body: rows,
            caption_unit: found,
            year: year_above(grid, above),
            about_arrivals: is_about_arrivals(grid, above),
        };
        let mut leaves = header.leaves.clone();
        if around.about_arrivals || has_total_before(&leaves) {
            read_months_by_title(labels, &mut leaves);
        }
        let columns = settle(grid, &leaves, &around);
        let span = (header.col_first, header.col_last);
        let body = read_body(grid, &columns, span, rows, table);
        self.take_header(grid, table);
        for (place, role) in body
            .beside
            .iter()
            .filter(|(place, _)| self.roles.get(*place) == Some(&Role::Other))
            .copied()
            .collect::<Vec<_>>()
        {
            self.set(place, role);
        }
        body.roles.iter().for_each(|(place, role)| self.set(*place, *role));
        self.columns.extend(columns.iter().map(|column| column_row(origin, column, "down", None)));
        self.findings.extend(columns.iter().filter_map(|column| column_finding(origin, column)));
        self.records.extend(body.records.iter().map(|rows| record_down(grid, origin, &columns, rows, span)));
    }

    fn take_header(&mut self, grid: &Grid<'_>, table: &Table) {
        let header = &table.header;
        for row in table.above_first..header.body_first() {
            let start = grid.start_of(row);
            for (index, cell) in grid.cells_of(row).iter().enumerate() {
                let inside = (header.col_first..=header.col_last).contains(&cell.col);
                let role = match row {
                    row if row < header.first => text_of(cell).map_or(Role::Other, role_of),
                    row if Some(row) == header.column_numbers => Role::ColumnNumber,
                    _ if inside => Role::Header,
                    _ => continue,
                };
                if row >= header.first || self.roles.get(start + index) == Some(&Role::Other) {
                    self.set(start + index, role);
                }
            }
        }
    }

    /// A table that names no projects: a summary with numbers, or lists for drop-downs.
    fn take_list(&mut self, grid: &Grid<'_>, table: &Table) {
        let rows = || grid.rows_between(table.header.first, table.body_last);
        let mut cells = rows().flat_map(|row| grid.cells_of(row));
        let is_summary = cells.any(|cell| !matches!(cell.content, Content::Text(_)));
        let role = if is_summary { Role::Summary } else { Role::Dictionary };
        for row in rows() {
            let start = grid.start_of(row);
            for index in 0..grid.cells_of(row).len() {
                if self.roles.get(start + index) == Some(&Role::Other) {
                    self.set(start + index, role);
                }
            }
        }
    }

    /// Names the cells that stand outside every table.
    fn name_the_rest(&mut self, sheet: &Sheet, first_header: Option<u32>) {
        let is_list = self.records.is_empty() && first_header.is_none() && is_list_of_words(sheet);
        for (cell, role) in sheet.cells.iter().zip(&mut self.roles) {
            if *role != Role::Other {
                continue;
            }
            let above = first_header.is_none_or(|header| cell.row < header);
            *role = match text_of(cell) {
                Some(_) if is_list => Role::Dictionary,
                Some(text) if above => role_of(text),
                _ => Role::Other,
            };
        }
    }
}

/// Many short words and nothing else: lists that feed drop-downs.
fn is_list_of_words(sheet: &Sheet) -> bool {
    let is_word = |cell: &Cell| text_of(cell).is_some_and(|text| text.chars().count() <= 20);
    sheet.cells.len() >= 4 && sheet.cells.iter().all(is_word)
}

/// The unit that a caption in these rows names, nearest to the last row.
fn unit_around(grid: &Grid<'_>, (first, last): (u32, u32)) -> Option<(String, CellAddress)> {
    let mut rows = grid.rows_between(first, last).rev();
    rows.find_map(|row| grid.cells_of(row).iter().find_map(|cell| unit_of_cell(grid, cell)))
}

/// The unit that a text beside the table names, or one in the last rows below it.
fn unit_beside(grid: &Grid<'_>, table: &Table) -> Option<(String, CellAddress)> {
    let columns = table.header.col_first..=table.header.col_last;
    let rows = || grid.rows_between(table.header.first, table.body_last).rev();
    let beside = rows().flat_map(|row| grid.cells_of(row)).filter(|cell| !columns.contains(&cell.col));
    let below =
        rows().take(3).filter(|row| *row >= table.header.body_first()).flat_map(|row| grid.cells_of(row));
    let named = beside.chain(below).filter(|cell| text_of(cell).is_some_and(|text| text.contains("单位")));
    named.into_iter().find_map(|cell| unit_of_cell(grid, cell))
}

fn unit_of_cell(grid: &Grid<'_>, cell: &Cell) -> Option<(String, CellAddress)> {
    let text = text_of(cell).filter(|text| text.len() <= 600)?;
    let may_name_unit =
        text.contains("单位") || text.contains('元') || text.to_ascii_lowercase().contains("unit");
    if !may_name_unit {
        return None;
    }
    if let Some(unit) = caption_unit(text) {
        return Some((unit, cell.address()));
    }
    if !asks_for_unit(text) {
        return None;
    }
    let right = grid.span_of(cell).1 + 1;
    let next = grid.cell(cell.row, right)?;
    let unit = caption_unit(&format!("单位:{}", text_of(next)?))?;
    Some((unit, next.address()))
}

fn year_above(grid: &Grid<'_>, (first, last): (u32, u32)) -> Option<i32> {
    let texts = grid.rows_between(first, last).flat_map(|row| grid.cells_of(row)).filter_map(text_of);
    texts.filter_map(last_year).max()
}

fn is_about_arrivals(grid: &Grid<'_>, (first, last): (u32, u32)) -> bool {
    let mut texts = grid.rows_between(first, last).flat_map(|row| grid.cells_of(row)).filter_map(text_of);
    texts.any(|text| text.contains("到位") || text.contains("到资"))
}
