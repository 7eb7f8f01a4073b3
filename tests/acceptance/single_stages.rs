//! The stages one by one give what a whole run gives.

use crate::sandbox::Sandbox;

/// Datasets whose bytes are compared.
const DATASETS: [&str; 6] = ["returns", "values", "projects", "project_months", "findings", "cohort_metrics"];

#[test]
fn four_stages_make_the_same_bytes_as_one_run() {
    let sandbox = Sandbox::with_months(&["202307"]);
    for stage in ["ingest", "transform", "analyze", "report"] {
        let outcome = sandbox.luodi(&[stage, "pipelines/smart-expo.toml", "--format", "json"]);
        assert_eq!(outcome.code, 0, "{stage}: {}", outcome.stderr);
        assert!(outcome.stdout.starts_with('{'), "{stage}: {}", outcome.stdout);
    }
    assert_eq!(sandbox.current(), None, "single stages publish nothing");
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    for dataset in DATASETS {
        let read = |folder: &str| {
            fs_err::read(sandbox.path(&format!("data/store/{folder}/{dataset}.parquet"))).unwrap()
        };
        assert!(read("work") == read("current"), "{dataset}");
    }
}

#[test]
fn every_form_of_output_holds_the_headline_or_its_figures() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let run = |format: &str, lang: &str| {
        sandbox.luodi(&["run", "pipelines/smart-expo.toml", "--format", format, "--lang", lang]).stdout
    };
    assert!(run("table", "zh").contains("截至2023年7月底"));
    assert!(run("table", "en").contains("By the end of July 2023"));
    assert!(run("markdown", "zh").contains("|---"));
    assert!(run("csv", "en").starts_with("table,value,"));
}
