//! Where the tables of a sheet are (找表): rows of labels, scored by the fields that they name.

use model::cell_address::CellAddress;
use model::field::Field;

use crate::grid::{Grid, text_of};
use crate::header::{Header, Place, read};
use crate::header_text::squeeze;
use crate::intro::{intro_first, titles_of};
use crate::labels::Labels;
use crate::stacked_header::read_stacked;

/// Titles are the same where so many of their first characters are.
const LENGTH_OF_TITLE: usize = 10;

/// A table with its header and the rows of its body.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its header.
    pub header: Header,
    /// The last row that can belong to its body.
    pub body_last: u32,
    /// The first row of what stands above it: title and caption.
    pub above_first: u32,
    /// Rows inside its body in which its header is repeated, as on every printed page.
    pub repeated: Vec<(u32, u32)>,
    /// Cells of the titles that head this table and no other one of the sheet.
    pub titles: Vec<CellAddress>,
    /// It names projects; otherwise it is a summary or a list.
    pub names_projects: bool,
}

impl Table {
    /// A table that reaches to the end of its sheet until another one begins.
    fn new(grid: &Grid<'_>, header: Header, above_first: u32) -> Table {
        let names_projects = names_projects(&header);
        let (repeated, titles) = (Vec::new(), Vec::new());
        Table { header, body_last: grid.last_row(), above_first, repeated, titles, names_projects }
    }
}

/// Finds every table of a sheet, from top to bottom and left to right.
pub fn find_tables(grid: &Grid<'_>, labels: &Labels<'_>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut free_from = 1;
    for row in grid.rows() {
        if row < free_from {
            continue;
        }
        if let Some(header) =
            Some(row).filter(|_| tables.is_empty()).and_then(|row| read_stacked(grid, labels, row))
        {
            let above_first = std::mem::replace(&mut free_from, header.body_first());
            tables.push(Table::new(grid, header, above_first));
            continue;
        }
        if !is_candidate(grid, labels, row, !tables.is_empty()) {
            continue;
        }
        let fields = labels.fields_of_row(grid, row);
        if fields.is_empty() || is_card(grid, labels, row, &fields) {
            continue;
        }
        let anchor = better_anchor(grid, labels, row, &fields);
        let above_first = free_from;
        let found: Vec<Header> = parts_side_by_side(&fields_at(grid, labels, anchor, row, fields))
            .into_iter()
            .map(|(col_first, col_last)| read(grid, labels, Place { anchor, col_first, col_last, free_from }))
            .filter(is_convincing)
            .collect();
        let Some(first) = found.iter().map(|header| header.first).min() else { continue };
        if found.len() == 1 && repeats_header(grid, &mut tables, &found[0]) {
            free_from = found[0].body_first();
            continue;
        }
        let above_first = if tables.is_empty() { above_first } else { intro_first(grid, first, above_first) };
        end_before(&mut tables, above_first);
        free_from = found.iter().map(Header::body_first).max().unwrap_or(row + 1).max(row + 1);
        let n_before = tables.len();
        tables.extend(found.into_iter().map(|header| Table::new(grid, header, above_first)));
        add_titles(grid, &mut tables, n_before);
    }
    tables
}

/// Gives the tables from a place on the titles that are theirs alone. The title of the first table of a sheet, where
/// none stands beside it, is the title of the sheet.
fn add_titles(grid: &Grid<'_>, tables: &mut [Table], from: usize) {
    let columns: Vec<(u32, u32)> =
        tables[from..].iter().map(|table| (table.header.col_first, table.header.col_last)).collect();
    if from == 0 && columns.len() == 1 {
        return;
    }
    for (index, table) in tables[from..].iter_mut().enumerate() {
        let others: Vec<(u32, u32)> =
            columns.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, span)| *span).collect();
        let rows = (table.above_first, table.header.first.saturating_sub(1));
        let titles = titles_of(grid, rows, columns[index], &others);
        table.titles = titles.iter().map(|cell| cell.address()).collect();
    }
}

/// The header of the table above once more: without a title of its own, or behind a break of pages.
fn repeats_header(grid: &Grid<'_>, tables: &mut [Table], header: &Header) -> bool {
    let Some(table) = tables.last_mut().filter(|table| table.body_last >= header.first) else { return false };
    let leaves =
        |header: &Header| header.leaves.iter().map(|leaf| (leaf.col, leaf.path.clone())).collect::<Vec<_>>();
    if leaves(&table.header) != leaves(header) {
        return false;
    }
    let first = page_first(grid, table, header.first);
    let above = grid.rows_between(table.header.body_first(), first - 1).next_back();
    let follows_data = above.is_some_and(|row| grid.cells_of(row).len() > 2);
    if follows_data {
        table.repeated.push((first, header.body_first() - 1));
    }
    follows_data
}

/// The first row of what a new page puts above the repeated header: `（转下页）`, `续表`, the title once more.
fn page_first(grid: &Grid<'_>, table: &Table, header_first: u32) -> u32 {
    let titles: Vec<String> = grid
        .rows_between(1, table.header.first.saturating_sub(1))
        .flat_map(|row| grid.cells_of(row))
        .filter_map(text_of)
        .map(|text| squeeze(text).chars().take(LENGTH_OF_TITLE).collect())
        .collect();
    let is_page_text = |text: &str| {
        let squeezed = squeeze(text);
        let start: String = squeezed.chars().take(LENGTH_OF_TITLE).collect();
        let is_mark = ["续表", "(续", "转下页", "接上页", "下页续", "上页续"]
            .iter()
            .any(|word| squeezed.contains(word));
        let is_number = squeezed.starts_with('第') && squeezed.contains('页');
        is_mark || is_number || titles.contains(&start)
    };
    let mut first = header_first;
    for row in grid.rows_between(table.header.body_first(), header_first - 1).rev() {
        let cells = grid.cells_of(row);
        let is_page = cells.len() <= 3 && cells.iter().all(|cell| text_of(cell).is_some_and(is_page_text));
        if !is_page {
            break;
        }
        first = row;
    }
    first
}

/// Tables above end where another header begins.
fn end_before(tables: &mut [Table], row: u32) {
    for table in tables.iter_mut().filter(|table| table.body_last >= row) {
        table.body_last = row - 1;
    }
}

/// Whether it is worth looking at the labels of a row: it holds known texts, and in a body no numbers.
fn is_candidate(grid: &Grid<'_>, labels: &Labels<'_>, row: u32, in_body: bool) -> bool {
    let cells = grid.cells_of(row);
    let texts = cells.iter().filter_map(text_of);
    let n_texts = texts.clone().count();
    if n_texts < 2 || (in_body && n_texts < cells.len()) {
        return false;
    }
    let short = || texts.clone().filter(|text| text.len() <= 60);
    let known = short().filter(|text| labels.is_known(text)).take(3).count();
    if known >= if in_body { 2 } else { 1 } {
        return true;
    }
    // Wordings that no list holds: three fields that are told from the words.
    let may_be = (!in_body || known > 0) && n_texts >= 3;
    may_be && short().filter_map(|text| labels.field(text)).take(3).count() == 3
}

fn distinct(fields: &[(u32, Field)]) -> usize {
    let mut only: Vec<Field> = fields.iter().map(|(_, field)| *field).collect();
    only.sort_unstable();
    only.dedup();
    only.len()
}

/// Enough fields, and not too many columns that nobody understands.
fn is_convincing(header: &Header) -> bool {
    let n_fields = header.n_fields();
    let n_known = header.leaves.iter().filter(|leaf| leaf.meaning.field.is_some()).count();
    let is_dense = n_known * 3 >= header.leaves.len() || n_fields >= 5;
    let names = header
        .leaves
        .iter()
        .any(|leaf| matches!(leaf.meaning.field, Some(Field::ProjectName | Field::ProjectCodeLocal)));
    let is_short =
        || header.leaves.iter().all(|leaf| leaf.path.iter().all(|text| text.chars().count() <= 45));
    (n_fields >= 3 || (n_fields == 2 && names)) && (is_dense || (names && n_fields >= 3 && is_short()))
}

/// Labels stand below each other in the columns of this row: a card, no header.
fn is_card(grid: &Grid<'_>, labels: &Labels<'_>, row: u32, fields: &[(u32, Field)]) -> bool {
    if fields.len() > 5 {
        return false;
    }
    let below = grid.rows_between(row + 1, row + 8);
    let label_rows: Vec<u32> = below
        .filter(|row| {
            let mut own =
                grid.cells_of(*row).iter().filter_map(|cell| Some((cell.col, labels.of_cell(cell)?)));
            own.any(|(at, found)| fields.iter().any(|(col, field)| *col == at && *field != found))
        })
        .collect();
    let alternates = label_rows.len() == 2 && label_rows[0] == row + 2 && label_rows[1] == row + 4;
    label_rows.len() >= 3 || alternates
}

/// The row with most labels among this one and the next three.
fn better_anchor(grid: &Grid<'_>, labels: &Labels<'_>, row: u32, fields: &[(u32, Field)]) -> u32 {
    let mut best = (row, distinct(fields));
    for next in row + 1..=row + 3 {
        let cells = grid.cells_of(next);
        if cells.is_empty() || cells.iter().any(|cell| text_of(cell).is_none_or(|text| text.len() > 90)) {
            break;
        }
        let n_fields = distinct(&labels.fields_of_row(grid, next));
        if n_fields > best.1 {
            best = (next, n_fields);
        }
    }
    best.0
}

fn fields_at(
    grid: &Grid<'_>,
    labels: &Labels<'_>,
    anchor: u32,
    row: u32,
    fields: Vec<(u32, Field)>,
) -> Vec<(u32, Field)> {
    if anchor == row { fields } else { labels.fields_of_row(grid, anchor) }
}

/// Column ranges of tables that stand side by side: the same name label again after it.
fn parts_side_by_side(fields: &[(u32, Field)]) -> Vec<(u32, u32)> {
    let names: Vec<u32> =
        fields.iter().filter(|(_, field)| *field == Field::ProjectName).map(|(col, _)| *col).collect();
    let Some(first_name) = names.first().copied() else { return vec![(1, u32::MAX)] };
    let first_field = fields.first().map(|(_, field)| *field);
    let lead = fields.first().map_or(0, |(col, _)| first_name - col);
    let mut starts = vec![1];
    for name in names.iter().skip(1) {
        let start = name.saturating_sub(lead);
        let repeats = fields.iter().any(|(col, field)| *col == start && Some(*field) == first_field);
        if repeats && starts.last().is_some_and(|last| start > last + 1) {
            starts.push(start);
        }
    }
    let ends = starts.iter().skip(1).map(|start| start - 1).chain([u32::MAX]);
    starts.iter().copied().zip(ends).collect()
}

/// A table of projects names them, or has another id and enough to say about it.
fn names_projects(header: &Header) -> bool {
    let has = |field: Field| header.leaves.iter().any(|leaf| leaf.meaning.field == Some(field));
    let says_something = header.n_fields() >= 4;
    has(Field::ProjectName)
        || (says_something && (has(Field::ProjectCodeLocal) || has(Field::ProjectCodeNational)))
        || (says_something && (has(Field::Investor) || has(Field::LocalEntity)) && has(Field::ContractValue))
}
