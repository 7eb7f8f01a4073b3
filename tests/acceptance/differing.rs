//! How releases and moments differ, on the sample: one changed cell is found as just that, with its project and figures.

use serde_json::Value;

use crate::sandbox::Sandbox;
use crate::workbook_cells::set_cell;

const PIPELINE: &str = "pipelines/smart-expo.toml";

fn diff(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    let outcome = sandbox.luodi(&[&["diff", PIPELINE, "--format", "json"], arguments].concat());
    assert_eq!(outcome.code, 0, "{arguments:?}: {}", outcome.stderr);
    serde_json::from_str(&outcome.stdout).unwrap()
}

fn run(sandbox: &Sandbox) -> String {
    let (outcome, document) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    document["release_id"].as_str().unwrap().to_owned()
}

/// The figure of all editions together that a metric moved to.
fn change<'a>(found: &'a Value, metric: &str) -> &'a Value {
    let figures = found["figures"].as_array().unwrap();
    let is_it = |row: &&Value| row["metric"] == metric && row["cohort"] == "all" && row["dimension"] == "all";
    &figures.iter().find(is_it).unwrap()["change"]
}

#[test]
fn one_changed_cell_is_found_with_its_project_and_figures() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let before = run(&sandbox);
    let file = "202307/江津-智博会项目台账202307.xlsx";
    set_cell(&sandbox.path("data/received").join(file), "J6", "<v>1.43</v>", "");
    let after = run(&sandbox);
    let found = diff(&sandbox, &[&before[..8], "current"]);
    assert_eq!(
        (found["before"]["release_id"].as_str(), found["after"]["release_id"].as_str()),
        (Some(before.as_str()), Some(after.as_str()))
    );

    let inputs = found["inputs"].as_array().unwrap();
    assert_eq!(
        (inputs.len(), &inputs[0]["file"], &inputs[0]["change"]),
        (1, &file.into(), &"changed".into())
    );
    let cells = found["cells"].as_array().unwrap();
    assert_eq!(cells.len(), 1, "{cells:#?}");
    assert_eq!((&cells[0]["before"]["address"], &cells[0]["before"]["text"]), (&"J6".into(), &"0.93".into()));
    assert_eq!((&cells[0]["after"]["file"], &cells[0]["after"]["text"]), (&file.into(), &"1.43".into()));
    assert_eq!(cells[0]["is_behind"], true);
    assert_eq!(change(&found, "capital_yuan"), 50_000_000);
    let bridges = found["bridges"].as_array().unwrap();
    assert_eq!(
        (bridges.len(), &bridges[0]["closes"], &bridges[0]["measure"]),
        (1, &true.into(), &"capital_yuan".into())
    );
    let steps = bridges[0]["steps"].as_array().unwrap();
    assert_eq!(
        (steps.len(), &steps[0]["amount"], &steps[0]["project_id"]),
        (1, &50_000_000.into(), &cells[0]["project_id"])
    );
    assert_eq!(found["settings"], Value::Array(Vec::new()));

    let named = diff(&sandbox, &["previous", "current"]);
    assert_eq!(named["cells"], found["cells"]);
    let back = diff(&sandbox, &["current", &format!("data/store/releases/{before}")]);
    assert_eq!(change(&back, "capital_yuan"), -50_000_000);
    nothing_differs(&sandbox);
}

fn nothing_differs(sandbox: &Sandbox) {
    let same = sandbox.luodi(&["diff", PIPELINE, "current", "current", "--lang", "en"]);
    assert_eq!(same.code, 0, "{}", same.stderr);
    assert!(same.stdout.contains("nothing differs"), "{}", same.stdout);
    let csv = sandbox.luodi(&["diff", PIPELINE, "current", "current", "--format", "csv"]);
    assert_eq!(csv.stdout.lines().count(), 1, "{}", csv.stdout);
}

#[test]
fn two_moments_are_compared_and_nothing_is_published() {
    let sandbox = Sandbox::with_months(&["202306", "202307"]);
    let current = run(&sandbox);
    let moments = ["--known-at", "2023-07-31", "--known-at", "2023-08-31"];
    let found = diff(&sandbox, &moments);
    assert_eq!(
        (&found["before"]["as_of"], &found["after"]["as_of"]),
        (&"2023-06-30".into(), &"2023-07-31".into())
    );
    assert!(found["inputs"].as_array().unwrap().iter().all(|input| input["change"] == "new"), "{found}");
    let bridges = found["bridges"].as_array().unwrap();
    assert!(bridges.len() >= 4 && bridges.iter().all(|bridge| bridge["closes"] == true), "{bridges:#?}");
    let started = bridges.iter().find(|bridge| bridge["measure"] == "n_started").unwrap();
    let moved = started["closing"].as_i64().unwrap() - started["opening"].as_i64().unwrap();
    assert_eq!(change(&found, "n_started"), moved);
    assert!(found["cells"].as_array().unwrap().iter().any(|cell| cell["is_behind"] == true));
    let june = diff(&sandbox, &[&moments[..], &["--as-of", "2023-06"]].concat());
    assert_eq!(june["after"]["as_of"], "2023-06-30");
    assert_eq!(sandbox.current().as_deref(), Some(current.as_str()));
    let releases = fs_err::read_dir(sandbox.path("data/store/releases")).unwrap().count();
    assert_eq!(releases, 1, "nothing was published");
}

#[test]
fn sides_that_are_not_there_are_refused() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let refused = |arguments: &[&str], expected: &str| {
        let outcome = sandbox.luodi(&[&["diff", PIPELINE, "--lang", "en"], arguments].concat());
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{arguments:?}: {}", outcome.stderr);
        assert!(outcome.stderr.contains(expected), "{arguments:?}: {}", outcome.stderr);
    };
    refused(&["current", "previous"], "no store in");
    run(&sandbox);
    refused(&[], "no release before the current one");
    refused(&["current", "zz"], "no release `zz`");
    refused(&["current", "data/received"], "is no release");
    refused(&["current", "current", "--known-at", "2023-08-31"], "not 3");
    refused(&["--known-at", "2023-08-31"], "not 1");
    refused(&["--known-at", "yesterday", "--known-at", "2023-08-31"], "--known-at");
    refused(&["current", "current", "--as-of", "2030-01"], "no month with figures `2030-01`");
}
