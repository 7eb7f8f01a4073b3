//! What a row of a body is (行类): a record, a further row of one, a group, a sum, or something around the table.

use model::reading::{Cell, Content, Role};

use crate::caption::caption_unit;
use crate::grid::{Grid, text_of};
use crate::header_text::squeeze;
use crate::row_roles::{Says, group_level, heads_group, is_group, says};

/// The columns that tell rows apart.
#[derive(Debug, Clone, Copy)]
pub struct Keys {
    /// First column.
    pub first: u32,
    /// Last column.
    pub last: u32,
    /// Column of running numbers.
    pub row_no: Option<u32>,
    /// Column of names.
    pub name: Option<u32>,
}

/// How far the body has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Rows may follow.
    Open,
    /// A note stood below: only full rows may follow.
    Noted,
    /// A signature stood below: nothing follows.
    Closed,
}

/// What one row turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The first row of a record.
    Record,
    /// A further row of the record above.
    SubRow,
    /// A group row.
    Group,
    /// A total or subtotal.
    Sum(Role),
    /// Notes, signatures and the like.
    Around,
    /// Nothing in the columns of the table.
    Blank,
}

/// Tells rows apart.
#[derive(Debug)]
pub struct RowKinds<'g, 'a> {
    grid: &'g Grid<'a>,
    keys: Keys,
    /// How many columns are understood.
    n_known: usize,
    /// Running numbers are written in figures.
    arabic: bool,
}

impl<'g, 'a> RowKinds<'g, 'a> {
    /// Looks at the running numbers of a body.
    pub fn new(grid: &'g Grid<'a>, keys: Keys, n_known: usize, rows: (u32, u32)) -> RowKinds<'g, 'a> {
        let numbers = |col| grid.rows_between(rows.0, rows.1).any(|row| is_arabic(grid.cell(row, col)));
        RowKinds { grid, keys, n_known, arabic: keys.row_no.is_some_and(numbers) }
    }

    /// What a row is; `last` are the rows of the record before it.
    pub fn kind(&self, row: u32, inside: &[&Cell], state: State, last: Option<(u32, u32)>) -> Kind {
        let Some(first) = inside.first() else { return Kind::Blank };
        if state == State::Closed {
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
        if is_caption_row(inside) {
            return Kind::Around;
        }
        if self.is_group_row(row, inside) {
            return Kind::Group;
        }
        self.data_kind(row, inside, state, last)
    }

    fn has_running_number(&self, row: u32) -> bool {
        self.keys.row_no.is_some_and(|col| is_arabic(self.grid.cell(row, col)))
    }

    fn own_name(&self, row: u32) -> Option<&'a Cell> {
        self.grid.cell(row, self.keys.name?)
    }

    /// A group that carries its sums: `2021年智博会（2个）` and nothing but numbers beside it, a running number included.
    fn is_group_with_sums(&self, inside: &[&Cell]) -> bool {
        let name = self.keys.name.unwrap_or(self.keys.first);
        let mut texts =
            inside.iter().filter(|cell| text_of(cell).is_some() && Some(cell.col) != self.keys.row_no);
        let (Some(head), None) = (texts.next(), texts.next()) else { return false };
        let has_sums =
            inside.iter().any(|cell| cell.col > name && matches!(cell.content, Content::Number(_)));
        has_sums && head.col <= name && text_of(head).is_some_and(|text| heads_group(&squeeze(text)))
    }

    fn is_group_row(&self, row: u32, inside: &[&Cell]) -> bool {
        if self.is_group_with_sums(inside) {
            return true;
        }
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

    fn data_kind(&self, row: u32, inside: &[&Cell], state: State, last: Option<(u32, u32)>) -> Kind {
        let name = self.own_name(row);
        let numbered = self.keys.row_no.is_some_and(|col| self.grid.cell(row, col).is_some());
        let n_others = inside.iter().filter(|cell| Some(cell.col) != self.keys.row_no).count();
        if name.is_some() || numbered {
            let is_phase = name.and_then(text_of).is_some_and(is_phase_word) && !numbered;
            if is_phase && self.follows_record(row, last) {
                return Kind::SubRow;
            }
            let is_full = n_others >= 2 || (numbered && n_others >= 1);
            let may_follow = state == State::Open || (numbered && n_others >= 2);
            let is_name_alone =
                name.is_some() && n_others == 1 && self.keys.row_no.is_none() && self.n_known < 3;
            return if (is_full || is_name_alone) && may_follow { Kind::Record } else { Kind::Around };
        }
        let merged = self.keys.name.is_some_and(|col| self.grid.is_merged_from_above(row, col));
        let in_amounts = inside.iter().any(|cell| !matches!(cell.content, Content::Text(_)));
        if state == State::Open
            && self.follows_record(row, last)
            && (merged || in_amounts || inside.len() >= 2)
        {
            return Kind::SubRow;
        }
        Kind::Around
    }

    /// Whether the row directly above belongs to a record.
    fn follows_record(&self, row: u32, last: Option<(u32, u32)>) -> bool {
        let Some((first, last)) = last else { return false };
        let reaches = self
            .keys
            .name
            .and_then(|col| self.grid.merge_at(first, col))
            .map_or(last, |merge| merge.last.row);
        row == last + 1 || row <= reaches
    }
}

/// A few texts, one of which names the unit: `单位：万元` between two tables.
fn is_caption_row(inside: &[&Cell]) -> bool {
    let texts: Option<Vec<&str>> = inside.iter().map(|cell| text_of(cell)).collect();
    texts.is_some_and(|texts| {
        texts.len() <= 3 && texts.iter().any(|text| text.contains("单位") && caption_unit(text).is_some())
    })
}

fn is_arabic(cell: Option<&Cell>) -> bool {
    cell.is_some_and(|cell| match &cell.content {
        Content::Number(_) => true,
        Content::Text(text) => text.trim().parse::<f64>().is_ok(),
        _ => false,
    })
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
