//! Findings as a clerk needs them (问题说明): what stands there, how it was read, what is expected, what to do, and the
//! cells around it.

use model::datasets::findings::Finding;
use model::datasets::values::ValueRow;
use model::field::Field;
use model::findings::by_code;
use model::reading::{Reading, Sheet};

use crate::check::cell_grids::cell_grid;
use crate::check::checked::{CheckedFinding, ReadAs};
use crate::check::judgement::Judgement;
use crate::check::masking::{Masking, masked};
use crate::check::places::{areas, bounds};

/// Severities, gravest first.
const SEVERITIES: [&str; 3] = ["error", "warning", "info"];

/// Every finding, gravest first, those of one code together, then as the workbook reads.
pub(crate) fn describe_findings(
    judgement: &Judgement,
    reading: &Reading,
    masking: &Masking,
) -> Vec<CheckedFinding> {
    let mut findings: Vec<&Finding> = judgement.findings.iter().collect();
    findings.sort_by_cached_key(|finding| {
        let gravity = SEVERITIES.iter().position(|known| *known == finding.severity);
        let sheet = reading.sheets.iter().position(|sheet| Some(&sheet.name) == finding.sheet.as_ref());
        let first = bounds(areas(finding.address.as_deref().unwrap_or_default())).map(|area| area.first);
        (gravity, finding.code.clone(), sheet, first)
    });
    findings.into_iter().map(|finding| described(finding, judgement, reading, masking)).collect()
}

/// A finding about a file that could not be read.
pub(crate) fn without_place(finding: &Finding) -> CheckedFinding {
    let declared = by_code(&finding.code);
    let field = finding.field.as_deref().and_then(|name| name.parse::<Field>().ok());
    CheckedFinding {
        code: finding.code.clone(),
        severity: finding.severity.clone(),
        sheet: finding.sheet.clone(),
        address: finding.address.clone(),
        related_address: finding.related_address.clone(),
        field: finding.field.clone(),
        field_zh: field.map_or("", Field::zh).to_owned(),
        raw: finding.raw.as_deref().map(masked),
        expected: finding.expected.as_deref().map(masked),
        message_zh: masked(&finding.message_zh),
        message_en: masked(&finding.message_en),
        fix_zh: declared.map_or("", |code| code.fix_zh).to_owned(),
        fix_en: declared.map_or("", |code| code.fix_en).to_owned(),
        ..CheckedFinding::default()
    }
}

fn described(
    finding: &Finding,
    judgement: &Judgement,
    reading: &Reading,
    masking: &Masking,
) -> CheckedFinding {
    let bare = without_place(finding);
    let Some(sheet) = finding.sheet.as_deref().and_then(|name| reading.sheet(name)) else { return bare };
    let marked = areas(finding.address.as_deref().unwrap_or_default());
    let is_elsewhere = finding.related_file.is_some() || finding.related_sheet.is_some();
    let related = if is_elsewhere { "" } else { finding.related_address.as_deref().unwrap_or_default() };
    let grid = cell_grid(sheet, reading, masking, (&marked, &areas(related)));
    let is_hidden = bounds(marked).is_some_and(|area| is_hidden(sheet, area.first.row, area.first.col));
    CheckedFinding { read_as: read_as(finding, &judgement.values), is_hidden, grid, ..bare }
}

fn is_hidden(sheet: &Sheet, row: u32, col: u32) -> bool {
    sheet.hidden || sheet.seen_at(row, col).is_some_and(|cell| cell.hidden)
}

/// How the value was read at which the finding stands.
fn read_as(finding: &Finding, values: &[ValueRow]) -> Option<ReadAs> {
    let (record_id, field) = (finding.record_id.as_ref()?, finding.field.as_ref()?);
    let of_it = |value: &&ValueRow| &value.record_id == record_id && &value.field == field;
    let value = values.iter().find(of_it)?;
    Some(ReadAs {
        value: masked(value.value.as_deref()?),
        unit: value.unit.clone(),
        rule: value.rule.clone(),
    })
}
