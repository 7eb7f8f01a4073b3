//! What is read although something is wrong, and what keeps figures from being published.

use serde_json::Value;

use crate::sandbox::Sandbox;

#[test]
fn a_broken_workbook_takes_no_other_one_with_it() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let (_, sound) = sandbox.run(&[]);
    sandbox.write("data/received/202307/坏.xlsx", b"PK\x03\x04 cut off");
    sandbox.write("data/received/202307/空.xls", b"");
    sandbox.write("data/received/202307/~$锁.xlsx", b"lock");
    let (outcome, broken) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    let n_rejected = |document: &Value| document["balance"]["files"]["rejected"].as_u64().unwrap_or(0);
    assert_eq!(n_rejected(&broken), n_rejected(&sound) + 2, "{}", broken["balance"]);
    assert_eq!(broken["balance"]["files"]["accepted"], sound["balance"]["files"]["accepted"]);
    assert_eq!(broken["balance"]["closes"], true);
    assert_eq!(broken["headline"], sound["headline"]);
    assert_ne!(broken["release_id"], sound["release_id"]);
}

#[test]
fn nothing_is_published_when_most_units_are_silent() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let folder = sandbox.path("data/received/202307");
    for entry in fs_err::read_dir(folder).unwrap().skip(3) {
        fs_err::remove_file(entry.unwrap().path()).unwrap();
    }
    let (outcome, document) = sandbox.run(&[]);
    assert_eq!(outcome.code, 3, "{}", outcome.stderr);
    assert_eq!(document["folder"], Value::Null);
    assert_eq!(document["gates"][0]["passed"], false);
    assert_eq!(sandbox.current(), None);

    sandbox.edit_pipeline("min_coverage = 0.9", "min_coverage = 0.0");
    let (outcome, document) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    assert_eq!(sandbox.current().as_deref(), document["release_id"].as_str());
}

#[test]
fn without_a_ledger_the_projects_are_those_that_returns_mention() {
    let sandbox = Sandbox::with_months(&["202307"]);
    sandbox.edit_pipeline("ledger = [\"data/ledger/*.xlsx\"]", "ledger = []");
    let (outcome, document) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    assert_eq!(document["balance"]["closes"], true);
}
