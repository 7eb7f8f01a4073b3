//! A whole column in the wrong unit is one finding (根源问题): the slips of its cells are caused by it.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::findings::{X412_UNIT_SLIP, X421_COLUMN_UNIT_WRONG};

use crate::judged_record::JudgedRecord;
use crate::thresholds::Thresholds;

/// Where the slips of one column stand.
type Column = (String, String, i32, String);

/// Adds one finding for each column most of whose values are slips of unit, and makes it the root of theirs.
pub fn root_column_slips(judged: &[JudgedRecord], findings: &mut Vec<Finding>, thresholds: &Thresholds) {
    let mut columns: BTreeMap<Column, Vec<usize>> = BTreeMap::new();
    let tables: BTreeMap<&str, &JudgedRecord> =
        judged.iter().map(|judged| (judged.record.record.record_id.as_str(), judged)).collect();
    for (place, finding) in
        findings.iter().enumerate().filter(|(_, finding)| finding.code == X412_UNIT_SLIP.code)
    {
        let record = finding.record_id.as_deref().and_then(|id| tables.get(id));
        let (Some(judged), Some(field)) = (record, &finding.field) else { continue };
        let record = &judged.record.record;
        let column = (record.return_id.clone(), record.sheet.clone(), record.table, field.clone());
        columns.entry(column).or_default().push(place);
    }
    let sizes = column_sizes(judged);
    for (column, mut places) in columns {
        places.dedup_by_key(|place| findings[*place].record_id.clone());
        let size = sizes.get(&column).copied().unwrap_or(0);
        let is_column = places.len() as f64 >= thresholds.column_slip_least
            && places.len() as f64 >= thresholds.column_slip_share * size as f64;
        if is_column {
            let root = root_of(&column, &places, size, findings);
            for place in places {
                findings[place].root_id = Some(root.finding_id.clone());
            }
            findings.push(root);
        }
    }
}

/// How many values each column of money has.
fn column_sizes(judged: &[JudgedRecord]) -> BTreeMap<Column, usize> {
    let mut sizes = BTreeMap::new();
    for JudgedRecord { record: typed, .. } in judged {
        for field in typed.amounts.keys() {
            let record = &typed.record;
            let column =
                (record.return_id.clone(), record.sheet.clone(), record.table, field.name().to_owned());
            *sizes.entry(column).or_insert(0) += 1;
        }
    }
    sizes
}

fn root_of(column: &Column, places: &[usize], size: usize, findings: &[Finding]) -> Finding {
    let (return_id, sheet, _, field) = column;
    let mut addresses: Vec<&str> =
        places.iter().filter_map(|place| findings[*place].address.as_deref()).collect();
    addresses.dedup();
    let first = &findings[places[0]];
    let draft = X421_COLUMN_UNIT_WRONG.draft(return_id).sheet(sheet).address(&addresses.join(","));
    let draft = draft.raw(first.raw.as_deref().unwrap_or("")).detail(format!("{} / {size}", places.len()));
    let mut finding = draft.expected(first.expected.clone().unwrap_or_default()).finish();
    finding.field = Some(field.clone());
    finding.file.clone_from(&first.file);
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typed_record::TypedRecord;
    use model::field::Field;

    fn row(number: usize) -> JudgedRecord {
        let mut record = TypedRecord::default();
        record.record.record_id = format!("r{number}");
        record.record.sheet = "台账".to_owned();
        record.amounts.insert(Field::ContractValue, 5);
        JudgedRecord { record, ..JudgedRecord::default() }
    }

    fn slip(number: usize) -> Finding {
        X412_UNIT_SLIP
            .draft("")
            .sheet("台账")
            .address(&format!("H{number}"))
            .field(Field::ContractValue)
            .record(&format!("r{number}"))
            .finish()
    }

    fn roots(n_slips: usize, n_rows: usize) -> (usize, usize) {
        let judged: Vec<JudgedRecord> = (0..n_rows).map(row).collect();
        let mut findings: Vec<Finding> = (0..n_slips).map(slip).collect();
        root_column_slips(&judged, &mut findings, &Thresholds::default());
        let caused = findings.iter().filter(|finding| finding.root_id.is_some()).count();
        (findings.len() - n_slips, caused)
    }

    #[test]
    fn a_whole_column_in_the_wrong_unit_is_one_finding() {
        assert_eq!(roots(300, 300), (1, 300));
        assert_eq!(roots(5, 6), (1, 5));
        assert_eq!(roots(2, 2), (0, 0), "two cells are no column");
        assert_eq!(roots(3, 10), (0, 0));
    }
}
