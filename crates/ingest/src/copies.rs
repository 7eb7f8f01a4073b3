//! Sheets that repeat others (旧表、备份): last month's copy left behind must not be counted twice.

use std::collections::HashSet;

use model::datasets::findings::Finding;
use model::field::Field;
use model::findings::R131_SHEET_SKIPPED;
use model::reading::{Role, Sheet};

use crate::header_text::squeeze;
use crate::overrides::Overrides;
use crate::sheet_reading::SheetReading;

/// Takes the records out of sheets that repeat a more current one. What a person settled about a sheet comes first.
pub fn set_copies_aside(
    sheets: &[Sheet],
    readings: &mut [SheetReading],
    return_id: &str,
    overrides: &Overrides,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sheet, reading) in sheets.iter().zip(readings.iter_mut()) {
        if overrides.counts(&sheet.name) == Some(false) && !reading.records.is_empty() {
            findings.push(set_aside(sheet, "decisions/headers.csv", reading, return_id));
        }
    }
    if readings.iter().filter(|reading| !reading.records.is_empty()).count() < 2 {
        return findings;
    }
    let names: Vec<HashSet<String>> = readings.iter().map(project_names).collect();
    let layouts: Vec<HashSet<String>> = readings.iter().map(fields).collect();
    let mut order: Vec<usize> = (0..readings.len()).filter(|index| !names[*index].is_empty()).collect();
    order.sort_by_key(|index| {
        std::cmp::Reverse(currency(&sheets[*index], &readings[*index], &names[*index], *index))
    });
    let mut kept: Vec<usize> = Vec::new();
    for index in order {
        if overrides.counts(&sheets[index].name) == Some(true) {
            kept.push(index);
            continue;
        }
        match kept.iter().find(|other| {
            repeats(&names[index], &names[**other]) && is_same_layout(&layouts[index], &layouts[**other])
        }) {
            Some(other) => {
                findings.push(set_aside(
                    &sheets[index],
                    &sheets[*other].name,
                    &mut readings[index],
                    return_id,
                ));
            }
            None => kept.push(index),
        }
    }
    findings.sort_by(|a, b| a.sheet.cmp(&b.sheet));
    findings
}

fn project_names(reading: &SheetReading) -> HashSet<String> {
    let name = |field: Field| reading.records.iter().filter_map(move |record| record.raw(field)).map(squeeze);
    name(Field::ProjectName).filter(|name| !name.is_empty()).collect()
}

fn fields(reading: &SheetReading) -> HashSet<String> {
    reading.columns.iter().filter_map(|column| column.field.clone()).collect()
}

/// Copies have the same columns; two lists of the same projects that say different things are no copies.
fn is_same_layout(fields: &HashSet<String>, others: &HashSet<String>) -> bool {
    fields.intersection(others).count() * 10 >= fields.union(others).count() * 8
}

/// Most of the smaller sheet stands in the other one too.
fn repeats(names: &HashSet<String>, others: &HashSet<String>) -> bool {
    let n_shared = names.intersection(others).count();
    let smaller = names.len().min(others.len());
    n_shared * 10 >= smaller * 6 && n_shared > 0
}

/// How current a sheet is: no copy by its name, shown, of the latest month, complete, first.
fn currency(
    sheet: &Sheet,
    reading: &SheetReading,
    names: &HashSet<String>,
    index: usize,
) -> (bool, i32, bool, usize, std::cmp::Reverse<usize>) {
    let called_copy = is_called_copy(&sheet.name);
    (!called_copy, reading.month.unwrap_or(0), !sheet.hidden, names.len(), std::cmp::Reverse(index))
}

fn is_called_copy(name: &str) -> bool {
    let squeezed = squeeze(name);
    let marks = ["备份", "副本", "上月", "上期", "旧", "copy", "backup", "old", "原表", "作废", "历史"];
    let numbered = squeezed
        .strip_suffix(')')
        .is_some_and(|text| text.ends_with(|c: char| c.is_ascii_digit()) && text.contains('('));
    numbered || marks.iter().any(|mark| squeezed.contains(mark))
}

fn set_aside(sheet: &Sheet, because: &str, reading: &mut SheetReading, return_id: &str) -> Finding {
    reading.records.clear();
    reading.columns.clear();
    reading.findings.clear();
    for role in &mut reading.roles {
        if matches!(role, Role::Data | Role::Extra) {
            *role = Role::Other;
        }
    }
    let detail = format!("{} ~ {because}", sheet.name);
    R131_SHEET_SKIPPED.draft(return_id).sheet(&sheet.name).raw(&sheet.name).detail(detail).finish()
}
