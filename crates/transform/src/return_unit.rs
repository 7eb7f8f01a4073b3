//! The unit that sent a return (填报单位): caption, title, file name, sheet names, or the column that all rows agree on.

use std::collections::BTreeMap;

use model::datasets::findings::Finding;
use model::date::Date;
use model::field::Field;
use model::findings::{R111_UNIT_UNKNOWN, R113_UNIT_CONFLICT};
use model::form::{Form, Place, UnitNaming};
use model::reading::{Reading, Role};

use crate::received::ReceivedFile;
use crate::return_period::has_records;
use crate::vocabulary::Vocabulary;

/// One place that names a unit.
struct Claim {
    unit_code: String,
    text: String,
}

/// The unit of a return: the first place in the order of the form that names one. A caption or title and a file name
/// that disagree are a finding.
pub fn find_return_unit(
    received: &ReceivedFile,
    reading: &Reading,
    vocabulary: &Vocabulary,
    form: &Form,
    on: Option<Date>,
) -> (Option<String>, Vec<Finding>) {
    if form.unit_naming == UnitNaming::AsItComes {
        return (None, Vec::new());
    }
    let claims: Vec<Claim> =
        form.unit_from.iter().filter_map(|place| claim(*place, received, reading, vocabulary, on)).collect();
    let Some(first) = claims.first() else {
        return (None, vec![R111_UNIT_UNKNOWN.draft(&reading.return_id).finish()]);
    };
    let other = claims.iter().find(|claim| claim.unit_code != first.unit_code);
    let findings = other.map(|other| {
        let detail = format!("{} / {}", first.text, other.text);
        R113_UNIT_CONFLICT.draft(&reading.return_id).detail(detail).finish()
    });
    (Some(first.unit_code.clone()), findings.into_iter().collect())
}

fn claim(
    place: Place,
    received: &ReceivedFile,
    reading: &Reading,
    vocabulary: &Vocabulary,
    on: Option<Date>,
) -> Option<Claim> {
    let in_text = |text: &str| {
        let (unit_code, _) = vocabulary.units.find_in(text, on)?;
        Some(Claim { unit_code, text: text.to_owned() })
    };
    match place {
        Place::Title => caption_claim(reading, vocabulary, on)
            .or_else(|| top_texts(reading).find_map(|text| in_text(&text))),
        Place::FileName => in_text(received.file.rsplit('/').next().unwrap_or(&received.file)),
        Place::Sheet => reading.sheets.iter().find_map(|sheet| in_text(&sheet.name)),
        Place::Column => column_claim(reading, vocabulary, on),
        Place::Folder => received.file.rsplit('/').skip(1).find_map(in_text),
        Place::Group | Place::Received | Place::Ledger | Place::SignDate => None,
    }
}

/// Labels in front of the reporting unit.
const LABELS: [&str; 9] = [
    "填报单位",
    "报送单位",
    "填报区县",
    "报送区县",
    "单位名称",
    "上报单位",
    "填表单位",
    "报送部门",
    "填报部门",
];

fn caption_claim(reading: &Reading, vocabulary: &Vocabulary, on: Option<Date>) -> Option<Claim> {
    let texts: Vec<String> = top_texts(reading).collect();
    texts.iter().find_map(|text| {
        let label = LABELS.iter().find(|label| text.contains(*label))?;
        let after = text.split_once(label)?.1;
        let named =
            after.trim_start_matches(|c: char| !matches!(c, ':' | '：')).trim_start_matches([':', '：']);
        let named = named.trim_start();
        let word = named.split([' ', '\u{3000}', '\n', '\t']).next().unwrap_or(named);
        let read = vocabulary.units.read(word, on).value;
        let unit_code = read.or_else(|| vocabulary.units.find_in(word, on).map(|(code, _)| code))?;
        Some(Claim { unit_code, text: word.to_owned() })
    })
}

/// Titles and captions of sheets that hold records, from top to bottom.
fn top_texts(reading: &Reading) -> impl Iterator<Item = String> {
    let with_records = reading.sheets.iter().filter(|sheet| has_records(reading, &sheet.name));
    with_records
        .flat_map(|sheet| sheet.cells.iter().filter(|cell| matches!(cell.role, Role::Title | Role::Caption)))
        .map(|cell| cell.content.text().into_owned())
}

/// The unit of the column of units, where at least nine of ten rows agree.
fn column_claim(reading: &Reading, vocabulary: &Vocabulary, on: Option<Date>) -> Option<Claim> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut named = 0;
    for text in reading.records.iter().filter_map(|record| record.raw(Field::ResponsibleUnit)) {
        let read = vocabulary.units.read(text, on).value;
        let Some(unit_code) = read.or_else(|| vocabulary.units.find_in(text, on).map(|(code, _)| code))
        else {
            continue;
        };
        named += 1;
        *counts.entry(unit_code).or_default() += 1;
    }
    let (unit_code, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    let agreed = count * 10 >= named * 9;
    agreed.then(|| Claim { text: unit_code.clone(), unit_code })
}
