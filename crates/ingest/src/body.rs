//! The rows of a table (表体): which are projects, groups, sums and notes, and the rows that make one record.

use model::cell_address::CellAddress;
use model::field::Field;
use model::reading::{Cell, Content, Role};

use crate::caption::role_of;
use crate::columns::Settled;
use crate::grid::{Grid, text_of};
use crate::group_stack::{Group, GroupStack};
use crate::header_text::squeeze;
use crate::row_roles::{Says, group_level, is_group, says};

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

/// The columns that tell rows apart.
#[derive(Debug, Clone, Copy)]
struct Keys {
    first: u32,
    last: u32,
    row_no: Option<u32>,
    name: Option<u32>,
}

/// Reads the rows of a table.
pub fn read_body(
    grid: &Grid<'_>,
    columns: &[Settled],
    span: (u32, u32),
    rows: (u32, u32),
    repeated: &[(u32, u32)],
) -> Body {
    let column_of = |field| {
        columns.iter().find(|column| column.leaf.meaning.field == Some(field)).map(|column| column.leaf.col)
    };
    let name = [
        Field::ProjectName,
        Field::ProjectCodeLocal,
        Field::ProjectCodeNational,
        Field::Investor,
        Field::LocalEntity,
    ];
    let keys = Keys {
        first: span.0,
        last: span.1,
        row_no: column_of(Field::RowNo),
        name: name.into_iter().find_map(column_of),
    };
    let known: Vec<u32> = columns
        .iter()
        .filter(|column| column.leaf.meaning.field.is_some())
        .map(|column| column.leaf.col)
        .collect();
    let arabic = keys
        .row_no
        .is_some_and(|col| grid.rows_between(rows.0, rows.1).any(|row| is_arabic(grid.cell(row, col))));
    let mut reader = BodyReader {
        grid,
        keys,
        known,
        arabic,
        body: Body::default(),
        groups: GroupStack::default(),
        state: State::Open,
    };
    for row in grid.rows_between(rows.0, rows.1) {
        match repeated.iter().any(|(first, last)| (*first..=*last).contains(&row)) {
            true => reader.take_repeated_header(row),
            false => reader.take_row(row),
        }
    }
    reader.reach_down(rows.1);
    reader.body
}

fn is_arabic(cell: Option<&Cell>) -> bool {
    cell.is_some_and(|cell| match &cell.content {
        Content::Number(_) => true,
        Content::Text(text) => text.trim().parse::<f64>().is_ok(),
        _ => false,
    })
}

/// How far the body has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Rows may follow.
    Open,
    /// A note stood below: only full rows may follow.
    Noted,
    /// A signature stood below: nothing follows.
    Closed,
}

/// What one row turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Record,
    SubRow,
    Group,
    Sum(Role),
    Around,
    Blank,
}

struct BodyReader<'g, 'a> {
    grid: &'g Grid<'a>,
    keys: Keys,
    known: Vec<u32>,
    arabic: bool,
    body: Body,
    groups: GroupStack,
    state: State,
}

impl<'a> BodyReader<'_, 'a> {
    fn take_row(&mut self, row: u32) {
        let all = self.grid.cells_of(row);
        let inside: Vec<&Cell> =
            all.iter().filter(|cell| (self.keys.first..=self.keys.last).contains(&cell.col)).collect();
        let kind = self.kind(row, &inside);
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
        let text = match texts.get(1).and_then(|cell| text_of(cell)) {
            Some(second) if is_number_alone => format!("{own}{second}"),
            _ => own.to_owned(),
        };
        self.groups.push(&text, first.address());
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

    fn kind(&self, row: u32, inside: &[&Cell]) -> Kind {
        let Some(first) = inside.first() else { return Kind::Blank };
        if self.state == State::Closed {
            return Kind::Around;
        }
        let lead = self.keys.name.unwrap_or(self.keys.first).max(self.keys.first + 1);
        let leading = inside
            .iter()
            .filter(|cell| cell.col <= lead || cell.col == first.col)
            .filter_map(|cell| text_of(cell));
        for text in leading.take(4) {
            match says(text) {
                Says::Total => return Kind::Sum(Role::Total),
                Says::Subtotal => return Kind::Sum(Role::Subtotal),
                Says::Note | Says::Signature if inside.len() <= 4 && !self.has_running_number(row) => {
                    return Kind::Around;
                }
                _ => {}
            }
        }
        if self.is_group_row(row, inside) {
            return Kind::Group;
        }
        self.data_kind(row, inside)
    }

    fn has_running_number(&self, row: u32) -> bool {
        self.keys.row_no.is_some_and(|col| is_arabic(self.grid.cell(row, col)))
    }

    fn own_name(&self, row: u32) -> Option<&'a Cell> {
        self.grid.cell(row, self.keys.name?)
    }

    fn is_group_row(&self, row: u32, inside: &[&Cell]) -> bool {
        let Some(cell) = inside.iter().find(|cell| text_of(cell).is_some()) else { return false };
        let text = text_of(cell).unwrap_or_default();
        let squeezed = squeeze(text);
        let name = self.keys.name.unwrap_or(self.keys.first);
        if self.has_running_number(row) || cell.col > name {
            return false;
        }
        let (from, to) = self.grid.span_of(cell);
        let numbered =
            group_level(&squeezed) < 9 && (self.keys.row_no != Some(name)) && (cell.col < name || to > name);
        let number_alone = Some(cell.col) == self.keys.row_no && self.arabic && is_chinese_number(&squeezed);
        if numbered || number_alone {
            return true;
        }
        if inside.len() > 2 {
            return false;
        }
        let is_wide = to - from >= 2;
        let is_alone = inside.len() == 1;
        let in_number_column = Some(cell.col) == self.keys.row_no
            && !squeezed.chars().all(|c| c.is_ascii_digit() || is_circled(c));
        is_group(&squeezed)
            || (is_alone
                && (is_wide
                    || in_number_column
                    || (self.keys.row_no.is_some() && cell.col == name && self.arabic)))
    }

    fn data_kind(&self, row: u32, inside: &[&Cell]) -> Kind {
        let name = self.own_name(row);
        let numbered = self.keys.row_no.is_some_and(|col| self.grid.cell(row, col).is_some());
        let n_others = inside.iter().filter(|cell| Some(cell.col) != self.keys.row_no).count();
        if name.is_some() || numbered {
            let is_phase = name.and_then(text_of).is_some_and(is_phase_word) && !numbered;
            if is_phase && self.follows_record(row) {
                return Kind::SubRow;
            }
            let is_full = n_others >= 2 || (numbered && n_others >= 1);
            let may_follow = self.state == State::Open || (numbered && n_others >= 2);
            let is_name_alone =
                name.is_some() && n_others == 1 && self.keys.row_no.is_none() && self.known.len() < 3;
            return if (is_full || is_name_alone) && may_follow { Kind::Record } else { Kind::Around };
        }
        let merged = self.keys.name.is_some_and(|col| self.grid.is_merged_from_above(row, col));
        let in_amounts = inside.iter().any(|cell| !matches!(cell.content, Content::Text(_)));
        if self.state == State::Open
            && self.follows_record(row)
            && (merged || in_amounts || inside.len() >= 2)
        {
            return Kind::SubRow;
        }
        Kind::Around
    }

    /// Whether the row directly above belongs to a record.
    fn follows_record(&self, row: u32) -> bool {
        let Some(record) = self.body.records.last() else { return false };
        let reaches = self
            .keys
            .name
            .and_then(|col| self.grid.merge_at(record.first, col))
            .map_or(record.last, |merge| merge.last.row);
        row == record.last + 1 || row <= reaches
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

fn is_phase_word(text: &str) -> bool {
    let squeezed = squeeze(text);
    let squeezed = squeezed.trim_matches(|c| matches!(c, '(' | ')' | ':' | '-'));
    matches!(
        squeezed,
        "一期"
            | "二期"
            | "三期"
            | "四期"
            | "首期"
            | "后期"
            | "续建"
            | "第一期"
            | "第二期"
            | "第三期"
            | "其中"
    )
}

fn is_chinese_number(squeezed: &str) -> bool {
    let bare = squeezed.trim_matches(|c| matches!(c, '(' | ')' | '、' | '.'));
    !bare.is_empty() && bare.chars().all(|c| "一二三四五六七八九十".contains(c))
}

const fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳' | '.' | '、')
}

/// The address of the groups of a record, joined by `,`.
pub fn group_addresses(groups: &[Group]) -> String {
    groups.iter().map(|group| CellAddress::to_string(&group.address)).collect::<Vec<_>>().join(",")
}
