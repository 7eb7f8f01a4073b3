//! The datasets over the panel, on the sample returns: bridges close, equal ages stand beside equal dates, and what was
//! printed is made again.

use serde_json::Value;

use crate::sandbox::Sandbox;

fn rows(sandbox: &Sandbox, sql: &str) -> Vec<Value> {
    let outcome = sandbox.luodi(&[
        "query",
        sql,
        "--pipeline",
        "pipelines/smart-expo.toml",
        "--format",
        "json",
        "--limit",
        "0",
    ]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    serde_json::from_str::<Value>(&outcome.stdout).unwrap().as_array().unwrap().clone()
}

fn run(months: &[&str]) -> (Sandbox, Value) {
    let sandbox = Sandbox::with_months(months);
    let (outcome, document) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    (sandbox, document)
}

#[test]
fn what_was_printed_is_made_again_and_every_bridge_closes() {
    let (sandbox, document) = run(&["202306", "202307"]);
    let sentence = document["headline"]["equal_age"].as_str().unwrap();
    assert!(sentence.contains("满11个月"), "{sentence}");
    let grades = rows(&sandbox, "SELECT figure_id, grade FROM published_audit");
    assert!(grades.len() >= 5 && grades.iter().all(|row| row["grade"] == "exact"), "{grades:?}");
    let steps = rows(&sandbox, "SELECT event, cohort, measure, component, from_as_of, amount FROM changes");
    let mut sums = std::collections::BTreeMap::new();
    for step in &steps {
        let key = ["event", "cohort", "measure", "from_as_of"].map(|name| step[name].to_string());
        let amount = step["amount"].as_i64().unwrap();
        *sums.entry(key).or_insert(0) += if step["component"] == "closing" { -amount } else { amount };
    }
    assert!(sums.len() > 20 && sums.values().all(|sum| *sum == 0), "{sums:?}");
}

#[test]
fn one_month_and_rules_that_are_not_there_are_told_plainly() {
    let (sandbox, _) = run(&["202307"]);
    let lights = rows(&sandbox, "SELECT light, COUNT(*) AS n FROM supervision GROUP BY light");
    assert!(lights.len() > 1, "{lights:?}");
    sandbox.edit_pipeline("rate_decimals = 1", "rate_decimals = 1\nrule_set = \"yinchan\"");
    let (outcome, _) = sandbox.run(&[]);
    assert_eq!(outcome.code, 2, "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("yinchan") && outcome.stderr.contains("supervision_rules.csv"),
        "{}",
        outcome.stderr
    );
}
