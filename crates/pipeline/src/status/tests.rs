//! The status of a small store that is made by hand.

use serde_json::{Value, json};
use store::parquet_rows::write_rows;
use store::releases::Store;
use tempfile::TempDir;

use super::*;
use crate::manifest::Manifest;
use crate::status::grid::State;
use crate::summary::{Figures, Summary};

fn returned(file: &str, unit: Option<&str>, period: &str, status: &str) -> ReturnRow {
    ReturnRow {
        return_id: file.to_owned(),
        file: file.to_owned(),
        unit_code: unit.map(str::to_owned),
        period: period.parse::<Month>().ok().map(Month::last_day),
        status: status.to_owned(),
        revision: Some(1),
        ..ReturnRow::default()
    }
}

fn store_with(settings: Value) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let new = store.begin("abc").unwrap();
    let rows = [
        returned("a.xlsx", Some("CQ500101"), "2023-06", "accepted"),
        returned("b.xlsx", Some("CQ500101"), "2023-07", "rejected"),
        returned("c.xlsx", Some("CQ500102"), "2023-07", "accepted"),
        returned("d.xlsx", None, "2023-07", "rejected"),
        returned("e.csv", None, "", "skipped"),
    ];
    write_rows(&new.folder().join("returns.parquet"), &rows).unwrap();
    let manifest = Manifest {
        format: 1,
        release_id: "abc".to_owned(),
        pipeline: "p".to_owned(),
        created: "2023-08-11T02:30:00+08:00".to_owned(),
        program: String::new(),
        reading: String::new(),
        settings,
        inputs: Vec::new(),
        outputs: Vec::new(),
        summary: Summary { figures: Some(figures()), ..Summary::default() },
    };
    manifest.write(new.folder()).unwrap();
    new.publish(true).unwrap();
    folder
}

fn figures() -> Figures {
    Figures {
        as_of: "2023-07-31".to_owned(),
        n_projects: 207,
        contract_yuan: 687_600_000_000,
        n_started: 128,
        capital_yuan: 110_220_000_000,
        ..Figures::default()
    }
}

fn two_units() -> Value {
    json!({"name": "p", "calendar": {"units": ["CQ500101", "CQ500102"], "due_day": 10}, "as_of": "2023-07"})
}

fn question(folder: &TempDir) -> StatusQuestion {
    StatusQuestion { store: folder.path().to_owned(), ..StatusQuestion::default() }
}

#[test]
fn each_unit_has_a_line_and_each_month_a_cell() {
    let folder = store_with(two_units());
    let status = status(&question(&folder), None).unwrap();
    let shown: Vec<(&str, Vec<State>)> = status
        .lines
        .iter()
        .map(|line| (line.name.as_str(), line.months.iter().map(|month| month.state).collect()))
        .collect();
    let expected =
        [("万州", vec![State::Received, State::Rejected]), ("涪陵", vec![State::Missing, State::Received])];
    assert_eq!(shown, expected);
    let unplaced: Vec<&str> = status.unplaced.iter().map(|row| row.file.as_str()).collect();
    assert_eq!(unplaced, ["d.xlsx"]);
    assert!(status.releases[0].is_current && status.locked_by.is_none());
    let figures = ["2023-07", "207", "6876.0 亿元", "128", "61.8 %", "1102.2 亿元"];
    assert_eq!(status.releases[0].zh.figures, figures);
}

#[test]
fn all_units_are_expected_unless_the_pipeline_says_otherwise() {
    let folder = store_with(json!({"name": "p"}));
    assert!(status(&question(&folder), None).unwrap().lines.len() > 30);
}

#[test]
fn units_and_months_can_be_chosen() {
    let folder = store_with(two_units());
    for typed in ["万州", "万州区", "cq500101"] {
        let question =
            StatusQuestion { unit: Some(typed.to_owned()), n_months: Some(1), ..question(&folder) };
        let status = status(&question, None).unwrap();
        assert_eq!((status.lines.len(), status.months.len()), (1, 1), "{typed}");
    }
    let question = StatusQuestion { unit: Some("万洲".to_owned()), ..question(&folder) };
    assert!(status(&question, None).is_err());
}

#[test]
fn a_store_before_its_first_release_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let _lock = store.lock("process 7").unwrap();
    let status = status(&question(&folder), None).unwrap();
    assert!(status.releases.is_empty() && status.months.is_empty());
    assert_eq!(status.locked_by.as_deref(), Some("process 7"));
}
