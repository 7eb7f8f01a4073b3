//! `luodi check`: a workbook before it is sent; a broken one; one that is not there. Nothing is written.

use serde_json::Value;

use crate::sandbox::{Outcome, Sandbox};

/// A sandbox with synthetic returns of one unit in one layout.
fn with_returns(layout: &str, errors: &str) -> (Sandbox, Vec<String>) {
    let sandbox = Sandbox::with_months(&[]);
    let arguments = [
        "sample",
        "made",
        "--units",
        "2",
        "--months",
        "1",
        "--projects",
        "16",
        "--layouts",
        layout,
        "--errors",
        errors,
        "--quiet",
    ];
    let outcome = sandbox.luodi(&arguments);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let mut files = Vec::new();
    for month in fs_err::read_dir(sandbox.path("made/received")).unwrap() {
        let Ok(entries) = fs_err::read_dir(month.unwrap().path()) else { continue };
        let names = entries.map(|entry| entry.unwrap().path().to_string_lossy().into_owned());
        files.extend(names.filter(|name| name.contains(".xls")));
    }
    files.sort();
    assert!(!files.is_empty());
    (sandbox, files)
}

fn document(outcome: &Outcome) -> Value {
    serde_json::from_str(&outcome.stdout).unwrap()
}

#[test]
fn a_clean_workbook_can_be_sent() {
    let (sandbox, files) = with_returns("plain_header", "0");
    let outcome = sandbox.luodi(&["check", &files[0]]);
    assert_eq!(outcome.code, 0, "{}", outcome.stdout);
    for words in ["项目名称", "理解为", "表头", "可以报送"] {
        assert!(outcome.stdout.contains(words), "`{words}` in:\n{}", outcome.stdout);
    }
    assert!(!sandbox.path("data/store").exists());
}

#[test]
fn wrong_values_are_drawn_and_counted_the_same_in_every_form() {
    let (sandbox, files) = with_returns("plain_header", "400");
    let text = sandbox.luodi(&["check", &files[0]]);
    assert_eq!(text.code, 1, "{}", text.stdout);
    for words in ["^^^", "原文", "怎么改", "请先改正"] {
        assert!(text.stdout.contains(words), "`{words}` in:\n{}", text.stdout);
    }
    let json = document(&sandbox.luodi(&["check", &files[0], "--format", "json"]));
    let findings = json["workbooks"][0]["findings"].as_array().unwrap();
    let n_errors = findings.iter().filter(|finding| finding["severity"] == "error").count();
    assert_eq!(json["n_errors"], n_errors);
    assert!(text.stdout.contains(&format!("请先改正 {n_errors} 处错误")), "{}", text.stdout);
    let csv = sandbox.luodi(&["check", &files[0], "--format", "csv"]).stdout;
    assert_eq!(csv.lines().count(), findings.len() + 1, "{csv}");
    let english = sandbox.luodi(&["check", &files[0], "--lang", "en", "--format", "markdown"]).stdout;
    assert!(english.contains("```text") && english.contains("to do"), "{english}");
}

#[test]
fn contacts_are_never_shown() {
    let (sandbox, files) = with_returns("everything", "400");
    for format in ["table", "json", "csv"] {
        let said = sandbox.luodi(&["check", &files[0], "--all", "--format", format]).stdout;
        let digits = said.split(|sign: char| !sign.is_ascii_digit());
        let phones: Vec<&str> = digits.filter(|run| run.len() == 11 && run.starts_with('1')).collect();
        assert!(phones.is_empty(), "{phones:?}");
    }
}

#[test]
fn a_folder_is_checked_file_by_file_and_a_broken_one_stops_nobody() {
    let (sandbox, files) = with_returns("plain_header", "0");
    let folder = std::path::Path::new(&files[0]).parent().unwrap().to_string_lossy().into_owned();
    fs_err::write(format!("{folder}/坏.xlsx"), "PK\u{3}\u{4} no workbook").unwrap();
    let outcome = sandbox.luodi(&["check", &folder]);
    assert_eq!(outcome.code, 1, "{}", outcome.stdout);
    for words in ["无法读取", "不能报送", "可以报送", "R101", "1 个请先改正"] {
        assert!(outcome.stdout.contains(words), "`{words}` in:\n{}", outcome.stdout);
    }
}

#[test]
fn the_ledger_is_compared_where_it_is_named() {
    let (sandbox, files) = with_returns("plain_header", "0");
    let alone = sandbox.luodi(&["check", &files[0]]);
    assert!(alone.stdout.contains("台账：没有核对"), "{}", alone.stdout);
    let ledger = fs_err::read_dir(sandbox.path("made/ledger")).unwrap().next().unwrap().unwrap().path();
    let outcome = sandbox.luodi(&["check", &files[0], "--ledger", &ledger.to_string_lossy()]);
    assert_eq!(outcome.code, 0, "{}", outcome.stdout);
    assert!(outcome.stdout.contains("台账：已核对"), "{}", outcome.stdout);
    let missing = sandbox.luodi(&["check", &files[0], "--ledger", "none.xlsx"]);
    assert_eq!((missing.code, missing.stdout.as_str()), (2, ""));
}

#[test]
fn a_workbook_that_is_not_there_is_named() {
    let sandbox = Sandbox::with_months(&[]);
    let outcome = sandbox.luodi(&["check", "没有.xlsx"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
    assert!(outcome.stderr.contains("没有.xlsx") && outcome.stderr.contains("hint: "), "{}", outcome.stderr);
    let outcome = sandbox.luodi(&["check", "none.xlsx", "--lang", "en"]);
    assert!(outcome.stderr.contains("there is no workbook `none.xlsx`"), "{}", outcome.stderr);
    assert_eq!(sandbox.luodi(&["check"]).code, 2);
}
