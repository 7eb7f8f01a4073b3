//! Totals and group counts against the rows (合计校核): they are checked, not only left out, and graded exact, rounding,
//! partial or error.

use std::collections::BTreeMap;

use model::amount_unit::AmountUnit;
use model::cell_address::CellAddress;
use model::datasets::columns::ColumnRow;
use model::datasets::reconciliation::Reconciliation;
use model::field::{Field, ValueType};
use model::findings::S701_TOTAL_WRONG;
use model::reading::{Cell, Content, Role};

use crate::cell_rules::amounts::read_amount;
use crate::cell_rules::text::plain;
use crate::checks::group_counts::check_counts;
use crate::checks::stated_figures::{CheckedTotals, Grade, MOST_MARKS, TableOfReturn};
use crate::checks::total_scopes::{Extent, marks, scopes_of};
use crate::field_cells::FieldColumns;
use crate::return_context::ReturnContext;
use crate::typed_record::TypedRecord;

/// Checks every total, subtotal and group count of a return against the rows that it stands for.
pub fn check_totals(
    all: &[TypedRecord],
    columns: &FieldColumns<'_>,
    context: &ReturnContext<'_>,
) -> CheckedTotals {
    let mut by_table: BTreeMap<(&str, i32), Vec<&TypedRecord>> = BTreeMap::new();
    for record in all {
        by_table.entry((&record.record.sheet, record.record.table)).or_default().push(record);
    }
    let mut checked = CheckedTotals::default();
    for ((name, table), records) in by_table {
        let Some(sheet) = context.reading.sheet(name) else { continue };
        let of_table: Vec<(Field, &ColumnRow)> = columns
            .of(&sheet.name, table)
            .iter()
            .filter(|(_, column)| column.orientation != "card")
            .copied()
            .collect();
        let Some(extent) = extent_of(&of_table, context, name) else { continue };
        let of_sheet = all.iter().filter(|record| record.record.sheet == name).collect();
        let table = TableOfReturn { sheet, extent, records, of_sheet, columns: of_table };
        check_sums(&table, context, &mut checked);
        check_counts(&table, context, &mut checked);
    }
    checked
}

/// Where a table stands: below its header, down to the next table in its columns.
fn extent_of(columns: &[(Field, &ColumnRow)], context: &ReturnContext<'_>, sheet: &str) -> Option<Extent> {
    let is_across = columns.first()?.1.orientation == "across";
    let lines = |column: &ColumnRow| (column.col as u32, corners(&column.header_address));
    let own: Vec<(u32, Vec<CellAddress>)> = columns.iter().map(|(_, column)| lines(column)).collect();
    let first = own.iter().map(|(col, _)| *col).min()?;
    let last = own.iter().map(|(col, _)| *col).max()?;
    let cells = || own.iter().flat_map(|(_, corners)| corners);
    if is_across {
        let rows = (cells().map(|cell| cell.row).min()?, cells().map(|cell| cell.row).max()?);
        return Some(Extent { rows, columns: (first, u32::MAX), is_across });
    }
    let header = cells().map(|cell| cell.row).max()?;
    let others = context.reading.columns.iter().filter(|column| column.sheet == sheet);
    let others = others.filter(|column| (first..=last).contains(&(column.col as u32)));
    let below = others.flat_map(|column| corners(&column.header_address)).map(|cell| cell.row);
    let next = below.filter(|row| *row > header).min();
    let rows = (header + 1, next.map_or(u32::MAX, |next| next - 1));
    Some(Extent { rows, columns: (first.saturating_sub(1).max(1), last), is_across })
}

/// The corners of the areas of an address.
fn corners(address: &str) -> Vec<CellAddress> {
    address.split([',', ':']).filter_map(|cell| cell.parse().ok()).collect()
}

fn check_sums(table: &TableOfReturn<'_, '_>, context: &ReturnContext<'_>, checked: &mut CheckedTotals) {
    let mut marks = marks(table.sheet, &table.extent);
    marks.truncate(MOST_MARKS);
    for (place, mark) in marks.iter().enumerate() {
        let scopes = scopes_of(&marks, place, (&table.records, &table.of_sheet), table.extent.is_across);
        for (field, column) in
            table.columns.iter().filter(|(field, _)| field.value_type() == ValueType::Amount)
        {
            let (row, col) = match (table.extent.is_across, column.row) {
                (true, Some(row)) => (row as u32, mark.line),
                _ => (mark.line, column.col as u32),
            };
            let is_of_period = column.month.is_none() || column.month == context.period_end();
            let cell = table.sheet.cell(row, col).filter(|cell| is_of_period && is_sum(cell));
            let Some(cell) = cell else { continue };
            let verdicts = scopes.iter().map(|scope| verdict(cell, scope, *field, column, context));
            let Some(verdict) = best(verdicts) else { continue };
            note(verdict, cell, *field, table, context, checked);
        }
    }
}

fn is_sum(cell: &Cell) -> bool {
    matches!(cell.role, Role::Total | Role::Subtotal)
}

/// A total against one set of rows.
#[derive(Debug, Clone, Copy)]
struct Verdict {
    grade: Grade,
    stated: Option<i64>,
    recomputed: Option<i64>,
    tolerance: Option<i64>,
    unit: AmountUnit,
}

/// The verdict over the rows that a total fits best; of several that it does not fit, over the likeliest.
fn best(verdicts: impl Iterator<Item = Option<Verdict>>) -> Option<Verdict> {
    verdicts.flatten().reduce(|best, next| if next.grade < best.grade { next } else { best })
}

/// A total against some rows. Missing: the column names no unit, so that the total cannot be read.
fn verdict(
    cell: &Cell,
    scope: &[&TypedRecord],
    field: Field,
    column: &ColumnRow,
    context: &ReturnContext<'_>,
) -> Option<Verdict> {
    let unit = column.unit.as_deref()?.parse::<AmountUnit>().ok()?;
    let unknown = Verdict { grade: Grade::Unknown, stated: None, recomputed: None, tolerance: None, unit };
    if matches!(cell.content, Content::Error(_)) {
        return Some(unknown);
    }
    let format = cell.number_format.as_deref();
    let stated =
        read_amount(&cell.content, format, Some(unit), &context.vocabulary.rates, context.period).value;
    let Some(stated) = stated else { return Some(unknown) };
    let is_unreadable =
        |record: &&&TypedRecord| !record.place(field).is_empty() && record.withheld.contains(&field);
    let sum = scope.iter().filter_map(|record| record.amount(field)).try_fold(0_i64, i64::checked_add);
    if scope.iter().any(|record| is_unreadable(&record)) {
        return Some(Verdict { stated: Some(stated.yuan), ..unknown });
    }
    let sum = sum?;
    let tolerance = match finest_of(scope, field) {
        // Printed more exactly than any of its rows, it can only be their sum.
        Some(finest) if stated.last_digit_yuan < finest => 0,
        _ => rounding_of(scope, field).saturating_add(stated.last_digit_yuan) / 2,
    };
    let difference = stated.yuan.saturating_sub(sum);
    let tolerance = if is_even(difference, stated.last_digit_yuan) { 0 } else { tolerance };
    let is_told = |record: &&&TypedRecord| record.amount(field).is_some() || says_nothing(record.raw(field));
    let grade = match difference.abs() {
        0 => Grade::Exact,
        gap if gap <= tolerance => Grade::Rounding,
        _ if difference > 0 && !scope.iter().all(|record| is_told(&record)) => Grade::Partial,
        _ => Grade::Error,
    };
    Some(Verdict {
        grade,
        stated: Some(stated.yuan),
        recomputed: Some(sum),
        tolerance: Some(tolerance),
        unit,
    })
}

/// A difference without the last two digits that its total is printed with: rounding leaves such a one once in a hundred
/// times, a slip in a row or in the total nearly always.
const fn is_even(difference: i64, last_digit: i64) -> bool {
    difference != 0 && difference % last_digit.saturating_mul(100) == 0
}

fn note(
    verdict: Verdict,
    cell: &Cell,
    field: Field,
    table: &TableOfReturn<'_, '_>,
    context: &ReturnContext<'_>,
    checked: &mut CheckedTotals,
) {
    let difference = verdict.stated.zip(verdict.recomputed).map(|(stated, sum)| stated.saturating_sub(sum));
    checked.rows.push(Reconciliation {
        return_id: context.reading.return_id.clone(),
        sheet: table.sheet.name.clone(),
        address: cell.address().to_string(),
        check: "total_row".to_owned(),
        field: field.name().to_owned(),
        stated: verdict.stated,
        recomputed: verdict.recomputed,
        difference,
        tolerance: verdict.tolerance,
        grade: verdict.grade.as_str().to_owned(),
    });
    let Some(sum) = verdict.recomputed.filter(|_| verdict.grade == Grade::Error) else { return };
    let expected = format!("{} {}", in_unit(sum, verdict.unit), verdict.unit);
    let draft =
        S701_TOTAL_WRONG.draft(&context.reading.return_id).sheet(&table.sheet.name).cell(cell.address());
    checked.findings.push(draft.field(field).raw(&cell.content.text()).expected(expected).finish());
}

/// A blank, a dash or 无 in a row adds nothing to a total; `…`, 待定 or 详见备注 may stand for something.
fn says_nothing(raw: &str) -> bool {
    let text = plain(raw);
    matches!(text.as_str(), "" | "无" | "空") || text.chars().all(|sign| "-—–―─/\\".contains(sign))
}

/// What one step of the last digit is worth in the row that is printed most exactly.
fn finest_of(scope: &[&TypedRecord], field: Field) -> Option<i64> {
    scope.iter().filter_map(|record| record.last_digits.get(&field).copied()).min()
}

/// What the rounding of all rows can make together. A cell loses its final noughts: a number with fewer digits than
/// most of its column is taken to be printed like them.
fn rounding_of(scope: &[&TypedRecord], field: Field) -> i64 {
    let mut digits: Vec<i64> =
        scope.iter().filter_map(|record| record.last_digits.get(&field).copied()).collect();
    digits.sort_unstable();
    let Some(usual) = digits.get(digits.len() / 2).copied() else { return 0 };
    let of_row = |record: &&TypedRecord| match record.last_digits.get(&field) {
        Some(own) if record.is_loose(field) => *own,
        Some(own) => usual.min(*own),
        None => 0,
    };
    scope.iter().map(of_row).sum()
}

/// An amount of full units as it would be printed in a unit, without needless zeros.
fn in_unit(full_units: i64, unit: AmountUnit) -> String {
    let (whole, rest) = (full_units / unit.scale, (full_units % unit.scale).unsigned_abs());
    let places = unit.scale.max(1).ilog10() as usize;
    let fraction = format!("{rest:0places$}");
    let fraction = fraction.trim_end_matches('0');
    let sign = if full_units < 0 && whole == 0 { "-" } else { "" };
    if rest == 0 { whole.to_string() } else { format!("{sign}{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_leaves_odd_digits() {
        // 640.61 亿元 over rows that make 637.61, 637.58 and 640.61.
        assert!(is_even(300_000_000, 1_000_000));
        assert!(!is_even(303_000_000, 1_000_000));
        assert!(!is_even(0, 1_000_000));
    }

    #[test]
    fn sums_are_printed_in_the_unit_of_the_column() {
        let check = |sum, unit, expected: &str| assert_eq!(in_unit(sum, unit), expected);
        check(4_211_900_000, AmountUnit::WAN, "421190");
        check(176_000_000, AmountUnit::YI, "1.76");
        check(-5_000_000, AmountUnit::YI, "-0.05");
        check(0, AmountUnit::YI, "0");
    }
}
