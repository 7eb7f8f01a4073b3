//! The header tree of a table (表头): which rows belong to it, and the leaves with their paths.

use model::reading::Cell;

use crate::grid::{Grid, text_of};
use crate::header_text::squeeze;
use crate::labels::{Labels, is_form_word, is_unit};
use crate::leaves::{Leaf, leaf_of_column};
use crate::meaning::Method;
use crate::row_roles::{Says, says};

/// So many rows may stand above, and below, the row with most labels.
const MAX_ROWS_AWAY: u32 = 4;

/// The header of one table.
#[derive(Debug, Clone)]
pub struct Header {
    /// First row.
    pub first: u32,
    /// Last row, without column numbers.
    pub last: u32,
    /// First column.
    pub col_first: u32,
    /// Last column.
    pub col_last: u32,
    /// The row of column numbers below it.
    pub column_numbers: Option<u32>,
    /// Its leaves, by column.
    pub leaves: Vec<Leaf>,
}

impl Header {
    /// The first row of the body.
    pub fn body_first(&self) -> u32 {
        self.column_numbers.unwrap_or(self.last) + 1
    }

    /// How many different fields its leaves have.
    pub fn n_fields(&self) -> usize {
        let mut fields: Vec<_> = self.leaves.iter().filter_map(|leaf| leaf.meaning.field).collect();
        fields.sort_unstable();
        fields.dedup();
        fields.len()
    }
}

/// Where a header is looked for: a row with labels, the columns to look at, and the first row that is free.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Row with most labels.
    pub anchor: u32,
    /// First column.
    pub col_first: u32,
    /// Last column.
    pub col_last: u32,
    /// No row above this one belongs to the header.
    pub free_from: u32,
}

/// Reads the header around a row of labels.
pub fn read(grid: &Grid<'_>, labels: &Labels<'_>, place: Place) -> Header {
    let search = Search { grid, labels, place };
    let top = search.top();
    let last = search.bottom(top);
    let (col_first, col_last) = search.columns(top, last);
    let leaves = (col_first..=col_last)
        .filter_map(|col| leaf_of_column(grid, labels, (top, last), (col_first, col)))
        .collect();
    let column_numbers = Some(last + 1).filter(|row| search.is_column_numbers(*row));
    Header { first: top, last, col_first, col_last, column_numbers, leaves }
}

struct Search<'s, 'a> {
    grid: &'s Grid<'a>,
    labels: &'s Labels<'s>,
    place: Place,
}

impl<'a> Search<'_, 'a> {
    fn cells(&self, row: u32) -> impl Iterator<Item = &'a Cell> + use<'a> {
        let (first, last) = (self.place.col_first, self.place.col_last);
        self.grid.cells_of(row).iter().filter(move |cell| (first..=last).contains(&cell.col))
    }

    fn columns(&self, top: u32, last: u32) -> (u32, u32) {
        let mut columns = (u32::MAX, 0);
        for row in top..=last {
            for cell in self.cells(row) {
                let span = self.grid.span_of(cell);
                columns = (columns.0.min(span.0), columns.1.max(span.1.min(self.place.col_last)));
            }
        }
        if columns.0 > columns.1 { (self.place.col_first, self.place.col_first) } else { columns }
    }

    fn top(&self) -> u32 {
        let anchor = self.place.anchor;
        let lowest = self.place.free_from.max(anchor.saturating_sub(MAX_ROWS_AWAY));
        let mut top = anchor;
        while top > lowest && self.is_piece_above(top - 1) {
            top -= 1;
        }
        top
    }

    /// Whether a row above the labels holds groups or first halves of labels.
    fn is_piece_above(&self, row: u32) -> bool {
        let anchor_columns: Vec<u32> = self.cells(self.place.anchor).map(|cell| cell.col).collect();
        let (Some(first), Some(last)) = (anchor_columns.first(), anchor_columns.last()) else { return false };
        let width = last - first + 1;
        let cells: Vec<&Cell> = self.cells(row).collect();
        let fits = |cell: &&Cell| {
            let Some(text) = text_of(cell) else { return false };
            let (from, to) = self.grid.span_of(cell);
            let is_wide = (to - from + 1) * 10 >= width * 7 && width > 2;
            let reaches_down =
                self.grid.merge_at(row, cell.col).is_some_and(|merge| merge.last.row >= self.place.anchor);
            let is_outside = (to < *first || from > *last) && !reaches_down;
            !is_wide && !is_outside && is_header_like(text)
        };
        if cells.is_empty() || !cells.iter().all(fits) {
            return false;
        }
        if cells.len() > 1 {
            return cells.iter().filter(|cell| self.leads_down(cell)).count() * 2 >= cells.len();
        }
        cells.first().is_some_and(|cell| self.is_lone_piece(cell, *first))
    }

    /// Whether what stands below a cell needs it: it is merged, or the two make a label.
    fn leads_down(&self, cell: &Cell) -> bool {
        if self.grid.merge_at(cell.row, cell.col).is_some() {
            return true;
        }
        let Some(below) = self.grid.seen(cell.row + 1, cell.col).and_then(text_of) else { return true };
        let text = text_of(cell).unwrap_or_default();
        let joined = self.labels.meaning(&[&format!("{text}{below}")]);
        let is_half =
            joined.field.is_some() && (joined.method == Method::Exact || self.labels.field(below).is_none());
        is_half || self.labels.needs_group(below)
    }

    /// A single cell above the labels: a merged group, a group word, or half a label.
    fn is_lone_piece(&self, cell: &Cell, first: u32) -> bool {
        let (from, to) = self.grid.span_of(cell);
        if to > from {
            return true;
        }
        let text = text_of(cell).unwrap_or_default();
        let below = self.grid.seen(cell.row + 1, cell.col).and_then(text_of);
        let joins = below.is_some_and(|below| self.labels.field(&format!("{text}{below}")).is_some());
        let heads = cell.col > first && below.is_none_or(|below| self.labels.needs_group(below));
        text.chars().count() <= 12 && (joins || heads)
    }

    fn bottom(&self, top: u32) -> u32 {
        let mut last = self.place.anchor;
        let limit = self.place.anchor + MAX_ROWS_AWAY;
        loop {
            last = self.merged_down(top, last).min(limit);
            if last >= limit || !self.continues(top, last + 1) {
                return last;
            }
            last += 1;
        }
    }

    /// The last row that merges beginning in the header reach.
    fn merged_down(&self, top: u32, last: u32) -> u32 {
        let heads = (top..=last).flat_map(|row| self.cells(row));
        let reach =
            heads.filter_map(|cell| self.grid.merge_at(cell.row, cell.col)).map(|merge| merge.last.row);
        reach.filter(|row| *row <= last + MAX_ROWS_AWAY).max().unwrap_or(last).max(last)
    }

    /// Whether a row below the labels still belongs to the header: leaves under groups, second halves, units.
    fn continues(&self, top: u32, row: u32) -> bool {
        if self.is_unit_row(row) {
            return true;
        }
        let mut n_cells = 0;
        for cell in self.cells(row) {
            n_cells += 1;
            let Some(text) = text_of(cell).filter(|text| is_header_like(text)) else { return false };
            if text.parse::<f64>().is_ok() || !self.fits_below(top, cell, text) {
                return false;
            }
        }
        n_cells > 0
    }

    /// A row of units under the labels, with dashes and words for the form where there is none: `— 亿元 亩 年月`.
    fn is_unit_row(&self, row: u32) -> bool {
        let texts: Option<Vec<&str>> = self.cells(row).map(text_of).collect();
        let Some(texts) = texts else { return false };
        let n_units = texts.iter().filter(|text| is_unit(text)).count();
        n_units >= 2 && texts.iter().all(|text| is_unit(text) || is_remark(text) || is_form_word(text))
    }

    fn fits_below(&self, top: u32, cell: &Cell, text: &str) -> bool {
        if is_unit(text) || is_remark(text) {
            return true;
        }
        let above = (top..cell.row).rev().find_map(|row| self.grid.seen(row, cell.col));
        let Some((above, above_text)) = above.and_then(|above| Some((above, text_of(above)?))) else {
            return self.is_under_group(top, cell) || self.labels.field(text).is_some();
        };
        let (from, to) = self.grid.span_of(above);
        if to > from {
            return true;
        }
        let own = self.labels.field(text);
        let same =
            own.is_some() && own == self.labels.field(above_text) && text.is_ascii() != above_text.is_ascii();
        let grouped =
            self.labels.needs_group(text) && self.labels.meaning(&[above_text, text]).field.is_some();
        same || grouped || (!is_word(text) && self.is_second_half(above_text, text))
    }

    /// `计到位` below `上月累`: together they are a label, and the first half alone is none.
    fn is_second_half(&self, above: &str, text: &str) -> bool {
        let joined = self.labels.meaning(&[&format!("{above}{text}")]);
        let known = self.labels.field(above);
        if joined.field.is_none() || joined.confidence < 0.6 || text.chars().count() > 10 {
            return false;
        }
        joined.method == Method::Exact || known.is_none()
    }

    /// Whether a leaf stands right of the first leaf of a group that was not merged.
    fn is_under_group(&self, top: u32, cell: &Cell) -> bool {
        self.labels.needs_group(text_of(cell).unwrap_or_default())
            && (top..cell.row).any(|row| self.cells(row).any(|head| head.col < cell.col))
    }

    /// `1 2 3 …`, `甲 乙 1 2`: the row of column numbers (栏次).
    fn is_column_numbers(&self, row: u32) -> bool {
        let mut expected = None;
        let mut n_cells = 0;
        for cell in self.cells(row) {
            let text = squeeze(&cell.content.text());
            let text = text.trim_matches(['(', ')']);
            if text.chars().all(|sign| "-—–/".contains(sign)) {
                continue; // a column without a number
            }
            n_cells += 1;
            if "甲乙丙丁戊己庚辛a b c d e 栏次".contains(text) && !text.is_empty() {
                continue;
            }
            let Some(number) = text.parse::<u32>().ok().or_else(|| formula_number(text)) else {
                return false;
            };
            if expected.is_some_and(|expected| number != expected) {
                return false;
            }
            expected = Some(number + 1);
        }
        n_cells >= 3
    }
}

/// `6=7+8` says that column 6 is a sum.
fn formula_number(text: &str) -> Option<u32> {
    text.split_once('=')?.0.parse().ok()
}

/// Short, and no caption, title or note.
fn is_header_like(text: &str) -> bool {
    let squeezed = squeeze(text);
    let n_characters = squeezed.chars().count();
    let names_something = squeezed.trim_end_matches(':').replace("其中:", "").contains(':');
    let is_note = matches!(says(text), Says::Note | Says::Signature | Says::Total | Says::Subtotal);
    (1..=30).contains(&n_characters)
        && !names_something
        && !is_note
        && !squeezed.starts_with("附件")
        && !squeezed.ends_with('表')
}

/// `（打√）`, `（年/月）`.
fn is_remark(text: &str) -> bool {
    let squeezed = squeeze(text);
    squeezed.starts_with('(') && squeezed.ends_with(')') && squeezed.chars().count() <= 12
}

/// A value of a list more likely than half a label.
fn is_word(text: &str) -> bool {
    ["无", "是", "否", "有", "/", "-"].contains(&text)
}
