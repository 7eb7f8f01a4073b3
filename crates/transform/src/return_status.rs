//! What becomes of each received file (报送状态): accepted, superseded, duplicate, rejected, skipped.

use std::collections::{BTreeMap, BTreeSet};

use model::datasets::findings::Finding;
use model::datasets::returns::ReturnRow;
use model::findings::{R121_DUPLICATE, R122_SUPERSEDED};
use model::month::Month;
use model::policy::Supersede;

use crate::layouts::layout::fingerprint;
use crate::read_return::TypedReturn;
use crate::received::{FileContent, ReceivedFile};

/// The rows of `returns` as far as each file by itself says, in the order of `received`.
pub fn return_rows(received: &[ReceivedFile], typed: &[TypedReturn]) -> Vec<ReturnRow> {
    received.iter().zip(typed).map(|(file, typed)| return_row(file, typed)).collect()
}

fn return_row(file: &ReceivedFile, typed: &TypedReturn) -> ReturnRow {
    let mut row = ReturnRow {
        return_id: file.return_id.clone(),
        file: file.file.clone(),
        bytes: file.bytes,
        received_at: file.received_at.clone(),
        ..ReturnRow::default()
    };
    row.unit_code.clone_from(&typed.unit_code);
    row.period = typed.period.map(Month::last_day);
    match &file.content {
        FileContent::Read(reading) => {
            row.format.clone_from(&reading.format);
            row.status = "accepted".to_owned();
            row.n_sheets = reading.sheets.len() as i32;
            let tables: BTreeSet<_> =
                reading.columns.iter().map(|column| (&column.sheet, column.table)).collect();
            row.n_tables = tables.len() as i32;
            row.n_records = reading.records.len() as i32;
            row.layout = fingerprint(reading);
        }
        FileContent::Rejected { format, finding } => {
            row.format.clone_from(format);
            row.status = "rejected".to_owned();
            row.reason = Some(finding.code.clone());
        }
        FileContent::Skipped { reason } => {
            row.format = "none".to_owned();
            row.status = "skipped".to_owned();
            row.reason = Some(reason.clone());
        }
    }
    row
}

/// Rejects returns without a table, and those of which unit or month are not known although the form has them.
pub fn reject_unusable(rows: &mut [ReturnRow], unit_needed: bool) {
    for row in rows.iter_mut().filter(|row| row.status == "accepted") {
        let reason = match row {
            ReturnRow { n_tables: 0, .. } => "R106",
            ReturnRow { period: None, .. } => "R112",
            ReturnRow { unit_code: None, .. } if unit_needed => "R111",
            _ => continue,
        };
        row.status = "rejected".to_owned();
        row.reason = Some(reason.to_owned());
    }
}

/// Marks files with the content, unit and month of an earlier one.
pub fn mark_duplicates(rows: &mut [ReturnRow], findings: &mut Vec<Finding>) {
    let mut order: Vec<usize> = (0..rows.len()).filter(|index| rows[*index].status == "accepted").collect();
    order.sort_by(|a, b| arrival(&rows[*a]).cmp(&arrival(&rows[*b])));
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for index in order {
        let key = (rows[index].return_id.clone(), rows[index].unit_code.clone(), rows[index].period);
        let Some(first) = seen.get(&key) else {
            seen.insert(key, index);
            continue;
        };
        let original = rows[*first].file.clone();
        rows[index].status = "duplicate".to_owned();
        rows[index].reason = Some(original.clone());
        let mut finding = R121_DUPLICATE.draft(&rows[index].return_id).detail(original).finish();
        finding.file = Some(rows[index].file.clone());
        findings.push(finding);
    }
}

/// Numbers the returns of each unit and month in order of arrival, and lets a later one replace an earlier one with
/// which it shares projects. `projects` are the linked projects of each return.
pub fn mark_superseded(
    rows: &mut [ReturnRow],
    projects: &[BTreeSet<String>],
    policy: Supersede,
    findings: &mut Vec<Finding>,
) {
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate().filter(|(_, row)| row.status == "accepted") {
        groups.entry((row.unit_code.clone(), row.period)).or_default().push(index);
    }
    for mut group in groups.into_values() {
        group.sort_by(|a, b| arrival(&rows[*a]).cmp(&arrival(&rows[*b])));
        for (place, index) in group.iter().enumerate() {
            rows[*index].revision = Some(place as i32 + 1);
            if policy == Supersede::None {
                continue;
            }
            let replaces = |later: &&usize| overlap(&projects[*index], &projects[**later]);
            let later = group[place + 1..].iter().find(replaces);
            let Some(later) = later else { continue };
            let by = rows[*later].file.clone();
            findings.push(superseded(&rows[*index], &by));
            rows[*index].status = "superseded".to_owned();
            rows[*index].reason = Some("replaced by a later return".to_owned());
            rows[*index].superseded_by = Some(by);
        }
    }
}

/// Whether two returns of one unit and month speak of the same projects; a nil return speaks of all or none.
fn overlap(earlier: &BTreeSet<String>, later: &BTreeSet<String>) -> bool {
    earlier.is_empty() || later.is_empty() || !earlier.is_disjoint(later)
}

fn superseded(row: &ReturnRow, by: &str) -> Finding {
    let mut finding = R122_SUPERSEDED.draft(&row.return_id).detail(by).finish();
    finding.file = Some(row.file.clone());
    finding
}

/// The order of arrival: time of receipt, then the marks in the name, then the content. A file whose receipt is not
/// known comes first.
fn arrival(row: &ReturnRow) -> (Option<&str>, u32, &str, &str) {
    let name = row.file.rsplit('/').next().unwrap_or(&row.file);
    (row.received_at.as_deref(), revision_mark(name), &row.return_id, &row.file)
}

/// How late a name says that it is: `（更正版）`, `(最终版)`, `(2)`, `v3`.
fn revision_mark(name: &str) -> u32 {
    let numbered = name.split(['(', '（', 'v', 'V']).skip(1).filter_map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).take(2).collect();
        digits.parse::<u32>().ok()
    });
    let number = numbered.filter(|number| *number < 20).max().unwrap_or(0);
    let word = ["修改", "修订", "更正", "更新", "补报", "最新", "最终", "定稿"];
    let rank = word.iter().rposition(|mark| name.contains(mark)).map_or(0, |rank| rank as u32 + 1);
    rank * 100 + number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(file: &str, received_at: Option<&str>) -> ReturnRow {
        ReturnRow {
            return_id: format!("hash of {file}"),
            file: file.to_owned(),
            received_at: received_at.map(str::to_owned),
            status: "accepted".to_owned(),
            ..ReturnRow::default()
        }
    }

    #[test]
    fn marks_in_names_tell_the_later_one() {
        assert!(revision_mark("7月报(1).xlsx") > revision_mark("7月报.xlsx"));
        assert!(revision_mark("7月报（最终版）.xlsx") > revision_mark("7月报（更正版）.xlsx"));
        assert_eq!(revision_mark("附件1：统计表（涪陵）.ods"), 0);
    }

    #[test]
    fn the_later_return_replaces_the_earlier_where_they_share_projects() {
        let mut rows =
            [row("b.xlsx", Some("2023-03-05")), row("a.xlsx", Some("2023-03-09")), row("c.xlsx", None)];
        let of = |ids: &[&str]| ids.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
        let projects = [of(&["1", "2"]), of(&["2"]), of(&["9"])];
        let mut findings = Vec::new();
        mark_superseded(&mut rows, &projects, Supersede::Overlap, &mut findings);
        assert_eq!(rows[0].superseded_by.as_deref(), Some("a.xlsx"));
        assert_eq!((rows[1].status.as_str(), rows[2].status.as_str()), ("accepted", "accepted"));
        assert_eq!((rows[2].revision, rows[1].revision), (Some(1), Some(3)));
        assert_eq!(findings.len(), 1);
    }

    #[test]
    fn the_same_content_twice_is_a_duplicate_once() {
        let mut rows = [row("b.xlsx", Some("2023-03-09")), row("a.xlsx", Some("2023-03-05"))];
        rows[1].return_id = rows[0].return_id.clone();
        let mut findings = Vec::new();
        mark_duplicates(&mut rows, &mut findings);
        assert_eq!((rows[0].status.as_str(), rows[1].status.as_str()), ("duplicate", "accepted"));
    }
}
