//! Decisions of people, and ledgers with a history.

use serde_json::Value;

use crate::sandbox::Sandbox;

/// The lines of a query over the current release.
fn query(sandbox: &Sandbox, sql: &str) -> Vec<Value> {
    let outcome =
        sandbox.luodi(&["query", sql, "--pipeline", "pipelines/smart-expo.toml", "--format", "json"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    serde_json::from_str::<Value>(&outcome.stdout).unwrap().as_array().unwrap().clone()
}

#[test]
fn a_link_that_a_person_decided_is_replayed_and_an_idle_one_is_told() {
    let sandbox = Sandbox::with_months(&["202307"]);
    sandbox.run(&[]);
    let row =
        &query(&sandbox, "SELECT project_name, project_id FROM observations ORDER BY record_id LIMIT 1")[0];
    let (name, project) = (row["project_name"].as_str().unwrap(), row["project_id"].as_str().unwrap());
    let head = "unit_code,project_name,investor,project_id,author,reason";
    let lines = format!("{head}\n,{name},,new,甲,另一项目\n,没有这个项目,,{project},甲,误填\n");
    sandbox.write("data/decisions/links.csv", lines);
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    let own = query(&sandbox, "SELECT project_id FROM links WHERE project_id LIKE 'X-%'");
    assert!(!own.is_empty(), "the row is a project of its own now");
    let idle = query(&sandbox, "SELECT raw FROM findings WHERE code = 'L608'");
    assert!(idle[0]["raw"].as_str().unwrap().contains("没有这个"), "{idle:?}");
}

#[test]
fn decisions_that_contradict_each_other_are_followed_by_none() {
    let sandbox = Sandbox::with_months(&["202307"]);
    let head = "unit_code,project_name,investor,project_id,author,reason";
    sandbox.write(
        "data/decisions/links.csv",
        format!("{head}\n,某项目,,ZB2020-001,甲,\n,某项目,,ZB2020-002,乙,\n"),
    );
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    let found = query(&sandbox, "SELECT message_zh FROM findings WHERE code = 'L609'");
    assert!(found[0]["message_zh"].as_str().unwrap().contains("ZB2020-001 / ZB2020-002"), "{found:?}");
}

#[test]
fn an_accepted_finding_says_so_and_needs_a_name_and_a_reason() {
    let sandbox = Sandbox::with_months(&["202307"]);
    sandbox.run(&[]);
    let found = query(&sandbox, "SELECT finding_id FROM findings ORDER BY finding_id LIMIT 1");
    let id = found[0]["finding_id"].as_str().unwrap();
    let head = "finding_id,code,unit_code,project_id,field,raw,author,reason";
    sandbox.write("data/decisions/findings.csv", format!("{head}\n{id},,,,,,,\n"));
    let (outcome, _) = sandbox.run(&[]);
    assert_eq!(outcome.code, 2, "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("findings.csv") && outcome.stderr.contains("row 2"),
        "{}",
        outcome.stderr
    );
    sandbox.write("data/decisions/findings.csv", format!("{head}\n{id},,,,,,甲,已核实\n"));
    sandbox.run(&[]);
    let state = query(&sandbox, &format!("SELECT state FROM findings WHERE finding_id = '{id}'"));
    assert_eq!(state[0]["state"], "accepted");
}

/// A ledger of two projects, as a table of text.
fn ledger(first: &str, second: &str) -> String {
    format!(
        "台账编号,项目名称,投资方,区县,届次,签约时间,正式合同额（亿元）,是否纳入跟踪督办\n{first}\n{second}\n"
    )
}

#[test]
fn the_history_of_the_ledger_is_read_and_its_changes_are_listed() {
    let sandbox = Sandbox::with_months(&["202307"]);
    fs_err::remove_dir_all(sandbox.path("data/ledger")).unwrap();
    fs_err::create_dir_all(sandbox.path("data/ledger")).unwrap();
    sandbox.edit_pipeline("data/ledger/*.xlsx", "data/ledger/*.csv");
    sandbox.edit_pipeline("max_rejected_share = 0.05", "max_rejected_share = 1.0");
    let one = "ZB2020-001,甲芯片产业园项目,甲科技有限公司,江津区,2020年智博会,2020-09-15,20,是";
    let two = "ZB2020-002,乙电池生产基地项目,乙集团有限公司,永川区,2020年智博会,2020-09-15,30,是";
    sandbox.write("data/ledger/跟踪台账（截至2023年5月31日）.csv", ledger(one, two));
    let two_left = "ZB2020-002,乙电池生产基地项目,乙集团有限公司,永川区,2020年智博会,2020-09-15,30,否";
    let one_grown = "ZB2020-001,甲芯片产业园项目,甲科技有限公司,江津区,2020年智博会,2020-09-15,25,是";
    sandbox.write("data/ledger/跟踪台账（截至2023年7月31日）.csv", ledger(one_grown, two_left));
    let (outcome, _) = sandbox.run(&[]);
    assert!([0, 1].contains(&outcome.code), "{}", outcome.stderr);
    let changes = query(
        &sandbox,
        "SELECT ledger_no, field, projects_effect, contract_effect_yuan FROM ledger_changes ORDER BY ledger_no",
    );
    assert_eq!(changes.len(), 2, "{changes:?}");
    assert_eq!(
        (&changes[0]["field"], &changes[0]["contract_effect_yuan"]),
        (&"contract_value".into(), &500_000_000_i64.into())
    );
    assert_eq!((&changes[1]["field"], &changes[1]["projects_effect"]), (&"tracked".into(), &(-1).into()));
}

#[test]
fn a_ledger_without_numbers_says_which_column_it_lacks() {
    let sandbox = Sandbox::with_months(&["202307"]);
    fs_err::remove_dir_all(sandbox.path("data/ledger")).unwrap();
    fs_err::create_dir_all(sandbox.path("data/ledger")).unwrap();
    sandbox.edit_pipeline("data/ledger/*.xlsx", "data/ledger/*.csv");
    sandbox.write(
        "data/ledger/台账.csv",
        "项目名称,投资方,届次\n甲芯片产业园项目,甲科技有限公司,2020年智博会\n",
    );
    let (outcome, _) = sandbox.run(&[]);
    assert!(outcome.code < 4, "{}", outcome.stderr);
    let found = query(&sandbox, "SELECT message_en FROM findings WHERE code = 'L612'");
    assert!(found[0]["message_en"].as_str().unwrap().contains("项目编码"), "{found:?}");
}
