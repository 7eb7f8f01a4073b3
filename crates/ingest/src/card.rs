//! One project to a card (卡片): every value stands to the right of its label, or below it.

use model::cell_address::CellAddress;
use model::reading::{Cell, Role};

use crate::areas::area_of;
use crate::columns::settle_leaves;
use crate::grid::text_of;
use crate::header_text::read_header;
use crate::labels_aside::{BlockReader, Label, names_project};
use crate::leaves::{Leaf, key_of};
use crate::rows::{column_finding, column_row, joined, new_record};
use crate::sheet_reading::SheetReading;

impl BlockReader<'_, '_> {
    /// Reads a block as one card.
    pub fn read_card(&self, block: &[Label<'_>], reading: &mut SheetReading) {
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
            if row_below > self.last_row {
                return None; // the next card begins
            }
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
        let key = key_of(self.labels, &path);
        Leaf { col: value.col, path, areas, unit, meaning, key }
    }
}
