//! Which rows a total stands for (合计范围): the group it heads, the rows between it and the next mark, the group that it
//! closes, or all of the table.

use std::collections::BTreeMap;

use model::cell_address::CellAddress;
use model::reading::{Role, Sheet};

use crate::typed_record::TypedRecord;

/// A row or, in a sideways table, a column of sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its row or column.
    pub line: u32,
    /// It is the total of the table.
    pub is_total: bool,
    /// The cell of the group that stands in the same row.
    pub group: Option<String>,
}

/// The part of a sheet that holds one table.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// First and last row of its body.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (u32, u32),
    /// Projects stand beside each other.
    pub is_across: bool,
}

/// The lines of sums of a table.
pub fn marks(sheet: &Sheet, extent: &Extent) -> Vec<Mark> {
    let mut lines: BTreeMap<u32, bool> = BTreeMap::new();
    let inside = |cell: &&model::reading::Cell| {
        (extent.rows.0..=extent.rows.1).contains(&cell.row)
            && (extent.columns.0..=extent.columns.1).contains(&cell.col)
    };
    for cell in sheet.cells.iter().filter(inside) {
        let line = if extent.is_across { cell.col } else { cell.row };
        if matches!(cell.role, Role::Total | Role::Subtotal) {
            lines.entry(line).or_insert(cell.role == Role::Total);
        }
    }
    let mark = |(line, is_total)| {
        let group = if extent.is_across { None } else { group_of_row(sheet, extent, line) };
        Mark { line, is_total, group }
    };
    lines.into_iter().map(mark).collect()
}

/// The cell of the group that a row heads.
fn group_of_row(sheet: &Sheet, extent: &Extent, row: u32) -> Option<String> {
    let mut groups = sheet
        .cells_of_row(row)
        .filter(|cell| cell.role == Role::Group && (extent.columns.0..=extent.columns.1).contains(&cell.col));
    groups.next().map(|cell| CellAddress::new(cell.row, cell.col).to_string())
}

/// The records that the mark at a place of the list can stand for, the likeliest reading first; none of them is empty. A total may close all
/// tables of its sheet.
pub fn scopes_of<'a>(
    marks: &[Mark],
    place: usize,
    (records, of_sheet): (&[&'a TypedRecord], &[&'a TypedRecord]),
    is_across: bool,
) -> Vec<Vec<&'a TypedRecord>> {
    let Some(mark) = marks.get(place) else { return Vec::new() };
    let line = |record: &TypedRecord| {
        (if is_across { record.record.col_first } else { record.record.row_first }) as u32
    };
    let chosen = |keep: &dyn Fn(&TypedRecord) -> bool| -> Vec<&'a TypedRecord> {
        records.iter().filter(|record| keep(record)).copied().collect()
    };
    let mut scopes: Vec<Vec<&TypedRecord>> = Vec::new();
    if let Some(group) = &mark.group {
        scopes.push(chosen(&|record| groups(record).any(|own| own == group)));
    }
    if mark.is_total {
        scopes.push(records.to_vec());
        scopes.push(of_sheet.to_vec());
    } else {
        let above = place.checked_sub(1).and_then(|before| marks.get(before)).map_or(0, |other| other.line);
        let below = marks.get(place + 1).map_or(u32::MAX, |other| other.line);
        scopes.push(chosen(&|record| line(record) > above && line(record) < mark.line));
        scopes.push(chosen(&|record| line(record) > mark.line && line(record) < below));
    }
    let last_above =
        records.iter().filter(|record| line(record) < mark.line).max_by_key(|record| line(record));
    let first_below =
        records.iter().filter(|record| line(record) > mark.line).min_by_key(|record| line(record));
    for (nearest, is_above) in [(last_above, true), (first_below, false)] {
        let Some(nearest) = nearest else { continue };
        let beside = |record: &TypedRecord| (line(record) < mark.line) == is_above;
        let path: Vec<&str> = groups(nearest).collect();
        for depth in (0..=path.len()).rev() {
            let within = &path[..depth];
            scopes.push(chosen(&|record| {
                beside(record) && groups(record).take(depth).eq(within.iter().copied())
            }));
        }
    }
    scopes.retain(|scope| !scope.is_empty());
    scopes
}

/// The cells of the groups that a record stands in, outer first.
pub fn groups(record: &TypedRecord) -> impl Iterator<Item = &str> {
    record.record.group_address.as_deref().unwrap_or("").split(',').filter(|address| !address.is_empty())
}
