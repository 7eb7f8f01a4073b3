//! Labels with their values to the right (竖表、卡片): one project to a column, or one project to a card.

use model::cell_address::CellAddress;
use model::field::Field;
use model::reading::{Cell, Role};

use crate::caption::caption_unit;
use crate::columns::{Around, FoundUnit, Settled, format_unit, settle_leaves};
use crate::grid::{Grid, text_of};
use crate::header::area_of;
use crate::header_text::read_header;
use crate::labels::{Labels, is_unit};
use crate::leaves::Leaf;
use crate::month_text::last_year;
use crate::row_roles::{Says, says};
use crate::rows::{Origin, column_finding, column_row, joined, new_record};
use crate::sheet_reading::SheetReading;

/// A label and where its values stand.
#[derive(Debug, Clone, Copy)]
struct Label<'a> {
    cell: &'a Cell,
    field: Option<Field>,
    /// First column to the right of the label.
    right: u32,
}

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
            _ => blocks.push(vec![*label]),
        }
    }
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

struct BlockReader<'r, 'a> {
    grid: &'r Grid<'a>,
    labels: &'r Labels<'r>,
    origin: Origin<'r>,
    caption: &'r Around,
    last_row: u32,
}

impl BlockReader<'_, '_> {
    fn read_across(&self, block: &[Label<'_>], columns: &[u32], reading: &mut SheetReading) {
        let name = block.iter().find(|label| label.field == Some(Field::ProjectName));
        let right = name.map_or(2, |label| label.right);
        let first_row = block[0].cell.row;
        let rows: Vec<u32> = self
            .grid
            .rows_between(first_row, self.last_row)
            .filter(|row| self.is_label_row(*row, right))
            .collect();
        let leaves: Vec<Leaf> =
            rows.iter().filter_map(|row| self.leaf_of_row(*row, right, columns[0])).collect();
        let by_format = |leaf: &Leaf, _: &Around| {
            let row = leaf.areas.last()?.first.row;
            let cell = columns.iter().find_map(|col| self.grid.cell(row, *col))?;
            Some(FoundUnit { unit: format_unit(cell)?, source: "format", address: cell.address() })
        };
        let settled = settle_leaves(leaves, self.caption, &by_format);
        self.write_columns(&settled, "across", reading);
        let last_label_row = rows.last().copied().unwrap_or(first_row);
        for col in columns {
            self.read_project_column(*col, &settled, (first_row, last_label_row), reading);
        }
    }

    /// A row with a text before the values that is no note.
    fn is_label_row(&self, row: u32, right: u32) -> bool {
        let label = (1..right).rev().find_map(|col| self.grid.seen(row, col)).and_then(text_of);
        label.is_some_and(|text| {
            text.chars().count() <= 30 && !matches!(says(text), Says::Note | Says::Signature)
        })
    }

    fn leaf_of_row(&self, row: u32, right: u32, col: u32) -> Option<Leaf> {
        let mut cells: Vec<&Cell> = Vec::new();
        let mut unit = None;
        for cell in (1..right.max(col)).filter_map(|col| self.grid.seen(row, col)) {
            let text = text_of(cell).unwrap_or_default();
            if is_unit(text) {
                unit = read_header(&format!("额({text})")).unit.map(|unit| (unit, cell.address()));
            } else if cell.col < right
                && text.parse::<f64>().is_err()
                && cells.last().is_none_or(|last| last.address() != cell.address())
            {
                cells.push(cell);
            }
        }
        let path: Vec<String> = cells.iter().filter_map(|cell| text_of(cell)).map(str::to_owned).collect();
        let texts: Vec<&str> = path.iter().map(String::as_str).collect();
        let meaning = self.labels.meaning(&texts);
        let in_text =
            cells.iter().rev().find_map(|cell| Some((read_header(text_of(cell)?).unit?, cell.address())));
        let areas = cells.iter().map(|cell| area_of(self.grid, cell)).collect();
        (!path.is_empty()).then_some(Leaf { col, path, areas, unit: unit.or(in_text), meaning })
    }

    fn write_columns(&self, settled: &[Settled], orientation: &str, reading: &mut SheetReading) {
        for column in settled {
            let row = column.leaf.areas.last().map(|area| area.first.row);
            reading.columns.push(column_row(&self.origin, column, orientation, row));
            reading.findings.extend(column_finding(&self.origin, column));
            column.leaf.areas.iter().for_each(|area| self.set_role(area.first, Role::Header, reading));
        }
    }

    fn set_role(&self, address: CellAddress, role: Role, reading: &mut SheetReading) {
        let cells = self.grid.cells_of(address.row);
        let Some(index) = cells.iter().position(|cell| cell.col == address.col) else { return };
        if let Some(known) = reading.roles.get_mut(self.grid.start_of(address.row) + index) {
            *known = role;
        }
    }

    fn read_project_column(
        &self,
        col: u32,
        settled: &[Settled],
        rows: (u32, u32),
        reading: &mut SheetReading,
    ) {
        let mut raw = Vec::new();
        let mut sum = Says::Nothing;
        let mut hidden = true;
        let mut places = Vec::new();
        for column in settled {
            let Some(row) = column.leaf.areas.last().map(|area| area.first.row) else { continue };
            let Some(cell) = self.grid.seen(row, col) else { continue };
            if let Some(text) = text_of(cell).filter(|_| sum == Says::Nothing && raw.len() < 3) {
                sum = Some(says(text))
                    .filter(|says| matches!(says, Says::Total | Says::Subtotal))
                    .unwrap_or(sum);
            }
            hidden &= cell.hidden;
            let field = column.leaf.meaning.field;
            places.push((cell.address(), if field.is_some() { Role::Data } else { Role::Extra }));
            if let Some(field) = field.filter(|field| !field.is_personal()) {
                raw.extend(joined(field, &[cell]).map(|text| (field, text)));
            }
        }
        let role = match sum {
            Says::Total => Some(Role::Total),
            Says::Subtotal => Some(Role::Subtotal),
            _ => None,
        };
        let n_said = raw.iter().filter(|(field, _)| *field != Field::RowNo).count();
        if role.is_none() && (n_said < 2 || !names_project(&raw)) {
            return;
        }
        places.iter().for_each(|(address, own)| self.set_role(*address, role.unwrap_or(*own), reading));
        if role.is_none() {
            let mut record = new_record(&self.origin, raw);
            record.record_id = self.origin.record_id(col);
            (record.row_first, record.row_last) = (rows.0 as i32, rows.1 as i32);
            (record.col_first, record.col_last, record.hidden) = (col as i32, col as i32, hidden);
            reading.records.push(record);
        }
    }

    fn read_card(&self, block: &[Label<'_>], reading: &mut SheetReading) {
        let with_values: Vec<(Leaf, &Cell)> = self.leaves_of_card(block);
        let leaves = with_values.iter().map(|(leaf, _)| leaf.clone()).collect();
        let settled = settle_leaves(leaves, self.caption, &|_, _| None);
        let mut raw = Vec::new();
        let (mut last, mut hidden) = (block[0].cell.address(), true);
        for (column, (_, value)) in settled.iter().zip(&with_values) {
            reading.columns.push(column_row(&self.origin, column, "card", Some(value.row)));
            reading.findings.extend(column_finding(&self.origin, column));
            column.leaf.areas.iter().for_each(|area| self.set_role(area.first, Role::Header, reading));
            let field = column.leaf.meaning.field;
            self.set_role(value.address(), if field.is_some() { Role::Data } else { Role::Extra }, reading);
            last = CellAddress::new(last.row.max(value.row), last.col.max(self.grid.span_of(value).1));
            hidden &= value.hidden;
            if let Some(field) = field.filter(|field| !field.is_personal()) {
                raw.extend(joined(field, &[value]).map(|text| (field, text)));
            }
        }
        if raw.len() < 2 || !names_project(&raw) {
            return;
        }
        let first = block.iter().map(|label| label.cell.col).min().unwrap_or(1);
        let mut record = new_record(&self.origin, raw);
        record.record_id = self.origin.record_id(block[0].cell.row);
        (record.row_first, record.row_last) = (block[0].cell.row as i32, last.row as i32);
        (record.col_first, record.col_last, record.hidden) = (first as i32, last.col as i32, hidden);
        reading.records.push(record);
    }

    /// Every label of a card with its value: to the right, or below where another label stands to the right.
    fn leaves_of_card(&self, block: &[Label<'_>]) -> Vec<(Leaf, &Cell)> {
        let is_label = |cell: &Cell| block.iter().any(|label| label.cell.address() == cell.address());
        let value_of = |label: &Label<'_>| {
            let row = label.cell.row;
            let right = self.grid.cell(row, label.right).or_else(|| self.grid.cell(row, label.right + 1));
            if let Some(value) = right.filter(|cell| !is_label(cell)) {
                return Some(value);
            }
            let row_below = area_of(self.grid, label.cell).last.row + 1;
            let has_labels_below = self.grid.cells_of(row_below).iter().any(is_label);
            let beside_label = right.is_some_and(is_label) || !has_labels_below;
            let below = self.grid.cell(row_below, label.cell.col);
            below.filter(|cell| beside_label && !is_label(cell))
        };
        let found = block.iter().filter_map(|label| Some((label, value_of(label)?)));
        found.map(|(label, value)| (self.card_leaf(label.cell, value), value)).collect()
    }

    fn card_leaf(&self, label: &Cell, value: &Cell) -> Leaf {
        let text = text_of(label).unwrap_or_default();
        let area = area_of(self.grid, label);
        let group = self.grid.seen(label.row, area.first.col.saturating_sub(1)).filter(|cell| {
            let above = area_of(self.grid, cell);
            above.last.row > above.first.row && self.labels.of_cell(cell).is_none()
        });
        let group = group.and_then(|cell| Some((text_of(cell)?, area_of(self.grid, cell))));
        let mut path = vec![text.to_owned()];
        let mut areas = vec![area];
        if let Some((group, area)) = group {
            path.insert(0, group.to_owned());
            areas.insert(0, area);
        }
        let texts: Vec<&str> = path.iter().map(String::as_str).collect();
        let meaning = self.labels.meaning(&texts);
        let unit = read_header(text).unit.map(|unit| (unit, label.address()));
        Leaf { col: value.col, path, areas, unit, meaning }
    }
}

fn names_project(raw: &[(Field, String)]) -> bool {
    raw.iter().any(|(field, _)| matches!(field, Field::ProjectName | Field::ProjectCodeLocal))
}
