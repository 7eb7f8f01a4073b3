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
    for marked in marked_rows(sheet) {
        let scopes = scopes_of(sheet, records, marked);
        for (field, column) in columns.iter().filter(|(field, _)| field.value_type() == ValueType::Amount) {
            let Some(cell) = sheet.cell(marked.0, column.col as u32) else { continue };
            let check = |scope: &Vec<&TypedRecord>| check_sum(cell, scope, *field, column, sheet, context);
            let verdicts: Vec<Verdict> = scopes.iter().map(check).collect();
            let agrees = verdicts.iter().any(|verdict| matches!(verdict, Verdict::Agrees | Verdict::Unknown));
            let wrong = verdicts.into_iter().find_map(Verdict::wrong);
            findings.extend(wrong.filter(|_| !agrees));
        }
    }
    findings
}

/// What a total turned out to be.
enum Verdict {
    /// It is the sum of its rows, within rounding.
    Agrees,
    /// Not every row can be read, or the total is no number.
    Unknown,
    /// There are no such rows.
    NoRows,
    /// It is not the sum.
    Wrong(Box<Finding>),
}

impl Verdict {
    fn wrong(self) -> Option<Finding> {
        match self {
            Verdict::Wrong(finding) => Some(*finding),
            _ => None,
        }
    }
}

/// Rows of totals and subtotals.
fn marked_rows(sheet: &Sheet) -> Vec<(u32, Role)> {
    let marked = sheet.cells.iter().filter(|cell| matches!(cell.role, Role::Total | Role::Subtotal));
    let mut rows: Vec<(u32, Role)> = marked.map(|cell| (cell.row, cell.role)).collect();
    rows.dedup();
    rows
}

/// The records that a total can stand for: all of them, or those between it and the next group row or subtotal, above
/// it or, where sums stand first, below it.
fn scopes_of<'a>(
    sheet: &Sheet,
    records: &[&'a TypedRecord],
    (row, role): (u32, Role),
) -> Vec<Vec<&'a TypedRecord>> {
    if role == Role::Total {
        return vec![records.to_vec()];
    }
    let is_bound =
        |cell: &&Cell| matches!(cell.role, Role::Group | Role::Subtotal | Role::Total) && cell.row != row;
    let bounds: Vec<u32> = sheet.cells.iter().filter(is_bound).map(|cell| cell.row).collect();
    let above = bounds.iter().copied().filter(|bound| *bound < row).max().unwrap_or(0);
    let below = bounds.iter().copied().filter(|bound| *bound > row).min().unwrap_or(u32::MAX);
    let between = |from: u32, to: u32| {
        let inside = |record: &&&TypedRecord| (from..to).contains(&(record.record.row_first as u32));
        records.iter().filter(inside).copied().collect::<Vec<&TypedRecord>>()
    };
    vec![between(above + 1, row), between(row + 1, below)]
}

fn check_sum(
    cell: &Cell,
    scope: &[&TypedRecord],
    field: Field,
    column: &ColumnRow,
    sheet: &Sheet,
    context: &ReturnContext<'_>,
) -> Verdict {
    let unit = column.unit.as_deref().and_then(|unit| unit.parse::<AmountUnit>().ok());
    let Some(unit) = unit.filter(|_| !matches!(cell.content, Content::Error(_))) else {
        return Verdict::Unknown;
    };
    if scope.is_empty() {
        return Verdict::NoRows;
    }
    let format = cell.number_format.as_deref();
    let stated =
        read_amount(&cell.content, format, Some(unit), &context.vocabulary.rates, context.period).value;
    let unreadable =
        |record: &&&TypedRecord| !record.place(field).is_empty() && record.withheld.contains(&field);
    let sum = scope.iter().filter_map(|record| record.amount(field)).try_fold(0_i64, i64::checked_add);
    let Some((stated, sum)) = stated.zip(sum).filter(|_| !scope.iter().any(|record| unreadable(&record)))
    else {
        return Verdict::Unknown;
    };
    let tolerance = rounding_of(scope, field).saturating_add(stated.last_digit_yuan) / 2;
    if stated.yuan.saturating_sub(sum).abs() <= tolerance {
        return Verdict::Agrees;
    }
    let expected = format!("{} {unit}", in_unit(sum, unit));
    let draft = S701_TOTAL_WRONG.draft(&context.reading.return_id).sheet(&sheet.name).cell(cell.address());
    Verdict::Wrong(Box::new(draft.field(field).raw(&cell.content.text()).expected(expected).finish()))
}

/// `共7个项目，…` below a table counts all its rows.
fn speaks_of_all(text: &str) -> bool {
    ["共", "合计", "总计", "以上"].iter().any(|lead| text.trim_start().starts_with(lead))
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
