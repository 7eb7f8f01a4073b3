//! What people ask every day: `query`, `describe`, `status`. One run serves all that need a release.

use serde_json::Value;

use crate::sandbox::{Outcome, Sandbox};

/// The returns of July: one came late, one holds no table, one is missing, and one more file is no workbook.
fn july() -> Sandbox {
    let sandbox = Sandbox::with_months(&["202307"]);
    let file = |unit: &str| format!("202307/2023.7 {unit} 智博会项目推进表.xlsx");
    for unit in ["奉节", "酉阳"] {
        fs_err::remove_file(sandbox.path(&format!("data/received/{}", file(unit)))).unwrap();
    }
    sandbox.write("data/received/202307/2023.7 奉节 智博会项目推进表.csv", "本月无变化,,\n");
    sandbox.write("data/received/202307/新建.xlsx", "no workbook");
    let register = sandbox.path("data/received/register.csv");
    let lines = fs_err::read_to_string(&register).unwrap();
    let late = |line: &str| match line.contains(&file("綦江")) {
        true => format!("{},2023-08-19T09:00:00+08:00", file("綦江")),
        false => line.to_owned(),
    };
    fs_err::write(register, lines.lines().map(late).collect::<Vec<_>>().join("\n")).unwrap();
    sandbox
}

fn parsed(outcome: &Outcome) -> Value {
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    serde_json::from_str(&outcome.stdout).unwrap()
}

fn refused(sandbox: &Sandbox, arguments: &[&str], expected: &[&str]) {
    let outcome = sandbox.luodi(&[arguments, &["--lang", "en"]].concat());
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{arguments:?}: {}", outcome.stderr);
    for text in expected {
        assert!(outcome.stderr.contains(text), "{arguments:?} says `{text}`: {}", outcome.stderr);
    }
}

#[test]
fn a_published_month_answers_queries_and_says_who_has_sent_what() {
    let sandbox = july();
    refused(&sandbox, &["query", "SELECT 1"], &["no store in `data/store`"]);
    refused(&sandbox, &["status"], &["no store in `data/store`"]);
    assert!(!sandbox.path("data/store").exists(), "looking makes no store");
    let (run, document) = sandbox.run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    queries(&sandbox, &document);
    wrong_queries(&sandbox);
    releases(&sandbox, &document);
    status(&sandbox);
}

fn queries(sandbox: &Sandbox, run: &Value) {
    let sql = "SELECT as_of, n_projects, contract_yuan, start_rate, median_months_to_start FROM cohort_metrics \
        WHERE dimension = 'all' AND cohort = 'all' AND as_of = '2023-07-31'";
    let rows = parsed(&sandbox.luodi(&["query", sql, "--format", "json"]));
    let figures = &run["headline"]["figures"];
    for name in ["as_of", "n_projects", "contract_yuan", "start_rate"] {
        assert_eq!(rows[0][name], figures[name], "{name}");
    }
    let csv = sandbox.luodi(&[
        "query",
        "SELECT code, COUNT(*) AS n FROM findings GROUP BY code",
        "--format",
        "csv",
    ]);
    assert!(csv.stdout.starts_with("code,n\n") && csv.stdout.contains("\nR1"), "{}", csv.stdout);
    let all = "SELECT project_id, name, sign_date FROM projects";
    let table = sandbox.luodi(&["query", all]);
    assert!(table.stdout.contains("ZB2020-001"), "{}", table.stdout);
    assert!(table.stdout.lines().count() < 110 && table.stderr.contains("--limit 0"), "{}", table.stderr);
    let whole = sandbox.luodi(&["query", all, "--limit", "0"]);
    assert!(whole.stdout.lines().count() > 200 && whole.stderr.is_empty(), "{}", whole.stderr);
    let arguments = ["query", all, "--format", "parquet", "--output", "out/projects.parquet"];
    assert_eq!(sandbox.luodi(&arguments).code, 0);
    let written = fs_err::read(sandbox.path("out/projects.parquet")).unwrap();
    assert!(written.starts_with(b"PAR1") && written.ends_with(b"PAR1"));
}

fn wrong_queries(sandbox: &Sandbox) {
    refused(sandbox, &["query", "SELECT * FROM project"], &["no table `project`", "`projects`"]);
    refused(sandbox, &["query", "SELECT nam FROM projects"], &["no column `nam` in `projects`", "`name`"]);
    refused(
        sandbox,
        &["query", "SELECT summ(contract_yuan) FROM projects"],
        &["no function `summ`", "`sum`"],
    );
    refused(sandbox, &["query", "SELEC * FROM projects"], &["the query cannot be run"]);
    refused(sandbox, &["query", ""], &["the query is empty"]);
    refused(sandbox, &["query", "SELECT 1", "--format", "parquet"], &["needs `--output FILE`"]);
    refused(sandbox, &["describe", "--format", "parquet"], &["only `luodi query` gives Parquet"]);
    refused(sandbox, &["query", "SELECT 1", "--release", "zzzz"], &["no release `zzzz`"]);
}

fn releases(sandbox: &Sandbox, run: &Value) {
    let id = run["release_id"].as_str().unwrap();
    let sql = "SELECT COUNT(*) AS n FROM projects";
    let count = |arguments: &[&str]| {
        parsed(&sandbox.luodi(&[&["query", sql, "--format", "json"], arguments].concat()))[0]["n"].clone()
    };
    let current = count(&[]);
    assert_eq!(count(&["--release", &id[..6]]), current);
    assert_eq!(count(&["--pipeline", "pipelines/smart-expo.toml"]), current);
    assert_eq!(count(&["--store", "data/store"]), current);
}

fn status(sandbox: &Sandbox) {
    let document = parsed(&sandbox.luodi(&["status", "pipelines/smart-expo.toml", "--format", "json"]));
    let state_of = |unit: &str| {
        let rows = document["returns"].as_array().unwrap();
        rows.iter().find(|row| row["name"] == unit).unwrap()["state"].clone()
    };
    for (unit, state) in [("万州", "received"), ("綦江", "late"), ("奉节", "rejected"), ("酉阳", "missing")]
    {
        assert_eq!(state_of(unit), state, "{unit}");
    }
    assert_eq!(document["unplaced"][0]["file"], "202307/新建.xlsx");
    assert_eq!(document["releases"][0]["current"], true);
    assert_eq!(document["locked_by"], Value::Null);
    let without = parsed(&sandbox.luodi(&["status", "--format", "json"]));
    assert_eq!(
        without["returns"], document["returns"],
        "the calendar of the release is that of the pipeline"
    );
    let table = sandbox.luodi(&["status", "pipelines/smart-expo.toml"]).stdout;
    for text in ["报送情况 2023-07", "◐", "×", "○", "39/41", "*"] {
        assert!(table.contains(text), "{text}\n{table}");
    }
    let csv = sandbox.luodi(&["status", "--unit", "綦江", "--format", "csv"]).stdout;
    assert_eq!(csv.lines().count(), 2, "{csv}");
    refused(sandbox, &["status", "--unit", "綦江河"], &["no unit `綦江河`", "`綦江`"]);
}

#[test]
fn everything_can_be_described_without_any_data() {
    let sandbox = Sandbox::with_months(&[]);
    let described =
        |name: &str| parsed(&sandbox.luodi(&["describe", name, "--format", "json", "--lang", "en"]));
    for (name, topic) in [
        ("cohort_metrics", "dataset"),
        ("cohort_metrics.start_rate", "column"),
        ("start_rate", "metric"),
        ("T501", "finding"),
        ("contract_value", "field"),
        ("policy.terminated", "setting"),
    ] {
        assert_eq!(described(name)[0]["topic"], topic, "{name}");
    }
    assert_eq!(described("start_rate")[0]["formula"], "n_started / n_projects");
    assert_eq!(described("policy.terminated")[0]["default"], "keep");
    let chinese = sandbox.luodi(&["describe", "start_rate"]).stdout;
    assert!(chinese.contains("开工率") && chinese.contains("公式"), "{chinese}");
    let reference = sandbox.luodi(&["describe", "--all", "--format", "markdown", "--lang", "en"]).stdout;
    for name in ["project_months", "start_rate", "T501", "contract_value", "policy.terminated"] {
        assert!(reference.contains(name), "{name}");
    }
    refused(&sandbox, &["describe", "start_rat"], &["nothing is called `start_rat`", "`start_rate`"]);
}
