//! Every layout that officials are known to send (版式): generated returns of all of them are read as their truth says.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::sandbox::Sandbox;

/// What a return says of a project: contract value and capital in yuan, then started, in production and terminated.
type Project = (String, String, [String; 3]);

#[test]
fn generated_returns_of_every_layout_are_read_as_their_truth_says() {
    let sandbox = Sandbox::with_months(&[]);
    let sample = sandbox.luodi(&[
        "sample",
        "generated",
        "--months",
        "2",
        "--projects",
        "240",
        "--seed",
        "11",
        "--errors",
        "0",
    ]);
    assert_eq!(sample.code, 0, "{}", sample.stderr);
    sandbox.edit_pipeline("data/received/", "generated/received/");
    sandbox.edit_pipeline("data/ledger/", "generated/ledger/");
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);

    let truth = truth(&sandbox.path("generated/truth/rows.csv"));
    let read = read(&sandbox);
    assert!(truth.len() >= 72, "{} returns hold projects", truth.len());
    for (file, expected) in &truth {
        let found = read.get(file).cloned().unwrap_or_default();
        assert_eq!(found.len(), expected.len(), "{file}");
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!((&found.0, &found.1), (&expected.0, &expected.1), "{file}");
            for (found, expected) in found.2.iter().zip(&expected.2).filter(|(_, told)| !told.is_empty()) {
                assert_eq!(found, expected, "{file}");
            }
        }
    }
}

/// The tracked projects of each return, in order.
fn truth(path: &Path) -> BTreeMap<String, Vec<Project>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let mut projects: BTreeMap<String, Vec<Project>> = BTreeMap::new();
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        if row["row_role"] == "project" && row["tracked"] == "1" {
            let file = row["file"].trim_start_matches("received/").to_owned();
            let stages =
                ["read_started", "read_in_production", "read_terminated"].map(|name| row[name].clone());
            let project = (row["contract_value.value"].clone(), row["arrived_total.value"].clone(), stages);
            projects.entry(file).or_default().push(project);
        }
    }
    projects.values_mut().for_each(|projects| projects.sort());
    projects
}

/// What the program read of each return, in order.
fn read(sandbox: &Sandbox) -> BTreeMap<String, Vec<Project>> {
    let sql = "SELECT r.file AS file, o.contract_yuan AS contract, o.capital_cumulative_yuan AS capital, \
               o.started AS started, o.in_production AS in_production, o.terminated AS terminated \
               FROM observations o JOIN returns r ON o.return_id = r.return_id";
    let outcome = sandbox.luodi(&["query", sql, "--format", "json", "--limit", "0"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let rows: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let rows = rows.as_array().or_else(|| rows["rows"].as_array()).cloned().unwrap_or_default();
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::Bool(yes) => u8::from(*yes).to_string(),
        other => other.to_string(),
    };
    let mut projects: BTreeMap<String, Vec<Project>> = BTreeMap::new();
    for row in &rows {
        let file = row["file"].as_str().unwrap_or_default().to_owned();
        let stages = ["started", "in_production", "terminated"].map(|name| text(&row[name]));
        let project = (text(&row["contract"]), text(&row["capital"]), stages);
        projects.entry(file).or_default().push(project);
    }
    projects.values_mut().for_each(|projects| projects.sort());
    projects
}
