//! Dates in several columns (分列日期): year, month and day under one heading are one date.

use model::field::ValueType;
use model::reading::Cell;

use crate::field_cells::FieldCells;

/// Joins the columns of each date that has several into one; the others stay as they are.
pub fn join_date_parts(fields: Vec<FieldCells<'_>>) -> Vec<FieldCells<'_>> {
    let mut joined: Vec<FieldCells<'_>> = Vec::with_capacity(fields.len());
    for field_cells in fields {
        let is_date = field_cells.field.value_type() == ValueType::Date;
        let known = joined.iter_mut().find(|known| is_date && known.field == field_cells.field);
        match known {
            Some(known) => {
                known.cells.extend(field_cells.cells);
                known.is_joined = true;
            }
            None => joined.push(field_cells),
        }
    }
    joined
}

/// The text of a date whose parts stand in several cells: `2022年10月24日`. Missing: the cells do not follow each other
/// as year, month and day.
pub fn text_of_parts(cells: &[&Cell]) -> Option<String> {
    let numbers: Option<Vec<u32>> = cells.iter().map(|cell| number(&cell.content.text())).collect();
    match numbers?.as_slice() {
        [year] => Some(format!("{year}年")),
        [year, month] => Some(format!("{year}年{month}月")),
        [year, month, day] => Some(format!("{year}年{month}月{day}日")),
        _ => None,
    }
}

fn number(text: &str) -> Option<u32> {
    text.trim().trim_end_matches(['年', '月', '日', '号']).parse().ok()
}
