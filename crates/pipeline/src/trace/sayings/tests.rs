//! Sayings of hand-made returns.

use super::*;

fn value(field: Field, text: &str, withheld: bool) -> ValueRow {
    let value = Some(text.to_owned());
    ValueRow { field: field.name().to_owned(), value, withheld, ..ValueRow::default() }
}

#[test]
fn the_status_tells_the_progress_and_else_the_furthest_tick() {
    let ticks = [value(Field::IsStarted, "true", false), value(Field::IsProduction, "false", false)];
    assert_eq!(progress_field(&ticks), Some(Field::IsStarted));
    assert_eq!(progress_field(&ticks[1..]), Some(Field::IsStarted), "a no is a no of the start");
    let status = [value(Field::StatusRaw, "started", false), value(Field::IsProduction, "true", false)];
    assert_eq!(progress_field(&status), Some(Field::StatusRaw));
    assert_eq!(progress_field(&[]), None);
}

#[test]
fn what_is_withheld_is_not_said() {
    let observation = Observation {
        started: Some(true),
        contract_yuan: Some(5),
        capital_cumulative_yuan: Some(3),
        ..Observation::default()
    };
    let values = [value(Field::StatusRaw, "started", true), value(Field::ContractValue, "5", true)];
    let month = Month::of(observation.period);
    let said = |flagged| saying((&observation, "a.xlsx", month), &values, flagged);
    let careful = said(Flagged::Withhold);
    assert_eq!((careful.started(), careful.contract_yuan, careful.capital_yuan), (None, None, Some(3)));
    assert_eq!(said(Flagged::AsReported).started(), Some(true));
}

#[test]
fn copies_of_a_return_have_files_of_their_own() {
    let row = |file: &str, status: &str| ReturnRow {
        return_id: "aa".to_owned(),
        file: file.to_owned(),
        status: status.to_owned(),
        ..ReturnRow::default()
    };
    let returns = [row("1.xlsx", "duplicate"), row("2.xlsx", "accepted"), row("3.xlsx", "superseded")];
    let files = Files::of(&returns);
    assert_eq!(files.in_force("aa-01-01-00003", "aa"), Some("2.xlsx"));
    assert_eq!(files.in_force("aa-01-01-00003~1", "aa"), None);
    assert_eq!(files.of_record("aa-01-01-00003~1", "aa").map(|row| row.file.as_str()), Some("3.xlsx"));
    assert!(files.of_record("bb-01", "bb").is_none());
}
