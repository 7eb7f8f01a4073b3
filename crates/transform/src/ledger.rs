//! Reads the ledger workbooks (签约台账): every line an entry, by the same rules as a return.

use std::collections::BTreeSet;

use model::datasets::findings::Finding;
use model::datasets::ledger_entries::LedgerEntry;
use model::date::Date;
use model::field::Field;
use model::findings::{L611_LEDGER_LINE_UNREADABLE, L612_LEDGER_COLUMN_MISSING, L613_LEDGER_NOT_DATED};
use model::month::Month;
use model::reading::{Reading, Role};

use crate::cell_rules::periods::find_period;
use crate::checks::totals::check_totals;
use crate::field_cells::FieldColumns;
use crate::read_record::read_record;
use crate::received::{FileContent, ReceivedFile};
use crate::return_context::ReturnContext;
use crate::settings::Settings;
use crate::typed_record::TypedRecord;
use crate::vocabulary::Vocabulary;

/// Every line of every ledger workbook, sorted by key, and what is wrong with them.
pub fn read_ledgers(
    ledgers: &[ReceivedFile],
    vocabulary: &Vocabulary,
    settings: &Settings,
) -> (Vec<LedgerEntry>, Vec<Finding>) {
    let mut entries = Vec::new();
    let mut findings = Vec::new();
    for ledger in ledgers {
        match &ledger.content {
            FileContent::Read(reading) if is_later(ledger, reading, settings) => {}
            FileContent::Read(reading) => {
                let (of_file, found) = read_ledger(ledger, reading, vocabulary, settings);
                entries.extend(of_file);
                findings.extend(found.into_iter().map(|finding| in_file(finding, ledger)));
            }
            FileContent::Rejected { finding, .. } => findings.push(in_file((**finding).clone(), ledger)),
            FileContent::Skipped { .. } => {}
        }
    }
    findings.extend(undated(&entries));
    entries.sort_by(|a, b| key(a).cmp(&key(b)));
    (entries, findings)
}

/// Whether a ledger was not known yet on the day that the settings name.
fn is_later(ledger: &ReceivedFile, reading: &Reading, settings: &Settings) -> bool {
    let known = settings.known_at.map(|day| Month::of(day).last_day());
    ledger_date(ledger, reading).zip(known).is_some_and(|(date, known)| date > known)
}

/// The date of a ledger: the end of the month that its name, else its titles, name.
fn ledger_date(ledger: &ReceivedFile, reading: &Reading) -> Option<Date> {
    let name = ledger.file.rsplit('/').next().unwrap_or(&ledger.file);
    let is_above = |role: Role| matches!(role, Role::Title | Role::Caption);
    let cells = reading.sheets.iter().flat_map(|sheet| &sheet.cells).filter(|cell| is_above(cell.role));
    let texts = std::iter::once(name.to_owned()).chain(cells.map(|cell| cell.content.text().into_owned()));
    let found = texts.filter_map(|text| find_period(&text, None)).next()?;
    Some(found.month.last_day())
}

/// Where several ledgers follow each other, each needs a date.
fn undated(entries: &[LedgerEntry]) -> Vec<Finding> {
    let files: BTreeSet<(&str, Option<Date>)> =
        entries.iter().map(|entry| (entry.file.as_str(), entry.known_from)).collect();
    if files.len() < 2 {
        return Vec::new();
    }
    let without = files.iter().filter(|(_, known)| known.is_none());
    let finding = |(file, _): &(&str, Option<Date>)| {
        let mut finding = L613_LEDGER_NOT_DATED.draft("").raw(file).finish();
        finding.file = Some((*file).to_owned());
        finding
    };
    without.map(finding).collect()
}

/// A ledger needs a column of numbers and one of names.
fn missing_columns(reading: &Reading) -> Vec<Finding> {
    let has =
        |field: Field| reading.columns.iter().any(|column| column.field.as_deref() == Some(field.name()));
    let missing = |field: &Field| !has(*field);
    let needed = [Field::ProjectCodeLocal, Field::ProjectName].into_iter().filter(missing);
    let finding =
        |field: Field| L612_LEDGER_COLUMN_MISSING.draft(&reading.return_id).expected(field.zh()).finish();
    needed.map(finding).collect()
}

fn key(entry: &LedgerEntry) -> (&str, &str, &str, &str) {
    (&entry.ledger_no, &entry.file, &entry.sheet, &entry.address)
}

fn in_file(mut finding: Finding, ledger: &ReceivedFile) -> Finding {
    finding.file = Some(ledger.file.clone());
    finding
}

fn read_ledger(
    ledger: &ReceivedFile,
    reading: &Reading,
    vocabulary: &Vocabulary,
    settings: &Settings,
) -> (Vec<LedgerEntry>, Vec<Finding>) {
    let context =
        ReturnContext { vocabulary, settings, file: &ledger.file, reading, unit_code: None, period: None };
    let columns = FieldColumns::new(reading, vocabulary.thresholds.header_confidence);
    let mut entries = Vec::new();
    let mut lines = Vec::with_capacity(reading.records.len());
    let mut findings = reading.findings.clone();
    findings.extend(missing_columns(reading));
    for record in &reading.records {
        let Some(sheet) = reading.sheet(&record.sheet) else { continue };
        let (typed, found) = read_record(record, sheet, &columns, &context);
        findings.extend(found);
        match entry_of(&typed, ledger, reading, vocabulary) {
            Some(entry) => entries.push(entry),
            None => findings.push(unreadable(&typed)),
        }
        lines.push(typed);
    }
    findings.extend(check_totals(&lines, &columns, &context).findings);
    (entries, findings)
}

fn unreadable(typed: &TypedRecord) -> Finding {
    let address = typed.record.area().to_string();
    L611_LEDGER_LINE_UNREADABLE
        .draft(&typed.record.return_id)
        .sheet(&typed.record.sheet)
        .address(&address)
        .finish()
}

fn entry_of(
    typed: &TypedRecord,
    ledger: &ReceivedFile,
    reading: &Reading,
    vocabulary: &Vocabulary,
) -> Option<LedgerEntry> {
    let ledger_no = typed.text(Field::ProjectCodeLocal)?.to_owned();
    let unit_code = typed.text(Field::ResponsibleUnit).and_then(|text| {
        let read = vocabulary.units.read(text, None).value;
        read.or_else(|| vocabulary.units.find_in(text, None).map(|(code, _)| code))
    });
    let date = |field| typed.good_date(field).map(|spanned| spanned.date);
    let text = |field| typed.text(field).map(str::to_owned);
    Some(LedgerEntry {
        ledger_no,
        event: typed.event.clone(),
        cohort: typed.cohort.clone(),
        tracked: tracked(typed, reading),
        decided_at: date(Field::DecidedAt),
        reason: text(Field::NotTrackedReason),
        name: text(Field::ProjectName),
        investor: text(Field::Investor),
        unit_code,
        industry_code: typed.industry_code.clone(),
        sign_date: date(Field::SignDate),
        contract_yuan: typed.good_amount(Field::ContractValue),
        contract_at_signing_yuan: typed.good_amount(Field::ContractAtSigning),
        note: text(Field::Note),
        file: ledger.file.clone(),
        sheet: typed.record.sheet.clone(),
        address: typed.record.area().to_string(),
        known_from: ledger_date(ledger, reading),
    })
}

/// Whether a line is of the tracked set: its own column says it, else the title or the name of its sheet.
fn tracked(typed: &TypedRecord, reading: &Reading) -> Option<bool> {
    let own = typed.values.iter().find(|value| value.field == Field::Tracked.name());
    if let Some(said) = own.and_then(|value| value.value.as_deref()) {
        return said.parse().ok();
    }
    let sheet = reading.sheet(&typed.record.sheet)?;
    let titles = sheet.cells.iter().filter(|cell| matches!(cell.role, Role::Title | Role::Caption));
    let texts = titles.map(|cell| cell.content.text().into_owned()).chain([sheet.name.clone()]);
    texts.rev().find_map(|text| tracked_by_title(&text))
}

fn tracked_by_title(text: &str) -> Option<bool> {
    let left_out = ["未纳入", "移出", "清退", "不再跟踪", "退出"].iter().any(|word| text.contains(word));
    let taken_in = ["跟踪", "督办", "纳入"].iter().any(|word| text.contains(word));
    if left_out { Some(false) } else { taken_in.then_some(true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_whether_its_lines_are_tracked() {
        assert_eq!(tracked_by_title("跟踪督办台账"), Some(true));
        assert_eq!(tracked_by_title("未纳入（移出）跟踪督办项目清单"), Some(false));
        assert_eq!(tracked_by_title("签约项目总表"), None);
    }
}
