//! Reads the money of one record in one column (金额): one cell, or the sum over the sub-rows of its phases.

use model::amount_unit::AmountUnit;
use model::datasets::findings::Finding;
use model::findings::C351_FORMULA_NOT_CALCULATED;
use model::reading::{Cell, Content, Sheet};

use crate::cell_rules::amounts::{Amount, read_amount};
use crate::cell_rules::formulas::evaluate;
use crate::cell_rules::outcome::{Outcome, Problem};
use crate::cell_rules::text::plain;
use crate::field_cells::FieldCells;
use crate::return_context::ReturnContext;
use crate::typed_record::TypedRecord;
use crate::value_rows::note_value;

/// Reads the amounts of a field. A column that belongs to another month than the return's is passed over.
pub fn read_amounts(
    typed: &mut TypedRecord,
    findings: &mut Vec<Finding>,
    field_cells: &FieldCells<'_>,
    sheet: &Sheet,
    context: &ReturnContext<'_>,
) {
    let other_month = field_cells.column.month.is_some_and(|month| Some(month) != context.period_end());
    if other_month {
        return;
    }
    let mut outcome = outcome_of(field_cells, sheet, context);
    if context.settings.form.zero_is_missing && outcome.value.as_ref().is_some_and(|amount| amount.yuan == 0)
    {
        outcome.value = None;
        outcome.rule = "zero_is_missing";
    }
    let mut standing = field_cells.standing(&typed.record).with_column_unit(field_cells.column);
    if let Some(amount) = &outcome.value {
        standing.unit = Some(amount.unit.to_string());
        if let Some(source) = amount.unit_from {
            standing.unit_source = Some(source.to_owned());
        } else if standing.unit_source.is_none() {
            let spoken = field_cells.spoken_unit.is_some();
            standing.unit_source = Some(if spoken { "cell" } else { "form" }.to_owned());
        }
    }
    let written = written_amount(&outcome);
    note_value(typed, findings, field_cells.field, standing, &outcome, written);
    let Some(amount) = outcome.value else { return };
    typed.amounts.insert(field_cells.field, amount.yuan);
    // A nought tells nothing of the digits that are printed.
    if amount.yuan != 0 {
        typed.last_digits.insert(field_cells.field, amount.last_digit_yuan);
    }
}

/// What the cells of a column say in a record; of sub-rows their sum.
pub fn outcome_of(
    field_cells: &FieldCells<'_>,
    sheet: &Sheet,
    context: &ReturnContext<'_>,
) -> Outcome<Amount> {
    let column_unit = column_unit(field_cells, context).or(field_cells.spoken_unit);
    let outcomes = field_cells.cells.iter().map(|cell| read_cell(cell, sheet, column_unit, context));
    let mut outcomes: Vec<Outcome<Amount>> = outcomes.collect();
    if first_is_total(&outcomes) && says_total(sheet, &field_cells.cells) {
        outcomes.truncate(1);
        return outcomes.remove(0).flag("total_of_parts");
    }
    sum(outcomes)
}

/// Whether the first of several sub-rows is the sum of the others.
fn first_is_total(outcomes: &[Outcome<Amount>]) -> bool {
    let yuan: Option<Vec<i64>> =
        outcomes.iter().map(|outcome| outcome.value.as_ref().map(|amount| amount.yuan)).collect();
    let Some([total, parts @ ..]) = yuan.as_deref() else { return false };
    !parts.is_empty() && parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(*part)) == Some(*total)
}

/// Whether a text beside the first of several sub-rows calls it the total, or one beside the second a part of it.
fn says_total(sheet: &Sheet, cells: &[&Cell]) -> bool {
    let [first, second, ..] = cells else { return false };
    let texts = |row: u32| {
        sheet
            .cells_of_row(row)
            .filter(|cell| matches!(cell.content, Content::Text(_)))
            .map(|cell| plain(&cell.content.text()))
    };
    texts(first.row).any(|text| WHOLES.contains(&text.as_str()))
        || texts(second.row).any(|text| text.starts_with("其中"))
}

/// What a sub-row is called that holds the total of the others.
const WHOLES: [&str; 8] = ["合计", "小计", "总计", "总", "整体", "全部", "总体", "项目合计"];

/// The amount as it is written down: whole yuan.
pub fn written_amount(outcome: &Outcome<Amount>) -> Option<String> {
    outcome.value.as_ref().map(|amount| amount.yuan.to_string())
}

fn column_unit(field_cells: &FieldCells<'_>, context: &ReturnContext<'_>) -> Option<AmountUnit> {
    let written = field_cells.column.unit.as_deref().or_else(|| match field_cells.field.default_unit() {
        "" => None,
        unit => Some(unit),
    });
    let of_form = context.settings.form.amount_unit.as_deref();
    written.or(of_form).and_then(|unit| unit.parse().ok().or_else(|| full_units(unit)))
}

/// A unit written as a number of full currency units: `1`, `1000`.
fn full_units(unit: &str) -> Option<AmountUnit> {
    let scale: i64 = unit.trim().parse().ok()?;
    (scale > 0).then_some(AmountUnit { scale, ..AmountUnit::YUAN })
}

fn read_cell(
    cell: &Cell,
    sheet: &Sheet,
    column_unit: Option<AmountUnit>,
    context: &ReturnContext<'_>,
) -> Outcome<Amount> {
    let read = |content: &Content| {
        let format = cell.number_format.as_deref();
        read_amount(content, format, column_unit, &context.vocabulary.rates, context.period)
    };
    let Content::Error(formula) = &cell.content else { return read(&cell.content) };
    let number_at = |row, col| sheet.seen_at(row, col).map_or(Some(0.0), |seen| number_in(&seen.content));
    match evaluate(formula, &number_at).filter(|_| cell.has_formula) {
        Some(number) => {
            read(&Content::Number(number)).flag("uncached").problem(Problem::new(C351_FORMULA_NOT_CALCULATED))
        }
        None => read(&cell.content),
    }
}

/// The number a formula sees in a cell: text counts as nothing, as it does in Excel's sums.
fn number_in(content: &Content) -> Option<f64> {
    match content {
        Content::Number(number) | Content::Date(number, _) => Some(*number),
        Content::Text(text) => Some(text.trim().parse().unwrap_or(0.0)),
        Content::Boolean(_) => Some(0.0),
        Content::Error(_) => None,
    }
}

/// The sum over sub-rows. One sub-row that cannot be read leaves no sum; a missing one counts as nothing.
fn sum(mut outcomes: Vec<Outcome<Amount>>) -> Outcome<Amount> {
    if outcomes.len() <= 1 {
        return outcomes.pop().unwrap_or_else(|| Outcome::missing("blank"));
    }
    let mut total: Option<Amount> = None;
    let mut merged = Outcome::missing("sum_of_rows");
    let mut broken = false;
    for outcome in outcomes {
        broken |= outcome.value.is_none() && !outcome.problems.is_empty();
        merged.confidence = outcome.confidence.min(merged.confidence);
        merged.flags.extend(outcome.flags);
        merged.problems.extend(outcome.problems);
        let Some(amount) = outcome.value else { continue };
        total = Some(match total.take() {
            None => amount,
            Some(mut total) => {
                total.yuan = total.yuan.saturating_add(amount.yuan);
                total.last_digit_yuan = total.last_digit_yuan.max(amount.last_digit_yuan);
                total
            }
        });
    }
    merged.flags.sort_unstable();
    merged.flags.dedup();
    merged.value = total.filter(|_| !broken);
    merged
}
