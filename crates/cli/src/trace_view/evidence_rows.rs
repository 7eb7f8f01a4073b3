//! Evidence as rows of one long table (凭据表): one row a cell, for CSV and Markdown.

use pipeline::trace::evidence::Evidence;
use pipeline::trace::values::{TracedCell, TracedValue};

use crate::trace_view::depth::Depth;

/// Columns that tell of a record.
pub(crate) const RECORD: [&str; 7] =
    ["claim", "part_id", "month", "carried_months", "record_id", "amount_yuan", "file"];

/// Columns that tell of a cell.
pub(crate) const CELL: [&str; 14] = [
    "sheet",
    "cell",
    "merge",
    "header",
    "header_cell",
    "text",
    "field",
    "value",
    "unit",
    "unit_source",
    "unit_cell",
    "rule",
    "flags",
    "withheld",
];

/// The columns of a depth.
pub(crate) fn evidence_columns(depth: Depth) -> Vec<&'static str> {
    match depth {
        Depth::Figure | Depth::Projects => Vec::new(),
        Depth::Records => RECORD.to_vec(),
        Depth::Cells => RECORD.into_iter().chain(CELL).collect(),
    }
}

/// The rows of some evidence, at least one, so that nobody is left out.
pub(crate) fn evidence_rows(evidence: &[Evidence], depth: Depth) -> Vec<Vec<String>> {
    let rows: Vec<Vec<String>> = match depth {
        Depth::Figure | Depth::Projects => Vec::new(),
        Depth::Records => evidence.iter().map(record).collect(),
        Depth::Cells => evidence.iter().flat_map(cells).collect(),
    };
    match rows.is_empty() {
        true => vec![vec![String::new(); evidence_columns(depth).len()]],
        false => rows,
    }
}

fn record(found: &Evidence) -> Vec<String> {
    vec![
        found.claim.words().1.replace(' ', "_"),
        found.project_id.clone(),
        found.month.clone().unwrap_or_default(),
        found.carried_months.to_string(),
        found.record_id.clone().unwrap_or_default(),
        found.amount_yuan.map(|yuan| yuan.to_string()).unwrap_or_default(),
        found.file.clone(),
    ]
}

fn cells(found: &Evidence) -> Vec<Vec<String>> {
    let with_record = |cells: Vec<String>| record(found).into_iter().chain(cells).collect();
    let of_value =
        |value: &'_ TracedValue| value.cells.iter().map(|one| cell(value, one)).collect::<Vec<_>>();
    let cells: Vec<Vec<String>> = found.values.iter().flat_map(of_value).collect();
    match cells.is_empty() {
        true => vec![with_record(vec![String::new(); CELL.len()])],
        false => cells.into_iter().map(with_record).collect(),
    }
}

fn cell(value: &TracedValue, cell: &TracedCell) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        cell.sheet.clone(),
        cell.address.clone(),
        text(&cell.merge),
        text(&cell.header),
        text(&cell.header_address),
        cell.text.clone(),
        value.field.clone(),
        text(&value.value),
        text(&value.unit),
        text(&value.unit_source),
        text(&value.unit_address),
        value.rule.clone(),
        text(&value.flags),
        value.withheld.to_string(),
    ]
}
