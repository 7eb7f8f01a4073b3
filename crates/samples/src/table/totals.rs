//! Totals and subtotals (合计、小计): sums of the rows as printed.

use model::cell_address::column_letters;
use model::field::Field;

use crate::book::Content;
use crate::column::Column;
use crate::drawing::{Drawing, DrawnRow, DrawnTotal, address};
use crate::line::printed;
use crate::subject::Subject;
use crate::table::shape::Table;

/// What a wrong total is too high by, in yuan.
const TOTAL_SLIP: i64 = 300_000_000;

/// What a total is called, what it is for the truth, and which rows of the drawing it sums.
pub(crate) struct Total<'a> {
    pub(crate) label: &'a str,
    pub(crate) scope: &'static str,
    pub(crate) rows: std::ops::Range<usize>,
    /// The rows of the sheet that a formula sums; none for stored numbers.
    pub(crate) formula: Option<(u32, u32)>,
    /// The first money column is printed wrong on purpose.
    pub(crate) wrong: bool,
}

impl Table {
    /// Draws a total over money columns in a row.
    pub(crate) fn draw_total(&self, drawing: &mut Drawing, row: u32, total: &Total<'_>) {
        let label_col = self.first_col + u32::from(total.formula.is_some());
        drawing.write(self.page, row, label_col, total.label);
        let sheet = drawing.sheet_name(self.page);
        let money = self.placed().filter(|(_, column)| column.is_money());
        for (place, (col, column)) in money.enumerate() {
            let sum = drawing
                .rows
                .get(total.rows.clone())
                .unwrap_or_default()
                .iter()
                .filter_map(|row| printed_value(row, column.field))
                .fold(0_i64, i64::saturating_add);
            let slip = if total.wrong && place == 0 { TOTAL_SLIP } else { 0 };
            let (text, value) = printed(sum.saturating_add(slip), column.unit, 8);
            let formula = total.formula.filter(|_| slip == 0);
            let content = sum_content(col, column, &text, formula);
            let raw = content.raw();
            drawing.put(self.page, row, col, content);
            drawing.totals.push(DrawnTotal {
                sheet: sheet.clone(),
                at: address(row, col),
                scope: total.scope,
                subject: Subject::Of(column.field),
                raw,
                value,
                sum_of_rows: sum,
            });
        }
    }
}

/// What a row says in a money column, in yuan.
pub(crate) fn printed_value(row: &DrawnRow, field: Field) -> Option<i64> {
    row.cells.iter().find(|cell| cell.field == field).and_then(|cell| cell.value.parse().ok())
}

fn sum_content(col: u32, column: &Column, text: &str, formula: Option<(u32, u32)>) -> Content {
    let number = text.parse().unwrap_or_default();
    match (formula, column.spells_units()) {
        (_, true) => Content::Text(format!("{text}{}", column.unit)),
        (Some((first, last)), false) => {
            let letters = column_letters(col);
            Content::Formula(format!("=SUM({letters}{first}:{letters}{last})"), number)
        }
        (None, false) => column.plain_number(number),
    }
}
