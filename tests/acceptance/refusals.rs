//! Wrong calls: each is refused with what, why and the way out, and nothing is published.

use std::io;

use crate::sandbox::{Outcome, Sandbox};

const RUN: [&str; 4] = ["run", "pipelines/smart-expo.toml", "--lang", "en"];

#[track_caller]
fn check(outcome: &Outcome, words: &[&str]) {
    assert_eq!(outcome.code, 2, "{}", outcome.stderr);
    assert_eq!(outcome.stdout, "");
    for word in words {
        assert!(outcome.stderr.contains(word), "`{word}` in:\n{}", outcome.stderr);
    }
}

#[track_caller]
fn check_edit(from: &str, to: &str, words: &[&str]) {
    let sandbox = Sandbox::with_months(&[]);
    sandbox.edit_pipeline(from, to);
    check(&sandbox.luodi(&RUN), words);
    assert_eq!(sandbox.current(), None);
}

#[test]
fn a_pipeline_file_that_is_not_there() {
    let sandbox = Sandbox::with_months(&[]);
    let outcome = sandbox.luodi(&["run", "pipelines/other.toml", "--lang", "en"]);
    check(&outcome, &["error: cannot read the pipeline file `pipelines/other.toml`", "hint: "]);
    let outcome = sandbox.luodi(&["run", "pipelines/other.toml", "--lang", "zh"]);
    check(&outcome, &["error: 无法读取流水线文件", "hint: "]);
}

#[test]
fn keys_and_values_that_mean_nothing() {
    check_edit("flagged =", "flaged =", &["unknown key `policy.flaged`", "did you mean `policy.flagged`?"]);
    check_edit(
        "\"withhold\"",
        "\"hold\"",
        &["`policy.flagged`", "`\"hold\"`", "`withhold` or `as_reported`"],
    );
    check_edit("min_coverage = 0.9", "min_coverage = 90", &["`gates.min_coverage` is 90", "from 0 to 1"]);
    check_edit("name = \"smart-expo\"", "name = ", &["line 2"]);
}

#[test]
fn inputs_that_are_not_there() {
    let sandbox = Sandbox::with_months(&[]);
    check(&sandbox.luodi(&RUN), &["no file matches `data/received/**/*`", "--received"]);
    fs_err::remove_dir_all(sandbox.path("data/ledger")).unwrap();
    sandbox.write("data/received/a.xlsx", "no workbook");
    check(&sandbox.luodi(&RUN), &["no ledger matches `data/ledger/*.xlsx`", "--ledger"]);
    fs_err::remove_file(sandbox.path("data/reference/units.csv")).unwrap();
    check(&sandbox.luodi(&RUN), &["units.csv", "the file is missing"]);
}

#[test]
fn options_that_cannot_be_read() {
    let sandbox = Sandbox::with_months(&[]);
    let with = |more: &[&str]| sandbox.luodi(&[&RUN, more].concat());
    check(&with(&["--known-at", "July"]), &["`--known-at` is `July`", "2023-07-31"]);
    check(&with(&["--as-of", "2023-13"]), &["2023-13"]);
    check(&with(&["--register", "none.csv"]), &["none.csv"]);
    check(&with(&["--nonsense"]), &["--nonsense"]);
}

#[test]
fn a_stage_before_which_nothing_ran() {
    let sandbox = Sandbox::with_months(&[]);
    let outcome = sandbox.luodi(&["analyze", "pipelines/smart-expo.toml", "--lang", "en"]);
    check(&outcome, &["`luodi analyze` needs what `luodi transform` leaves", "run `luodi transform` first"]);
}

#[cfg(unix)]
#[test]
fn a_store_that_cannot_be_written() -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::with_months(&[]);
    sandbox.write("data/received/a.xlsx", "no workbook");
    fs_err::create_dir(sandbox.path("data/store"))?;
    fs_err::set_permissions(sandbox.path("data/store"), PermissionsExt::from_mode(0o555))?;
    if fs_err::write(sandbox.path("data/store/probe"), "").is_ok() {
        return Ok(()); // whoever runs this may write everywhere: nothing to see
    }
    check(&sandbox.luodi(&RUN), &["cannot be written", "--store"]);
    Ok(())
}
