//! One part of a bridge as cells (变动单元格): its amount as a formula over the steps, and what a chart needs.

use crate::excel::book::Book;
use crate::excel::bridge_parts::{Part, component_words};
use crate::excel::cell::{Cell, Ground};
use crate::excel::formulas::{address, money_formula};
use crate::excel::tally::LARGEST_EXACT;

/// The rows in which the steps stand, from 0.
pub struct StepRows {
    /// First.
    pub first: u32,
    /// Last.
    pub last: u32,
}

/// Figure, change, amount, unit, projects, and four columns for the chart.
pub fn bridge_row(book: &Book<'_>, part: &Part<'_>, at: u32, steps: &StepRows) -> Vec<Cell> {
    let end = part.is_end();
    let is_money = part.measure.is_money;
    let unit = if is_money { book.style().money_unit() } else { book.pick("个", "projects").to_owned() };
    let n_projects = (!end).then_some(part.steps.len() as i64);
    let words = [
        Cell::words(part.measure.words(book.lang())),
        Cell::words(component_words(part.component, book.lang())),
        amount_cell(book, part, at, steps),
        Cell::mark(unit),
        Cell::count_or_blank(n_projects),
    ];
    let before = part.level.saturating_sub(part.amount);
    let shown = |yes: bool, amount: i64| match yes {
        true => Cell::number(printed(book, is_money, amount)),
        false => Cell::count_or_blank(None::<i64>),
    };
    let helpers = [
        shown(!end, before.min(part.level)),
        shown(end, part.amount),
        shown(!end && part.amount > 0, part.amount),
        shown(!end && part.amount < 0, part.amount.saturating_neg()),
    ];
    let helpers = helpers.into_iter().map(|cell| cell.on(Ground::Grey));
    words.into_iter().map(|cell| cell.in_total(end)).chain(helpers).collect()
}

/// An amount or a count as it is printed.
pub fn printed(book: &Book<'_>, is_money: bool, amount: i64) -> String {
    if is_money { book.style().money(amount) } else { amount.to_string() }
}

/// Opening is given; a component sums its steps, and closing adds them to opening.
fn amount_cell(book: &Book<'_>, part: &Part<'_>, at: u32, steps: &StepRows) -> Cell {
    let text = printed(book, part.measure.is_money, part.amount);
    let column = |column| {
        let [first, last] = [steps.first, steps.last].map(|row| absolute(&address(column, row)));
        format!("{first}:{last}")
    };
    let of_measure = format!("SUMIFS({},{},{}", column(2), column(0), address(0, at));
    let sum = match part.component {
        "opening" => return Cell::number(text),
        "closing" => format!("({}+{of_measure}))", part.opening),
        _ => format!("{of_measure},{},{})", column(1), address(1, at)),
    };
    let is_exact = |n: i64| n.unsigned_abs() <= LARGEST_EXACT.unsigned_abs();
    match ([part.amount, part.opening].into_iter().all(is_exact), part.measure.is_money) {
        (false, _) => Cell::number(text),
        (true, true) => Cell::formula(money_formula(&sum, book.style()), text),
        (true, false) => Cell::formula(sum, text),
    }
}

/// `$B$8` from `B8`.
fn absolute(address: &str) -> String {
    let digits = address.find(|c: char| c.is_ascii_digit()).unwrap_or(address.len());
    let (column, row) = address.split_at(digits);
    format!("${column}${row}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_held() {
        assert_eq!(absolute("AB12"), "$AB$12");
    }
}
