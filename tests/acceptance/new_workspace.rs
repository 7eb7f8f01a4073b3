//! A bureau's first day: a new workspace, two returns, one command; and synthetic returns to try it on.

use serde_json::Value;

use crate::sandbox::{Outcome, Sandbox};
use crate::shell::{failure, page_examples};

fn json(outcome: &Outcome) -> Value {
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    serde_json::from_str(&outcome.stdout).unwrap()
}

/// Copies the first returns of a month into a new workspace.
fn hand_in(sandbox: &Sandbox, workspace: &str, n_returns: usize) {
    let month = fs_err::read_dir(sandbox.path("data/received/202302")).unwrap();
    let mut returns: Vec<_> = month.map(|entry| entry.unwrap().path()).collect();
    returns.sort();
    for path in returns.iter().take(n_returns) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        fs_err::copy(path, sandbox.path(&format!("{workspace}/data/received/{name}"))).unwrap();
    }
}

#[test]
fn a_new_workspace_runs_as_its_readme_says() {
    let sandbox = Sandbox::with_months(&["202302"]);
    let new = json(&sandbox.luodi(&["init", "跟踪", "--format", "json"]));
    assert_eq!(new["pipeline"], "pipelines/跟踪.toml");
    let readme = fs_err::read_to_string(sandbox.path("跟踪/README.md")).unwrap();
    assert!(readme.contains("luodi run pipelines/跟踪.toml"));
    let run = ["run", "跟踪/pipelines/跟踪.toml", "--format", "json"];
    let empty = sandbox.luodi(&run);
    assert_eq!(empty.code, 2, "{}", empty.stdout);
    assert!(empty.stderr.contains("hint: "), "{}", empty.stderr);

    hand_in(&sandbox, "跟踪", 2);
    let first = json(&sandbox.luodi(&run));
    assert_eq!(first["balance"]["closes"], true);
    assert!(first["headline"]["figures"]["n_projects"].as_i64().unwrap() > 0, "{}", first["headline"]);
    let second = json(&sandbox.luodi(&run));
    assert_eq!((&second["release_id"], &second["unchanged"]), (&first["release_id"], &Value::Bool(true)));
    let lines = page_examples(&readme);
    assert!(lines.len() > 4, "the README has examples: {lines:?}");
    let failed: Vec<String> = lines.iter().filter_map(|line| failure(&sandbox.path("跟踪"), line)).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn what_is_there_is_never_overwritten() {
    let sandbox = Sandbox::with_months(&[]);
    fs_err::create_dir_all(sandbox.path("filled")).unwrap();
    sandbox.write("filled/README.md", "mine");
    let refused = sandbox.luodi(&["init", "filled", "--lang", "en"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("the folder `filled` is not empty"), "{}", refused.stderr);
    json(&sandbox.luodi(&["init", "filled", "--force", "--format", "json"]));
    assert_eq!(fs_err::read_to_string(sandbox.path("filled/README.md")).unwrap(), "mine");
    assert_eq!(sandbox.luodi(&["init", "other", "--name", "../up"]).code, 2);
    assert!(!sandbox.path("other").exists());
}

#[test]
fn synthetic_returns_can_be_run() {
    let sandbox = Sandbox::with_months(&[]);
    let arguments =
        ["sample", "s", "--units", "3", "--months", "2", "--projects", "12", "--layouts", "plain_header"];
    let written = json(&sandbox.luodi(&[&arguments[..], &["--format", "json"]].concat()));
    assert_eq!((written["returns"].as_u64(), written["synthetic"].as_bool()), (Some(6), Some(true)));
    assert_eq!(sandbox.luodi(&arguments).code, 2, "nothing is overwritten");
    assert_eq!(sandbox.luodi(&["sample", "t", "--layouts", "no_such"]).code, 2);
    sandbox.edit_pipeline("min_coverage = 0.9", "min_coverage = 0.0");
    let ledger = "s/ledger/签约项目台账.xlsx";
    let (outcome, document) =
        sandbox.run(&["--received", "s/received/**/*", "--ledger", ledger, "--store", "s/store"]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    assert_eq!(document["balance"]["files"]["accepted"], 6);
    assert_eq!(document["headline"]["figures"]["n_projects"], 12);
}

#[test]
fn shells_and_manuals_know_every_command() {
    let sandbox = Sandbox::with_months(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = sandbox.luodi(&["completions", shell]);
        assert_eq!(script.code, 0, "{}", script.stderr);
        assert!(script.stdout.contains("--known-at") && script.stdout.contains("completions"), "{shell}");
    }
    assert!(sandbox.luodi(&["man"]).stdout.contains(".TH luodi 1"));
    let pages = sandbox.luodi(&["man", "man1"]).stdout;
    assert!(pages.lines().count() >= 10, "{pages}");
    let page = fs_err::read_to_string(sandbox.path("man1/luodi-run.1")).unwrap();
    assert!(page.contains("Examples:") && page.contains("known"), "{page}");
}
