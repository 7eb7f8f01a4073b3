//! Two runs at a time, and runs that are killed: the current release is whole every time.

use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;

use crate::sandbox::Sandbox;

const RUN: [&str; 4] = ["run", "pipelines/smart-expo.toml", "--lang", "en"];

#[test]
fn a_second_run_at_the_same_time_is_told_who_holds_the_store() {
    let sandbox = Sandbox::with_months(&["202307"]);
    fs_err::create_dir_all(sandbox.path("data/store")).unwrap();
    sandbox.write("data/store/lock", "process 7 since yesterday on another machine");
    let held = std::fs::File::open(sandbox.path("data/store/lock")).unwrap();
    held.lock().unwrap();
    let outcome = sandbox.luodi(&RUN);
    assert_eq!(outcome.code, 2, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("process 7 since yesterday on another machine"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("hint: "), "{}", outcome.stderr);
    held.unlock().unwrap();
    assert!([0, 1].contains(&sandbox.luodi(&RUN).code));
}

#[test]
fn a_killed_run_leaves_the_current_release_whole() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let (outcome, document) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    let before = document["release_id"].as_str().map(str::to_owned);
    for (kill, wait) in [1, 20, 60, 150, 300, 600, 1200].into_iter().enumerate() {
        sandbox.write("data/received/202307/新.txt", format!("not a return {kill}"));
        let mut child = sandbox.start(&RUN);
        sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        check_current(&sandbox, before.as_deref());
    }
    let (outcome, document) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    check_current(&sandbox, document["release_id"].as_str());
    let leftovers = fs_err::read_dir(sandbox.path("data/store/releases")).unwrap();
    let is_leftover = |name: String| name.starts_with('.');
    assert!(!leftovers.map(|entry| entry.unwrap().file_name().into_string().unwrap()).any(is_leftover));
}

/// The current release is the one before or a newer one, and holds every file of its manifest.
fn check_current(sandbox: &Sandbox, expected: Option<&str>) {
    let current = sandbox.current();
    assert!(current.is_some(), "there is a current release, at first {expected:?}");
    let folder = sandbox.path("data/store/current");
    let manifest = fs_err::read(folder.join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_slice(&manifest).unwrap();
    assert_eq!(manifest["release_id"].as_str(), current.as_deref());
    let outputs = manifest["outputs"].as_array().unwrap();
    assert!(outputs.len() > 10, "{outputs:?}");
    for output in outputs {
        let file = folder.join(output["file"].as_str().unwrap());
        assert_eq!(
            Some(fs_err::metadata(&file).unwrap().len()),
            output["bytes"].as_u64(),
            "{}",
            file.display()
        );
    }
}
