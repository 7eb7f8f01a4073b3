//! What was received decides, not the order in which it came, the moment of the run or the machine.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::sandbox::{Sandbox, sample};

const MONTHS: [&str; 3] = ["202305", "202306", "202307"];

#[test]
fn known_at_gives_what_a_run_with_only_those_files_gives() {
    for day in ["2023-06-09", "2023-07-08"] {
        let whole = Sandbox::with_months(&MONTHS);
        let (outcome, known) = whole.run(&["--known-at", day]);
        assert!([0, 1, 3].contains(&outcome.code), "{}", outcome.stderr);
        let part = Sandbox::with_months(&MONTHS);
        let register = fs_err::read_to_string(sample().join("data/received/register.csv")).unwrap();
        for line in register.lines().skip(1) {
            let (file, received) = line.rsplit_once(',').unwrap();
            let file = part.path(&format!("data/received/{}", file.trim_matches('"')));
            if &received[..10] > day && file.exists() {
                fs_err::remove_file(file).unwrap();
            }
        }
        let (outcome, only) = part.run(&[]);
        assert!([0, 1, 3].contains(&outcome.code), "{}", outcome.stderr);
        let (known, only) = (datasets(&known), datasets(&only));
        assert!(known.len() > 10, "{day}: {known:?}");
        assert_eq!(known, only, "{day}");
    }
}

#[test]
fn one_thread_gives_the_same_bytes_as_two() {
    let run = |threads: &str| {
        let sandbox = Sandbox::with_months(&["202307"]);
        let variables = [("RAYON_NUM_THREADS", threads), ("POLARS_MAX_THREADS", threads)];
        datasets(&sandbox.run_with(&variables, &[]).1)
    };
    assert_eq!(run("1"), run("2"));
}

#[test]
fn returns_that_come_one_by_one_end_where_all_at_once_do() {
    let grown = Sandbox::with_months(&[]);
    for month in MONTHS.iter().rev() {
        grown.receive(month);
        grown.run(&[]);
    }
    let at_once = Sandbox::with_months(&MONTHS);
    assert_eq!(datasets(&grown.run(&[]).1), datasets(&at_once.run(&[]).1));
}

/// File and hash of every dataset of a release.
fn datasets(document: &Value) -> BTreeMap<String, String> {
    let outputs = document["outputs"].as_array().cloned().unwrap_or_default();
    let text = |output: &Value, key: &str| output[key].as_str().unwrap_or_default().to_owned();
    let files = outputs.iter().map(|output| (text(output, "file"), text(output, "sha256")));
    files.filter(|(file, _)| file.ends_with(".parquet") || file.starts_with("review/")).collect()
}
