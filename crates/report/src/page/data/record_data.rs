//! The records behind the projects (项目行与出处): file › sheet › cell, and the text that stood there.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::datasets::observations::Observation;
use model::datasets::records::Record;
use model::datasets::returns::ReturnRow;
use model::datasets::values::ValueRow;
use model::field::{Field, ValueType};
use model::month::Month;
use serde::Serialize;

use crate::page::data::strings::Strings;
use crate::release::Release;

/// A page with more records is slow; the oldest are left out then, and the page says so.
pub const MOST_RECORDS: usize = 12_000;

/// The fields that figures follow from, and the words that support them.
const SHOWN: [Field; 27] = [
    Field::ProjectName,
    Field::Event,
    Field::EventYear,
    Field::ResponsibleUnit,
    Field::IndustryRaw,
    Field::SignDate,
    Field::ContractValue,
    Field::ArrivedTotal,
    Field::ArrivedYear,
    Field::ArrivedMonth,
    Field::ArrivedPrev,
    Field::StatusRaw,
    Field::IsRegistered,
    Field::IsStarted,
    Field::IsCompleted,
    Field::IsProduction,
    Field::IsFullCapacity,
    Field::RegisterDate,
    Field::LandDate,
    Field::StartDate,
    Field::PlannedStart,
    Field::ProductionDate,
    Field::CompletionDate,
    Field::PlannedProduction,
    Field::ProgressText,
    Field::ProblemText,
    Field::Note,
];

/// The records of the projects. Texts stand once and are named by number.
#[derive(Debug, Serialize)]
pub struct RecordData {
    strings: Vec<String>,
    fields: Vec<(&'static str, &'static str, &'static str)>,
    records: Vec<RecordRow>,
    left_out: usize,
}

/// Counted project, month, unit, file, sheet, first row, last row, method of the link, then the values.
type RecordRow = (usize, i32, usize, usize, usize, i32, i32, usize, Vec<[usize; 6]>);

/// What a record needs of other datasets.
struct Places<'a> {
    records: BTreeMap<&'a str, &'a Record>,
    files: BTreeMap<&'a str, &'a ReturnRow>,
    methods: BTreeMap<&'a str, &'a str>,
    values: BTreeMap<&'a str, Vec<&'a ValueRow>>,
}

/// The records of all observations up to the month of the page, the newest first.
pub fn record_data(release: &Release<'_>) -> RecordData {
    let mut observations: Vec<&Observation> =
        release.rows.observations.iter().filter(|row| row.period <= release.as_of).collect();
    observations.sort_by_key(|row| (Reverse(row.period), &row.counted_project_id, &row.record_id));
    let left_out = observations.len().saturating_sub(MOST_RECORDS);
    observations.truncate(MOST_RECORDS);
    let places = Places::of(release);
    let mut strings = Strings::default();
    let records = observations.iter().map(|row| record(row, &places, &mut strings)).collect();
    let fields = SHOWN.iter().map(|field| (field.zh(), field.en(), reading(*field))).collect();
    RecordData { records, fields, strings: strings.into_list(), left_out }
}

impl<'a> Places<'a> {
    fn of(release: &Release<'a>) -> Places<'a> {
        let rows = release.rows;
        let mut files: BTreeMap<&str, &ReturnRow> = BTreeMap::new();
        for row in rows.returns {
            let known = files.entry(&row.return_id).or_insert(row);
            if known.status != "accepted" && row.status == "accepted" {
                *known = row;
            }
        }
        let mut values: BTreeMap<&str, Vec<&ValueRow>> = BTreeMap::new();
        for row in rows.values {
            values.entry(&row.record_id).or_default().push(row);
        }
        Places {
            records: rows.records.iter().map(|row| (row.record_id.as_str(), row)).collect(),
            methods: rows.links.iter().map(|row| (row.record_id.as_str(), row.method.as_str())).collect(),
            files,
            values,
        }
    }
}

fn record(row: &Observation, places: &Places<'_>, strings: &mut Strings) -> RecordRow {
    let id = row.record_id.as_str();
    let stands = places.records.get(id);
    let file = places.files.get(row.return_id.as_str());
    let values = places.values.get(id).map(Vec::as_slice).unwrap_or_default();
    let shown = SHOWN.iter().enumerate().filter_map(|(place, field)| {
        let value = values.iter().find(|value| value.field == field.name())?;
        (!field.is_personal()).then_some((place, *value))
    });
    let shown: Vec<[usize; 6]> = shown.map(|(place, value)| cell(place, value, strings)).collect();
    (
        strings.number(&row.counted_project_id),
        Month::of(row.period).index(),
        strings.number_of(row.unit_code.as_deref()),
        strings.number_of(file.map(|file| file.file.as_str())),
        strings.number_of(stands.map(|record| record.sheet.as_str())),
        stands.map_or(0, |record| record.row_first),
        stands.map_or(0, |record| record.row_last),
        strings.number_of(places.methods.get(id).copied()),
        shown,
    )
}

/// As what its readings are shown.
fn reading(field: Field) -> &'static str {
    match field.value_type() {
        ValueType::Amount => "amount",
        ValueType::Bool => "bool",
        ValueType::Unit => "unit",
        ValueType::Industry => "industry",
        ValueType::Enum => "stage",
        ValueType::Date => "date",
        _ => "text",
    }
}

/// Field, address, text, reading where it differs, unit, remarks.
fn cell(place: usize, value: &ValueRow, strings: &mut Strings) -> [usize; 6] {
    let reading = value.value.as_deref().filter(|reading| *reading != value.raw);
    let withheld = if value.withheld { "withheld" } else { "" };
    let flags = value.flags.as_deref().unwrap_or_default();
    let remarks = [withheld, flags].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(",");
    [
        place,
        strings.number(&value.address),
        strings.number(&value.raw),
        strings.number_of(reading),
        strings.number_of(value.unit.as_deref()),
        strings.number(&remarks),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_shown_field_is_personal() {
        assert!(SHOWN.iter().all(|field| !field.is_personal()));
    }
}
