//! The sentence for which everything is done.

use crate::sandbox::Sandbox;

const MONTHS: [&str; 6] = ["202302", "202303", "202304", "202305", "202306", "202307"];

/// The sentence that the sample has to give.
const SENTENCE: &str = "截至2023年7月底，跟踪督办的2020—2022年智博会签约项目207个，正式合同额6876.0亿元；已开工或投产128个，占61.8%；累计到位资金1102.2亿元。";

#[test]
fn the_sample_gives_the_headline_and_a_second_run_changes_nothing() {
    let sandbox = Sandbox::with_months(&MONTHS);
    let (outcome, first) = sandbox.run(&[]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    assert_eq!(first["headline"]["sentence"], SENTENCE);
    assert_eq!(first["headline"]["figures"]["n_projects"], 207);
    assert_eq!(first["headline"]["figures"]["n_started"], 128);
    assert_eq!(first["balance"]["closes"], true);
    assert_eq!(first["unchanged"], false);
    assert_eq!(sandbox.current().as_deref(), first["release_id"].as_str());

    let (outcome, second) = sandbox.run(&[]);
    assert_eq!((outcome.code, second["unchanged"].as_bool()), (0, Some(true)));
    for same in ["release_id", "headline", "tables", "balance", "findings", "outputs"] {
        assert_eq!(first[same], second[same], "{same}");
    }
    let quiet = sandbox.luodi(&["run", "pipelines/smart-expo.toml", "--quiet"]);
    assert_eq!(quiet.stdout.trim(), SENTENCE);
}
