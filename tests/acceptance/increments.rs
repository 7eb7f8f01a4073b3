//! Same input, same bytes: whatever was there before, and in whatever order it came.

use serde_json::Value;

use crate::sandbox::Sandbox;

#[test]
fn one_more_month_gives_the_same_bytes_as_a_full_rebuild() {
    let grown = Sandbox::with_months(&["202306"]);
    let (_, june) = grown.run(&[]);
    grown.receive("202307");
    let (outcome, grown_document) = grown.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    assert_ne!(june["release_id"], grown_document["release_id"]);

    let rebuilt = Sandbox::with_months(&["202307", "202306"]);
    let (_, document) = rebuilt.run(&[]);
    assert_eq!(grown_document["release_id"], document["release_id"]);
    assert_eq!(hashes(&grown_document), hashes(&document));
}

#[test]
fn a_release_that_is_gone_is_made_again_with_the_same_bytes() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let (_, first) = sandbox.run(&[]);
    fs_err::remove_dir_all(sandbox.path("data/store/releases")).unwrap();
    let (outcome, second) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    assert_eq!((second["unchanged"].as_bool(), &second["release_id"]), (Some(false), &first["release_id"]));
    assert_eq!(hashes(&first), hashes(&second));
}

/// File and hash of every output.
fn hashes(document: &Value) -> Vec<(&str, &str)> {
    let outputs = document["outputs"].as_array().unwrap();
    outputs
        .iter()
        .map(|output| (output["file"].as_str().unwrap(), output["sha256"].as_str().unwrap()))
        .collect()
}
