//! Totals and group counts against the rows (合计校核): they are checked, not only left out.

use std::collections::BTreeMap;

use model::amount_unit::AmountUnit;
use model::datasets::columns::ColumnRow;
use model::datasets::findings::Finding;
use model::field::{Field, ValueType};
use model::findings::{S701_TOTAL_WRONG, S702_GROUP_COUNT_WRONG};
use model::reading::{Cell, Content, Role, Sheet};

use crate::cell_rules::amounts::read_amount;
use crate::cell_rules::group_counts::stated_count;
use crate::field_cells::FieldColumns;
use crate::return_context::ReturnContext;
use crate::typed_record::TypedRecord;

/// Checks every total, subtotal and group count of a return against the rows that it stands for.
pub fn check_totals(
    records: &[TypedRecord],
    columns: &FieldColumns<'_>,
    context: &ReturnContext<'_>,
) -> Vec<Finding> {
    let mut by_table: BTreeMap<(&str, i32), Vec<&TypedRecord>> = BTreeMap::new();
    for record in records {
        by_table.entry((&record.record.sheet, record.record.table)).or_default().push(record);
    }
    let mut findings = Vec::new();
    for ((name, table), records) in by_table {
        let Some(sheet) = context.reading.sheet(name) else { continue };
        let several =
            context.reading.columns.iter().any(|column| column.sheet == name && column.table != table);
        let down: Vec<(Field, &ColumnRow)> = columns
            .of(&sheet.name, table)
            .iter()
            .filter(|(_, column)| column.orientation == "down")
            .copied()
            .collect();
        if several || down.is_empty() {
            continue;
        }
        findings.extend(check_sums(sheet, &records, &down, context));
        findings.extend(check_counts(sheet, &records, context));
    }
    findings
}

fn check_sums(
    sheet: &Sheet,
    records: &[&TypedRecord],
    columns: &[(Field, &ColumnRow)],
    context: &ReturnContext<'_>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for row in marked_rows(sheet) {
        let scope = scope_of(sheet, records, row);
        for (field, column) in columns.iter().filter(|(field, _)| field.value_type() == ValueType::Amount) {
            let Some(cell) = sheet.cell(row.0, column.col as u32) else { continue };
            findings.extend(check_sum(cell, &scope, *field, column, sheet, context));
        }
    }
    findings
}

/// Rows of totals and subtotals.
fn marked_rows(sheet: &Sheet) -> Vec<(u32, Role)> {
    let marked = sheet.cells.iter().filter(|cell| matches!(cell.role, Role::Total | Role::Subtotal));
    let mut rows: Vec<(u32, Role)> = marked.map(|cell| (cell.row, cell.role)).collect();
    rows.dedup();
    rows
}

/// The records that a total stands for: all, or those between a subtotal and the group row or subtotal above it.
fn scope_of<'a>(
    sheet: &Sheet,
    records: &[&'a TypedRecord],
    (row, role): (u32, Role),
) -> Vec<&'a TypedRecord> {
    if role == Role::Total {
        return records.to_vec();
    }
    let bounds =
        sheet.cells.iter().filter(|cell| matches!(cell.role, Role::Group | Role::Subtotal | Role::Total));
    let above = bounds.map(|cell| cell.row).filter(|bound| *bound < row).max().unwrap_or(0);
    let inside = |record: &&&TypedRecord| {
        let first = record.record.row_first as u32;
        first > above && first < row
    };
    records.iter().filter(inside).copied().collect()
}

fn check_sum(
    cell: &Cell,
    scope: &[&TypedRecord],
    field: Field,
    column: &ColumnRow,
    sheet: &Sheet,
    context: &ReturnContext<'_>,
) -> Option<Finding> {
    let unit: AmountUnit = column.unit.as_deref()?.parse().ok()?;
    if scope.is_empty() || matches!(cell.content, Content::Error(_)) {
        return None;
    }
    let format = cell.number_format.as_deref();
    let stated =
        read_amount(&cell.content, format, Some(unit), &context.vocabulary.rates, context.period).value?;
    let unreadable =
        |record: &&&TypedRecord| !record.place(field).is_empty() && record.withheld.contains(&field);
    if scope.iter().any(|record| unreadable(&record)) {
        return None;
    }
    let sum = scope.iter().filter_map(|record| record.amount(field)).try_fold(0_i64, i64::checked_add)?;
    let digits = scope.iter().filter_map(|record| record.last_digits.get(&field)).sum::<i64>();
    let tolerance = digits.saturating_add(stated.last_digit_yuan) / 2;
    if (stated.yuan - sum).abs() <= tolerance {
        return None;
    }
    let expected = format!("{} {unit}", in_unit(sum, unit));
    let draft = S701_TOTAL_WRONG.draft(&context.reading.return_id).sheet(&sheet.name).cell(cell.address());
    Some(draft.field(field).raw(&cell.content.text()).expected(expected).finish())
}

/// `共7个项目，…` below a table counts all its rows.
fn speaks_of_all(text: &str) -> bool {
    ["共", "合计", "总计", "以上"].iter().any(|lead| text.trim_start().starts_with(lead))
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

/// `一、2021年智博会（2个）` against the rows below it.
fn check_counts(sheet: &Sheet, records: &[&TypedRecord], context: &ReturnContext<'_>) -> Vec<Finding> {
    let groups = sheet.cells.iter().filter(|cell| cell.role == Role::Group);
    let mut findings = Vec::new();
    for cell in groups {
        let text = cell.content.text();
        let Some(stated) = stated_count(&text) else { continue };
        let address = cell.address().to_string();
        let belongs = |record: &&&TypedRecord| {
            let groups = record.record.group_address.as_deref().unwrap_or("");
            speaks_of_all(&text) || groups.split(',').any(|group| group == address)
        };
        let counted = records.iter().filter(belongs).count();
        if counted == stated as usize {
            continue;
        }
        let draft =
            S702_GROUP_COUNT_WRONG.draft(&context.reading.return_id).sheet(&sheet.name).cell(cell.address());
        findings.push(draft.raw(&stated.to_string()).expected(counted.to_string()).finish());
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_printed_in_the_unit_of_the_column() {
        let check = |sum, unit, expected: &str| assert_eq!(in_unit(sum, unit), expected);
        check(4_211_900_000, AmountUnit::WAN, "421190");
        check(176_000_000, AmountUnit::YI, "1.76");
        check(-5_000_000, AmountUnit::YI, "-0.05");
        check(0, AmountUnit::YI, "0");
    }
}
