//! Capital that only the columns beside it add up to (分列到位资金): the months of a year, and what had arrived before.
//!
//! Where a return has a column for every month but none for the year or the total, these are the sums that anybody
//! would make: rule `sum_of_columns`, with the addresses of all cells.

use model::datasets::findings::Finding;
use model::date::Date;
use model::field::Field;
use model::month::Month;
use model::reading::{Cell, Sheet};

use crate::cell_rules::amounts::Amount;
use crate::cell_rules::outcome::Outcome;
use crate::field_cells::{FieldCells, addresses};
use crate::read_amounts::{outcome_of, written_amount};
use crate::return_context::ReturnContext;
use crate::typed_record::TypedRecord;
use crate::value_rows::{Standing, note_value};

/// Adds the capital of the year and the total where the return gives only their parts.
pub fn add_up_arrivals(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    fields: &[FieldCells<'_>],
    (sheet, context): (&Sheet, &ReturnContext<'_>),
) {
    let Some(period) = context.period else { return };
    let months = months_until(fields, period);
    let has = |field: Field| {
        let of_period = |column: Option<Date>| column.is_none() || column == Some(period.last_day());
        fields.iter().any(|known| known.field == field && of_period(known.column.month))
    };
    let first_of_year = Month::new(period.first_day().civil().0, 1);
    let of_year: Vec<&FieldCells<'_>> =
        months.iter().filter(|(month, _)| Some(*month) >= first_of_year).map(|(_, cells)| *cells).collect();
    let is_whole_year = first_of_year.is_some_and(|first| covers(&months, first, period));
    if is_whole_year && !has(Field::ArrivedYear) {
        note_sum(typed, findings, Field::ArrivedYear, &of_year, (sheet, context));
    }
    if has(Field::ArrivedTotal) {
        return;
    }
    let before =
        fields.iter().find(|known| known.field == Field::ArrivedTotal && known.column.month.is_some());
    let Some((before, until)) = before.and_then(|known| Some((known, Month::of(known.column.month?)))) else {
        return;
    };
    let since: Vec<&FieldCells<'_>> =
        months.iter().filter(|(month, _)| *month > until).map(|(_, cells)| *cells).collect();
    let of_year =
        fields.iter().find(|known| known.field == Field::ArrivedYear && known.column.month.is_none());
    let rest = match of_year {
        _ if covers(&months, until.plus(1), period) => since,
        Some(of_year) if Some(until.plus(1)) == first_of_year => vec![of_year],
        _ => return,
    };
    let parts: Vec<&FieldCells<'_>> = std::iter::once(before).chain(rest).collect();
    note_sum(typed, findings, Field::ArrivedTotal, &parts, (sheet, context));
}

/// The columns of single months up to a month.
fn months_until<'f, 'a>(fields: &'f [FieldCells<'a>], last: Month) -> Vec<(Month, &'f FieldCells<'a>)> {
    let dated = fields.iter().filter(|known| known.field == Field::ArrivedMonth);
    let dated = dated.filter_map(|known| Some((Month::of(known.column.month?), known)));
    dated.filter(|(month, _)| *month <= last).collect()
}

/// Whether there is a column for every month from one to another.
fn covers(months: &[(Month, &FieldCells<'_>)], first: Month, last: Month) -> bool {
    let wanted = first.index()..=last.index();
    wanted.clone().count() > 0
        && wanted.into_iter().all(|index| months.iter().any(|(month, _)| month.index() == index))
}

/// Notes the sum of some columns; a blank adds nothing, and a cell that cannot be read leaves no sum.
fn note_sum(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    field: Field,
    columns: &[&FieldCells<'_>],
    (sheet, context): (&Sheet, &ReturnContext<'_>),
) {
    let filled: Vec<&&FieldCells<'_>> = columns.iter().filter(|known| !known.cells.is_empty()).collect();
    let outcomes = filled.iter().map(|known| outcome_of(known, sheet, context));
    let Some(sum) = outcomes.map(amount).reduce(|left, right| plus(left?, right?)).flatten().flatten() else {
        return;
    };
    let cells: Vec<&Cell> = filled.iter().flat_map(|known| known.cells.iter().copied()).collect();
    let raw = cells.iter().map(|cell| cell.content.text()).collect::<Vec<_>>().join("|");
    let mut standing = Standing::new(addresses(&cells), raw);
    standing.unit = Some(sum.unit.to_string());
    standing.unit_source = filled.first().and_then(|known| known.column.unit_source.clone());
    typed.amounts.insert(field, sum.yuan);
    typed.last_digits.insert(field, sum.last_digit_yuan);
    let outcome = Outcome::read("sum_of_columns", sum).flag("derived").confidence(0.9);
    let written = written_amount(&outcome);
    note_value(typed, findings, field, standing, &outcome, written);
}

/// An amount, nothing for a cell without one, and nothing at all for a cell that cannot be read.
fn amount(outcome: Outcome<Amount>) -> Option<Option<Amount>> {
    match (outcome.value, outcome.problems.is_empty()) {
        (Some(amount), _) => Some(Some(amount)),
        (None, true) => Some(None),
        (None, false) => None,
    }
}

fn plus(left: Option<Amount>, right: Option<Amount>) -> Option<Option<Amount>> {
    let (mut left, right) = match (left, right) {
        (Some(left), Some(right)) => (left, right),
        (one, other) => return Some(one.or(other)),
    };
    left.yuan = left.yuan.checked_add(right.yuan)?;
    left.last_digit_yuan = left.last_digit_yuan.max(right.last_digit_yuan);
    Some(Some(left))
}
