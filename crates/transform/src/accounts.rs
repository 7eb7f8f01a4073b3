//! The books at the end (结账): findings with their file, records with what became of them, the balance.

use std::collections::BTreeMap;

use model::datasets::columns::ColumnRow;
use model::datasets::findings::Finding;
use model::datasets::records::Record;
use model::datasets::returns::ReturnRow;
use model::datasets::values::ValueRow;
use model::field::Field;
use model::finding::identity;

use crate::cell_rules::text::mask_phones;
use crate::dispositions::Disposition;
use crate::judged_record::JudgedRecord;
use crate::received::{FileContent, ReceivedFile};
use crate::transformed::Balance;

/// Gives every finding its file, unit and month, its final id, and sorts them. The same finding twice is one.
pub fn settle_findings(findings: Vec<Finding>, returns: &[ReturnRow]) -> Vec<Finding> {
    let mut in_order: Vec<&ReturnRow> = returns.iter().rev().collect();
    in_order.sort_by_key(|row| row.status != "duplicate"); // of the same content, the file that is used
    let by_id: BTreeMap<&str, &ReturnRow> =
        in_order.iter().map(|row| (row.return_id.as_str(), *row)).collect();
    let by_file: BTreeMap<&str, &ReturnRow> = returns.iter().map(|row| (row.file.as_str(), row)).collect();
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    let mut settled: Vec<Finding> = findings
        .into_iter()
        .map(|mut finding| {
            let of_file = finding.file.as_deref().and_then(|file| by_file.get(file));
            let of_id = || finding.return_id.as_deref().and_then(|id| by_id.get(id));
            if let Some(row) = of_file.or_else(of_id).copied() {
                finding.file = Some(row.file.clone());
                finding.unit_code = finding.unit_code.or_else(|| row.unit_code.clone());
                finding.period = finding.period.or(row.period);
            }
            if finding.code.starts_with('H') {
                mask_heading(&mut finding);
            }
            let before = std::mem::take(&mut finding.finding_id);
            finding.finding_id = identity(&finding);
            renamed.insert(before, finding.finding_id.clone());
            finding
        })
        .collect();
    for finding in &mut settled {
        let root = finding.root_id.as_ref().and_then(|root| renamed.get(root));
        if let Some(root) = root {
            finding.root_id = Some(root.clone());
        }
    }
    settled.sort_by(|a, b| a.finding_id.cmp(&b.finding_id));
    settled.dedup_by(|a, b| a.finding_id == b.finding_id);
    settled
}

/// A heading may hold the number of whom to call.
fn mask_heading(finding: &mut Finding) {
    finding.raw = finding.raw.as_deref().map(mask_phones);
    finding.message_zh = mask_phones(&finding.message_zh);
    finding.message_en = mask_phones(&finding.message_en);
}

/// Counts the findings of each return.
pub fn count_findings(returns: &mut [ReturnRow], findings: &[Finding]) {
    let mut counts: BTreeMap<&str, i32> = BTreeMap::new();
    for file in findings.iter().filter_map(|finding| finding.file.as_deref()) {
        *counts.entry(file).or_default() += 1;
    }
    for row in returns {
        row.n_findings = counts.get(row.file.as_str()).copied().unwrap_or(0);
    }
}

/// The records with what became of them, sorted by key.
pub fn settle_records(judged: &[JudgedRecord]) -> Vec<Record> {
    let mut settled: Vec<Record> = judged
        .iter()
        .map(|judged| {
            let mut record = judged.record.record.clone();
            record.disposition = judged.disposition.word().to_owned();
            record.reason = judged.disposition.reason().map(str::to_owned);
            for (field, text) in &mut record.raw {
                *text = crate::value_rows::public_text(*field, text);
            }
            record
        })
        .collect();
    settled.sort_by(|a, b| a.record_id.cmp(&b.record_id));
    settled
}

/// The values of every record, withheld ones marked, sorted by key; one row a field.
pub fn settle_values(judged: Vec<JudgedRecord>) -> Vec<ValueRow> {
    let mut values = Vec::new();
    for JudgedRecord { record, .. } in judged {
        let withheld = record.withheld;
        for mut value in record.values {
            value.withheld = value.field.parse::<Field>().is_ok_and(|field| withheld.contains(&field));
            values.push(value);
        }
    }
    values.sort_by(|a: &ValueRow, b: &ValueRow| (&a.record_id, &a.field).cmp(&(&b.record_id, &b.field)));
    values.dedup_by(|later, kept| (&later.record_id, &later.field) == (&kept.record_id, &kept.field));
    values
}

/// The header leaves of every return but duplicates, sorted by key.
pub fn columns(received: &[ReceivedFile], returns: &[ReturnRow]) -> Vec<ColumnRow> {
    let used = received.iter().zip(returns).filter(|(_, row)| row.status != "duplicate");
    let mut columns: Vec<ColumnRow> = used
        .filter_map(|(file, _)| match &file.content {
            FileContent::Read(reading) => Some(reading.columns.clone()),
            _ => None,
        })
        .flatten()
        .map(|column| ColumnRow { header: mask_phones(&column.header), ..column })
        .collect();
    columns.sort_by(|a, b| column_key(a).cmp(&column_key(b)));
    columns.dedup_by(|a, b| column_key(a) == column_key(b));
    columns
}

fn column_key(column: &ColumnRow) -> (&str, &str, i32, &str, i32) {
    (&column.return_id, &column.sheet, column.table, &column.header_address, column.col)
}

/// The balance: files by status, cells by role, records by what became of them.
pub fn balance(received: &[ReceivedFile], returns: &[ReturnRow], judged: &[JudgedRecord]) -> Balance {
    let mut balance = Balance { records_seen: judged.len() as u64, ..Balance::default() };
    for row in returns {
        *balance.files.entry(row.status.clone()).or_default() += 1;
    }
    for file in received {
        let FileContent::Read(reading) = &file.content else { continue };
        for cell in reading.sheets.iter().flat_map(|sheet| &sheet.cells) {
            *balance.cells.entry(cell.role.as_str().to_owned()).or_default() += 1;
        }
    }
    for judged in judged {
        match judged.disposition {
            Disposition::Accepted => balance.records_accepted += 1,
            Disposition::Excluded(rule) => *balance.records_excluded.entry(rule.to_owned()).or_default() += 1,
            Disposition::Rejected(why) => *balance.records_rejected.entry(why.to_owned()).or_default() += 1,
        }
    }
    balance
}
