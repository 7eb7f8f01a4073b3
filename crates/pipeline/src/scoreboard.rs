//! How well the structure of workbooks is found (结构评分): against a table that says where header and data stand.

use std::collections::BTreeMap;
use std::path::Path;

use ingest::plain_table::plain_table;
use model::reading::{Reading, Sheet};
use serde::{Deserialize, Serialize};
use transform::received::FileContent;

use crate::built_in;
use crate::check::places::{areas, bounds};
use crate::csv_table::read_table;
use crate::decisions::HeaderDecisions;
use crate::dictionary::HeaderRules;
use crate::error::PipelineError;
use crate::inputs::FoundFile;
use crate::progress::Progress;
use crate::register::Register;
use crate::scan::scan;
use crate::stages::ingest::read_file;

/// Where the table of a sheet stands, as somebody has labelled it. Rows from 1; an empty header: it has none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Expected {
    /// The workbook, below the folder.
    pub file: String,
    /// The sheet; empty: the first one.
    #[serde(default)]
    pub sheet: String,
    /// First row of the header.
    pub header_first: Option<u32>,
    /// Last row of the header.
    pub header_last: Option<u32>,
    /// First row of the data.
    pub data_first: u32,
}

/// How one table was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scored {
    /// The workbook.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// known (its headings are in the dictionary), shape (told by its shape alone), none, or unreadable.
    pub found_by: &'static str,
    /// Header rows, expected.
    pub header_expected: String,
    /// Header rows, found.
    pub header_found: String,
    /// First row of the data, expected.
    pub data_expected: u32,
    /// First row of the data, found.
    pub data_found: Option<u32>,
    /// The data begin where they should.
    pub data_right: bool,
    /// The header rows are exactly those.
    pub header_right: bool,
}

/// Rows that were found: the header, and the first row of the data.
type Found = (Option<(u32, u32)>, u32);

/// Scores the tables that a list names, in its order. The files lie below a folder.
pub fn score(list: &Path, folder: &Path, progress: &dyn Progress) -> Result<Vec<Scored>, PipelineError> {
    let expected: Vec<Expected> = read_table(list)?;
    let reference = built_in::reference()?;
    let decisions = HeaderDecisions::default();
    let rules = HeaderRules::new(&reference.header_synonyms, &model::form::Form::default(), decisions);
    let mut readings: BTreeMap<String, Option<Reading>> = BTreeMap::new();
    let mut scored = Vec::with_capacity(expected.len());
    progress.begin("scoreboard", expected.len() as u64);
    for expected in &expected {
        if !readings.contains_key(&expected.file) {
            readings.insert(expected.file.clone(), read(&folder.join(&expected.file), &rules)?);
        }
        scored.push(score_one(expected, readings.get(&expected.file).and_then(Option::as_ref)));
        progress.step();
    }
    progress.end();
    Ok(scored)
}

/// What is read of a file; nothing when it is refused.
fn read(path: &Path, rules: &HeaderRules) -> Result<Option<Reading>, PipelineError> {
    let file = FoundFile { path: path.to_path_buf(), file: path.display().to_string() };
    let scanned = scan(&[file], &Register::new(), &crate::progress::Silent);
    let Some(file) = scanned.first().filter(|file| file.unreadable.is_none()) else {
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(PipelineError::io(path, missing));
    };
    Ok(match read_file(file, rules)? {
        FileContent::Read(reading) => Some(*reading),
        _ => None,
    })
}

fn score_one(expected: &Expected, reading: Option<&Reading>) -> Scored {
    let sheet = reading.and_then(|reading| match expected.sheet.as_str() {
        "" => reading.sheets.first(),
        // A text has one sheet, whatever it is called.
        _ if reading.sheets.len() == 1 => reading.sheets.first(),
        name => reading.sheet(name),
    });
    let (found_by, found) = match (reading, sheet) {
        (Some(reading), Some(sheet)) => find(reading, sheet, expected.data_first),
        _ => ("unreadable", None),
    };
    let header_expected = expected.header_first.zip(expected.header_last);
    let header_found = found.and_then(|(header, _)| header);
    let data_found = found.map(|(_, first)| first);
    Scored {
        file: expected.file.clone(),
        sheet: sheet.map_or_else(|| expected.sheet.clone(), |sheet| sheet.name.clone()),
        found_by,
        header_expected: rows_text(header_expected),
        header_found: rows_text(header_found),
        data_expected: expected.data_first,
        data_found,
        data_right: data_found == Some(expected.data_first),
        header_right: found.is_some() && header_found == header_expected,
    }
}

/// The table of a sheet that is nearest to an expected row: by its headings, or else by its shape.
fn find(reading: &Reading, sheet: &Sheet, near: u32) -> (&'static str, Option<Found>) {
    let mut tables: Vec<Found> = Vec::new();
    let numbers: std::collections::BTreeSet<i32> = reading
        .columns
        .iter()
        .filter(|column| column.sheet == sheet.name && column.orientation == "down")
        .map(|column| column.table)
        .collect();
    for number in numbers {
        let of_table =
            reading.columns.iter().filter(|column| column.sheet == sheet.name && column.table == number);
        let header = bounds(of_table.flat_map(|column| areas(&column.header_address)));
        let records =
            reading.records.iter().filter(|record| record.sheet == sheet.name && record.table == number);
        let first = records.map(|record| record.row_first as u32).min();
        let header = header.map(|area| (area.first.row, area.last.row));
        tables.extend(first.map(|first| (header, first)));
    }
    match tables.into_iter().min_by_key(|(_, first)| first.abs_diff(near)) {
        Some(found) => ("known", Some(found)),
        None => match plain_table(sheet) {
            Some(table) => ("shape", Some((table.header, table.data.0))),
            None => ("none", None),
        },
    }
}

fn rows_text(rows: Option<(u32, u32)>) -> String {
    match rows {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}-{last}"),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Silent;

    #[test]
    fn known_tables_and_foreign_ones_are_scored() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs_err::write(folder.path().join(name), text).unwrap();
        write(
            "a.csv",
            "签约项目表,,\n序号,项目名称,投资方,合同额（亿元）\n1,甲项目,某公司,5\n2,乙项目,某公司,6\n",
        );
        write("b.csv", "Exports,,\nCountry,2019,2020\nA,1.5,2\nB,3,4\n");
        write(
            "expected.csv",
            "file,sheet,header_first,header_last,data_first\na.csv,,2,2,3\nb.csv,,2,2,3\nb.csv,,1,2,4\n",
        );
        let scored = score(&folder.path().join("expected.csv"), folder.path(), &Silent).unwrap();
        let seen: Vec<(&str, bool, bool)> =
            scored.iter().map(|row| (row.found_by, row.data_right, row.header_right)).collect();
        assert_eq!(seen, [("known", true, true), ("shape", true, true), ("shape", false, false)]);
    }
}
