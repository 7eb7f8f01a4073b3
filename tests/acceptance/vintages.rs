//! Figures through the vintages: what was first published, and what a late return made of it.

use serde_json::Value;

use crate::sandbox::Sandbox;

/// The capital of all editions at the end of June in a document of `luodi query`.
const FIRST_AND_LATEST: &str = "SELECT known_at, first, latest, cause FROM revisions WHERE as_of = '2023-06-30' \
    AND dimension = 'all' AND cohort = 'all' AND measure = 'capital_yuan' ORDER BY known_at";

fn rows(sandbox: &Sandbox, sql: &str) -> Vec<Value> {
    let outcome = sandbox.luodi(&["query", sql, "--store", "data/store", "--format", "json"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    serde_json::from_str::<Value>(&outcome.stdout).unwrap().as_array().unwrap().clone()
}

/// Three months of returns, of which that of 万州 for June came ten days late.
fn with_a_late_return() -> Sandbox {
    let sandbox = Sandbox::with_months(&["202305", "202306", "202307"]);
    let register = fs_err::read_to_string(sandbox.path("data/received/register.csv")).unwrap();
    let late = |line: &str| match line.rsplit_once(',') {
        Some((file, _)) if file.starts_with("202306/") && file.contains("万州") => {
            format!("{file},2023-07-20T09:00:00+08:00")
        }
        _ => line.to_owned(),
    };
    let lines: Vec<String> = register.lines().map(late).collect();
    assert_ne!(lines.join("\n"), register.trim_end(), "the register names a return of 万州 for June");
    sandbox.write("data/received/register.csv", lines.join("\n") + "\n");
    sandbox
}

#[test]
fn a_late_return_revises_what_was_first_published_and_the_first_can_be_made_again() {
    let sandbox = with_a_late_return();
    sandbox.edit_pipeline("vintages = 0", "vintages = 3");
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    let revisions = rows(&sandbox, FIRST_AND_LATEST);
    assert_eq!(revisions.len(), 2, "first published, and changed once: {revisions:?}");
    assert_eq!(revisions[0]["known_at"], "2023-07-10T23:59:59+08:00");
    let first = revisions[0]["first"].as_f64().unwrap();
    assert_ne!(first, revisions[1]["latest"].as_f64().unwrap());
    assert!(revisions[1]["cause"].is_string(), "{revisions:?}");

    let (outcome, then) = sandbox.run(&["--known-at", "2023-07-10", "--as-of", "2023-06"]);
    assert!([0, 1].contains(&outcome.code), "{then} {}", outcome.stderr);
    assert_eq!(then["headline"]["figures"]["capital_yuan"].as_f64(), Some(first));
}

#[test]
fn without_being_asked_no_vintage_is_made_and_the_datasets_are_there_and_empty() {
    let sandbox = Sandbox::with_months(&["202306", "202307"]);
    sandbox.run(&[]);
    for dataset in ["revisions", "revision_summary"] {
        let counted = rows(&sandbox, &format!("SELECT COUNT(*) AS n FROM {dataset}"));
        assert_eq!(counted[0]["n"], 0, "{dataset}");
    }
}
