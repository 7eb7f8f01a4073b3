//! The rows of a table (表体): which are projects, groups, sums and notes, and the rows that make one record.

use model::cell_address::CellAddress;
use model::field::Field;
use model::reading::{Cell, Role};

use crate::caption::role_of;
use crate::columns::Settled;
use crate::grid::{Grid, text_of};
use crate::group_stack::{Group, GroupStack};
use crate::header_text::squeeze;
use crate::row_kinds::{Keys, Kind, RowKinds, State};
use crate::row_roles::{Says, says};
use crate::tables::Table;

/// Rows that make one record.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordRows {
    /// First row.
    pub first: u32,
    /// Last row.
    pub last: u32,
    /// Groups it stands in, outer first.
    pub groups: Vec<Group>,
}

/// A body, read.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Its records.
    pub records: Vec<RecordRows>,
    /// The role of every cell in its rows, by the place in the sheet's list.
    pub roles: Vec<(usize, Role)>,
    /// The same for cells beside the table.
    pub beside: Vec<(usize, Role)>,
}

/// The fields that can name a project, the best first.
const NAMES: [Field; 5] = [
    Field::ProjectName,
    Field::ProjectCodeLocal,
    Field::ProjectCodeNational,
    Field::Investor,
    Field::LocalEntity,
];

/// Reads the rows of a table.
pub fn read_body(
    grid: &Grid<'_>,
    columns: &[Settled],
    span: (u32, u32),
    rows: (u32, u32),
    table: &Table,
) -> Body {
    let column_of = |field| {
        columns.iter().find(|column| column.leaf.meaning.field == Some(field)).map(|column| column.leaf.col)
    };
    let keys = Keys {
        first: span.0,
        last: span.1,
        row_no: column_of(Field::RowNo),
        name: NAMES.into_iter().find_map(column_of),
    };
    let known: Vec<u32> = columns
        .iter()
        .filter(|column| column.leaf.meaning.field.is_some())
        .map(|column| column.leaf.col)
        .collect();
    let kinds = RowKinds::new(grid, keys, known.len(), rows);
    let mut reader = BodyReader {
        grid,
        keys,
        known,
        kinds,
        body: Body::default(),
        groups: GroupStack::below(table.titles.iter().filter_map(|title| {
            let cell = grid.cell(title.row, title.col)?;
            Some((text_of(cell)?, *title))
        })),
        state: State::Open,
    };
    for row in grid.rows_between(rows.0, rows.1) {
        match table.repeated.iter().any(|(first, last)| (*first..=*last).contains(&row)) {
            true => reader.take_repeated_header(row),
            false => reader.take_row(row),
        }
    }
    reader.reach_down(rows.1);
    reader.body
}

/// Where reading stands.
struct BodyReader<'g, 'a> {
    grid: &'g Grid<'a>,
    keys: Keys,
    known: Vec<u32>,
    kinds: RowKinds<'g, 'a>,
    body: Body,
    groups: GroupStack,
    state: State,
}

impl<'a> BodyReader<'_, 'a> {
    fn take_row(&mut self, row: u32) {
        let all = self.grid.cells_of(row);
        let inside: Vec<&Cell> =
            all.iter().filter(|cell| (self.keys.first..=self.keys.last).contains(&cell.col)).collect();
        let last = self.body.records.last().map(|record| (record.first, record.last));
        let kind = self.kinds.kind(row, &inside, self.state, last);
        match kind {
            Kind::Record => {
                let groups = self.groups.current();
                self.body.records.push(RecordRows { first: row, last: row, groups });
                self.groups.note_record();
            }
            Kind::SubRow => {
                if let Some(record) = self.body.records.last_mut() {
                    record.last = row;
                }
            }
            Kind::Group => self.take_group(&inside),
            Kind::Sum(Role::Total) => self.groups.clear(),
            _ => {}
        }
        let start = self.grid.start_of(row);
        for (index, cell) in all.iter().enumerate() {
            match (self.keys.first..=self.keys.last).contains(&cell.col) {
                true => self.body.roles.push((start + index, self.role(kind, cell))),
                false => self.body.beside.push((start + index, beside(cell))),
            }
        }
        self.close(&inside, kind);
    }

    fn take_repeated_header(&mut self, row: u32) {
        let start = self.grid.start_of(row);
        let n_cells = self.grid.cells_of(row).len();
        self.body.roles.extend((start..start + n_cells).map(|place| (place, Role::Header)));
    }

    fn take_group(&mut self, inside: &[&Cell]) {
        let texts: Vec<&&Cell> = inside.iter().filter(|cell| text_of(cell).is_some()).take(2).collect();
        let Some(first) = texts.first() else { return };
        let own = text_of(first).unwrap_or_default();
        let is_number_alone = squeeze(own).chars().count() <= 3;
        let (text, cell) = match texts.get(1).and_then(|cell| Some((text_of(cell)?, cell))) {
            Some((second, cell)) if is_number_alone => (format!("{own}{second}"), cell),
            _ => (own.to_owned(), first),
        };
        self.groups.push(&text, cell.address());
    }

    /// Notes and signatures below the table end it.
    fn close(&mut self, inside: &[&Cell], kind: Kind) {
        if kind != Kind::Around || self.body.records.is_empty() {
            return;
        }
        for text in inside.iter().filter_map(|cell| text_of(cell)) {
            match says(text) {
                Says::Signature => self.state = State::Closed,
                Says::Note if self.state == State::Open => self.state = State::Noted,
                _ => {}
            }
        }
    }

    /// Merged names reach over rows that hold nothing else.
    fn reach_down(&mut self, last_row: u32) {
        let Some(name) = self.keys.name else { return };
        for record in &mut self.body.records {
            if let Some(merge) = self.grid.merge_at(record.first, name)
                && merge.first.row == record.first
            {
                record.last = record.last.max(merge.last.row.min(last_row));
            }
        }
        for index in 1..self.body.records.len() {
            let next = self.body.records[index].first;
            let record = &mut self.body.records[index - 1];
            record.last = record.last.min(next - 1).max(record.first);
        }
    }

    fn role(&self, kind: Kind, cell: &Cell) -> Role {
        let is_text = text_of(cell).is_some();
        match kind {
            Kind::Record | Kind::SubRow if self.known.contains(&cell.col) => Role::Data,
            Kind::Record | Kind::SubRow => Role::Extra,
            Kind::Group if is_text => Role::Group,
            Kind::Group => Role::Subtotal,
            Kind::Sum(role) => role,
            Kind::Around | Kind::Blank => beside(cell),
        }
    }
}

/// The role of a cell around the rows of a table.
fn beside(cell: &Cell) -> Role {
    match text_of(cell) {
        Some(text) => match role_of(text) {
            Role::Title => Role::Note,
            role => role,
        },
        None => Role::Other,
    }
}

/// The address of the groups of a record, joined by `,`.
pub fn group_addresses(groups: &[Group]) -> String {
    groups.iter().map(|group| CellAddress::to_string(&group.address)).collect::<Vec<_>>().join(",")
}
