//! Headings that a return alone does not explain: people settle them, the month before explains them, and changes of
//! layout are told.

use serde_json::Value;

use crate::sandbox::Sandbox;

const TITLE: &str = "渝北区智博会签约项目推进情况表（截至2023年{}月底）,,,,\n";
const ROWS: &str =
    "1,甲项目,某甲有限公司,50000,{}\n2,乙项目,某乙有限公司,8600,{}\n3,丙项目,某丙有限公司,12000,{}\n";

/// A return of three projects, whose last column is headed by `heading`.
fn send(sandbox: &Sandbox, month: u32, heading: &str, capital: [u32; 3]) {
    let mut text = TITLE.replace("{}", &month.to_string());
    text.push_str(&format!("序号,项目名称,投资方,正式合同额（万元）,{heading}\n"));
    let rows = capital.iter().fold(ROWS.to_owned(), |rows, value| rows.replacen("{}", &value.to_string(), 1));
    sandbox.write(&format!("data/received/渝北区{month}月.csv"), text + &rows);
}

/// A workspace without a ledger, for returns of our own.
fn workspace() -> Sandbox {
    let sandbox = Sandbox::with_months(&[]);
    sandbox.edit_pipeline("ledger = [\"data/ledger/*.xlsx\"]", "ledger = []");
    sandbox.edit_pipeline("min_coverage = 0.9", "min_coverage = 0.0");
    fs_err::remove_file(sandbox.path("data/received/register.csv")).unwrap();
    sandbox
}

fn query(sandbox: &Sandbox, sql: &str) -> Value {
    let outcome = sandbox.luodi(&["query", sql, "--format", "json", "--limit", "0"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    serde_json::from_str(&outcome.stdout).unwrap()
}

/// What the last column of the return of July was read as.
fn column_of_july(sandbox: &Sandbox) -> (Value, Value) {
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    let sql = "SELECT c.field AS field, c.method AS method FROM columns c JOIN returns r ON c.return_id = r.return_id \
               WHERE r.period = '2023-07-31' AND c.col = 5";
    let rows = query(sandbox, sql);
    let row = rows.pointer("/rows/0").or_else(|| rows.get(0)).cloned().unwrap_or_default();
    (row["field"].clone(), row["method"].clone())
}

#[test]
fn a_heading_that_nobody_knows_is_settled_once() {
    let sandbox = workspace();
    send(&sandbox, 7, "引进实绩", [12000, 800, 0]);
    assert_eq!(column_of_july(&sandbox), (Value::Null, "none".into()));
    let decided = "unit_code,sheet,header,field,unit,author,reason\nCQ500112,,引进实绩,arrived_total,万元,甲,电话核实\n";
    sandbox.write("data/decisions/headers.csv", decided);
    assert_eq!(column_of_july(&sandbox), ("arrived_total".into(), "override".into()));
    let sum = query(&sandbox, "SELECT SUM(capital_cumulative_yuan) AS yuan FROM observations");
    assert!(sum.to_string().contains("128000000"), "{sum}");
}

#[test]
fn a_decision_about_another_unit_changes_nothing() {
    let sandbox = workspace();
    send(&sandbox, 7, "引进实绩", [12000, 800, 0]);
    let decided = "unit_code,header,field,unit,author,reason\nCQ500105,引进实绩,arrived_total,万元,甲,\n";
    sandbox.write("data/decisions/headers.csv", decided);
    assert_eq!(column_of_july(&sandbox), (Value::Null, "none".into()));
}

#[test]
fn a_decision_that_cannot_be_read_stops_the_run() {
    let sandbox = workspace();
    send(&sandbox, 7, "引进实绩", [12000, 800, 0]);
    sandbox.write(
        "data/decisions/headers.csv",
        "unit_code,header,field,unit,author,reason\n,引进实绩,capital,,甲,\n",
    );
    let (outcome, _) = sandbox.run(&["--lang", "en"]);
    assert_eq!(outcome.code, 2);
    assert!(
        outcome.stderr.contains("row 2") && outcome.stderr.contains("`capital` is no field"),
        "{}",
        outcome.stderr
    );
    assert_eq!(sandbox.current(), None);
}

#[test]
fn the_month_before_explains_a_heading_by_its_place_and_values() {
    let sandbox = workspace();
    send(&sandbox, 6, "累计到位资金（万元）", [11000, 800, 100]);
    send(&sandbox, 7, "引进实绩", [12000, 800, 100]);
    assert_eq!(column_of_july(&sandbox), ("arrived_total".into(), "memory".into()));
    let findings = query(&sandbox, "SELECT code, expected FROM findings WHERE code = 'H208'");
    assert!(findings.to_string().contains("累计到位资金"), "{findings}");
    // Values that this column cannot have taken: nothing is lent, the heading stays unknown.
    send(&sandbox, 7, "引进实绩", [3, 90000, 7]);
    assert_eq!(column_of_july(&sandbox), (Value::Null, "none".into()));
    let findings = query(&sandbox, "SELECT code FROM findings WHERE code IN ('H213', 'H214') ORDER BY code");
    assert!(findings.to_string().contains("H213") && findings.to_string().contains("H214"), "{findings}");
}

#[test]
fn a_heading_that_was_renamed_is_told() {
    let sandbox = workspace();
    send(&sandbox, 6, "累计到位资金（万元）", [11000, 800, 100]);
    send(&sandbox, 7, "截至目前到位资金（万元）", [12000, 800, 100]);
    assert_eq!(column_of_july(&sandbox).0, Value::from("arrived_total"));
    let findings = query(&sandbox, "SELECT code, raw, expected FROM findings WHERE code = 'H212'");
    assert!(findings.to_string().contains("截至目前到位资金"), "{findings}");
}
